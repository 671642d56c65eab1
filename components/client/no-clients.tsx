import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Plus } from '@/components/ui/icons'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

/** An empty list says why it is empty and what would fill it. */
export function NoClients({ search, archived }: { search: string; archived: boolean }) {
  const t = text('client')
  const why = search !== '' ? 'nothing' : archived ? 'nothingArchived' : 'empty'
  return (
    <EmptyState
      title={t(`list.${why}Title`)}
      action={
        why === 'empty' && (
          <ButtonLink icon={Plus} href={paths.newClient()}>
            {t('add')}
          </ButtonLink>
        )
      }
    >
      {t(`list.${why}Lead`)}
    </EmptyState>
  )
}
