import { Temporal } from 'temporal-polyfill'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import type { Species } from '@/lib/domain/observation/vocabulary'
import { attentionReasons, reasonsOf, type Attention } from './reasons'

/** An animal with a running plan, and the home it lives in. */
export type RosterAnimal = {
  id: string
  name: string
  species: Species
  coat: string
  clientId: string
  household: string
}

/** One plan under way: where the animal stands and why it needs a person, most pressing first. */
export type Case = RosterAnimal & { standing: AnimalStanding; reasons: Attention[] }

/** The cases of these animals, who needs attention first on top. Animals without a standing have no plan. */
export function casesOf(
  animals: readonly RosterAnimal[],
  standings: ReadonlyMap<string, AnimalStanding>,
): Case[] {
  return animals
    .flatMap((animal) => {
      const standing = standings.get(animal.id)
      return standing ? [{ ...animal, standing, reasons: reasonsOf(standing) }] : []
    })
    .sort(byAttention)
}

/**
 * A total order: by the reasons that hold, the most pressing decides, and of two alike whoever has one more; then
 * by its days; then whoever was not heard of for longest; then by name and id, so that no two animals are equal.
 */
export function byAttention(a: Case, b: Case): number {
  return (
    byReasons(a.reasons, b.reasons) ||
    byDays(a.reasons[0], b.reasons[0]) ||
    byLastSession(a, b) ||
    compareText(a.name, b.name) ||
    compareText(a.id, b.id)
  )
}

function byReasons(a: readonly Attention[], b: readonly Attention[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = rankOf(a[at]) - rankOf(b[at])
    if (difference !== 0) return difference
  }
  return 0
}

const rankOf = (attention: Attention | undefined): number =>
  attention ? attentionReasons.indexOf(attention.reason) : attentionReasons.length

/** The latest red flag and the tick that ends soonest first; of everything else what lasts longest. */
function byDays(a: Attention | undefined, b: Attention | undefined): number {
  const difference = (a?.days ?? 0) - (b?.days ?? 0)
  return a?.reason === 'red' || a?.reason === 'safety' ? difference : -difference
}

function byLastSession({ standing: a }: Case, { standing: b }: Case): number {
  if (!a.lastSessionDay || !b.lastSessionDay)
    return Number(a.lastSessionDay !== null) - Number(b.lastSessionDay !== null)
  return Temporal.PlainDate.compare(a.lastSessionDay, b.lastSessionDay)
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
