import type { Temporal } from 'temporal-polyfill'
import { ButtonLink, IconLink } from '@/components/ui/button'
import { ChevronLeft, ChevronRight, Plus } from '@/components/ui/icons'
import { PageHead } from '@/components/ui/section'
import { Flip } from '@/components/ui/tabs'
import { dayLong, dayRange, minutes } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import type { CalendarView } from './types'

/** The name of the days shown, what they hold, and the ways to others. The keys press the same links. */
export function CalendarHead({ page }: { page: CalendarView }) {
  const t = text('calendar')
  const { days, view, who, zone, visits, trainers, today } = page
  const [first, last] = [days[0] ?? today, days.at(-1) ?? today]
  const kind = view === 'auto' ? 'week' : view
  const asked = view === 'auto' ? undefined : view
  const to = (day: Temporal.PlainDate, of = who) =>
    paths.calendar({ view: asked, day: day.toString(), who: of })
  const road = visits.reduce(
    (sum, { leaves, from, homeward }) =>
      sum + (from.epochMilliseconds - leaves.epochMilliseconds) / 60_000 + homeward,
    0,
  )
  const within = days.some((day) => day.equals(today))
  const shown = within ? today : first
  const views = (['week', 'day', 'list'] as const).map((key) => ({
    key,
    href: paths.calendar({ view: key, day: shown.toString(), who }),
    label: t(`views.${key}`),
  }))
  return (
    <>
      <PageHead
        title={kind === 'day' ? dayLong(first, zone) : dayRange(first, last)}
        lead={t('lead', { count: visits.length, road: minutes(road) })}
      >
        <div className="cal-tools">
          <IconLink
            icon={ChevronLeft}
            label={t(`before.${kind}`)}
            href={to(first.subtract({ days: days.length }))}
            data-go="before"
          />
          <ButtonLink href={to(today)} aria-current={within ? 'date' : undefined} data-go="today">
            {t('toToday')}
          </ButtonLink>
          <IconLink
            icon={ChevronRight}
            label={t(`after.${kind}`)}
            href={to(first.add({ days: days.length }))}
            data-go="after"
          />
          <Flip label={t('view')} current={view} tabs={views} />
          <ButtonLink
            look="go"
            icon={Plus}
            href={paths.newVisit({ consultant: who, day: kind === 'day' ? first.toString() : undefined })}
            data-go="book"
          >
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
              { key: 'all', href: paths.calendar({ view: asked, day: shown.toString() }), label: t('all') },
              ...trainers.map(({ id, name }) => ({ key: id, href: to(shown, id), label: name })),
            ]}
          />
        </div>
      )}
    </>
  )
}
