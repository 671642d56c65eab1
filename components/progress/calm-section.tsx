import { DayChart, plotRoom } from '@/components/chart/day-chart'
import { placed } from '@/components/chart/day-scale'
import { ChartKey } from '@/components/chart/marks'
import { secondsScale } from '@/components/chart/value-scale'
import { Section } from '@/components/ui/section'
import { calmTimes, firstAndLast, type CalmTime } from '@/lib/domain/progress/measured'
import { monthDay } from '@/lib/format/dates'
import { duration } from '@/lib/format/duration'
import { text } from '@/lib/format/text'
import type { Drawn } from './drawn'
import { SessionTable } from './session-table'

/** How long it stayed calm, session by session; rings where nobody measured it. */
export function CalmSection({ drawn }: { drawn: Drawn }) {
  const t = text('progress')
  const { scale, plan, redDays } = drawn
  const times = calmTimes(plan.sessions)
  const byId = new Map(times.map((time) => [time.session.id, time]))
  return (
    <Section title={t('calm.title')}>
      {times.length === 0 ? (
        <p className="quiet pt-3">{t('calm.none')}</p>
      ) : (
        <DayChart
          label={t('calm.label')}
          says={calmSays(times)}
          scale={scale}
          values={secondsScale(
            times.map(({ value }) => value),
            plotRoom,
          )}
          nameOf={duration}
          spans={plan.spans}
          points={placed(scale, times, ({ session }) => session.day).map(({ thing, at }) => ({
            key: thing.session.id,
            at,
            value: thing.value,
            shape: thing.measured ? 'disc' : 'ring',
          }))}
          redDays={redDays}
          legend={
            <ChartKey
              items={[
                { shape: 'disc', label: t('calm.measured') },
                { shape: 'ring', label: t('calm.standsIn') },
              ]}
              more={t('calm.room')}
            />
          }
          table={
            <SessionTable
              drawn={drawn}
              caption={t('calm.label')}
              sessions={times.map(({ session }) => session)}
              columns={[
                { head: t('calm.value'), cell: ({ id }) => duration(byId.get(id)?.value ?? 0) },
                {
                  head: t('calm.how'),
                  cell: ({ id }) => t(byId.get(id)?.measured ? 'calm.howMeasured' : 'calm.howDuration'),
                },
              ]}
            />
          }
        />
      )}
    </Section>
  )
}

function calmSays(times: readonly CalmTime[]): string {
  const t = text('progress')
  const longest = times.reduce((a, b) => (b.value > a.value ? b : a))
  const moved = firstAndLast(times.map(({ value }) => value))
  const says = t('calm.says', {
    longest: duration(longest.value),
    date: monthDay(longest.session.day, 'UTC'),
  })
  if (!moved) return says
  const { first, last } = moved
  return `${says} ${t('calm.moved', { first: duration(Math.round(first)), last: duration(Math.round(last)) })}`
}
