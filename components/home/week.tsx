import { Section } from '@/components/ui/section'
import type { LoggedSession } from '@/lib/domain/log/logged'
import { weekOf, type DayMark } from '@/lib/domain/log/week'
import type { Temporal } from 'temporal-polyfill'
import { weekdayLong, weekdayShort } from '@/lib/format/dates'
import { text } from '@/lib/format/text'

type Props = { name: string; sessions: readonly LoggedSession[]; today: Temporal.PlainDate; zone: string }

/** Seven days: practised, hard, rest. Nothing is missing, nothing is broken. */
export function Week({ name, sessions, today, zone }: Props) {
  const t = text('home')
  const week = weekOf(sessions, today)
  const days = week.filter(({ mark }) => mark === 'practised' || mark === 'hard').length
  const hard = week.findLast(({ mark }) => mark === 'hard')
  return (
    <Section title={t('week.title', { name })} aside={t('week.days', { n: days })}>
      <ol className="week">
        {week.map(({ day, mark }) => (
          <li key={day.toString()} className={day.equals(today) ? 'now' : undefined}>
            <svg viewBox="0 0 26 26" role="img" aria-label={t(`week.mark.${mark}`)}>
              {marks[mark]}
            </svg>
            {weekdayShort(day, zone)}
          </li>
        ))}
      </ol>
      {hard && <p className="after">{t('week.hard', { day: weekdayLong(hard.day, zone) })}</p>}
    </Section>
  )
}

const dot = <circle cx="13" cy="13" r="2" fill="var(--line)" />
const marks: Record<DayMark, React.ReactNode> = {
  practised: (
    <>
      <circle cx="13" cy="13" r="10" fill="var(--green)" />
      <path
        d="m8.5 13.5 3 3 6-6.5"
        stroke="var(--on-green)"
        strokeWidth="2.2"
        fill="none"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  hard: (
    <>
      <circle cx="13" cy="13" r="10" fill="var(--amber-soft)" stroke="var(--amber)" strokeWidth="2" />
      <path d="M8.5 13h9" stroke="var(--amber)" strokeWidth="2.4" strokeLinecap="round" />
    </>
  ),
  rest: <path d="M8 13h10" stroke="var(--slate)" strokeWidth="2.2" strokeLinecap="round" />,
  today: (
    <circle
      cx="13"
      cy="13"
      r="10"
      fill="none"
      stroke="var(--green)"
      strokeWidth="2"
      strokeDasharray="3 3.3"
    />
  ),
  ahead: dot,
}
