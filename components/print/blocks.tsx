import type { SheetBlock } from '@/lib/domain/paper/sheet'
import { paths } from '@/lib/paths'
import { FridgeLog } from './fridge-log'
import { Letterhead, PortraitOnPaper, SheetName } from './letterhead'
import { MonthGrid } from './month-grid'
import { DayStops } from './stops'
import { StopNote } from './stop-note'
import { Way } from './way'

/** The pieces of a sheet, in their order. */
export function SheetBlocks({ blocks }: { blocks: readonly SheetBlock[] }) {
  return blocks.map((block, index) => <Piece key={index} block={block} />)
}

function Piece({ block }: { block: SheetBlock }) {
  switch (block.is) {
    case 'letterhead':
      return <Letterhead {...block} />
    case 'name':
      return <SheetName {...block} />
    case 'title':
      return (
        <header>
          <h1 className="sheet-title" dir="auto">
            {block.words}
          </h1>
          {block.lines.map((line) => (
            <p key={line} dir="auto">
              {line}
            </p>
          ))}
        </header>
      )
    case 'say':
      return (
        <p className="sheet-say" dir="auto">
          {block.words}
        </p>
      )
    case 'quote':
      return (
        <p className="sheet-quote" dir="auto">
          {block.words}
        </p>
      )
    case 'heading':
      return <h2 dir="auto">{block.words}</h2>
    case 'subheading':
      return <h3 dir="auto">{block.words}</h3>
    case 'words':
      return (
        <p className={block.strong ? 'sheet-words sheet-strong' : 'sheet-words'} dir="auto">
          {block.words}
        </p>
      )
    case 'steps':
      return <Items of="ol" items={block.items} look="sheet-steps" />
    case 'points':
      return <Items of="ul" items={block.items} look="sheet-points" />
    case 'figures':
      return <Figures rows={block.rows} />
    case 'facts':
      return <Facts rows={block.rows} />
    case 'columns':
      return (
        <div className="sheet-columns">
          <div>
            <SheetBlocks blocks={block.left} />
          </div>
          <div>
            <SheetBlocks blocks={block.right} />
          </div>
        </div>
      )
    case 'stop':
      return (
        <StopNote species={block.species}>
          <b dir="auto">{block.head}</b> {block.words}
          {block.items.length > 0 && <Items of="ul" items={block.items} look="sheet-points" />}
        </StopNote>
      )
    case 'way':
      return <Way {...block} />
    case 'log':
      return <FridgeLog {...block} />
    case 'month':
      return <MonthGrid {...block} />
    case 'photos':
      return (
        <ul className="sheet-photos">
          {block.photos.map(({ photoId, label, caption }) => (
            <li key={photoId}>
              <img src={paths.photo(photoId)} alt={label} />
              <p>{caption}</p>
            </li>
          ))}
        </ul>
      )
    case 'picture':
      return (
        <p className="sheet-picture">
          {block.portrait.photoId === null ? (
            <PortraitOnPaper portrait={block.portrait} size={260} label={block.label} />
          ) : (
            <img src={paths.photo(block.portrait.photoId)} alt={block.label} />
          )}
        </p>
      )
    case 'call':
      return (
        <div className="sheet-call">
          <p>{block.head}</p>
          {block.lines.map((line) => (
            <p key={line} className="sheet-call-line" dir="auto">
              {line}
            </p>
          ))}
        </div>
      )
    case 'stops':
      return <DayStops stops={block.stops} />
    case 'fine':
      return (
        <p className="sheet-fine" dir="auto">
          {block.words}
        </p>
      )
  }
}

function Items({ of: List, items, look }: { of: 'ol' | 'ul'; items: readonly string[]; look: string }) {
  return (
    <List className={look}>
      {items.map((words, index) => (
        <li key={index} dir="auto">
          {words}
        </li>
      ))}
    </List>
  )
}

function Figures({ rows }: { rows: readonly [string, string][] }) {
  return (
    <table className="sheet-figures">
      <tbody>
        {rows.map(([term, figure]) => (
          <tr key={term}>
            <th scope="row">{term}</th>
            <td dir="auto">{figure}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Facts({ rows }: { rows: readonly [string, string][] }) {
  return (
    <dl className="sheet-facts">
      {rows.map(([term, words]) => (
        <div key={term}>
          <dt dir="auto">{term}</dt>
          <dd dir="auto">{words}</dd>
        </div>
      ))}
    </dl>
  )
}
