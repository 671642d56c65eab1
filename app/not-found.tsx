import type { Metadata } from 'next'
import { Lost } from '@/components/shell/lost'
import { ButtonLink } from '@/components/ui/button'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const metadata: Metadata = { title: text('shell')('notFound.title') }

/** The same answer for a stranger's page, a malformed address and a revoked link. */
export default function NotFound() {
  const t = text('shell')
  return (
    <main id="main">
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
    </main>
  )
}
