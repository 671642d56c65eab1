import type { Temporal } from 'temporal-polyfill'
import { csv } from './csv'
import { text } from './text'

type Place = {
  place: 'client' | 'office' | 'home'
  name: string
  address: string
  serviceName: string
  minutes: number | null
}
type Drive = {
  ways: { from: Place; to: Place; km: number | null }[]
  homes: number
  km: number
  minutes: number
}
type Mileage = {
  who: { name: string }
  days: { day: Temporal.PlainDate; planned: Drive; driven: Drive }[]
}
type Units = 'metric' | 'imperial'

const tenths = (km: number | null, units: Units): number | null =>
  km === null ? null : Math.round((units === 'metric' ? km : km / 1.609344) * 10) / 10

/** A month as a table: a row a day, in the units of the practice. */
export function monthCsv({ who, days }: Mileage, units: Units): string {
  const t = text('day')
  const unit = units === 'metric' ? 'km' : 'mi'
  const head = (
    ['date', 'consultant', 'homesPlanned', 'planned', 'homesDriven', 'driven', 'minutes'] as const
  ).map((key) => t(`mileage.head.${key}`, { unit }))
  return csv([
    head,
    ...days.map(({ day, planned, driven }) => [
      day.toString(),
      who.name,
      planned.homes,
      tenths(planned.km, units),
      driven.homes,
      tenths(driven.km, units),
      driven.minutes,
    ]),
  ])
}

/** Days way by way: what was planned, then what was driven. */
export function waysCsv({ who, days }: Mileage, units: Units): string {
  const t = text('day')
  const unit = units === 'metric' ? 'km' : 'mi'
  const head = (['date', 'consultant', 'what', 'from', 'to', 'visit', 'distance', 'minutes'] as const).map(
    (key) => t(`mileage.head.${key}`, { unit }),
  )
  const nameOf = ({ place, name, address }: Place) =>
    place === 'client' ? [name, address].filter(Boolean).join(', ') : t(`mileage.place.${place}`)
  const rowsOf = (day: Mileage['days'][number], what: 'planned' | 'driven') =>
    day[what].ways.map(({ from, to, km }) => [
      day.day.toString(),
      who.name,
      t(`mileage.is.${what}`),
      nameOf(from),
      nameOf(to),
      to.serviceName,
      tenths(km, units),
      to.minutes,
    ])
  return csv([head, ...days.flatMap((day) => [...rowsOf(day, 'planned'), ...rowsOf(day, 'driven')])])
}
