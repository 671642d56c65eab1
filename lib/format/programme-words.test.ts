import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { catHarnessLeash } from '@/lib/domain/protocol/cat-harness-leash'
import { sentencesOf } from '@/lib/domain/protocol/homework'
import { ratHarnessLeash } from '@/lib/domain/protocol/rat-harness-leash'
import german from '@/lib/messages/de/shipped.json'
import spanish from '@/lib/messages/es/shipped.json'
import { inLocale } from './in-locale'
import { inReadersWords } from './programme-words'

const day = Temporal.PlainDate.from('2026-05-14')

test('a shipped sentence is in the language of its reader, and English as it was', () => {
  const [stage] = catHarnessLeash.stages
  expect(inReadersWords(stage)).toBe(stage)
  for (const its of ['de-DE', 'es-ES'] as const)
    expect(inLocale(its, () => inReadersWords(stage))?.homework).not.toBe(stage?.homework)
})

test.each(['de-DE', 'es-ES'] as const)('%s: every sentence an owner reads of every stage', (its) => {
  for (const programme of [catHarnessLeash, ratHarnessLeash]) {
    const shown = inLocale(its, () => inReadersWords(programme))
    for (const [n, stage] of programme.stages.entries())
      for (const field of ['name', 'homework', 'dose', 'advance'] as const)
        expect(shown.stages[n]?.[field], `${stage.key} ${field}`).not.toBe(stage[field])
    for (const [n, item] of programme.alternative.items.entries())
      expect(shown.alternative.items[n]).not.toEqual(item)
  }
})

test.each(['de-DE', 'es-ES'] as const)('%s: homework as it is kept, sentence by sentence', (its) => {
  const kept = [...catHarnessLeash.stages, ...ratHarnessLeash.stages].flatMap(({ homework }) =>
    sentencesOf(homework),
  )
  const left = kept.filter((one) => inLocale(its, () => inReadersWords(one)) === one)
  expect(left).toEqual([])
})

test('each translated sentence is still one of a shipped programme, in every language', () => {
  const all = new Set<string>()
  const gather = (value: unknown): void => {
    if (typeof value === 'string') for (const one of [value, ...sentencesOf(value)]) all.add(one)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(gather)
  }
  gather([catHarnessLeash, ratHarnessLeash])
  expect(Object.keys(german).filter((english) => !all.has(english))).toEqual([])
  expect(Object.keys(spanish).sort()).toEqual(Object.keys(german).sort())
})

test("keys, days and a practice's own words are left alone", () => {
  const own = {
    stageKey: 'C4',
    day,
    asked: ['Our own words about the door.'],
    nothing: null,
    many: new Map(),
  }
  expect(inLocale('de-DE', () => inReadersWords(own))).toEqual(own)
  expect(inLocale('de-DE', () => inReadersWords(own)).day).toBe(day)
})
