import type { Temporal } from 'temporal-polyfill'
import { origin } from '@/lib/auth/origin'
import { fridgeOf, searchOf } from '@/lib/data/paper'
import { summaryOf } from '@/lib/data/summary'
import { todayOf } from '@/lib/data/today'
import type { GuardianViewer, MemberViewer } from '@/lib/domain/access/viewer'
import type { Sheet, SheetKind } from '@/lib/domain/paper/sheet'
import { NotFound } from '@/lib/domain/result/result'
import { askedDay } from '@/lib/domain/scheduling/asked-day'
import { daySheet } from '@/lib/format/paper/day'
import { fridgeSheet } from '@/lib/format/paper/fridge'
import { searchSheet } from '@/lib/format/paper/search'
import { summarySheet } from '@/lib/format/paper/summary'
import { paths } from '@/lib/paths'

type Reader = MemberViewer | GuardianViewer
type Asked = { id: string; who?: string | undefined }

/**
 * A sheet with what this viewer may read on it; the page on the screen and the PDF are both made of it. `id` is a
 * visit's, an animal's, or a day; `who` says whose day. NotFound for everybody else.
 */
export async function sheetFor(
  kind: SheetKind,
  viewer: Reader,
  { id, who }: Asked,
  now: Temporal.Instant,
): Promise<Sheet> {
  switch (kind) {
    case 'visit':
      return summarySheet(await summaryOf(viewer, id), origin() + paths.summary(id))
    case 'fridge':
      return fridgeSheet(await fridgeOf(viewer, id, now), origin() + paths.homeLog(id))
    case 'lost':
      return searchSheet(await searchOf(viewer, id, now))
    case 'day': {
      const day = askedDay(id)
      if (!day) throw new NotFound()
      return daySheet(await todayOf(viewer, { day, who }, now), viewer.paper, viewer.practiceName)
    }
  }
}
