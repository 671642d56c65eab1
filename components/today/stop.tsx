import { ActionButton } from '@/components/form/action-button'
import { ButtonLink } from '@/components/ui/button'
import { MapPin, MessageSquare, PenLine, Phone } from '@/components/ui/icons'
import { directionsTo } from '@/components/visit/directions'
import type { FormAction } from '@/lib/domain/result/form-state'
import type { Stop as StopOfDay, StopState } from '@/lib/domain/scheduling/day-line'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import type { TodayVisit } from '@/lib/domain/visit/pages'
import { time } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { Knob } from './knob'
import { WorkedAnimal } from './worked-animal'

type Props = {
  stop: StopOfDay<TodayVisit>
  standings: ReadonlyMap<string, AnimalStanding>
  arrive: FormAction
}

/** What the mark on the rail already shows is only read out. */
const spoken: ReadonlySet<StopState> = new Set(['done', 'next', 'ahead'])

/** One home on the line of the day. */
export function Stop({ stop: { visit, state }, standings, arrive }: Props) {
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
        {lifted && <Ways visit={visit} here={state === 'here'} arrive={arrive} />}
      </div>
    </li>
  )
}

/** What can be done at the next door: note the arrival, find the way, call. */
function Ways({ visit, here, arrive }: { visit: TodayVisit; here: boolean; arrive: FormAction }) {
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
      <div className="go-row">
        {here ? (
          <ButtonLink look="go" icon={PenLine} href={paths.visit(visit.id)}>
            {t('open')}
          </ButtonLink>
        ) : (
          <ActionButton action={arrive} look="go" fields={{ id: visit.id, version: String(visit.version) }}>
            {t('arrive')}
          </ActionButton>
        )}
        {visit.place === 'home' && (visit.address !== '' || visit.home) && (
          <ButtonLink icon={MapPin} {...directionsTo(visit.address, visit.home)}>
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
