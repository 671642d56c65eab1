'use client'

import { Trouble } from '@/components/shell/trouble'
import './globals.css'

/** When even the root layout fails: it brings its own document and styles. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <Trouble error={error} retry={retry} />
      </body>
    </html>
  )
}
