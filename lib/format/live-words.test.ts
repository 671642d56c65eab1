import { describe, expect, it } from 'vitest'
import { boardOf, type Button } from '@/lib/domain/observation/live/board'
import { species } from '@/lib/domain/observation/vocabulary'
import { buttonWords } from './live-words'

const namesOn = (buttons: readonly Button[]): string[] =>
  buttons.flatMap((button) => [button.name, ...('opens' in button ? namesOn(button.opens) : [])])

describe('the words of the live board', () => {
  it('are there for every button, and differ beside each other', () => {
    for (const one of species) {
      for (const seen of [null, { running: true, worn: true }, { running: false, worn: false }]) {
        const board = boardOf(one, { leash: true, reps: 5 }, seen)
        for (const name of namesOn(board)) expect(buttonWords(name).length).toBeGreaterThan(1)
        expect(new Set(board.map(({ name }) => buttonWords(name))).size).toBe(board.length)
      }
    }
  })
})
