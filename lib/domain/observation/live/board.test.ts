import { describe, expect, it } from 'vitest'
import { goodSignsBySpecies, signsBySpecies, species } from '../vocabulary'
import { boardOf, pressed, shownFirst, type Button } from './board'
import { liveEventSchema, type Tap } from './event'
import { stamped } from './stamp'
import { idOf, t0 } from './testing/streams'

const stages = [null, { leash: false, reps: 5 }, { leash: true }]
const states = [null, { running: true, worn: true }, { running: false, worn: false }]
const boards = species.flatMap((one) =>
  stages.flatMap((stage) =>
    states.map((state) => ({ one, stage, state, board: boardOf(one, stage, state) })),
  ),
)
const levelsOf = (buttons: readonly Button[]): (readonly Button[])[] => [
  buttons,
  ...buttons.flatMap((button) => ('opens' in button ? levelsOf(button.opens) : [])),
]
const tapsOn = (board: readonly Button[]): Tap[] =>
  levelsOf(board).flatMap((buttons) => buttons.flatMap((button) => ('tap' in button ? [button.tap] : [])))

describe('the board', () => {
  it('gives every button a key of its own beside its neighbours, and leaves z to undo', () => {
    for (const { board } of boards) {
      for (const buttons of levelsOf(board)) {
        const letters = buttons.map(({ letter }) => letter)
        expect(new Set(letters).size).toBe(letters.length)
        for (const letter of letters) expect(letter).toMatch(/^[a-y0-9]$/)
      }
    }
  })

  it('taps only what the record takes', () => {
    for (const { board } of boards) {
      for (const tap of tapsOn(board)) {
        const event = stamped(tap, { id: idOf(1), device: 'phone', now: t0 }, [])
        expect(liveEventSchema.safeParse(event).success).toBe(true)
      }
    }
  })

  it('has every sign of the species and none of the other', () => {
    for (const { one, board } of boards) {
      const signs = tapsOn(board).flatMap((tap) => (tap.what === 'sign' ? [tap.sign] : []))
      const known = [...Object.values(signsBySpecies[one]).flat(), ...goodSignsBySpecies[one]]
      expect([...signs].sort()).toEqual([...known].sort())
    }
  })

  it('shows first what the species has', () => {
    for (const one of species) {
      const known: readonly string[] = [
        ...Object.values(signsBySpecies[one]).flat(),
        ...goodSignsBySpecies[one],
      ]
      expect(shownFirst[one].filter((sign) => !known.includes(sign))).toEqual([])
    }
  })

  it('has the leash and repetitions only where the stage has them', () => {
    for (const { stage, board } of boards) {
      const whats = new Set(tapsOn(board).map(({ what }) => what))
      expect(whats.has('leash')).toBe(stage?.leash ?? false)
      expect(whats.has('trial')).toBe(stage?.reps !== undefined)
    }
  })
})

describe('keys', () => {
  const board = boardOf('cat', { leash: true, reps: 5 }, { running: true, worn: false })

  it('tap, open and take back', () => {
    const opened = (buttons: readonly Button[], key: string) => {
      const button = pressed(buttons, key)
      return button !== null && button !== 'undo' && 'opens' in button ? button.opens : []
    }
    expect(pressed(board, '3')).toMatchObject({ tap: { what: 'body', level: 2 } })
    expect(pressed(board, 'X')).toMatchObject({ tap: { what: 'gear', on: true } })
    expect(pressed(board, 'z')).toBe('undo')
    expect(pressed(board, 'Enter')).toBeNull()
    const distances = opened(opened(board, 't'), 'd')
    expect(pressed(distances, 'n')).toMatchObject({
      tap: { what: 'trigger', trigger: 'dog', distance: 'near' },
    })
  })
})
