import { and, eq, sql } from 'drizzle-orm'
import { practice } from '@/db/schema'
import { canRunPractice } from '@/lib/domain/access/can'
import type { Viewer } from '@/lib/domain/access/viewer'
import { writeCoordinates } from '@/lib/domain/client/coordinates'
import { theirsOf } from '@/lib/domain/form/theirs'
import type { PracticeChange } from '@/lib/domain/practice/schema'
import { done, refused, type Result } from '@/lib/domain/result/result'
import { asViewer, audit, found } from './as-viewer'

/** A practice is known to those who work in it; its people and share links see no more than their viewer holds. */
const visiblePractice = (viewer: Viewer) =>
  and(eq(practice.id, viewer.practiceId), viewer.kind === 'member' ? undefined : sql`false`)

/** The settings of a practice, as a form shows them. */
export type PracticeSettings = {
  name: string
  zone: string
  units: 'metric' | 'imperial'
  paper: 'a4' | 'letter'
  email: string
  phone: string
  baseStreet: string
  baseTown: string
  /** "47.07, 15.43", or ''. */
  base: string
  dayStart: string
  dayEnd: string
  /** 'on', or '': whether the temperature vetoes on the safety list. */
  temperatureBlocks: string
  ownerChangeHours: string
  version: number
}

/** The settings of the viewer's practice, for members; NotFound for anybody else. */
export function practiceSettings(viewer: Viewer): Promise<PracticeSettings> {
  return asViewer(viewer, async (tx) => {
    const [row] = await tx.select().from(practice).where(visiblePractice(viewer))
    return shown(found(row))
  })
}

/** Saves the settings. Refused for anybody but a practice owner, and where somebody was faster. */
export function saveSettings(viewer: Viewer, change: PracticeChange): Promise<Result> {
  const { version, base, ...rest } = change
  return asViewer(viewer, async (tx) => {
    const [row] = await tx.select().from(practice).where(visiblePractice(viewer)).for('update')
    const standing = found(row)
    if (!canRunPractice(viewer)) return refused('errors.notAllowed')
    if (standing.version !== version) {
      const theirs = theirsOf(asTyped(change), asTyped(shown(standing)), (_field, value) => value || '–')
      return refused('errors.conflict', { theirs, version: standing.version })
    }
    await tx
      .update(practice)
      .set({
        ...rest,
        email: rest.email ?? null,
        baseLat: base?.lat ?? null,
        baseLng: base?.lng ?? null,
        version: version + 1,
      })
      .where(visiblePractice(viewer))
    await audit(tx, viewer, 'change', 'practice', viewer.practiceId)
    return done()
  })
}

const shown = (row: typeof practice.$inferSelect): PracticeSettings => ({
  name: row.name,
  zone: row.zone,
  units: row.units,
  paper: row.paper,
  email: row.email ?? '',
  phone: row.phone ?? '',
  baseStreet: row.baseStreet ?? '',
  baseTown: row.baseTown ?? '',
  base: writeCoordinates(row.baseLat, row.baseLng),
  dayStart: row.dayStart,
  dayEnd: row.dayEnd,
  temperatureBlocks: row.temperatureBlocks ? 'on' : '',
  ownerChangeHours: String(row.ownerChangeHours),
  version: row.version,
})

/** The fields of either side as text, so that the two can be compared. */
function asTyped({
  version: _version,
  base,
  temperatureBlocks,
  ownerChangeHours,
  ...rest
}: PracticeSettings | PracticeChange): Record<string, string> {
  const place = typeof base === 'string' ? base : writeCoordinates(base?.lat ?? null, base?.lng ?? null)
  return {
    ...rest,
    email: rest.email ?? '',
    base: place,
    temperatureBlocks: temperatureBlocks ? 'on' : '',
    ownerChangeHours: String(ownerChangeHours),
  }
}
