import { Section } from '@/components/ui/section'
import type { CaseloadPage } from '@/lib/domain/caseload/page'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

/** Animals in the books that nobody trains, the first few by name. */
export function WithoutPlan({ withoutPlan: { count, animals } }: Pick<CaseloadPage, 'withoutPlan'>) {
  const t = text('caseload')
  if (count === 0) return null
  return (
    <Section title={t('withoutPlan.title')} className="mt-10">
      <p className="small quiet pt-3">{t('withoutPlan.lead', { count })}</p>
      <ul className="case-without">
        {animals.map(({ id, name, household }) => (
          <li key={id}>
            <a className="reach" href={paths.animal(id)} dir="auto">
              {name}
            </a>{' '}
            <span className="tiny" dir="auto">
              {household}
            </span>
          </li>
        ))}
        {count > animals.length && (
          <li>
            <a className="reach" href={paths.animalsWithoutPlan()}>
              {t('withoutPlan.more', { count })}
            </a>
          </li>
        )}
      </ul>
    </Section>
  )
}
