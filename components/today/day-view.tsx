import type { Temporal } from 'temporal-polyfill'
import { ThreadsWaiting } from '@/components/thread/threads-waiting'
import { UrgentThreads } from '@/components/thread/urgent-threads'
import { RequestsWaiting } from '@/components/request/requests-waiting'
import { FreeTimes } from '@/components/waiting/free-times'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { FormAction } from '@/lib/domain/result/form-state'
import type { TodayPage } from '@/lib/domain/visit/pages'
import { dayLong } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { BetterDays } from './better-days'
import { DayHead } from './day-head'
import { DayMap } from './day-map'
import { ErasuresWaiting } from './erasures-waiting'
import { Homeward, Leg } from './leg'
import { NeedsYou } from './needs-you'
import { NotesToSign } from './notes-to-sign'
import { Stop } from './stop'
import type { DayActions } from './taps'

type Props = {
  page: TodayPage
  now: Temporal.Instant
  units: 'metric' | 'imperial'
  actions: DayActions
  approve: FormAction
}

/** The consultant's day: the line from home to home, and beside it who needs a person. */
export function DayView({ page, now, units, actions, approve }: Props) {
  const t = text('today')
  return (
    <>
      <DayHead page={page} />
      <UrgentThreads threads={page.threads} />
      <div className="cols">
        {page.line.stops.length > 0 ? (
          <Line page={page} now={now} actions={actions} />
        ) : (
          <EmptyDay page={page} />
        )}
        <aside className="stack" aria-label={t('margin')}>
          <ErasuresWaiting erasures={page.erasures} zone={page.zone} />
          <ThreadsWaiting threads={page.threads} zone={page.zone} />
          <RequestsWaiting requests={page.requests} action={approve} />
          <FreeTimes free={page.free} />
          <BetterDays page={page} />
          <NeedsYou needs={page.needs} zone={page.zone} who={page.who.id} />
          <NotesToSign notes={page.notes} />
          <DayMap page={page} units={units} />
        </aside>
      </div>
    </>
  )
}

function Line({ page, now, actions }: Omit<Props, 'units' | 'approve'>) {
  const t = text('today')
  const { stops, homeward } = page.line
  return (
    <div>
      <ol className="line" aria-label={t('line')}>
        {stops.flatMap((stop) => {
          const { leg, state, visit } = stop
          const ahead = state === 'ahead' || state === 'next' || state === 'open'
          const coming = state === 'next' && visit.from.epochMilliseconds > now.epochMilliseconds
          return [
            leg && (
              <Leg
                key={`to ${visit.id}`}
                leg={leg}
                zone={page.zone}
                ahead={ahead}
                remote={visit.place === 'remote'}
                now={coming ? now : null}
              />
            ),
            <Stop
              key={visit.id}
              stop={stop}
              standings={page.standings}
              actions={actions}
              tappedLast={visit.id === page.lastTap}
              today={page.day.equals(page.today)}
            />,
          ]
        })}
        {homeward && <Homeward {...homeward} zone={page.zone} />}
      </ol>
      {page.cancelled.length > 0 && (
        <p className="small quiet pt-4">
          {t('cancelled', { names: page.cancelled.map(({ household }) => household).join(', ') })}
        </p>
      )}
      <p className="tiny pt-4">
        {t('estimate')}{' '}
        <a href={paths.mileage({ month: page.day.toPlainYearMonth().toString(), who: page.who.id })}>
          {text('day')('mileage.link')}
        </a>
      </p>
    </div>
  )
}

/** A free day, or the very first one. */
function EmptyDay({ page }: { page: TodayPage }) {
  const t = text('today')
  if (page.isNew) {
    return (
      <EmptyState
        title={t('new.title')}
        action={
          <>
            <ButtonLink look="go" href={paths.newClient()}>
              {t('new.client')}
            </ButtonLink>
            <ButtonLink href={paths.newVisit()}>{t('book')}</ButtonLink>
          </>
        }
      >
        {t('new.lead')}
      </EmptyState>
    )
  }
  const book = paths.newVisit({ day: page.day.toString(), consultant: page.who.id })
  return (
    <EmptyState
      title={t('empty.title', { day: dayLong(page.day, page.zone) })}
      action={
        <>
          <ButtonLink look="go" href={book}>
            {t('book')}
          </ButtonLink>
          <ButtonLink href={paths.calendar({ day: page.day.toString() })}>{t('empty.calendar')}</ButtonLink>
        </>
      }
    >
      {t('empty.lead')}
    </EmptyState>
  )
}
