import { ButtonLink, IconLink } from '@/components/ui/button'
import { ChevronLeft, ChevronRight, Plus, Printer } from '@/components/ui/icons'
import { Flip } from '@/components/ui/tabs'
import type { TodayPage } from '@/lib/domain/visit/pages'
import { dayLong, minutes, relativeDay } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

/** The name of the day, what it holds, and the way to the days beside it. */
export function DayHead({ page }: { page: TodayPage }) {
  const t = text('today')
  const { day, today, zone, who, trainers, line } = page
  const link = (to: typeof day) => paths.today(to.equals(today) ? undefined : to.toString(), who.id)
  const homes = line.stops.filter(({ visit }) => visit.place === 'home').length
  const animals = new Set(line.stops.flatMap(({ visit }) => visit.animals.map(({ id }) => id))).size
  return (
    <header className="day-head">
      <div>
        <nav className="day-turn" aria-label={t('turn')}>
          <IconLink icon={ChevronLeft} label={t('before')} href={link(day.subtract({ days: 1 }))} />
          <IconLink icon={ChevronRight} label={t('after')} href={link(day.add({ days: 1 }))} />
          {!day.equals(today) && (
            <a className="reach" href={paths.today(undefined, who.id)}>
              {t('toToday')}
            </a>
          )}
        </nav>
        <h1>{dayLong(day, zone, { year: day.year !== today.year })}</h1>
        <p>
          {!day.equals(today) && `${capital(relativeDay(day, today, zone))}. `}
          {line.stops.length > 0 && t('lead', { homes, animals, calls: line.stops.length - homes })}
          {line.drive > 0 && ` ${t('drive', { drive: minutes(line.drive) })}`}
        </p>
      </div>
      <div className="acts">
        {trainers.length > 1 && (
          <Flip
            label={t('whose')}
            current={who.id}
            tabs={trainers.map(({ id, name }) => ({
              key: id,
              href: paths.today(day.equals(today) ? undefined : day.toString(), id),
              label: name.split(' ')[0] ?? name,
            }))}
          />
        )}
        <ButtonLink icon={Printer} href={paths.daySheet(day.toString(), who.id)}>
          {t('sheet')}
        </ButtonLink>
        {day.equals(today) && <ButtonLink href={`${paths.onThisPhone()}#take`}>{t('takeAlong')}</ButtonLink>}
        <ButtonLink icon={Plus} href={paths.newVisit({ day: day.toString(), consultant: who.id })}>
          {t('book')}
        </ButtonLink>
      </div>
    </header>
  )
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
