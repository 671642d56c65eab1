import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  draftFrom,
  draftRefusals,
  freeKey,
  withoutStage,
  withStage,
  withStageMoved,
  withStageWritten,
} from './draft'
import { draftHeadSchema, stageFormSchema } from './forms'
import { sentencesOf } from './homework'
import { catHarnessLeash as cat } from './library'
import { markOf } from './mark'
import { headDefaults, headWritten, stageDefaults, stageWritten } from './stage-form'
import { anyProtocol } from './testing/protocols'

const draftId = '0b0f3c1e-7a52-4f0f-9d5b-2f6f1f0c9a11'
const keysOf = ({ stages }: { stages: readonly { key: string }[] }) => stages.map(({ key }) => key)

describe('a draft', () => {
  it('of any protocol is whole, and each of its forms leaves it as it was', () => {
    fc.assert(
      fc.property(anyProtocol, (protocol) => {
        const draft = draftFrom(protocol)
        expect(draftRefusals(draft)).toEqual([])
        for (const stage of draft.stages) {
          const sent = { ...stageDefaults(stage), draftId, stageKey: stage.key, version: '1' }
          const written = stageWritten(stageFormSchema.parse(sent), stage)
          expect(withStageWritten(draft, written)).toEqual(draft)
        }
        const { alternative } = draft
        const head = draftHeadSchema.parse({
          ...{ draftId, version: 1, name: draft.name, key: draft.key },
          alternative: { ...alternative, items: alternative.items.join('\r\n'), reviewDays: '7' },
        })
        expect(headWritten(head, draft)).toEqual({ ...draft, alternative: { ...alternative, reviewDays: 7 } })
      }),
    )
  })

  it('a stage moves up and down again, comes and goes', () => {
    const draft = draftFrom(cat, { key: 'own', name: 'Own' })
    const up = withStageMoved(draft, 'C4', 'up')
    expect(keysOf(up).slice(3, 5)).toEqual(['C4', 'C3'])
    expect(withStageMoved(up, 'C4', 'down')).toEqual(draft)
    expect(withStageMoved(draft, 'C0', 'up')).toBe(draft)
    expect(withStageMoved(draft, 'C9', 'down')).toBe(draft)
    const more = withStage(draft, { key: 'C3b', name: 'Play in it', after: 'C3' })
    expect(keysOf(more)[4]).toBe('C3b')
    expect(keysOf(withStage(draft, { key: 'A', name: 'First', after: '' }))[0]).toBe('A')
    expect(draftRefusals(more).map(({ path, message }) => `${path.join('.')} ${message}`)).toEqual([
      'stages.4.dose required',
      'stages.4.exercises required',
      'stages.4.advance required',
      'stages.4.homework required',
    ])
    expect(withoutStage(more, 'C3b')).toEqual(draft)
  })

  it('a tick keeps its key as long as its words stay', () => {
    const [intake] = cat.stages
    if (!intake) throw new Error('the intake is there')
    const sent = { ...stageDefaults(intake), draftId, stageKey: 'C0', version: '1' }
    const ticks = 'Owner can name 3 stress signs of this cat\nHarness chosen\nHarness, chosen!\nרצועה'
    expect(stageWritten(stageFormSchema.parse({ ...sent, ticks }), intake).ticks).toEqual([
      { key: 'owner_names_signs', label: 'Owner can name 3 stress signs of this cat' },
      { key: 'harness_chosen', label: 'Harness chosen' },
      { key: 'harness_chosen_2', label: 'Harness, chosen!' },
      { key: 'tick', label: 'רצועה' },
    ])
  })

  it('each part has a mark that changes with what it says', () => {
    const draft = draftFrom(cat)
    expect(markOf(headDefaults(draft))).toBe(markOf(headDefaults(structuredClone(draft))))
    expect(markOf(headDefaults({ ...draft, name: 'Other' }))).not.toBe(markOf(headDefaults(draft)))
    expect(markOf({})).toBeGreaterThanOrEqual(1)
  })

  it('a new key is free and short enough', () => {
    expect(freeKey('own-cat', [])).toBe('own-cat')
    expect(freeKey('own-cat', ['own-cat', 'own-cat-2'])).toBe('own-cat-3')
    expect(freeKey('x'.repeat(60), ['x'.repeat(40)])).toBe(`${'x'.repeat(38)}-2`)
  })
})

describe('the form of a stage', () => {
  const [, stage] = cat.stages
  if (!stage) throw new Error('the first trained stage is there')
  const said = (typed: Record<string, string>) => {
    const sent = { ...stageDefaults(stage), draftId, stageKey: 'C1', version: '1', ...typed }
    const read = stageFormSchema.safeParse(sent)
    return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
  }

  it.each<[Record<string, string>, string[]]>([
    [{ minDays: '-1' }, ['minDays negative']],
    [{ minDays: '' }, ['minDays notANumber']],
    [{ minDays: '1.5' }, ['minDays notANumber']],
    [{ targetMinutes: '', targetSeconds: '' }, []],
    [{ targetSeconds: '60' }, ['targetSeconds outOfRange']],
    [{ reps: '0' }, ['reps outOfRange']],
    [{ place: 'outdoor', gate: 'no' }, ['gate gateNeeded']],
    [{ place: 'outdoor', gate: 'no', name: ' ' }, ['name required', 'gate gateNeeded']],
    [{ homework: 'A. B. C. D.' }, ['homework tooManySentences']],
    [{ exercises: 'x\n'.repeat(31) }, ['exercises tooMany']],
  ])('%o is answered with %o', (typed, expected) => {
    expect(said(typed)).toEqual(expected)
  })
})

describe('sentences of a homework', () => {
  it.each([
    ['Leave it lying about. It should become boring.', 2],
    ['Say "go", show the treat, pay at once. The leash only hangs there.', 2],
    ['Wait at 1.5 m', 1],
    ['One line\nanother line without a full stop', 2],
    ['“Good.” Then wait', 2],
    ['', 0],
  ])('%s', (wording, count) => {
    expect(sentencesOf(wording)).toHaveLength(count)
  })
})
