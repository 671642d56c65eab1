import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { BookHead } from '@/components/visit/book-head'
import { SeriesForm } from '@/components/visit/series-form'
import { SeriesPreview } from '@/components/visit/series-preview'
import { bookSeries, lookAtSeries } from '@/lib/actions/series'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { bookingForm } from '@/lib/data/booking-form'
import { seriesPreview } from '@/lib/data/series'
import { askedDay } from '@/lib/domain/scheduling/asked-day'
import { seriesAsked, type SeriesQuery } from '@/lib/domain/series/schema'
import { bookingStart } from '@/lib/domain/visit/booking-start'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const metadata: Metadata = { title: text('series')('title') }

export default async function NewSeriesPage({ searchParams }: { searchParams: Promise<SeriesQuery> }) {
  const viewer = await requireMember()
  const asked = await searchParams
  if (!asked.client) redirect(paths.newVisit())
  const { after, day } = bookingStart(askedDay(asked.day), viewer.zone, now())
  const choice = { serviceId: asked.service, consultantId: asked.consultant }
  const form = await orNotFound(bookingForm(viewer, asked.client, choice, after, now()))
  const input = seriesAsked(asked)
  const preview = input && (await orNotFound(seriesPreview(viewer, input, now())))
  return (
    <>
      <BookHead household={form.client} series />
      <div className="cols">
        <SeriesForm form={form} asked={{ ...asked, day: asked.day ?? day }} action={lookAtSeries} />
        <SeriesPreview
          key={JSON.stringify(asked)}
          input={input}
          planned={preview?.ok ? preview.value : []}
          action={bookSeries}
        />
      </div>
    </>
  )
}
