import { LogIsOver } from '@/components/log/log-is-over'
import { LogPhotos } from '@/components/log/log-photos'
import { LoggedView } from '@/components/log/logged-view'
import { takeOwnPhotoAway } from '@/lib/actions/photo'
import { orNotFound } from '@/lib/auth/or-not-found'
import { titled } from '@/lib/auth/titled'
import { requireGuardian } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { loggedOf } from '@/lib/data/home'
import { sessionPhotos } from '@/lib/data/visit-photos'
import { inReadersWords } from '@/lib/format/programme-words'
import { text } from '@/lib/format/text'

export const generateMetadata = titled(() => text('home')('done.title'))

type Props = { searchParams: Promise<{ session?: string }> }

export default async function LoggedPage({ searchParams }: Props) {
  const viewer = await requireGuardian()
  const logged = await orNotFound(loggedOf(viewer, (await searchParams).session ?? '', now()))
  const { practiceId, userId, practiceName: practice, zone } = viewer
  const { id: sessionId, animalId, animalName: name } = logged.session
  const owner = { practiceId, userId }
  const photos = await sessionPhotos(viewer, sessionId)
  return (
    <>
      <LogIsOver {...{ owner, animalId, sessionId }} />
      <LoggedView logged={inReadersWords(logged)} practice={practice} zone={zone}>
        <LogPhotos
          of={{ owner, practice, animalId, sessionId, name }}
          photos={photos}
          takeAway={takeOwnPhotoAway}
        />
      </LoggedView>
    </>
  )
}
