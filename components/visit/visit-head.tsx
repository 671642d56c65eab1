import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Badge } from '@/components/ui/badge'
import { PageHead } from '@/components/ui/section'
import type { VisitPage } from '@/lib/domain/visit/pages'
import { dayLong, timeRange } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

const tones = {
  booked: 'slate',
  confirmed: 'slate',
  arrived: 'amber',
  done: 'green',
  cancelled: 'plain',
  no_show: 'plain',
} as const

/** Whose door, when, and how it stands. */
export function VisitHead({ visit }: { visit: VisitPage }) {
  const t = text('visit')
  const day = visit.from.toZonedDateTimeISO(visit.zone).toPlainDate().toString()
  return (
    <>
      <Breadcrumb
        items={[
          { href: paths.today(day, visit.consultantId), label: dayLong(visit.from, visit.zone) },
          { href: paths.client(visit.household.id), label: <bdi>{visit.household.name}</bdi> },
        ]}
      />
      <PageHead
        title={<bdi>{visit.household.name}</bdi>}
        lead={`${dayLong(visit.from, visit.zone)}, ${timeRange(visit.from, visit.until, visit.zone)}`}
      >
        <Badge tone={tones[visit.status]}>{t(`status.${visit.status}`)}</Badge>
      </PageHead>
    </>
  )
}
