import { Temporal } from 'temporal-polyfill'
import { isOutgrown } from '@/lib/domain/fit/fit'
import type { Species } from '@/lib/domain/observation/vocabulary'
import { itemsFor, labelOfItem, type SafetyItem, type SafetyItemKey } from './items'
import { temperatureState } from './temperature'

type Day = Temporal.PlainDate | string

/** One look at an item, never edited; a later one of the same item (and site) takes its place. */
export interface SafetyRecord {
  id?: string
  key: SafetyItemKey
  /** The day it was found to be so. */
  on: Day
  /** Looked at and found wanting. */
  failed?: boolean | null | undefined
  /** The date the vet gave. */
  validUntil?: Day | null | undefined
  /** The site that was looked at; '' is home. */
  siteKey?: string | null | undefined
  /** Taken back by whoever found it wrong. */
  withdrawn?: boolean | null | undefined
  /** Weight in grams at that look, and the temperature in degrees Celsius. */
  weightG?: number | null | undefined
  temperatureC?: number | null | undefined
  /** Whether the animal was weighed at that very look: then no other weight takes its place. */
  weighedThen?: boolean | undefined
}

export type SafetyState =
  'ok' | 'missing' | 'not_passed' | 'expired' | 'outgrown' | 'take_care' | 'too_hot_or_cold' | 'not_recorded'

export interface SafetyLine {
  key: SafetyItemKey | 'no_vet_flag'
  /** Key of the label under `item` in the `safety` catalogue. */
  label: string
  force: SafetyItem['force']
  state: SafetyState
  /** Last day on which the tick holds; null: no end. */
  until: Temporal.PlainDate | null
  /** Whole days left where it holds and ends within a week, 0 on its last day; else null. Never for one-day items. */
  endsInDays: number | null
  /** The look that decides, where its record had an id. */
  recordId: string | null
}

export interface SafetyQuestion {
  species: Species
  records: readonly SafetyRecord[]
  openVet: readonly string[]
  /** The day asked about. */
  on: Day
  /** The site to be worked; '' or null is home. */
  siteKey: string | null
  /** The latest known weight in grams; a change of 5 % ends the fit check. */
  weightG?: number | null
  /** Whether this practice lets the temperature veto: then it has to be read on the day, like any other item. */
  temperatureBlocks?: boolean
}

/** From how many days before its end an item is said to run out. Ours. */
export const soonDays = 7

/** A veto, never averaged: ok only when every blocking item holds on that day at that site. */
export function safetyList(question: SafetyQuestion): {
  ok: boolean
  items: readonly SafetyLine[]
  missing: readonly SafetyLine['key'][]
} {
  const items: SafetyLine[] = itemsFor(question.species).map((item) => lineOf(item, question))
  items.splice(
    items.findIndex(({ key }) => key === 'escape_plan'),
    0,
    {
      key: 'no_vet_flag',
      label: 'no_vet_flag',
      force: 'blocks',
      state: question.openVet.length === 0 ? 'ok' : 'missing',
      until: null,
      endsInDays: null,
      recordId: null,
    },
  )
  const missing = items.filter(vetoes).map(({ key }) => key)
  return { ok: missing.length === 0, items, missing }
}

/** Only an item that blocks can veto; warm weather that asks for care does not. */
export const vetoes = ({ force, state }: Pick<SafetyLine, 'force' | 'state'>): boolean =>
  force === 'blocks' && state !== 'ok' && state !== 'take_care'

/** Where the item is looked at on the day itself and no other counts. */
export const isOfTheDay = ({ validity }: SafetyItem): boolean => validity.kind === 'this_day'

function lineOf(item: SafetyItem, question: SafetyQuestion): SafetyLine {
  const on = Temporal.PlainDate.from(question.on)
  const { key } = item
  const force = key === 'temperature' && question.temperatureBlocks ? 'blocks' : item.force
  const record = latest(item, question, on)
  const until = record ? lastDay(item, record) : null
  const state = record ? stateOf(item, record, question, on) : force === 'blocks' ? 'missing' : 'not_recorded'
  const left = state === 'ok' && until && !isOfTheDay(item) ? daysBetween(on, until) : null
  return {
    key,
    label: labelOfItem(key, question.species),
    force,
    state,
    until,
    endsInDays: left !== null && left <= soonDays ? left : null,
    recordId: record?.id ?? null,
  }
}

function stateOf(
  item: SafetyItem,
  record: SafetyRecord,
  question: SafetyQuestion,
  on: Temporal.PlainDate,
): SafetyState {
  if (record.failed) return 'not_passed'
  if (item.key === 'temperature') {
    const known = isOn(record.on, on) ? record.temperatureC : null
    return temperatureState(question.species, known ?? null)
  }
  const until = lastDay(item, record)
  if (until !== null && Temporal.PlainDate.compare(on, until) > 0) return 'expired'
  const fitted = item.key === 'harness_fit'
  return fitted && isOutgrown(record.weightG, question.weightG) ? 'outgrown' : 'ok'
}

/** The last record of this item up to that day, of this site where the item asks for one. */
function latest(
  { key, validity }: SafetyItem,
  { records, siteKey }: SafetyQuestion,
  on: Temporal.PlainDate,
): SafetyRecord | null {
  let found: SafetyRecord | null = null
  for (const record of records) {
    if (record.key !== key || record.withdrawn || Temporal.PlainDate.compare(record.on, on) > 0) continue
    if (validity.kind === 'this_site' && (record.siteKey ?? '') !== (siteKey ?? '')) continue
    if (!found || Temporal.PlainDate.compare(record.on, found.on) >= 0) found = record
  }
  return found
}

/**
 * The last day on which a look holds, null without an end. Months are calendar months: from 31 August six
 * months end on 28 or 29 February. An until-given item without its date holds for that day only: unknown is
 * not forever.
 */
export function lastDay(
  { validity }: Pick<SafetyItem, 'validity'>,
  { on, validUntil }: Pick<SafetyRecord, 'on' | 'validUntil'>,
): Temporal.PlainDate | null {
  const from = Temporal.PlainDate.from(on)
  switch (validity.kind) {
    case 'days':
      return from.add({ days: validity.days })
    case 'months':
      return from.add({ months: validity.months })
    case 'this_day':
      return from
    case 'until_given':
      return validUntil ? Temporal.PlainDate.from(validUntil) : from
    case 'this_site':
    case 'always':
      return null
  }
}

const isOn = (day: Day, on: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(day, on) === 0

const daysBetween = (from: Temporal.PlainDate, to: Temporal.PlainDate): number =>
  from.until(to, { largestUnit: 'days' }).days
