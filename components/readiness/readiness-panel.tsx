import { Section } from '@/components/ui/section'
import { State } from '@/components/ui/state'
import { text } from '@/lib/format/text'
import { Parts } from './parts'
import type { Readiness } from './readiness'
import { Scale } from './scale'

/** The verdict first, then the number, then what it is made of, then what would change it, then what it is not. */
export function ReadinessPanel(props: Readiness) {
  const {
    name,
    recommendation,
    sentence,
    why,
    score,
    raw,
    threshold,
    confidence,
    parts,
    changes,
    sessions,
    stamp,
  } = props
  const t = text('ui')
  return (
    <Section title={t('readiness.title')} aside={stamp} className="readiness">
      <div className="verdict">
        <Figure {...props} />
        <div className="verdict-words">
          <State is={recommendation} />
          <p className="verdict-sentence">{sentence}</p>
          {why && (
            <p className="verdict-why">
              {t('readiness.decidedBy')} {why}
            </p>
          )}
        </div>
      </div>
      {score !== null && (
        <Scale score={score} raw={raw ?? null} {...(threshold !== undefined && { threshold })} />
      )}
      {parts.length > 0 && <Parts parts={parts} />}
      <div className="after">
        <span>
          {t('readiness.confidence')} <b>{confidence.word}</b>: {confidence.detail}
        </span>
        {sessions && (
          <a className="reach" href={sessions.href}>
            {sessions.label}
          </a>
        )}
      </div>
      {changes.length > 0 && (
        <div className="change">
          <h3>{t('readiness.change')}</h3>
          <ol>
            {changes.map(({ key, fact, effect }) => (
              <li key={key}>
                <div>
                  {fact}
                  {effect && <span>{effect}</span>}
                </div>
              </li>
            ))}
          </ol>
        </div>
      )}
      <p className="isnot">{t('readiness.isNot', { name })}</p>
    </Section>
  )
}

/** The number with its band, or how many sessions are still missing. */
function Figure({ score, band, progress, confidence }: Readiness) {
  const t = text('ui')
  if (score === null)
    return progress ? (
      <div className="figure">
        <p className="dots" role="img" aria-label={t('readiness.progress', progress)}>
          {Array.from({ length: progress.need }, (_, index) => (
            <i key={index} className={index < progress.have ? 'full' : undefined} />
          ))}
        </p>
        <p className="band">{t('readiness.progress', progress)}</p>
      </div>
    ) : null
  return (
    <div className="figure">
      <p className="big">{score}</p>
      <p className="band">
        {band && (
          <>
            <b>{band.word}</b>, {band.range}
            <br />
          </>
        )}
        {t('readiness.confidence').toLowerCase()} {confidence.word}
      </p>
    </div>
  )
}
