import type { Metadata } from 'next'
import { ChangeFollowing, EndSeries } from '@/components/visit/series-changes'
import { SeriesHead, SeriesVisits } from '@/components/visit/series-view'
import { changeFollowing, endSeries } from '@/lib/actions/series'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { seriesOf } from '@/lib/data/series-page'
import { canMove } from '@/lib/domain/visit/status'
import { text } from '@/lib/format/text'

export const metadata: Metadata = { title: text('series')('page.title') }

export default async function SeriesPage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requireMember()
  const series = await orNotFound(seriesOf(viewer, (await params).id))
  return (
    <>
      <SeriesHead series={series} />
      <div className="cols">
        <SeriesVisits series={series} />
        {canMove(series.visit.status) && (
          <div>
            <ChangeFollowing series={series} action={changeFollowing} />
            <EndSeries series={series} action={endSeries} />
          </div>
        )}
      </div>
    </>
  )
}
