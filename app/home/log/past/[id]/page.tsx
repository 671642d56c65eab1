import { PastOne } from '@/components/log/past-log'
import { takeOutHomework } from '@/lib/actions/log'
import { orNotFound } from '@/lib/auth/or-not-found'
import { titled } from '@/lib/auth/titled'
import { requireGuardian } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { sessionOf } from '@/lib/data/session'
import { mayCorrect } from '@/lib/domain/log/correct'
import { inReadersWords } from '@/lib/format/programme-words'
import { text } from '@/lib/format/text'

export const generateMetadata = titled(() => text('home')('past.title'))

type Props = { params: Promise<{ id: string }> }

export default async function PastOnePage({ params }: Props) {
  const viewer = await requireGuardian()
  const session = await orNotFound(sessionOf(viewer, (await params).id))
  return (
    <PastOne session={inReadersWords(session)} anew={mayCorrect(session, now())} takeOut={takeOutHomework} />
  )
}
