import type { Footing, Move } from './refusals'
import type { StageEntry } from './state'

/**
 * Whether this member may take this entry back: only the very latest entry, only by who made it. A start and an
 * undo stay: ending a plan and changing one's mind are new entries.
 */
export function canUndo(
  entry: Pick<StageEntry, 'id' | 'kind' | 'decidedBy'>,
  byMember: string,
  entries: readonly Pick<StageEntry, 'id'>[],
): boolean {
  if (entry.kind === 'start' || entry.kind === 'undo') return false
  return entries.at(-1)?.id === entry.id && entry.decidedBy === byMember
}

/** What taking an entry back does: what led on is gone back, anything else is trained again as it was. */
export function undoing({ kind }: Pick<StageEntry, 'kind'>, now: Footing, before: Footing): Move {
  const kept = kind === 'change_version' && now.stage.key === before.stage.key
  return { from: now, to: before, way: kind === 'advance' || kept ? 'back' : 'again' }
}
