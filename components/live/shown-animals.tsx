import { Portrait } from '@/components/animal/portrait'
import { coatFrom } from '@/lib/domain/animal/coats'
import type { WatchedAnimal } from '@/lib/domain/observation/live/page'
import { paths } from '@/lib/paths'
import type { ShownAnimal } from './live-screen'

/** The animals of a visit as the screen shows them: portraits and addresses are made here. `at` is where a page is. */
export const shownAnimals = (
  visitId: string,
  animals: readonly WatchedAnimal[],
  at = (path: string) => path,
): ShownAnimal[] =>
  animals.map(({ coat, ...animal }) => ({
    ...animal,
    picture: (
      <Portrait species={animal.species} coat={coatFrom(coat)} name={animal.name} size={36} decorative />
    ),
    href: at(paths.watch(visitId, animal.id)),
    sessionHref: at(paths.newSession(visitId, animal.id)),
  }))
