import { LogPhotos } from '@/components/log/log-photos'
import { PastOne } from '@/components/log/past-log'
import { PhotoRefusal } from '@/components/photo/consent-notice'
import { takeOutHomework } from '@/lib/actions/log'
import { takeOwnPhotoAway } from '@/lib/actions/photo'
import { orNotFound } from '@/lib/auth/or-not-found'
import { titled } from '@/lib/auth/titled'
import { requireGuardian } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { sessionOf } from '@/lib/data/session'
import { mayCorrect } from '@/lib/domain/log/correct'
import { sessionPhotos } from '@/lib/data/visit-photos'
import { inReadersWords } from '@/lib/format/programme-words'
import { text } from '@/lib/format/text'

export const generateMetadata = titled(() => text('home')('past.title'))

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<{ refused?: string | string[] }>
}

export default async function PastOnePage({ params, searchParams }: Props) {
  const viewer = await requireGuardian()
  const session = await orNotFound(sessionOf(viewer, (await params).id))
  const { practiceId, userId, practiceName: practice } = viewer
  const photos = await sessionPhotos(viewer, session.id)
  const { id: sessionId, animalId, animalName: name } = session
  const [refused] = [(await searchParams).refused].flat()
  return (
    <PastOne session={inReadersWords(session)} anew={mayCorrect(session, now())} takeOut={takeOutHomework}>
      <PhotoRefusal reason={refused} />
      <LogPhotos
        of={{ owner: { practiceId, userId }, practice, animalId, sessionId, name }}
        photos={photos}
        takeAway={takeOwnPhotoAway}
      />
    </PastOne>
  )
}
