import { duration } from '@/lib/format/duration'
import { text } from '@/lib/format/text'
import type { SummaryAnimal } from '@/lib/domain/note/summary'

const latencies = ['latencyApproachSec', 'latencyEatSec', 'latencyStepSec'] as const
const durations = ['longestCalmSec', 'recoverySec'] as const

/** What was seen: the times in a small table, the rest in the consultant's words. Unknown is left out. */
export function SummarySeen({ animal: { seen } }: { animal: SummaryAnimal }) {
  const t = text('summary')
  const rows = [
    ...latencies.flatMap((key) => {
      const seconds = seen[key]
      return seconds === undefined ? [] : [{ key, shown: t('after', { time: duration(seconds) }) }]
    }),
    ...durations.flatMap((key) => {
      const seconds = seen[key]
      return seconds === undefined ? [] : [{ key, shown: duration(seconds) }]
    }),
    ...(seen.trialsOk === undefined ? [] : [{ key: 'trialsOk', shown: t('ofFive', { n: seen.trialsOk }) }]),
  ]
  if (rows.length === 0 && !seen.seen && !seen.vetReferral) return null
  return (
    <section>
      <h2>{t('saw')}</h2>
      {rows.length > 0 && (
        <table className="paper-seen">
          <tbody>
            {rows.map(({ key, shown }) => (
              <tr key={key}>
                <th scope="row">{t(key)}</th>
                <td>{shown}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {seen.seen && (
        <p className="paper-prose" dir="auto">
          {seen.seen}
        </p>
      )}
      {seen.vetReferral && (
        <p>
          <b>{t('vet', { reason: seen.vetReferral })}</b>
        </p>
      )}
    </section>
  )
}
