import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, it } from 'vitest'
import { countQueries } from '@/db/client'
import { makeHousehold, makeWorld, type World } from '@/db/factories/world'
import { draftHeadSchema, importSchema, stageFormSchema } from '@/lib/domain/protocol/forms'
import { draftFrom } from '@/lib/domain/protocol/draft'
import { exportText } from '@/lib/domain/protocol/interchange'
import { catHarnessLeash, ratHarnessLeash } from '@/lib/domain/protocol/library'
import { markOf } from '@/lib/domain/protocol/mark'
import { headDefaults, stageDefaults } from '@/lib/domain/protocol/stage-form'
import { NotFound, type Result } from '@/lib/domain/result/result'
import { planChoices, startPlan } from './plan-start'
import { draftPage, protocolPage, protocolShelf, publishedProtocol } from './protocol'
import {
  addStage,
  discardDraft,
  moveStage,
  removeStage,
  saveDraftHead,
  saveStage,
  writeProtocol,
} from './protocol-draft'
import { importProtocol, publishDraft } from './protocol-publish'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.reason} ${JSON.stringify(result.fields)}`)
  return result.value
}

const copyOf = async (protocolId = world.protocols.cat) =>
  value(await writeProtocol(world.consultant, { protocolId, as: 'copy' }, now)).draftId

/** The stage's form as the page opens it, with something typed. */
async function stageForm(draftId: string, stageKey: string, typed: Record<string, string> = {}) {
  const { draft } = await draftPage(world.consultant, draftId)
  const stage = draft.stages.find(({ key }) => key === stageKey)
  if (!stage) throw new Error(`no stage ${stageKey}`)
  const fields = stageDefaults(stage)
  return stageFormSchema.parse({ ...fields, ...typed, draftId, stageKey, version: markOf(fields) })
}

async function headForm(draftId: string, typed: Record<string, unknown> = {}) {
  const { draft } = await draftPage(world.consultant, draftId)
  const { items, restartAt: _, ...alternative } = draft.alternative
  const form = { name: draft.name, key: draft.key, alternative: { ...alternative, items: items.join('\n') } }
  return draftHeadSchema.parse({ ...form, ...typed, draftId, version: markOf(headDefaults(draft)) })
}

async function published(draftId: string) {
  const { version, draft } = await draftPage(world.consultant, draftId)
  return publishDraft(world.consultant, { draftId, version, key: draft.key }, now)
}

describe('a protocol of one’s own', () => {
  it('begins as a copy, is written, and becomes a version that stays as it is', async () => {
    const draftId = await copyOf()
    value(
      await saveStage(
        world.boss,
        await stageForm(draftId, 'C3', { name: 'Wear it slowly', targetMinutes: '12', targetSeconds: '30' }),
        now,
      ),
    )
    value(await moveStage(world.boss, { draftId, stageKey: 'C2', way: 'up' }, now))
    value(await addStage(world.boss, { draftId, key: 'C3b', name: 'Wear it at play', after: 'C3' }, now))
    expect(await published(draftId)).toMatchObject({ reason: 'protocol.notWhole' })
    value(await removeStage(world.boss, { draftId, stageKey: 'C3b' }, now))
    const { protocolId } = value(await published(draftId))

    const page = await protocolPage(world.assistant, protocolId)
    expect(page.protocol).toMatchObject({ version: 1, species: 'cat' })
    expect(page.protocol.stages.map(({ key }) => key).slice(0, 4)).toEqual(['C0', 'C2', 'C1', 'C3'])
    expect(page.protocol.stages[3]).toMatchObject({ name: 'Wear it slowly', targetSec: 750 })
    expect(page.versions).toMatchObject([{ version: 1, publishedBy: world.consultant.name, running: 0 }])
    await expect(draftPage(world.boss, draftId)).rejects.toThrow(NotFound)
  })

  it('goes on in its next version, and says nothing twice', async () => {
    const first = value(await published(await copyOf()))
    const { draftId } = value(
      await writeProtocol(world.boss, { protocolId: first.protocolId, as: 'next' }, now),
    )
    const again = await writeProtocol(world.consultant, { protocolId: first.protocolId, as: 'next' }, now)
    expect(value(again).draftId).toBe(draftId)
    expect(await published(draftId)).toMatchObject({ reason: 'protocol.nothingNew' })
    expect(await saveDraftHead(world.boss, await headForm(draftId, { key: 'other' }), now)).toMatchObject({
      fields: { key: 'protocol.keyStays' },
    })
    value(await saveDraftHead(world.boss, await headForm(draftId, { name: 'Slower' }), now))
    const second = await protocolPage(world.boss, value(await published(draftId)).protocolId)
    expect(second.protocol).toMatchObject({ version: 2, name: 'Slower' })
    expect(second.before?.version).toBe(1)
    expect(second.versions.map(({ version }) => version)).toEqual([2, 1])
  })

  it('has a key of its own, and no other’s', async () => {
    const draftId = await copyOf()
    const taken = await headForm(draftId, { key: 'cat-harness-leash' })
    expect(await saveDraftHead(world.boss, taken, now)).toMatchObject({
      fields: { key: 'protocol.keyTaken' },
    })
    value(await saveDraftHead(world.boss, await headForm(draftId, { key: 'quiet-door' }), now))
    const shelf = await protocolShelf(world.assistant)
    expect(shelf.find(({ key }) => key === 'quiet-door')).toMatchObject({ versions: [], shipped: false })
  })

  it('asks for the newest version of every protocol of the species when a plan begins, and pins it', async () => {
    const here = await makeWorld()
    const { animalId } = await makeHousehold(here)
    const draft = draftFrom(catHarnessLeash, { key: 'slow-door', name: 'Slow door' })
    for (const version of [1, 2]) {
      const stages = draft.stages.map((stage) => ({ ...stage, minDays: stage.minDays + version }))
      const more = exportText({ ...draft, stages, version })
      const { draftId } = value(await importProtocol(here.boss, importSchema.parse({ text: more }), now))
      const page = await draftPage(here.boss, draftId)
      value(await publishDraft(here.boss, { draftId, version: page.version, key: 'slow-door' }, now))
    }
    const { protocols } = await planChoices(here.consultant, animalId)
    expect(protocols.map(({ key, version }) => `${key} ${version}`)).toEqual([
      'cat-harness-leash 1',
      'slow-door 2',
    ])
    const start = { animalId, protocolKey: 'slow-door', goal: 'The yard.', goalRisk: 'low' as const }
    value(
      await startPlan(here.boss, { ...start, stageKey: 'C0', lateStartReason: '', minDaysFactor: 1 }, now),
    )
    const shelf = await protocolShelf(here.boss)
    expect(shelf.find(({ key }) => key === 'slow-door')?.versions).toMatchObject([
      { version: 2, running: 1 },
      { version: 1, running: 0 },
    ])
  })
})

describe('two at once', () => {
  it('of two who publish one wins and the other is told', async () => {
    const draftId = await copyOf()
    const { version, draft } = await draftPage(world.boss, draftId)
    const form = { draftId, version, key: draft.key }
    const answers = await Promise.all([
      publishDraft(world.boss, form, now),
      publishDraft(world.consultant, form, now),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ reason: 'protocol.publishedMeanwhile' })
    const shelf = await protocolShelf(world.boss)
    expect(shelf.find(({ key }) => key === draft.key)?.versions).toHaveLength(1)
  })

  it('two stages are written side by side, one stage only once', async () => {
    const draftId = await copyOf()
    const [one, two] = [
      await stageForm(draftId, 'C1', { name: 'Boring' }),
      await stageForm(draftId, 'C2', { name: 'A touch' }),
    ]
    const late = await stageForm(draftId, 'C1', { name: 'Furniture' })
    value(await saveStage(world.boss, one, now))
    value(await saveStage(world.consultant, two, now))
    const told = await saveStage(world.consultant, late, now)
    expect(told).toMatchObject({ reason: 'errors.conflict', theirs: { name: 'Boring' } })
    const meant = { ...late, version: told.ok ? 0 : (told.version ?? 0) }
    value(await saveStage(world.consultant, meant, now))
    const { draft } = await draftPage(world.boss, draftId)
    expect(draft.stages.slice(1, 3).map(({ name }) => name)).toEqual(['Furniture', 'A touch'])
  })

  it('nobody publishes or throws away what they have not seen', async () => {
    const draftId = await copyOf()
    const { version, draft } = await draftPage(world.boss, draftId)
    value(await moveStage(world.consultant, { draftId, stageKey: 'C2', way: 'down' }, now))
    const changed = { reason: 'protocol.draftChanged' }
    expect(await publishDraft(world.boss, { draftId, version, key: draft.key }, now)).toMatchObject(changed)
    expect(await discardDraft(world.boss, { draftId, version })).toMatchObject(changed)
    value(await discardDraft(world.boss, { draftId, version: version + 1 }))
    await expect(draftPage(world.boss, draftId)).rejects.toThrow(NotFound)
  })
})

describe('export and import', () => {
  const imported = (text: string, replace?: 'on') =>
    importProtocol(world.boss, importSchema.parse({ text, replace }), now)

  it('what was exported comes back the same, whatever the database did to the order of its fields', async () => {
    const stored = await publishedProtocol(world.assistant, world.protocols.rat)
    expect(exportText(stored)).toBe(exportText(ratHarnessLeash))
    const { draftId } = value(await imported(exportText(stored)))
    const { draft } = await draftPage(world.boss, draftId)
    expect({ ...draft, key: 'rat-harness-leash', version: 1 }).toEqual(ratHarnessLeash)
    expect(draft.key).toMatch(/^own-rat-harness-leash/)
  })

  it('a draft that is there is replaced on request only', async () => {
    const text = exportText({ ...catHarnessLeash, key: 'kept', name: 'Kept' })
    value(await imported(text))
    const other = text.replace('"Kept"', '"Other"')
    expect(await imported(other)).toMatchObject({ fields: { replace: 'protocol.draftThere' } })
    const { draftId } = value(await imported(other, 'on'))
    expect((await draftPage(world.boss, draftId)).draft.name).toBe('Other')
  })

  it('names every path of what is no protocol, and keeps nothing of it', async () => {
    const before = (await protocolShelf(world.boss)).length
    const stages = catHarnessLeash.stages.map((stage, at) =>
      at === 3 ? { ...stage, targetSec: -1 } : at === 6 ? { ...stage, gate: false } : stage,
    )
    const broken = JSON.stringify({ ...catHarnessLeash, key: 'broken', stages, mood: 'good' })
    expect(await imported(broken)).toMatchObject({
      reason: 'protocol.notAProtocol',
      values: {
        count: 3,
        problems: expect.stringContaining('stages[3].targetSec: must not be negative') as string,
      },
    })
    const many = await imported(`{"stages":[${'{},'.repeat(50)}{}]}`)
    expect(many.ok ? '' : many.values?.['problems']).toMatch(/and \d+ more$/)
    expect((await protocolShelf(world.boss)).length).toBe(before)
  })

  it('a species is not changed under a key', async () => {
    value(await imported(exportText({ ...catHarnessLeash, key: 'own-path' })))
    const shelf = await protocolShelf(world.boss)
    value(await published(shelf.find(({ key }) => key === 'own-path')?.draft?.id ?? ''))
    const rat = await imported(exportText({ ...ratHarnessLeash, key: 'own-path' }))
    expect(rat).toMatchObject({ values: { problems: 'species: is not the one of earlier versions' } })
  })
})

describe('who may', () => {
  it('assistants read and do not write', async () => {
    const draftId = await copyOf()
    const refusal = { reason: 'errors.notAllowed' }
    const { assistant } = world
    expect((await protocolShelf(assistant)).length).toBeGreaterThan(1)
    expect(
      await writeProtocol(assistant, { protocolId: world.protocols.cat, as: 'copy' }, now),
    ).toMatchObject(refusal)
    expect(await saveStage(assistant, await stageForm(draftId, 'C1'), now)).toMatchObject(refusal)
    expect(await publishDraft(assistant, { draftId, version: 1, key: 'x' }, now)).toMatchObject(refusal)
    expect(await discardDraft(assistant, { draftId, version: 1 })).toMatchObject(refusal)
    const text = exportText(catHarnessLeash)
    expect(await importProtocol(assistant, { text, replace: false }, now)).toMatchObject(refusal)
  })

  it('an owner finds no programme to read', async () => {
    const { guardian } = await makeHousehold(world)
    expect(await protocolShelf(guardian)).toEqual([])
    await expect(protocolPage(guardian, world.protocols.cat)).rejects.toThrow(NotFound)
  })
})

it('the library takes as many statements for many protocols as for two', async () => {
  const few = await makeWorld()
  const asked = async (here: World) => {
    const counter = countQueries()
    await protocolShelf(here.boss)
    counter.stop()
    return counter.statements.length
  }
  expect(await asked(world)).toBe(await asked(few))
})
