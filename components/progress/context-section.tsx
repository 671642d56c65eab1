import { Section } from '@/components/ui/section'
import {
  contextOf,
  contrastOf,
  outcomesOf,
  type Circumstance,
  type Context,
  type ContextRow,
} from '@/lib/domain/progress/context'
import { inSentence } from '@/lib/format/in-sentence'
import { text } from '@/lib/format/text'
import type { Drawn } from './drawn'

const outcomes = ['well', 'short', 'hard'] as const

/** Under which circumstances it goes well and hard, as counts. The programme indoors has no criterion to pass. */
export function ContextSection({ drawn: { plan } }: { drawn: Drawn }) {
  const t = text('progress')
  const indoors = plan.programme.protocol.alternative.key
  const sessions = plan.sessions.filter(({ stageKey }) => stageKey !== indoors)
  const context = contextOf(sessions)
  return (
    <Section title={t('context.title')}>
      <p className="pt-3">
        {t('context.all', outcomesOf(sessions))} {contextSays(context)}
      </p>
      {context.length > 0 && (
        <>
          <div className="circumstances">
            {context.map((one) => (
              <OutcomeTable key={one.circumstance} {...one} />
            ))}
          </div>
          <p className="key">
            {outcomes.map((outcome) => (
              <span key={outcome}>
                <i className={`swatch is-${outcome}`} aria-hidden="true" />
                {t(`context.key.${outcome}`)}
              </span>
            ))}
            <span>{t('context.small')}</span>
          </p>
        </>
      )}
    </Section>
  )
}

function OutcomeTable({ circumstance, rows }: Context) {
  const t = text('progress')
  return (
    <table className="outcomes">
      <thead>
        <tr>
          <th scope="col">{t(`context.of.${circumstance}`)}</th>
          {[...outcomes, 'sessions' as const].map((column) => (
            <th key={column} scope="col">
              {t(`context.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              {valueName(circumstance, row.key)}
              <OutcomeBar row={row} />
            </th>
            {outcomes.map((outcome) => (
              <td key={outcome}>{row[outcome]}</td>
            ))}
            <td>{row.sessions}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function OutcomeBar({ row }: { row: ContextRow }) {
  return (
    <span className="outcome-bar" aria-hidden="true">
      {outcomes
        .filter((outcome) => row[outcome] > 0)
        .map((outcome) => (
          <i key={outcome} className={`is-${outcome}`} style={{ flexGrow: row[outcome] }} />
        ))}
    </span>
  )
}

function contextSays(context: readonly Context[]): string {
  const t = text('progress')
  if (context.length === 0) return t('context.none')
  const contrast = contrastOf(context)
  if (!contrast) return t('context.even')
  const { circumstance, best, hardest } = contrast
  return t('context.tells', {
    circumstance: t(`context.of.${circumstance}`),
    best: inSentence(valueName(circumstance, best.key)),
    bestWell: best.well,
    bestAll: best.sessions,
    hardest: inSentence(valueName(circumstance, hardest.key)),
    hardestWell: hardest.well,
    hardestAll: hardest.sessions,
  })
}

function valueName(circumstance: Circumstance, key: string): string {
  const t = text('progress')
  if (circumstance === 'temperature') return t(`context.degrees.${key}`)
  if (circumstance === 'trigger' && key === 'none') return t('context.nothingAbout')
  return text('observation')(`${circumstance}.${key}`)
}
