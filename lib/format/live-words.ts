import { boardOf, type Button } from '@/lib/domain/observation/live/board'
import type { Species } from '@/lib/domain/observation/vocabulary'
import live from '@/lib/messages/en/live.json'
import { inSentence } from './in-sentence'
import { text } from './text'

/** What stands on a button of the live board, from the path its name is. */
function buttonWords(name: string): string {
  if (name.startsWith('live.')) return text('live')(name.slice('live.'.length))
  return text('observation')(name.startsWith('body.') ? `${name}.label` : name)
}

/** Words for the browser, which carries no catalogue: of buttons by their names, of sentences by their keys. */
export type LiveWords = {
  buttons: Record<string, string>
  /** Of those that are said inside a sentence, as they stand there. */
  within: Record<string, string>
  say: Record<keyof typeof live.say, string>
  leash: Record<keyof typeof live.leash, string>
}

/** Everything that the live page of these species says. */
export function liveWords(species: readonly Species[]): LiveWords {
  const states = [null, { running: true, worn: true }, { running: false, worn: false }]
  const stage = { leash: true, reps: 1 }
  const boards = species.flatMap((one) => states.flatMap((seen) => boardOf(one, stage, seen)))
  const words = namesOn(boards).map((name): [string, string] => [name, buttonWords(name)])
  const said = words.filter(([name]) => /^(body|triggerDistance)\./.test(name))
  return {
    buttons: Object.fromEntries(words),
    within: Object.fromEntries(said.map(([name, its]) => [name, inSentence(its)])),
    say: live.say,
    leash: live.leash,
  }
}

const namesOn = (buttons: readonly Button[]): string[] =>
  buttons.flatMap((button) => [button.name, ...('opens' in button ? namesOn(button.opens) : [])])
