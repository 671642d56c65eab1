import type { DayLetter } from './story'

/** What owners write beside their taps, when they write at all. `indoor` up to the leash, `out` from the door on. */
export const said: Partial<Record<DayLetter, { indoor: readonly string[]; out: readonly string[] }>> = {
  g: {
    indoor: [
      'Ate everything and asked for more.',
      'Did not even look up.',
      'Purring by the end. I know, it proves nothing.',
      'We stopped while it was still fun.',
      'Played in it as if it were not there.',
      'Best one this week.',
      'Fell asleep afterwards.',
    ],
    out: [
      'Nose going the whole time.',
      'Came home tail up.',
      'A blackbird, a bus, no bother.',
      'Sat in the sun and washed a paw.',
      'Asked to go back in, so we did.',
      'Half the street said good morning.',
    ],
  },
  s: {
    indoor: [
      'Wandered off after a minute.',
      'Not in the mood, dinner was late.',
      'More interested in the washing machine.',
      'Short today.',
    ],
    out: ['Looked, yawned, home.', 'Too wet.', 'Thirty seconds. Fine by me.'],
  },
  o: {
    indoor: ['Stayed, but stiff.'],
    out: ['Stayed where I put the treats, no further.', 'Ate, did not look out.', 'Very still.'],
  },
  t: {
    indoor: [
      'Ears went flat, I stopped.',
      'Door slammed upstairs in the middle of it.',
      'Under the bed for a minute, then came for food.',
    ],
    out: ['Something was wrong out there. Home at once.', 'Low to the ground, we left it.'],
  },
  n: {
    indoor: ['No.', 'Left the room when the bag opened.', 'Turned round and faced the wall.'],
    out: ['No.'],
  },
}

/** What is done in the indoor programme instead of a stage. */
export const enrichment = ['Scent tray', 'Window shelf', 'Treasure hunt', 'Puzzle feeder'] as const
