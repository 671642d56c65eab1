import { Temporal } from 'temporal-polyfill'
import { canKeepClients } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import { done, NotFound, refused, type Result } from '@/lib/domain/result/result'
import type { MoveTogether } from '@/lib/domain/visit/move-together'
import { canMove } from '@/lib/domain/visit/status'
import { asViewer } from './as-viewer'
import { leaving, writeMove } from './booking-change'
import { faster, startAt, visitToPlace, wishOf, type Standing } from './booking-facts'
import { orRefused, takeTurns, throughTheWall } from './booking-wall'

/** Another order of a day is decided by those who book; nobody else sees these visits (`visitToPlace`). */
const mayOrder = (viewer: Viewer) => canKeepClients(viewer)

/**
 * Moves several visits at once, through the same wall as one: all of them or none, also where they change places.
 * Each household is told of its own. Refused like a move.
 */
export function moveTogether(
  viewer: Viewer,
  { moves, day, who }: MoveTogether,
  now: Temporal.Instant,
): Promise<Result<{ day: string; who: string }>> {
  return orRefused(
    asViewer(viewer, async (tx) => {
      if (!mayOrder(viewer)) throw new NotFound()
      const inOrder = moves.toSorted((a, b) => (a.id < b.id ? -1 : 1))
      const looked: Standing[] = []
      for (const { id } of inOrder) looked.push(await visitToPlace(tx, viewer, id, 'look'))
      await takeTurns(
        tx,
        looked.map(({ consultantId }) => consultantId),
      )
      const standing = new Map<string, Standing>()
      const wishes = []
      for (const { id, version, wall } of inOrder) {
        const its = await visitToPlace(tx, viewer, id)
        if (its.version !== version) return faster(its)
        if (!canMove(its.status)) return refused('visit.refused.move')
        const start = startAt(Temporal.PlainDateTime.from(wall), its.zone, now)
        if ('reason' in start) return start
        standing.set(its.id, its)
        wishes.push(wishOf(its, start.at))
      }
      const ask = { wishes, leaving: [...standing.values()].map(leaving), answers: {} }
      const result = await throughTheWall(tx, viewer, ask, now, async (laid) => {
        for (const one of laid) {
          const its = standing.get(one.wish.visitId)
          if (its) await writeMove(tx, viewer, its, [one], now)
        }
      })
      return result.ok ? done({ day, who }) : result
    }),
  )
}
