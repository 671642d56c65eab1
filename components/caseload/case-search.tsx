import { Button, ButtonLink } from '@/components/ui/button'
import { Search } from '@/components/ui/icons'
import { everyone, type Choice } from '@/lib/domain/caseload/choice'
import type { CaseloadPage } from '@/lib/domain/caseload/page'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { caseloadHref } from './caseload-links'

type Props = { choice: Choice; page: Pick<CaseloadPage, 'rosters' | 'who'> }

/** Whose animals, and which by name: a plain form that asks the address bar. */
export function CaseSearch({ choice, page }: Props) {
  const t = text('caseload')
  return (
    <form role="search" action={paths.animals()} className="case-search">
      {page.rosters.length > 0 && (
        <div>
          <label className="field-label" htmlFor="case-who">
            {t('find.whose')}
          </label>
          <select id="case-who" name="who" className="input" defaultValue={page.who ?? everyone}>
            <option value={everyone}>{t('find.everyone')}</option>
            {page.rosters.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      <div className="case-search-name">
        <label className="field-label" htmlFor="case-name">
          {t('find.search')}
        </label>
        <input
          id="case-name"
          type="search"
          name="q"
          defaultValue={choice.search}
          placeholder={t('find.hint')}
          dir="auto"
          autoComplete="off"
          maxLength={100}
          className="input"
        />
      </div>
      <Button type="submit" icon={Search}>
        {t('find.submit')}
      </Button>
      {choice.search !== '' && (
        <ButtonLink look="plain" href={caseloadHref(choice, { search: '' })}>
          {t('find.clear')}
        </ButtonLink>
      )}
    </form>
  )
}
