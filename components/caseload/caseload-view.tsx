import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Pagination } from '@/components/ui/pagination'
import { casesPerPage, everyone, type Choice } from '@/lib/domain/caseload/choice'
import type { CaseloadPage } from '@/lib/domain/caseload/page'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { CaseFilters } from './case-filters'
import { CaseSearch } from './case-search'
import { caseloadHref } from './caseload-links'
import { CaseloadTable } from './caseload-table'
import { WithoutPlan } from './without-plan'

type Props = { page: CaseloadPage; choice: Choice; zone: string }

/** Who needs a person and why, what can be chosen of it, and the animals that have no plan. */
export function CaseloadView({ page, choice, zone }: Props) {
  const t = text('caseload')
  const from = (page.page - 1) * casesPerPage
  return (
    <>
      {(page.all > 0 || page.rosters.length > 0) && <CaseSearch choice={choice} page={page} />}
      {page.all > 0 && <CaseFilters choice={choice} counts={page.counts} />}
      {page.cut && <Notice title={t('cut', { count: page.all })} />}
      {page.found > 0 ? (
        <>
          <p className="tiny case-found" role="status">
            {t('found', { found: page.found, all: page.found === page.all ? 0 : page.all })}
          </p>
          <CaseloadTable cases={page.cases} zone={zone} />
        </>
      ) : (
        <NoCases page={page} choice={choice} />
      )}
      <Pagination
        previous={page.page > 1 ? caseloadHref(choice, { page: page.page - 1 }) : undefined}
        next={page.page < page.pages ? caseloadHref(choice, { page: page.page + 1 }) : undefined}
        position={t('position', { from: from + 1, to: from + page.cases.length, of: page.found })}
      />
      <WithoutPlan withoutPlan={page.withoutPlan} />
    </>
  )
}

/** Nothing fits, nothing on this roster, or nothing at all yet: each with the way on. */
function NoCases({ page, choice }: Omit<Props, 'zone'>) {
  const t = text('caseload')
  if (page.all > 0) {
    const nothing = { reason: null, recommendation: null, stage: null, search: '' }
    return (
      <EmptyState
        title={t('empty.noneTitle')}
        action={<ButtonLink href={caseloadHref(choice, nothing)}>{t('find.clear')}</ButtonLink>}
      >
        {t('empty.noneLead')}
      </EmptyState>
    )
  }
  const mayLookFurther = page.rosters.length > 1 && page.who !== null
  return mayLookFurther ? (
    <EmptyState
      title={t('empty.rosterTitle')}
      action={<ButtonLink href={caseloadHref(choice, { who: everyone })}>{t('empty.everyone')}</ButtonLink>}
    >
      {t('empty.rosterLead', { who: choice.who ? 'colleague' : 'own' })}
    </EmptyState>
  ) : (
    <EmptyState
      title={t('empty.title')}
      action={<ButtonLink href={paths.clients()}>{t('empty.clients')}</ButtonLink>}
    >
      {t('empty.lead')}
    </EmptyState>
  )
}
