import type { HomeworkDraft } from '@/lib/domain/note/schema'
import type { AnimalStory } from './story'

type Wording = (animal: { name: string; treat: string; spot: string }) => HomeworkDraft

const exercise = (
  name: string,
  sentences: string[],
  rest: { dose: string; good: string; stop: string },
): HomeworkDraft => ({ exercise: name, sentences, ...rest })

/** What the practice asks of a household at each stage, in its own words. */
const wordings: Record<string, Wording> = {
  C0: ({ name }) =>
    exercise(
      'Three saucers',
      [`Offer ${name} three foods on three saucers.`, 'Write down the order, and do it again another day.'],
      {
        dose: 'Twice this week, no harness in sight.',
        good: 'The same saucer wins twice.',
        stop: 'Leaves the room: try again tomorrow, further from people.',
      },
    ),
  C1: ({ name, treat, spot }) =>
    exercise(
      'The harness is furniture',
      [
        `Leave the harness lying at ${spot}.`,
        `Scatter ${treat} one metre from it, then a little nearer each day.`,
        'Do nothing else with it.',
      ],
      {
        dose: 'Two scatters a day, 3-5 treats, then go and do something else.',
        good: `${name} eats beside it, or walks past without a look.`,
        stop: 'A wide curve round it: move it two metres away.',
      },
    ),
  C2: ({ name, treat, spot }) =>
    exercise(
      'Touch and drape',
      [
        `At ${spot}: touch the shoulder with the harness for one second, ${treat}, finished.`,
        'From the third day, lay it over the back for as long as one treat lasts.',
      ],
      {
        dose: 'Twice a day, five times, two minutes at most.',
        good: `${name} eats within five seconds, five times of five.`,
        stop: 'Ears flat, skin twitching, leaning away: enough for today.',
      },
    ),
  C3: ({ name, treat, spot }) =>
    exercise(
      'Buckle and dinner',
      [
        `Harness on at ${spot}, ${treat} down, harness off with the last bite.`,
        'Begin with ten seconds and grow to ten minutes.',
        `Sit on the floor and let ${name} walk away.`,
      ],
      {
        dose: 'Once or twice a day, at meals or play.',
        good: 'Ordinary eating, moving, playing. Stiff back legs are fine.',
        stop: 'Lies down or freezes for more than ten seconds: off at once, half the time tomorrow.',
      },
    ),
  C4: ({ name, treat }) =>
    exercise(
      'The leash trails',
      [
        'Clip the leash on and let it drag. Never leave the room.',
        `Play and feed ${treat} as usual; unhook it from chair legs before ${name} reaches the end.`,
      ],
      {
        dose: 'Once a day, five minutes, growing to twenty.',
        good: 'Looks back once and goes on.',
        stop: 'Runs from it or hides: leash off, and tell me.',
      },
    ),
  C5: ({ name, treat, spot }) =>
    exercise(
      'Hold the leash, the cat leads',
      [
        `Follow ${name} through ${spot} with a loose curve in the leash.`,
        `From the fourth day: stop, wait two seconds, ${treat} when ${name} turns.`,
      ],
      {
        dose: 'Once a day, 5-10 minutes; five stops at most.',
        good: 'Turns to you in four of five stops, leash slack.',
        stop: 'Sits down with a tense body or backs out: drop the leash, sit, wait.',
      },
    ),
  C6: ({ name, treat, spot }) =>
    exercise(
      'Open door, stay inside',
      [
        'Harness on in another room, then open the door and sit down three metres back.',
        `${name} picks the distance; ${treat} on the floor, no calling.`,
        `The way back to ${spot} stays free.`,
      ],
      {
        dose: 'Once a day at a quiet hour, 5-10 minutes.',
        good: 'Comes within a metre by choice and eats there.',
        stop: 'Hides or goes flat: close the door gently, no harness for the rest of the day.',
      },
    ),
  C7: ({ name, treat }) =>
    exercise(
      'First spot outdoors',
      [
        `Carry ${name} to the same sheltered spot, put down, stand still.`,
        `Offer ${treat} every half minute.`,
        'If the answer is home, go home at once.',
      ],
      {
        dose: 'Once a day, 2-5 minutes, early or late.',
        good: 'Sniffs, eats or watches for two minutes; walks home without running.',
        stop: 'Flat to the ground or straight for the door: carrier, home, rest.',
      },
    ),
  C8: ({ name }) =>
    exercise(
      'The near world',
      [
        `${name} chooses the direction, you keep the leash slack.`,
        'One new thing at a time: a busier hour or a second spot, never both.',
        'Write down what you met, and how long it took to be loose again.',
      ],
      {
        dose: 'Three to seven times a week, 5-20 minutes.',
        good: 'Loose again within two minutes after something unexpected.',
        stop: 'Sits down tense or heads home twice running: back to the first spot.',
      },
    ),
  C9: ({ name }) =>
    exercise(
      'Keep it up',
      [`Go when ${name} asks.`, 'Check harness fit and weight on the first of the month.'],
      {
        dose: 'As the season and the cat decide.',
        good: 'Asks to go, and asks to come home.',
        stop: 'Stops asking: fine too. The window is open all year.',
      },
    ),
  CE: ({ name, treat, spot }) =>
    exercise(
      'The outdoors comes in',
      [
        `A tray of grass and leaves near ${spot}, fresh on Sundays.`,
        `Ten minutes at the window shelf with ${treat}.`,
        `Hide three treats round the room and let ${name} find them.`,
      ],
      {
        dose: 'One of the three a day.',
        good: 'Nose down, tail up, takes all the time it takes.',
        stop: 'Nothing to stop. Leave it lying if it is not wanted.',
      },
    ),
  R1: ({ name, treat }) =>
    exercise('Harness in the cage', ['Put it in flat and leave it.', `${treat} for every sniff.`], {
      dose: 'Two looks a day, two minutes each.',
      good: `${name} climbs over it without stopping.`,
      stop: 'Buries it or freezes: outside the cage first.',
    }),
  R2: ({ name, treat }) =>
    exercise(
      'Climb on',
      [`${name} steps onto the open harness for ${treat}.`, 'The strap touches the side for one second.'],
      {
        dose: 'Twice a day, five times, five minutes at most.',
        good: 'Five of five, whiskers forward.',
        stop: 'Darts off three times running: three quiet days.',
      },
    ),
  R3: ({ treat }) =>
    exercise(
      'Fastened loosely',
      [
        'Fasten with one finger of room, feed, unfasten.',
        `Two minutes today, a minute more each day, always ending with ${treat} and home.`,
      ],
      {
        dose: 'Once a day.',
        good: 'Forages as if nothing were on.',
        stop: 'Fast breathing, squeaking, struggling: off at once, half the time tomorrow.',
      },
    ),
  R4: ({ treat, spot }) =>
    exercise(
      'Leash on, quiet room',
      [
        `Five minutes on ${spot} after food, leash clipped on and loose.`,
        `${treat} for any step forward. No guiding.`,
        'Weigh on Sunday.',
      ],
      {
        dose: 'Once a day, at the same hour.',
        good: 'Explores, comes back to the hand.',
        stop: 'Chews the leash throughout or freezes: home.',
      },
    ),
}

/** The homework of a stage for one animal; none while it rests. */
export function homeworkAt(stageKey: string, { name, treat, spot }: AnimalStory): HomeworkDraft[] {
  const wording = wordings[stageKey]
  if (!wording) throw new Error(`nobody has written homework for ${stageKey}`)
  return [wording({ name: name.replace(/\s*\p{Extended_Pictographic}/u, ''), treat, spot })]
}
