import { memo } from 'react'
import { LiveScreen } from '@/components/live/live-screen'
import { shownAnimals } from '@/components/live/shown-animals'
import type { KitVisit } from '@/lib/domain/kit/kit'
import type { Owner } from '@/lib/domain/sync/queue'
import { liveWords } from '@/lib/format/live-words'
import { paths } from '@/lib/paths'
import { withoutSignal } from './use-place'

type Props = { owner: Owner; visit: KitVisit; animalId: string }

/** Watching live where there may be no signal: the whole screen, as it is with one. Not drawn anew with the queue. */
export const OfflineLive = memo(function OfflineLive({ owner, visit: { door, watched }, animalId }: Props) {
  return (
    <LiveScreen
      visit={{ id: door.id, href: withoutSignal(paths.door(door.id)) }}
      animals={shownAnimals(door.id, watched, withoutSignal)}
      first={animalId}
      owner={owner}
      hrefs={{ sync: paths.sync(), signIn: paths.signIn(), onThisPhone: '#' }}
      words={liveWords([...new Set(watched.map(({ species }) => species))])}
      offline
    />
  )
})
