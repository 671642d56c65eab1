import { createHash } from 'node:crypto'
import { feedViewer } from '@/lib/auth/feed'
import { takeTurn } from '@/lib/auth/limits'
import { origin } from '@/lib/auth/origin'
import { now } from '@/lib/clock'
import { feedVisits } from '@/lib/data/feed-visits'
import { entriesOf } from '@/lib/format/feed'
import { text } from '@/lib/format/text'
import { calendarText } from '@/lib/ical/calendar-text'
import { paths } from '@/lib/paths'

const privately = {
  'cache-control': 'private, no-cache',
  'x-robots-tag': 'noindex, nofollow, noarchive',
}

/** A member's calendar feed, to whoever holds its address. Every other address finds the same nothing. */
export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const viewer = await feedViewer(token.replace(/\.ics$/, ''), request.headers)
  if (!viewer) return new Response(null, { status: 404, headers: privately })
  if (!(await takeTurn('feedPerMemberAndMinute', viewer.memberId, now())))
    return new Response(null, { status: 429, headers: { ...privately, 'retry-after': '60' } })

  const visits = await feedVisits(viewer, now())
  const entries = visits.flatMap((visit) =>
    entriesOf(visit, `${origin()}${paths.visit(visit.id)}`, viewer.travel),
  )
  const calendar = calendarText(text('feed')('entry.calendar'), entries)
  const etag = `"${createHash('sha256').update(calendar).digest('base64url')}"`
  const headers = { ...privately, etag }
  if (knows(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
  return new Response(calendar, {
    headers: {
      ...headers,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="doorstep.ics"',
    },
  })
}

/** A proxy may have made the tag a weak one; for a reader that is the same. */
const knows = (tags: string | null, etag: string): boolean =>
  tags !== null && tags.split(',').some((tag) => [etag, '*'].includes(tag.trim().replace(/^W\//, '')))
