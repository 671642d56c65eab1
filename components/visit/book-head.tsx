import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead } from '@/components/ui/section'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

type Props = {
  household: { id: string; name: string; address: string } | null
  /** Several visits at once. */
  series?: boolean
}

/** What is being booked, and for whom. */
export function BookHead({ household, series = false }: Props) {
  const t = text('visit')
  return (
    <>
      <Breadcrumb
        items={
          household
            ? [
                { href: paths.newVisit(), label: t('book.other') },
                { href: paths.client(household.id), label: <bdi>{household.name}</bdi> },
              ]
            : [{ href: paths.calendar(), label: t('calendar') }]
        }
      />
      <PageHead
        title={
          household ? (
            <bdi>{series ? text('series')('for', household) : t('book.for', household)}</bdi>
          ) : (
            t('book.title')
          )
        }
        lead={household ? <bdi>{household.address}</bdi> : t('choose.lead')}
      />
    </>
  )
}
