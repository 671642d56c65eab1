import { markOf } from '@/components/session/session-list'
import { SessionMark } from '@/components/ui/session-mark'
import { Table } from '@/components/ui/table'
import type { Testimony } from '@/lib/domain/progress/witnesses'
import type { SessionKind } from '@/lib/domain/readiness/types'
import { text } from '@/lib/format/text'
import { bodyWord } from './witness-says'

const kindsShown: readonly SessionKind[] = ['pass', 'criterion_fail', 'stress_fail', 'red']

/** Both witnesses in two lines: how many sessions, the middle rating, and how they went. */
export function WitnessSummary({ testimonies }: { testimonies: readonly Testimony[] }) {
  const t = text('progress')
  return (
    <Table
      caption={t('witness.summary')}
      head={[t('witness.who'), t('witness.sessions'), t('witness.body'), t('witness.kinds')]}
      rows={testimonies.map(({ witness, sessions, median, kinds }) => ({
        key: witness,
        cells: [
          t(`witness.${witness}`),
          sessions,
          median === null ? t('witness.nobody') : bodyWord(median),
          <span key="kinds" className="kind-counts">
            {kindsShown
              .filter((kind) => kinds[kind] > 0)
              .map((kind) => (
                <span key={kind} className="nb">
                  {kinds[kind]} <SessionMark kind={markOf(kind)} />
                </span>
              ))}
          </span>,
        ],
      }))}
    />
  )
}
