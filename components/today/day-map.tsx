import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { ExternalLink } from '@/components/ui/icons'
import { Section } from '@/components/ui/section'
import { crowFlies } from '@/lib/domain/scheduling/day-map'
import type { Place } from '@/lib/domain/scheduling/distance'
import { placeOf } from '@/lib/domain/scheduling/travel'
import type { TodayPage } from '@/lib/domain/visit/pages'
import { distance } from '@/lib/format/distance'
import { text } from '@/lib/format/text'
import { MapDrawing, type Drawn } from './map-drawing'
import { legLinks, routeLinks } from './map-links'

type Props = { page: TodayPage; units: 'metric' | 'imperial' }

/** The homes of the day as doors in their order, in words as well, and the ways into the phone's own map. */
export function DayMap({ page, units }: Props) {
  const t = text('day')
  const visits = page.line.stops.filter(({ visit }) => visit.place === 'home')
  const drawn = visits.flatMap(({ visit, state }, index): (Drawn & { ahead: boolean })[] => {
    const at = placeOf(visit.spot.at)
    const ahead = state === 'next' || state === 'ahead'
    return at ? [{ key: visit.id, label: String(index + 1), name: visit.household, at, ahead }] : []
  })
  if (drawn.length === 0) return null
  const end = (which: 'start' | 'end'): Drawn[] => {
    const its = page.ends[which]
    const at = its && placeOf(its.spot.at)
    return at ? [{ key: which, label: '', name: t(`map.${its.place}`), at }] : []
  }
  const way = [...end('start'), ...drawn, ...end('end')]
  const missing = visits.filter(({ visit }) => !placeOf(visit.spot.at)).map(({ visit }) => visit.household)
  return (
    <Section title={t('map.title')} className="no-print">
      <MapDrawing
        way={way}
        units={units}
        alt={t('map.alt', { stops: way.map(({ label, name }) => [label, name].join(' ').trim()).join(', ') })}
      />
      <Disclosure summary={t('map.words')}>
        <ol className="small pb-3">
          {way.slice(1).map((to, index) => (
            <li key={to.key}>
              <bdi>{legWords(way[index] ?? to, to, units)}</bdi>
            </li>
          ))}
        </ol>
      </Disclosure>
      {missing.length > 0 && <p className="tiny">{t('map.missing', { names: missing.join(', ') })}</p>}
      <MapWays ahead={drawn.filter(({ ahead }) => ahead).map(({ at }) => at)} />
    </Section>
  )
}

function legWords(from: Drawn, to: Drawn, units: Props['units']): string {
  const t = text('day')
  const names = { from: from.name, to: to.name }
  const flies = crowFlies(from.at, to.at)
  if (!flies) return t('map.there', names)
  return t('map.leg', {
    ...names,
    distance: distance(flies.km, units),
    direction: t(`map.direction.${flies.direction}`),
  })
}

/** Nothing is asked of a map before one of these is tapped. */
function MapWays({ ahead }: { ahead: readonly Place[] }) {
  const t = text('day')
  const [next] = ahead
  if (!next) return null
  const leg = legLinks(next)
  const route = routeLinks(ahead)
  const out = { rel: 'noreferrer', target: '_blank', icon: ExternalLink }
  return (
    <div className="map-ways">
      <h3 className="door-part">{t('map.next')}</h3>
      <div className="acts">
        <ButtonLink href={leg.geo}>{t('map.geo')}</ButtonLink>
        <ButtonLink href={leg.apple} {...out}>
          {t('map.apple')}
        </ButtonLink>
        <ButtonLink href={leg.google} {...out}>
          {t('map.google')}
        </ButtonLink>
      </div>
      {route && (
        <>
          <h3 className="door-part">{t('map.route')}</h3>
          <div className="acts">
            <ButtonLink href={route.apple} aria-label={`${t('map.route')}, ${t('map.apple')}`} {...out}>
              {t('map.apple')}
            </ButtonLink>
            <ButtonLink href={route.google} aria-label={`${t('map.route')}, ${t('map.google')}`} {...out}>
              {t('map.google')}
            </ButtonLink>
          </div>
        </>
      )}
      <p className="tiny pt-3">{t('map.asks')}</p>
    </div>
  )
}
