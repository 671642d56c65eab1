import { Button, ButtonLink } from '@/components/ui/button'
import { Search } from '@/components/ui/icons'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

/** A plain form that asks the address bar: works with the back button and without script. */
export function ClientSearch({ search, archived }: { search: string; archived: boolean }) {
  const t = text('client')
  return (
    <form role="search" action={paths.clients()} className="mb-6 max-w-measure">
      <label className="field-label" htmlFor="client-search">
        {t('list.search')}
      </label>
      <p className="field-hint" id="client-search-hint">
        {t('list.searchHint')}
      </p>
      {archived && <input type="hidden" name="view" value="archived" />}
      <div className="mt-1 flex flex-wrap gap-2">
        <input
          id="client-search"
          type="search"
          name="q"
          defaultValue={search}
          aria-describedby="client-search-hint"
          dir="auto"
          autoComplete="off"
          maxLength={100}
          className="input min-w-0 flex-1 basis-48"
        />
        <Button type="submit" icon={Search}>
          {t('list.find')}
        </Button>
        {search !== '' && (
          <ButtonLink look="plain" href={paths.clients(archived ? { view: 'archived' } : undefined)}>
            {t('list.clear')}
          </ButtonLink>
        )}
      </div>
    </form>
  )
}
