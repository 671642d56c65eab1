'use client'

import { Button, ButtonLink } from '@/components/ui/button'
import german from '@/lib/messages/de/trouble.json'
import english from '@/lib/messages/en/trouble.json'
import spanish from '@/lib/messages/es/trouble.json'
import { Lost } from './lost'

const words: Record<string, typeof english> = { en: english, de: german, es: spanish }

/** The page may be gone, and with it the shell that knew its reader: what is left says what it asked for. */
const ofPage = () => (typeof document === 'undefined' ? 'en' : document.documentElement.lang)

/** Error boundaries run in the browser, so the sentences come from small files of their own. */
export function Trouble({ error, retry }: { error: unknown; retry: () => void }) {
  const t = words[ofPage()] ?? english
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null
  return (
    <main id="main">
      <title>{t.title}</title>
      <Lost
        title={t.title}
        actions={
          <>
            <Button look="go" onClick={retry}>
              {t.retry}
            </Button>
            <ButtonLink href="/">{t.home}</ButtonLink>
          </>
        }
      >
        <p>{t.lead}</p>
        {digest && (
          <p className="tiny">
            {t.code} {digest}
          </p>
        )}
      </Lost>
    </main>
  )
}
