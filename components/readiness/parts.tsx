import type { CSSProperties } from 'react'
import { cutToTenth, tenths } from '@/lib/domain/readiness/tenths'
import type { FactorPart } from '@/lib/domain/readiness/types'
import { listOf } from '@/lib/format/list'
import { text } from '@/lib/format/text'
import { sessionsBehindId } from './sessions-behind'

type Props = { parts: readonly FactorPart[]; raw: number; leash: boolean }

/**
 * Bars as long as their weight, filled as far as their points, with tenths that add up to the line below them.
 * Unknown is an empty outline, never a zero.
 */
export function Parts({ parts, raw, leash }: Props) {
  const t = text('readiness')
  const points = tenths(
    parts.map(({ contribution }) => contribution ?? 0),
    raw,
  )
  const weights = tenths(
    parts.map(({ outOf }) => outOf ?? 0),
    100,
  )
  const most = Math.max(...weights, 1)
  const leftOut = parts.filter(({ key, outOf }) => outOf === null && applies(key, leash))
  return (
    <>
      <ul className="parts" aria-label={t('panel.parts')}>
        {parts.map((part, index) => (
          <Part
            key={part.key}
            part={part}
            points={points[index] ?? 0}
            weight={part.outOf === null ? part.weight : (weights[index] ?? 0)}
            most={most}
            leash={leash}
          />
        ))}
      </ul>
      <p className="part-sum">
        <span>{t('panel.sum')}</span>
        <span>
          <b>{cutToTenth(raw).toFixed(1)}</b> {t('panel.sumOf')}
        </span>
      </p>
      {leftOut.length > 0 && (
        <p className="part-note">
          {t('panel.leftOut', {
            parts: listOf(leftOut.map(({ key }) => t(`factor.${key}`))),
            count: leftOut.length,
          })}
        </p>
      )}
    </>
  )
}

const applies = (key: FactorPart['key'], leash: boolean) => leash || key !== 'handling'

type PartProps = { part: FactorPart; points: number; weight: number; most: number; leash: boolean }

function Part({ part: { key, outOf }, points, weight, most, leash }: PartProps) {
  const t = text('readiness')
  const known = outOf !== null
  const style = {
    '--of': `${(weight / most) * 100}%`,
    '--v': `${known && weight > 0 ? (points / weight) * 100 : 0}%`,
  } as CSSProperties
  const name = (
    <>
      {t(`factor.${key}`)}
      <small>{t(`panel.hint.${key}`)}</small>
    </>
  )
  return (
    <li>
      {known ? (
        <a className="part-name reach" href={`#${sessionsBehindId}`}>
          {name}
        </a>
      ) : (
        <span className="part-name">{name}</span>
      )}
      {applies(key, leash) ? (
        <div className={known ? 'bar' : 'bar bar-unknown'} style={style}>
          {known && <i />}
        </div>
      ) : (
        <div className="bar-none" />
      )}
      <p className="part-points">
        {known ? (
          <>
            <b>{points.toFixed(1)}</b> {t('panel.of', { weight })}
          </>
        ) : (
          t(applies(key, leash) ? 'panel.unknown' : 'panel.notApplicable')
        )}
      </p>
    </li>
  )
}
