import type { Metadata } from 'next'
import { NothingHere } from '@/components/shell/nothing-here'
import { text } from '@/lib/format/text'

export const metadata: Metadata = { title: text('shell')('notFound.title') }

export default function NotFound() {
  return (
    <main id="main">
      <NothingHere />
    </main>
  )
}
