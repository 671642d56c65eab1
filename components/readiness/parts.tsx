import type { CSSProperties } from 'react'
import { text } from '@/lib/format/text'
import type { ReadinessPart } from './readiness'

/** Bars as long as their weight, filled as far as their points. Unknown is an empty outline, never a zero. */
export function Parts({ parts }: { parts: readonly ReadinessPart[] }) {
  const most = Math.max(...parts.map(({ weight }) => weight), 1)
  return (
    <ul className="parts" aria-label={text('ui')('readiness.parts')}>
      {parts.map((part) => (
        <Part key={part.key} part={part} most={most} />
      ))}
    </ul>
  )
}

function Part({ part, most }: { part: ReadinessPart; most: number }) {
  const t = text('ui')
  const { label, hint, points, shown, weight, applies = true, href } = part
  const known = applies && points !== null
  const style = {
    '--of': `${(weight / most) * 100}%`,
    '--v': `${known && weight > 0 ? (points / weight) * 100 : 0}%`,
  } as CSSProperties
  const name = (
    <>
      {label}
      {hint && <small>{hint}</small>}
    </>
  )
  return (
    <li>
      {href ? (
        <a className="part-name reach" href={href}>
          {name}
        </a>
      ) : (
        <span className="part-name">{name}</span>
      )}
      {applies ? (
        <div className={known ? 'bar' : 'bar bar-unknown'} style={style}>
          {known && <i />}
        </div>
      ) : (
        <div className="bar-none" />
      )}
      <p className="part-points">
        {known ? (
          <>
            <b>{shown ?? points}</b> {t('readiness.of', { weight })}
          </>
        ) : (
          t(applies ? 'readiness.unknown' : 'readiness.notApplicable')
        )}
      </p>
    </li>
  )
}
