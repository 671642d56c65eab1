import { eq } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { note, vetLetter } from '@/db/schema'
import { asViewer } from '@/lib/data/as-viewer'
import { dayOf } from '@/lib/domain/time/time'
import type { Sheet, SheetKind } from '@/lib/domain/paper/sheet'
import { sheetFor } from '@/lib/paper/sheets'
import type { Seeded } from '../seed'
import { zone } from '../story'

/** Of each kind of sheet the one that says least and the one that says most in the demo practice. */
export async function extremeSheets(
  { practice, lived }: Seeded,
  now: Temporal.Instant,
): Promise<[what: string, sheet: Sheet][]> {
  const { mairi, jonas } = practice.staff
  const animals = lived.flatMap((one) => one.animals.map(({ id }) => id))
  const { visits, letters } = await asViewer(mairi, async (tx) => ({
    visits: await tx.select({ id: note.visitId }).from(note).where(eq(note.status, 'signed')),
    letters: await tx.select({ id: vetLetter.id }).from(vetLetter),
  }))
  const of = (rows: { id: string }[]) => rows.map(({ id }) => id)
  const asked: Record<SheetKind, string[]> = {
    visit: of(visits),
    fridge: animals,
    lost: animals,
    vet: of(letters),
    day: [mairi.memberId, jonas.memberId],
    month: [],
  }
  const month = dayOf(now, zone).toPlainYearMonth().toString()
  const months = lived.flatMap(({ household, animals: theirs }) =>
    household.people.length > 0
      ? [
          household.seenBy(
            0,
            theirs.map(({ id }) => id),
          ),
        ]
      : [],
  )
  const extremes: [string, Sheet][] = []
  for (const kind of Object.keys(asked) as SheetKind[]) {
    const sheets: Sheet[] = []
    for (const id of asked[kind]) {
      const day = { id: dayOf(now, zone).toString(), who: id }
      sheets.push(await sheetFor(kind, mairi, kind === 'day' ? day : { id }, now))
    }
    if (kind === 'month')
      for (const owner of months) sheets.push(await sheetFor(kind, owner, { id: month }, now))
    sheets.sort((a, b) => JSON.stringify(a).length - JSON.stringify(b).length)
    for (const sheet of new Set([sheets[0], sheets.at(-1)]))
      if (sheet) extremes.push([`${kind} ${sheet.title}`, sheet])
  }
  return extremes
}
