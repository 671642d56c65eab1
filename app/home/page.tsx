import { HomeView } from '@/components/home/home-view'
import { Looked } from '@/components/home/looked'
import { takeBackObstacle, tellObstacle } from '@/lib/actions/obstacle'
import { orNotFound } from '@/lib/auth/or-not-found'
import { titled } from '@/lib/auth/titled'
import { requireGuardian } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { homeOf } from '@/lib/data/home'
import { inReadersWords } from '@/lib/format/programme-words'
import { text } from '@/lib/format/text'

export const generateMetadata = titled(() => text('home')('title'))

export default async function HomePage() {
  const viewer = await requireGuardian()
  const home = await orNotFound(homeOf(viewer, now()))
  return (
    <>
      <HomeView home={inReadersWords(home)} obstacle={{ tell: tellObstacle, takeBack: takeBackObstacle }} />
      <Looked />
    </>
  )
}
