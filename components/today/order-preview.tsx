import { ActionButton } from '@/components/form/action-button'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/section'
import type { FormAction } from '@/lib/domain/result/form-state'
import type { BetterDay } from '@/lib/domain/scheduling/better-day'
import { moveText } from '@/lib/domain/visit/move-together'
import type { TodayPage } from '@/lib/domain/visit/pages'
import { dayLong, minutes, time } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { betterWords } from './better-days'

type Props = { page: TodayPage; better: BetterDay | undefined; action: FormAction }

/** What another order of the day changes, visit by visit; nothing moves before it is said so. */
export function OrderPreview({ page, better, action }: Props) {
  const t = text('day')
  const day = page.day.toString()
  const back = paths.today(page.day.equals(page.today) ? undefined : day, page.who.id)
  const shown = dayLong(page.day, page.zone)
  return (
    <>
      <Breadcrumb items={[{ href: back, label: shown }]} />
      <PageHead
        title={better ? <bdi>{betterWords(better, page)}</bdi> : t('order.title')}
        {...(better && {
          lead: t('order.lead', { day: shown, name: page.who.name, minutes: minutes(better.saves) }),
        })}
      />
      {better ? (
        <>
          <Times page={page} better={better} />
          <p className="small quiet py-4">{t('order.tells')}</p>
          <div className="acts">
            <ActionButton
              action={action}
              look="go"
              fields={{ moves: movesOf(page, better), day, who: page.who.id }}
            >
              {t('order.confirm', { count: better.shifts.length })}
            </ActionButton>
            <ButtonLink href={back}>{t('order.keep')}</ButtonLink>
          </div>
        </>
      ) : (
        <>
          <Notice>{t('order.gone')}</Notice>
          <p className="pt-4">
            <ButtonLink href={back}>{t('order.back')}</ButtonLink>
          </p>
        </>
      )}
    </>
  )
}

function Times({ page, better }: { page: TodayPage; better: BetterDay }) {
  const t = text('day')
  const rows = page.line.stops
    .map(({ visit }) => ({ visit, to: better.shifts.find(({ id }) => id === visit.id)?.at ?? visit.from }))
    .toSorted((a, b) => a.to.epochMilliseconds - b.to.epochMilliseconds)
  return (
    <table className="order-times" aria-label={t('order.label')}>
      <thead>
        <tr>
          <th scope="col">{t('order.visit')}</th>
          <th scope="col">{t('order.before')}</th>
          <th scope="col">{t('order.after')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ visit, to }) => (
          <tr key={visit.id}>
            <th scope="row" dir="auto">
              {visit.household}
            </th>
            <td>{time(visit.from, visit.zone)}</td>
            <td>
              {to.equals(visit.from) ? (
                <span className="quiet">{t('order.same')}</span>
              ) : (
                <b>{time(to, visit.zone)}</b>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const movesOf = ({ line }: TodayPage, { shifts }: BetterDay): string =>
  shifts
    .flatMap(({ id, at }) => {
      const visit = line.stops.find((stop) => stop.visit.id === id)?.visit
      const wall = visit && at.toZonedDateTimeISO(visit.zone).toPlainDateTime()
      return visit && wall ? [moveText({ ...visit, wall: wall.toString({ smallestUnit: 'minute' }) })] : []
    })
    .join(' ')
