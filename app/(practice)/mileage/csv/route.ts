import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { mileageOf } from '@/lib/data/mileage'
import { askedMonth, daysOfMonth } from '@/lib/domain/mileage/asked-month'
import { NotFound } from '@/lib/domain/result/result'
import { askedDay } from '@/lib/domain/scheduling/asked-day'
import { dayOf } from '@/lib/domain/time/time'
import { monthCsv, waysCsv } from '@/lib/format/mileage-csv'
import { text } from '@/lib/format/text'

/** The mileage of a day, way by way, or of a month, day by day, as a file. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await requireMember()
  const asked = new URL(request.url).searchParams
  const day = askedDay(asked.get('day') ?? undefined)
  const month = askedMonth(asked.get('month') ?? undefined, dayOf(now(), viewer.zone))
  const span = day ? { first: day, last: day } : daysOfMonth(month)
  try {
    const page = await mileageOf(viewer, { ...span, who: asked.get('who') ?? undefined })
    const name = `${text('day')('mileage.file')}-${(day ?? month).toString()}.csv`
    return new Response((day ? waysCsv : monthCsv)(page, viewer.units), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    if (error instanceof NotFound) return new Response(null, { status: 404 })
    throw error
  }
}
