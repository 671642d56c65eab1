import { ButtonLink } from '@/components/ui/button'
import { DoorOpen, MapPin, MessageSquare, PenLine, Phone } from '@/components/ui/icons'
import { directionsTo } from '@/components/visit/directions'
import type { Stop as StopOfDay, StopState } from '@/lib/domain/scheduling/day-line'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import type { TodayVisit } from '@/lib/domain/visit/pages'
import { time } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { Knob } from './knob'
import { TakeBack, Taps, type DayActions } from './taps'
import { WorkedAnimal } from './worked-animal'

type Props = {
  stop: StopOfDay<TodayVisit>
  standings: ReadonlyMap<string, AnimalStanding>
  actions: DayActions
  /** Its last tap is the last of the day, and can be taken back. */
  tappedLast: boolean
  /** The day is today: taps are offered. */
  today: boolean
}

/** What the mark on the rail already shows is only read out. */
const spoken: ReadonlySet<StopState> = new Set(['done', 'next', 'ahead'])

/** One home on the line of the day. */
export function Stop({ stop: { visit, state }, standings, actions, tappedLast, today }: Props) {
  const t = text('today')
  const lifted = state === 'next' || state === 'here'
  return (
    <li
      className={`line-stop ${lifted ? 'is-next' : ''} ${state === 'ahead' || state === 'next' || state === 'open' ? 'is-ahead' : ''}`}
    >
      <p className="line-at">
        <time dateTime={visit.from.toString()}>{time(visit.from, visit.zone)}</time>
        <small>{t('until', { time: time(visit.until, visit.zone) })}</small>
      </p>
      <div className="rail">
        <Knob state={state} />
      </div>
      <div className="where">
        <h2>
          <span className={spoken.has(state) ? 'vh' : 'stop-word'}>{t(`state.${state}`)} </span>
          <a className="reach" href={paths.visit(visit.id)} dir="auto">
            {visit.household}
          </a>
        </h2>
        <p className="addr">
          <bdi>{visit.place === 'remote' ? t('remote') : visit.address || t('noAddress')}</bdi>
          <span className="tiny"> · {visit.serviceName}</span>
        </p>
        {visit.animals.length > 0 && (
          <ul className="worked">
            {visit.animals.map((animal) => (
              <WorkedAnimal
                key={animal.id}
                animal={animal}
                standing={standings.get(animal.id)}
                zone={visit.zone}
              />
            ))}
          </ul>
        )}
        {lifted && <Ways visit={visit} here={state === 'here'} actions={actions} />}
        {state === 'open' && today && (
          <div className="go-row">
            <Taps visit={visit} actions={actions} over />
          </div>
        )}
        {tappedLast && <TakeBack visit={visit} action={actions.takeBack} />}
      </div>
    </li>
  )
}

/** What can be done at the next door: the next tap, the door itself, the way, a call. */
function Ways({ visit, here, actions }: { visit: TodayVisit; here: boolean; actions: DayActions }) {
  const t = text('today')
  const phone = visit.contact?.phone ?? ''
  return (
    <>
      {visit.accessNotes !== '' && (
        <p className="mind">
          <MessageSquare className="tone-slate" />
          <span dir="auto">{visit.accessNotes}</span>
        </p>
      )}
      {visit.setOutAt && !visit.arrivedAt && (
        <p className="small quiet pt-3">{t('tap.onWay', { time: time(visit.setOutAt, visit.zone) })}</p>
      )}
      <div className="go-row">
        <Taps visit={visit} actions={actions} />
        {here && (
          <ButtonLink icon={PenLine} href={paths.visit(visit.id)}>
            {t('open')}
          </ButtonLink>
        )}
        {visit.place === 'home' && (
          <ButtonLink icon={DoorOpen} href={paths.door(visit.id)}>
            {t('door')}
          </ButtonLink>
        )}
        {visit.place === 'home' && (visit.address !== '' || visit.spot.at) && (
          <ButtonLink icon={MapPin} {...directionsTo(visit.address, visit.spot.rough ? null : visit.spot.at)}>
            {t('directions')}
          </ButtonLink>
        )}
        {phone !== '' && (
          <ButtonLink icon={Phone} href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
            {t('call')}
          </ButtonLink>
        )}
      </div>
    </>
  )
}
