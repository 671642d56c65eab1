import { Portrait } from '@/components/animal/portrait'
import { coatFrom } from '@/lib/domain/animal/coats'
import type { WatchedAnimal } from '@/lib/domain/observation/live/page'
import { paths } from '@/lib/paths'
import type { ShownAnimal } from './live-screen'

/** The animals of a visit as the browser gets them: portraits and addresses are made here. */
export const shownAnimals = (visitId: string, animals: readonly WatchedAnimal[]): ShownAnimal[] =>
  animals.map(({ coat, ...animal }) => ({
    ...animal,
    picture: (
      <Portrait species={animal.species} coat={coatFrom(coat)} name={animal.name} size={36} decorative />
    ),
    href: paths.watch(visitId, animal.id),
    sessionHref: paths.newSession(visitId, animal.id),
  }))
