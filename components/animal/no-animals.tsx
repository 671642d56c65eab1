import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export function NoAnimals({ archived }: { archived: boolean }) {
  const t = text('animal')
  const why = archived ? 'nothingArchived' : 'empty'
  return (
    <EmptyState
      title={t(`list.${why}Title`)}
      action={!archived && <ButtonLink href={paths.clients()}>{text('client')('title')}</ButtonLink>}
    >
      {t(`list.${why}Lead`)}
    </EmptyState>
  )
}
