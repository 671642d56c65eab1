import { Temporal } from 'temporal-polyfill'
import type { Species } from '@/lib/domain/observation/vocabulary'
import { safetyItems, type SafetyItem, type SafetyItemKey } from './items'
import { temperatureState } from './temperature'

type Day = Temporal.PlainDate | string

/** One tick, never edited; a later one of the same item (and site) takes its place. */
export interface SafetyRecord {
  key: SafetyItemKey
  /** The day it was found to be so. */
  on: Day
  /** The date the vet gave. */
  validUntil?: Day | null | undefined
  /** The site that was looked at; '' is home. */
  siteKey?: string | null | undefined
  /** Taken back by whoever found it wrong. */
  withdrawn?: boolean | null | undefined
  /** Weight in grams on that day, and the temperature in degrees Celsius. */
  weightG?: number | null | undefined
  temperatureC?: number | null | undefined
}

export type SafetyState = 'ok' | 'missing' | 'expired' | 'take_care' | 'too_hot_or_cold' | 'not_recorded'

export interface SafetyLine {
  key: SafetyItemKey | 'no_vet_flag'
  /** Key of the label under `item` in the `safety` catalogue. */
  label: string
  force: SafetyItem['force']
  state: SafetyState
  /** Last day on which the tick holds; null: no end. */
  until: Temporal.PlainDate | null
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
  /** Whether this practice lets the temperature veto. */
  temperatureBlocks?: boolean
}

/** A veto, never averaged: ok only when every blocking item holds on that day at that site. */
export function safetyList(question: SafetyQuestion): {
  ok: boolean
  items: readonly SafetyLine[]
  missing: readonly SafetyLine['key'][]
} {
  const items: SafetyLine[] = safetyItems
    .filter((item) => item.species.includes(question.species))
    .map((item) => lineOf(item, question))
  items.splice(
    items.findIndex(({ key }) => key === 'escape_plan'),
    0,
    {
      key: 'no_vet_flag',
      label: 'no_vet_flag',
      force: 'blocks',
      state: question.openVet.length === 0 ? 'ok' : 'missing',
      until: null,
    },
  )
  const missing = items.filter((line) => vetoes(line, question)).map(({ key }) => key)
  return { ok: missing.length === 0, items, missing }
}

function vetoes({ force, state }: SafetyLine, { temperatureBlocks }: SafetyQuestion): boolean {
  if (force === 'blocks') return state !== 'ok'
  return force === 'warns' && temperatureBlocks === true && state === 'too_hot_or_cold'
}

function lineOf(item: SafetyItem, question: SafetyQuestion): SafetyLine {
  const on = Temporal.PlainDate.from(question.on)
  const label = item.key === 'site_check' ? `site_check_${question.species}` : item.key
  const line = { key: item.key, label, force: item.force }
  const record = latest(item, question, on)
  if (!record) return { ...line, state: item.force === 'blocks' ? 'missing' : 'not_recorded', until: null }
  const until = lastDay(item, record)
  if (item.key === 'temperature') {
    const known = isOn(record.on, on) ? record.temperatureC : null
    return { ...line, state: temperatureState(question.species, known ?? null), until }
  }
  const over = until !== null && Temporal.PlainDate.compare(on, until) > 0
  return { ...line, state: over || outgrown(item, record, question) ? 'expired' : 'ok', until }
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

/** An until-given item without its date holds for that day only: unknown is not forever. */
function lastDay({ validity }: SafetyItem, { on, validUntil }: SafetyRecord): Temporal.PlainDate | null {
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

/** A harness fitted at a weight that changed by 5 % or more has to be fitted again. */
function outgrown({ key }: SafetyItem, record: SafetyRecord, { weightG }: SafetyQuestion): boolean {
  if (key !== 'harness_fit' || !record.weightG || !weightG) return false
  return Math.abs(weightG - record.weightG) / record.weightG >= 0.05
}

function isOn(day: Day, on: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(day, on) === 0
}
