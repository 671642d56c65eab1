import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { makeHousehold, makeWorld } from '@/db/factories/world'
import { mostSnippets, snippetSchema } from '@/lib/domain/note/snippet'
import { keepSnippet, removeSnippet, snippetsOf } from './snippet'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')
const form = (more: Record<string, string> = {}) =>
  snippetSchema.parse({ name: 'Ate at once', field: 'seen', body: 'Ate at once, tail up.', ...more })

test('snippets are the practice’s: kept, changed by who saw the last version, taken out', async () => {
  const { consultant, boss, assistant } = await makeWorld()
  await keepSnippet(consultant, form({ name: 'stays' }), now)
  const kept = await keepSnippet(consultant, form(), now)
  const id = kept.ok ? kept.value : ''
  expect(await snippetsOf(assistant)).toMatchObject([{ name: 'Ate at once', version: 1 }, { name: 'stays' }])
  expect(await keepSnippet(assistant, form(), now)).toMatchObject({ reason: 'errors.notAllowed' })
  expect(await keepSnippet(boss, form({ id, version: '1', body: 'Ate.' }), now)).toMatchObject({ ok: true })
  expect(await keepSnippet(consultant, form({ id, version: '1' }), now)).toMatchObject({
    reason: 'errors.conflict',
    version: 2,
  })
  expect(await removeSnippet(assistant, { id })).toMatchObject({ reason: 'errors.notAllowed' })
  expect(await removeSnippet(consultant, { id })).toMatchObject({ ok: true })
  expect(await snippetsOf(boss)).toHaveLength(1)
})

test('only so many are kept', async () => {
  const { consultant } = await makeWorld()
  for (let n = 0; n < mostSnippets; n++) await keepSnippet(consultant, form({ name: `n${n}` }), now)
  expect(await keepSnippet(consultant, form(), now)).toMatchObject({ reason: 'note.tooManySnippets' })
})

test('a household and another practice have none of them', async () => {
  const world = await makeWorld()
  await keepSnippet(world.consultant, form(), now)
  expect(await snippetsOf((await makeHousehold(world)).guardian)).toEqual([])
  expect(await snippetsOf((await makeWorld()).boss)).toEqual([])
})
