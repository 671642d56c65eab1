import { LoggedView } from '@/components/log/logged-view'
import { WatchIsOver } from '@/components/log/watch-is-over'
import { orNotFound } from '@/lib/auth/or-not-found'
import { titled } from '@/lib/auth/titled'
import { requireGuardian } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { loggedOf } from '@/lib/data/home'
import { inReadersWords } from '@/lib/format/programme-words'
import { text } from '@/lib/format/text'

export const generateMetadata = titled(() => text('home')('done.title'))

type Props = { searchParams: Promise<{ session?: string }> }

export default async function LoggedPage({ searchParams }: Props) {
  const viewer = await requireGuardian()
  const logged = await orNotFound(loggedOf(viewer, (await searchParams).session ?? '', now()))
  return (
    <>
      <WatchIsOver animalId={logged.session.animalId} />
      <LoggedView logged={inReadersWords(logged)} practice={viewer.practiceName} zone={viewer.zone} />
    </>
  )
}
