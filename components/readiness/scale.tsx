import type { CSSProperties } from 'react'
import { text } from '@/lib/format/text'

const at = (percent: number) => ({ '--at': `${percent}%` }) as CSSProperties

/** 0 to 100 as a line: ink as far as the score, dashes to where the parts alone would put it, green where the door is. */
export function Scale({ score, raw: exact, threshold }: { score: number; raw: number; threshold?: number }) {
  const t = text('readiness')
  const raw = Math.floor(exact + 0.5)
  const held = raw > score
  const said = [
    t('panel.ofHundred', { score }),
    held && t('panel.heldScale', { raw, score }),
    threshold !== undefined && t('panel.threshold', { threshold }),
  ]
  const crowded = held && raw - score < 9
  return (
    <div className="scale" role="img" aria-label={said.filter(Boolean).join(' ')}>
      <div className="scale-line">
        <i className="scale-fill" style={at(score)} />
        {held && <i className="scale-gap" style={{ ...at(score), width: `${raw - score}%` }} />}
        {held && <i className="scale-raw" style={at(raw)} />}
        {threshold !== undefined && <i className="scale-goal" style={at(threshold)} />}
        <i className="scale-mark" style={at(score)} />
      </div>
      {threshold !== undefined && (
        <span className="scale-goal-word" style={at(threshold)}>
          {t('panel.threshold', { threshold })}
        </span>
      )}
      <span className={crowded ? 'scale-score crowded' : 'scale-score'} style={at(score)}>
        {score}
      </span>
      {held && (
        <span className={raw > 74 ? 'scale-sum to-end' : 'scale-sum'} style={at(raw)}>
          {t('panel.addedUp', { raw })}
        </span>
      )}
      {score > 8 && <span className="scale-end">0</span>}
      {!held && score < 90 && <span className="scale-end to-end">100</span>}
    </div>
  )
}
