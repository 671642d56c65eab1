import { JournalView } from '@/components/journal/journal-view'
import { orNotFound } from '@/lib/auth/or-not-found'
import { titled } from '@/lib/auth/titled'
import { requireGuardian } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { journalOf } from '@/lib/data/journal'
import { inReadersWords } from '@/lib/format/programme-words'
import { text } from '@/lib/format/text'

export const generateMetadata = titled(() => text('journal')('title'))

type Props = { searchParams: Promise<{ animal?: string }> }

export default async function ProgressPage({ searchParams }: Props) {
  const viewer = await requireGuardian()
  const journal = await orNotFound(journalOf(viewer, (await searchParams).animal, now()))
  return <JournalView journal={inReadersWords(journal)} />
}
