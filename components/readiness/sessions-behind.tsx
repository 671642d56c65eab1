import { SessionMark } from '@/components/ui/session-mark'
import { Disclosure } from '@/components/ui/disclosure'
import { Table } from '@/components/ui/table'
import { markOf } from '@/components/session/session-list'
import { applicableFactors } from '@/lib/domain/readiness/factors'
import type { Assessment, SessionUsed } from '@/lib/domain/readiness/types'
import { dayOfNumber } from '@/lib/domain/time/time'
import { dayShort } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const sessionsBehindId = 'readiness-sessions'

/** So many sessions are listed; older ones weigh next to nothing and are summed up in one line. */
const listed = 20

type Props = { assessment: Assessment; leash: boolean; animalId: string }

/** Every session of the stage with its weight and the values that the bars are the means of, newest first. */
export function SessionsBehind({ assessment: { sessionsUsed, parts }, leash, animalId }: Props) {
  const t = text('readiness')
  if (sessionsUsed.length === 0) return null
  const factors = applicableFactors({ leash })
  const newestFirst = [...sessionsUsed].reverse()
  const older = newestFirst.slice(listed)
  const shares = (of: (key: (typeof factors)[number]) => number | null | undefined) =>
    factors.map((key) => of(key)?.toFixed(2) ?? '–')
  return (
    <Disclosure summary={t('panel.sessions', { count: sessionsUsed.length })}>
      <p className="small quiet" id={sessionsBehindId}>
        {t('panel.sessionsLead')}
      </p>
      <div className="behind">
        <Table
          caption={t('panel.sessions', { count: sessionsUsed.length })}
          folds
          head={[
            ...(['session', 'kind', 'source', 'weight'] as const).map((key) => t(`panel.column.${key}`)),
            ...factors.map((key) => t(`factor.${key}`)),
          ]}
          rows={[
            ...newestFirst.slice(0, listed).map((one) => ({
              key: one.id,
              cells: [
                <a key="day" className="reach" href={paths.session(animalId, one.id)}>
                  {dayShort(dayOfNumber(one.day), 'UTC')}
                </a>,
                <Kind key="kind" kind={one.kind} />,
                text('observation')(`source.${one.source}`),
                one.weight.toFixed(2),
                ...shares((key) => one.factors[key]),
              ],
            })),
            ...(older.length > 0
              ? [
                  {
                    key: 'older',
                    cells: [
                      t('panel.older', { count: older.length }),
                      '',
                      '',
                      older.reduce((sum, { weight }) => sum + weight, 0).toFixed(2),
                      ...factors.map(() => ''),
                    ],
                  },
                ]
              : []),
            {
              key: 'mean',
              cells: [
                t('panel.mean'),
                '',
                '',
                sessionsUsed.reduce((sum, { weight }) => sum + weight, 0).toFixed(2),
                ...shares((key) => parts.find((part) => part.key === key)?.value),
              ],
            },
          ]}
        />
      </div>
    </Disclosure>
  )
}

function Kind({ kind }: Pick<SessionUsed, 'kind'>) {
  return (
    <>
      <SessionMark kind={markOf(kind)} labelled={false} /> {text('readiness')(`kind.${kind}`)}
    </>
  )
}
