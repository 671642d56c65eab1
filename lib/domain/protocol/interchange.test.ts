import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { refusalKeys } from './across'
import { exportText, pathText, protocolBytes, readProtocol, refusalsOf } from './interchange'
import { catHarnessLeash as cat, library } from './library'
import type { Protocol, Stage } from './protocol'
import { anyProtocol } from './testing/protocols'

const runs = { numRuns: Number(process.env['DOORSTEP_RUNS'] ?? 300) }

describe('export and import', () => {
  it.each(library)('$key comes back as it went', (protocol) => {
    expect(readProtocol(exportText(protocol))).toEqual({ ok: true, protocol })
  })

  it('any protocol comes back as it went, and as the same text whatever the order of its fields', () => {
    fc.assert(
      fc.property(anyProtocol, (protocol) => {
        const text = exportText(protocol)
        const read = readProtocol(text)
        expect(read).toEqual({ ok: true, protocol })
        expect(exportText(turnedRound(protocol) as Protocol)).toBe(text)
      }),
      runs,
    )
  })

  it('reads a file that begins with a byte order mark', () => {
    expect(readProtocol(`\uFEFF${exportText(cat)}`).ok).toBe(true)
  })
})

describe('what is no protocol', () => {
  const said = (text: string) => {
    const read = readProtocol(text)
    return read.ok ? [] : read.refusals.map(({ path, message }) => `${pathText(path)}: ${message}`)
  }
  const change = (more: (protocol: Protocol) => unknown) => said(JSON.stringify(more(structuredClone(cat))))
  const stage = (index: number, more: object) => (protocol: Protocol) => ({
    ...protocol,
    stages: protocol.stages.map((one, at) => (at === index ? { ...one, ...more } : one)),
  })

  it.each<[string, (protocol: Protocol) => unknown, string[]]>([
    [
      'negative numbers',
      stage(3, { targetSec: -1, minDays: -2 }),
      ['stages[3].minDays: negative', 'stages[3].targetSec: negative'],
    ],
    ['a circle of keys', stage(5, { key: 'C3' }), ['stages[5].key: keyTwice']],
    ['a step back to itself', stage(4, { stepBackTo: 'C4' }), ['stages[4].stepBackTo: inACircle']],
    ['a step back that leads on', stage(4, { stepBackTo: 'C6' }), ['stages[4].stepBackTo: inACircle']],
    ['a step back to nowhere', stage(4, { stepBackTo: 'C44' }), ['stages[4].stepBackTo: missingStage']],
    ['a step back into the intake', stage(2, { stepBackTo: 'C0' }), ['stages[2].stepBackTo: intoIntake']],
    [
      'a new beginning nowhere',
      (p) => ({ ...p, alternative: { ...p.alternative, restartAt: 'X' } }),
      ['alternative.restartAt: missingStage'],
    ],
    ['the door without the safety list', stage(6, { gate: false }), ['stages[6].gate: gateNeeded']],
    [
      'a tick twice',
      stage(1, {
        ticks: [
          { key: 'a', label: 'A' },
          { key: 'a', label: 'B' },
        ],
      }),
      ['stages[1].ticks[1].key: keyTwice'],
    ],
    [
      'four sentences',
      stage(1, { homework: 'One. Two. Three. Four.' }),
      ['stages[1].homework: tooManySentences'],
    ],
    ['an unknown field', (p) => ({ ...p, colour: 'red' }), ['colour: unknownKey']],
    ['an unknown field of a stage', stage(1, { dosage: '3 mg' }), ['stages[1].dosage: unknownKey']],
    ['a dose that is a number', stage(1, { dose: -3 }), ['stages[1].dose: notText']],
    ['no stages', (p) => ({ ...p, stages: {} }), ['stages: notAList']],
    ['a stage that is a word', (p) => ({ ...p, stages: ['C0'] }), ['stages[0]: notAnObject']],
    ['another species', (p) => ({ ...p, species: 'dog' }), ['species: notAnOption']],
    ['a list', () => [cat], [': notAnObject']],
    ['nothing', () => null, [': notAnObject']],
  ])('%s is refused by its path', (_name, more, expected) => {
    expect(change(more)).toEqual(expected)
  })

  it('says all there is to mend at once', () => {
    expect(
      change((p) => stage(4, { stepBackTo: 'C9' })(stage(6, { gate: false, name: '' })(p) as Protocol)),
    ).toEqual(
      expect.arrayContaining([
        'stages[6].name: required',
        'stages[6].gate: gateNeeded',
        'stages[4].stepBackTo: inACircle',
      ]),
    )
  })

  it('200 stages are too many', () => {
    const stages = Array.from({ length: 200 }, (_, n) => ({ ...cat.stages[1], key: `K${n}` }))
    expect(change((p) => ({ ...p, stages }))[0]).toMatch(/^(stages: tooMany|: tooManyBytes)$/)
    expect(refusalsOf({ ...cat, stages })[0]).toEqual({ path: ['stages'], message: 'tooMany' })
  })

  it('5 MB are not even read', () => {
    const text = `{"name":"${'x'.repeat(5_000_000)}"}`
    const started = performance.now()
    expect(said(text)).toEqual([': tooManyBytes'])
    expect(performance.now() - started).toBeLessThan(250)
    expect(said('€'.repeat(protocolBytes / 2))).toEqual([': tooManyBytes'])
  })

  it('a protocol that would not fit its own file is refused', () => {
    const long = 'x'.repeat(499)
    const stages = Array.from({ length: 20 }, (_, n) => ({
      ...(cat.stages[1] as Stage),
      key: `K${n}`,
      exercises: Array<string>(30).fill(long),
    }))
    expect(refusalsOf({ ...cat, stages })).toEqual([{ path: [], message: 'tooManyBytes' }])
  })

  it.each(['', '{', 'null', '[]', '"C0"', '1e999', '{"stages":[{"__proto__":{"gate":true}}]}'])(
    'so is %s',
    (text) => expect(readProtocol(text).ok).toBe(false),
  )

  it('deep nesting and the names of prototypes do no harm', () => {
    expect(said('['.repeat(90_000)).length).toBe(1)
    expect(said(`{"stages":${'['.repeat(50_000)}${']'.repeat(50_000)}}`).length).toBeGreaterThan(0)
    const sly = exportText(cat).replace(
      '{',
      '{"__proto__": {"admin": true}, "constructor": {"prototype": {}},',
    )
    expect(said(sly)).toEqual(['__proto__: unknownKey', 'constructor: unknownKey'])
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined()
  })

  it('a protocol with one thing changed at random is one, or the refusal names a path that is there', () => {
    const oddities = [null, -1, 0.5, '', 'x'.repeat(5000), [], {}, true, 'C1', 9e9, undefined] as const
    fc.assert(
      fc.property(anyProtocol, fc.nat(), fc.constantFrom(...oddities), (protocol, at, odd) => {
        const whole = JSON.parse(exportText(protocol)) as Tree
        const places = placesIn(whole)
        const place = places[at % places.length] ?? []
        const changed = put(whole, place, odd)
        for (const { path, message } of refusalsOf(changed)) {
          expect(refusalKeys).toContain(message)
          const parent = path.slice(0, -1).reduce<unknown>((node, part) => (node as Tree)[part], changed)
          expect(typeof parent === 'object' && parent !== null, pathText(path)).toBe(true)
        }
        const read = readProtocol(JSON.stringify(changed))
        if (read.ok) expect(readProtocol(exportText(read.protocol))).toEqual(read)
      }),
      runs,
    )
  })
})

type Tree = Record<string | number, unknown>

function placesIn(node: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof node !== 'object' || node === null) return [path]
  const inside = Array.isArray(node) ? node.map((one, at) => [at, one] as const) : Object.entries(node)
  return [
    ...(path.length > 0 ? [path] : []),
    ...inside.flatMap(([part, one]) => placesIn(one, [...path, part])),
  ]
}

function put(node: unknown, [part, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (part === undefined) return value
  const copy = (Array.isArray(node) ? [...(node as unknown[])] : { ...(node as Tree) }) as Tree
  copy[part] = put(copy[part], rest, value)
  return copy
}

/** The same value with the fields of every object in the opposite order. */
function turnedRound(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turnedRound)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([field, held]) => [field, turnedRound(held)]),
  )
}
