import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead, Section } from '@/components/ui/section'
import type { SeriesPage } from '@/lib/domain/series/planned'
import { dayLong, time } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

/** "Every 2 weeks on Thursday, 10:00". */
export function SeriesHead({ series }: { series: SeriesPage }) {
  const t = text('series')
  const { visit, household, everyWeeks, weekdays, first } = series
  const days = weekdays.toSorted((a, b) => a - b).map((day) => text('working')(`week.day.${day as 1}`))
  return (
    <>
      <Breadcrumb
        items={[
          { href: paths.client(household.id), label: <bdi>{household.name}</bdi> },
          { href: paths.visit(visit.id), label: dayLong(visit.start.toPlainDate(), visit.zone) },
        ]}
      />
      <PageHead
        title={<bdi>{t('for', { name: household.name })}</bdi>}
        lead={t('page.rule', { weeks: everyWeeks, days: days.join(', '), time: time(first, visit.zone) })}
      />
    </>
  )
}

/** Every visit of a series, whatever became of it. */
export function SeriesVisits({ series: { visit, visits } }: { series: SeriesPage }) {
  const t = text('series')
  return (
    <Section title={t('page.visits')} aside={t('preview.count', { count: visits.length })}>
      <ol className="free-times">
        {visits.map(({ id, start, status, ownWay }, index) => (
          <li key={id}>
            <span className="n">{index + 1}</span>
            <div>
              <a className="reach" href={paths.visit(id)} aria-current={id === visit.id ? 'true' : undefined}>
                {dayLong(start.toPlainDate(), visit.zone)}, {time(start, visit.zone)}
              </a>
              <p>
                {[
                  text('visit')(`status.${status}`),
                  ...(ownWay ? [t('page.own')] : []),
                  ...(id === visit.id ? [t('page.this')] : []),
                ].join(', ')}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}
