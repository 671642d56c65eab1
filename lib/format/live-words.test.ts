import { describe, expect, it } from 'vitest'
import { boardOf, type Button } from '@/lib/domain/observation/live/board'
import { nameOf } from '@/lib/domain/observation/live/name'
import { species } from '@/lib/domain/observation/vocabulary'
import { liveWords } from './live-words'

const all = (buttons: readonly Button[]): Button[] =>
  buttons.flatMap((button) => [button, ...('opens' in button ? all(button.opens) : [])])

describe('the words of the live board', () => {
  it('are there for every button and every tap, and differ beside each other', () => {
    for (const one of species) {
      const words = liveWords([one]).buttons
      for (const seen of [null, { running: true, worn: true }, { running: false, worn: false }]) {
        const board = boardOf(one, { leash: true, reps: 5 }, seen)
        for (const button of all(board)) {
          expect(words[button.name]?.length).toBeGreaterThan(1)
          if ('tap' in button) expect(words[nameOf(button.tap)]?.length).toBeGreaterThan(1)
        }
        expect(new Set(board.map(({ name }) => words[name])).size).toBe(board.length)
      }
    }
  })
})
