import { Disclosure } from '@/components/ui/disclosure'
import type { Choice } from '@/lib/domain/caseload/choice'
import type { CaseloadPage } from '@/lib/domain/caseload/page'
import { text } from '@/lib/format/text'
import { caseloadHref } from './caseload-links'

/** Filters as links: they work with the back button and without script. Choosing the chosen one takes it off. */
export function CaseFilters({ choice, counts }: { choice: Choice; counts: CaseloadPage['counts'] }) {
  const t = text('caseload')
  return (
    <div className="case-filters">
      <FilterRow
        label={t('filter.reason')}
        options={counts.reasons.map(({ key, count }) => ({
          word: t(`word.${key}`),
          count,
          chosen: choice.reason === key,
          href: caseloadHref(choice, { reason: choice.reason === key ? null : key }),
        }))}
      />
      <Disclosure summary={t('filter.more')} open={choice.recommendation !== null || choice.stage !== null}>
        <FilterRow
          label={t('filter.recommendation')}
          options={counts.recommendations.map(({ key, count }) => ({
            word: text('ui')(`state.${key}`),
            count,
            chosen: choice.recommendation === key,
            href: caseloadHref(choice, { recommendation: choice.recommendation === key ? null : key }),
          }))}
        />
        <FilterRow
          label={t('filter.stage')}
          options={counts.stages.map(({ key, name, count }) => ({
            word: name,
            count,
            chosen: choice.stage === key,
            href: caseloadHref(choice, { stage: choice.stage === key ? null : key }),
          }))}
        />
      </Disclosure>
    </div>
  )
}

type Option = { word: string; count: number; chosen: boolean; href: string }

function FilterRow({ label, options }: { label: string; options: readonly Option[] }) {
  if (options.length === 0) return null
  return (
    <nav className="case-filter" aria-label={label}>
      <span className="tiny">{label}</span>
      <ul>
        {options.map(({ word, count, chosen, href }) => (
          <li key={word}>
            <a
              href={href}
              aria-current={chosen ? 'true' : undefined}
              aria-label={chosen ? text('caseload')('filter.off', { word }) : undefined}
            >
              {word} <span className="count">{chosen ? '×' : count}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
