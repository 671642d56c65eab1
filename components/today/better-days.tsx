import { Section } from '@/components/ui/section'
import type { BetterDay } from '@/lib/domain/scheduling/better-day'
import type { TodayPage } from '@/lib/domain/visit/pages'
import { minutes, time } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

/** Orders of the day with less driving, each a way to where one looks at it and decides. */
export function BetterDays({ page }: { page: TodayPage }) {
  const t = text('day')
  if (page.better.length === 0) return null
  return (
    <Section title={t('better.title')}>
      <ul className="better">
        {page.better.map((better) => (
          <li key={better.kind}>
            <p>
              <bdi>{betterWords(better, page)}</bdi>:{' '}
              <b>{t('better.saves', { minutes: minutes(better.saves) })}</b>
            </p>
            <a className="reach" href={wayTo(better, page)}>
              {t('better.look')}
            </a>
          </li>
        ))}
      </ul>
      <p className="tiny pt-3">{t('better.lead')}</p>
    </Section>
  )
}

/** "Swap Berger and O’Neill". */
export function betterWords(better: BetterDay, { line, zone }: Pick<TodayPage, 'line' | 'zone'>): string {
  const t = text('day')
  const nameOf = (id: string | null) => line.stops.find(({ visit }) => visit.id === id)?.visit.household ?? ''
  switch (better.kind) {
    case 'swap':
      return t('better.swap', { one: nameOf(better.ids[0]), other: nameOf(better.ids[1]) })
    case 'reorder':
      return t('better.reorder', { count: better.shifts.length })
    case 'move': {
      const at = better.shifts.find(({ id }) => id === better.id)?.at
      const words = { one: nameOf(better.id), time: at ? time(at, zone) : '' }
      return better.after
        ? t('better.moveAfter', { ...words, other: nameOf(better.after) })
        : t('better.moveFirst', { ...words, other: nameOf(better.before) })
    }
  }
}

/** One visit moves where every visit is moved; several are looked at together. */
function wayTo(better: BetterDay, page: TodayPage): string {
  const [shift] = better.shifts
  const visit = page.line.stops.find((stop) => stop.visit.id === shift?.id)?.visit
  if (better.kind !== 'move' || better.shifts.length !== 1 || !shift || !visit)
    return paths.dayOrder(page.day.toString(), page.who.id, better.kind)
  const wall = shift.at.toZonedDateTimeISO(visit.zone)
  return paths.moveVisit(visit.id, { day: wall.toPlainDate().toString(), time: time(shift.at, visit.zone) })
}
