import { Temporal } from 'temporal-polyfill'
import { Section } from '@/components/ui/section'
import { liveEntries } from '@/lib/domain/plan/state'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import { monthDay } from '@/lib/format/dates'
import { text } from '@/lib/format/text'

/** How a completed plan ended, said as what it is: a good outcome; with the consultant's own words. */
export function OutcomePart({ standing, zone }: { standing: AnimalStanding; zone: string }) {
  const end = liveEntries(standing.entries).at(-1)
  return (
    <Section
      title={outcomeName(standing)}
      aside={end && monthDay(Temporal.PlainDate.from(end.enteredOn), zone)}
      className="outcome"
    >
      <p className="pt-3">{outcomeSays(standing)}</p>
      {end?.reason && (
        <p className="said pt-2" dir="auto">
          “{end.reason}”
        </p>
      )}
    </Section>
  )
}

/** The indoor programme as what it is: an answer that was heard, and plenty to do. */
export function IndoorsPart({ standing }: { standing: AnimalStanding }) {
  const t = text('plan')
  const { name, protocol, state } = standing
  const { alternative } = protocol
  return (
    <Section
      title={alternative.name}
      aside={state.reviewOn && t('reviewOn', { date: monthDay(state.reviewOn, 'UTC') })}
      className="outcome"
    >
      <p className="pt-3">{t('indoorsLead', { name })}</p>
      <ul className="rows small">
        {alternative.items.map((item) => (
          <li key={item}>{item.charAt(0).toUpperCase() + item.slice(1)}</li>
        ))}
      </ul>
    </Section>
  )
}

export const outcomeName = ({ state }: AnimalStanding): string =>
  text('plan')(`outcome.${state.outcome ?? 'unsaid'}.name`)

export const outcomeSays = ({ state, name }: Pick<AnimalStanding, 'state' | 'name'>): string =>
  text('plan')(`outcome.${state.outcome ?? 'unsaid'}.say`, { name })
