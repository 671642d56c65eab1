import type { Temporal } from 'temporal-polyfill'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonLink, IconLink } from '@/components/ui/button'
import { ChevronLeft, ChevronRight, Download } from '@/components/ui/icons'
import { PageHead } from '@/components/ui/section'
import { Flip } from '@/components/ui/tabs'
import { totalOf } from '@/lib/domain/mileage/mileage'
import { dayShort, minutes, monthInYear } from '@/lib/format/dates'
import { distance } from '@/lib/format/distance'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

type Drive = { homes: number; km: number; unknown: number; minutes: number }
type Page = {
  who: { id: string; name: string }
  trainers: { id: string; name: string }[]
  days: { day: Temporal.PlainDate; planned: Drive; driven: Drive }[]
}
type Props = { page: Page; month: Temporal.PlainYearMonth; units: 'metric' | 'imperial' }

/** A month of driving by day, planned and driven, and the way to take it along. */
export function MileageView({ page: { who, trainers, days }, month, units }: Props) {
  const t = text('day')
  const to = (other: Temporal.PlainYearMonth, whose = who.id) =>
    paths.mileage({ month: other.toString(), who: whose })
  return (
    <>
      <Breadcrumb items={[{ href: paths.today(undefined, who.id), label: text('today')('title') }]} />
      <PageHead title={t('mileage.title')} lead={t('mileage.lead')}>
        {trainers.length > 1 && (
          <Flip
            label={t('mileage.whose')}
            current={who.id}
            tabs={trainers.map(({ id, name }) => ({
              key: id,
              href: to(month, id),
              label: name.split(' ')[0] ?? name,
            }))}
          />
        )}
        <ButtonLink icon={Download} href={paths.mileageCsv({ month: month.toString(), who: who.id })}>
          {t('mileage.csvMonth')}
        </ButtonLink>
      </PageHead>
      <div className="day-turn">
        <IconLink icon={ChevronLeft} label={t('mileage.before')} href={to(month.subtract({ months: 1 }))} />
        <h2>{monthInYear(month)}</h2>
        <IconLink icon={ChevronRight} label={t('mileage.after')} href={to(month.add({ months: 1 }))} />
      </div>
      {days.length === 0 ? (
        <p className="quiet pt-4">{t('mileage.empty')}</p>
      ) : (
        <Table days={days} who={who.id} units={units} />
      )}
    </>
  )
}

function Table({ days, who, units }: { days: Page['days']; who: string; units: Props['units'] }) {
  const t = text('day')
  const planned = totalOf(days.map((one) => one.planned))
  const driven = totalOf(days.map((one) => one.driven))
  const unknown = days.reduce((sum, one) => sum + one.driven.unknown, 0)
  const shown = (km: number) => (km === 0 ? '–' : distance(km, units))
  return (
    <>
      <table className="mileage" aria-label={t('mileage.table')}>
        <thead>
          <tr>
            <th scope="col">{t('mileage.day')}</th>
            <th scope="col">{t('mileage.planned')}</th>
            <th scope="col">{t('mileage.driven')}</th>
            <th scope="col">{t('mileage.minutes')}</th>
          </tr>
        </thead>
        <tbody>
          {days.map((one) => {
            const day = dayShort(one.day, 'UTC')
            return (
              <tr key={one.day.toString()}>
                <th scope="row">
                  <a
                    className="reach"
                    href={paths.mileageCsv({ day: one.day.toString(), who })}
                    aria-label={t('mileage.csvDay', { day })}
                  >
                    {day}
                  </a>
                </th>
                <td>{shown(one.planned.km)}</td>
                <td>{shown(one.driven.km)}</td>
                <td>{one.driven.minutes > 0 ? minutes(one.driven.minutes) : '–'}</td>
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('mileage.total')}</th>
            <td>{shown(planned.km)}</td>
            <td>{shown(driven.km)}</td>
            <td>{minutes(days.reduce((sum, one) => sum + one.driven.minutes, 0))}</td>
          </tr>
        </tfoot>
      </table>
      {unknown > 0 && <p className="tiny pt-3">{t('mileage.unknown', { count: unknown })}</p>}
    </>
  )
}
