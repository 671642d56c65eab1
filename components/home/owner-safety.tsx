import { CircleCheck, CircleDashed, Info } from '@/components/ui/icons'
import { Section } from '@/components/ui/section'
import type { SafetyLine } from '@/lib/domain/safety/safety-list'
import type { Safety } from '@/lib/domain/standing/overview'
import { dayInYear } from '@/lib/format/dates'
import { text } from '@/lib/format/text'

/** Looked at on the day itself: nothing a household can see to before. */
const ofTheDay = ['gear_check', 'carrier', 'temperature']

/** The outdoor safety list as the household reads it: what is done, and the errands that are left. */
export function OwnerSafety({ safety, name, zone }: { safety: Safety; name: string; zone: string }) {
  const t = text('home')
  return (
    <Section title={t('plan.safety')}>
      <p className="after">{t('plan.safetyLead', { name })}</p>
      <ul className="safety-lines">
        {safety.lines.map((line) => {
          const Sign = line.state === 'ok' ? CircleCheck : line.force === 'blocks' ? CircleDashed : Info
          return (
            <li key={line.key} className={line.state === 'ok' ? 'is-ok' : undefined}>
              <Sign />
              <span>
                {text('safety')(`item.${line.label}`)}
                <small>{stateOf(line, zone)}</small>
              </span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

function stateOf({ key, state, until }: SafetyLine, zone: string): string {
  const t = text('home')
  if (ofTheDay.includes(key)) return t('plan.onTheDay')
  const words = t(`plan.state.${state}`)
  return state === 'ok' && until ? `${words}, ${t('plan.until', { date: dayInYear(until, zone) })}` : words
}
