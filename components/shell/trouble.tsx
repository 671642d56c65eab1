'use client'

import { Button, ButtonLink } from '@/components/ui/button'
import words from '@/lib/messages/en/trouble.json'
import { Lost } from './lost'

/** Error boundaries run in the browser, so the sentences come from one small file of their own. */
export function Trouble({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null
  return (
    <main id="main">
      <title>{words.title}</title>
      <Lost
        title={words.title}
        actions={
          <>
            <Button look="go" onClick={retry}>
              {words.retry}
            </Button>
            <ButtonLink href="/">{words.home}</ButtonLink>
          </>
        }
      >
        <p>{words.lead}</p>
        {digest && (
          <p className="tiny">
            {words.code} {digest}
          </p>
        )}
      </Lost>
    </main>
  )
}
