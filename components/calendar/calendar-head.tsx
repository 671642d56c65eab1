import { ButtonLink, IconLink } from '@/components/ui/button'
import { ChevronLeft, ChevronRight, Plus } from '@/components/ui/icons'
import { PageHead } from '@/components/ui/section'
import { Flip } from '@/components/ui/tabs'
import { dayLong, dayRange, minutes } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import type { CalendarView } from './types'

/** The name of the days shown, what they hold, and the ways to others. */
export function CalendarHead({ page }: { page: CalendarView }) {
  const t = text('calendar')
  const { days, view, who, zone, visits, trainers, today } = page
  const [first, last] = [days[0] ?? today, days.at(-1) ?? today]
  const to = (day: typeof first, of = who) =>
    paths.calendar(view === 'week' ? { week: day.toString(), who: of } : { day: day.toString(), who: of })
  const road = visits.reduce(
    (sum, { leaves, from }) => sum + (from.epochMilliseconds - leaves.epochMilliseconds),
    0,
  )
  const step = { days: view === 'week' ? 7 : 1 }
  const within = days.some((day) => day.equals(today))
  return (
    <>
      <PageHead
        title={view === 'week' ? dayRange(first, last) : dayLong(first, zone)}
        lead={t('lead', { count: visits.length, road: minutes(road / 60_000) })}
      >
        <div className="cal-tools">
          <IconLink icon={ChevronLeft} label={t(`before.${view}`)} href={to(first.subtract(step))} />
          <ButtonLink href={to(today)} aria-current={within ? 'date' : undefined}>
            {t(`this.${view}`)}
          </ButtonLink>
          <IconLink icon={ChevronRight} label={t(`after.${view}`)} href={to(first.add(step))} />
          <Flip
            label={t('view')}
            current={view}
            tabs={[
              {
                key: 'day',
                href: paths.calendar({ day: (within ? today : first).toString(), who }),
                label: t('day'),
              },
              { key: 'week', href: paths.calendar({ week: first.toString(), who }), label: t('week') },
            ]}
          />
          <ButtonLink look="go" icon={Plus} href={paths.newVisit({ consultant: who })}>
            {t('book')}
          </ButtonLink>
        </div>
      </PageHead>
      {trainers.length > 1 && (
        <div className="no-print mb-6">
          <Flip
            label={t('whose')}
            current={who ?? 'all'}
            tabs={[
              { key: 'all', href: to(first, undefined), label: t('all') },
              ...trainers.map(({ id, name }) => ({ key: id, href: to(first, id), label: name })),
            ]}
          />
        </div>
      )}
    </>
  )
}
