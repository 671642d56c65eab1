import { ButtonLink } from '@/components/ui/button'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { Lost } from './lost'

/** The same answer for a stranger's page, a malformed address and a revoked link, in every room. */
export function NothingHere() {
  const t = text('shell')
  return (
    <Lost
      title={t('notFound.title')}
      actions={
        <ButtonLink look="go" href={paths.landing()}>
          {t('notFound.home')}
        </ButtonLink>
      }
    >
      <p>{t('notFound.lead')}</p>
    </Lost>
  )
}
