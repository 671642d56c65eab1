import { Portrait } from '@/components/animal/portrait'
import { Wordmark } from '@/components/shell/wordmark'
import { coatFrom } from '@/lib/domain/animal/coats'
import type { SheetBlock, SheetPortrait } from '@/lib/domain/paper/sheet'
import { paths } from '@/lib/paths'
import { QrCode } from './qr-code'

type Of<Is extends SheetBlock['is']> = Omit<Extract<SheetBlock, { is: Is }>, 'is'>

/** Who writes, and the code that leads to a screen. */
export function Letterhead({ practice, from, code }: Of<'letterhead'>) {
  return (
    <header className="letterhead">
      <div className="letterhead-from">
        <Wordmark name={practice} />
        {from && <span dir="auto">{from}</span>}
      </div>
      {code && (
        <div className="letterhead-code">
          <p>{code.note}</p>
          <QrCode value={code.value} label={code.label} />
        </div>
      )}
    </header>
  )
}

/** Whose sheet it is. */
export function SheetName({ name, lines, portrait }: Of<'name'>) {
  return (
    <div className="sheet-name">
      {portrait && <PortraitOnPaper portrait={portrait} size={84} />}
      <div>
        <h1 dir="auto">{name}</h1>
        {lines.map((line) => (
          <p key={line} dir="auto">
            {line}
          </p>
        ))}
      </div>
    </div>
  )
}

type Shown = { portrait: SheetPortrait; size: number; label?: string }

/** The animal's photo where there is one, else its drawing. */
export function PortraitOnPaper({ portrait: { species, coat, name, photoId }, size, label }: Shown) {
  return (
    <Portrait
      species={species}
      coat={coatFrom(coat)}
      name={label ?? name}
      size={size}
      decorative={label === undefined}
      photo={photoId === null ? undefined : paths.photo(photoId)}
    />
  )
}
