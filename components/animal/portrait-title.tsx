import type { Species } from '@/lib/domain/observation/vocabulary'
import { coatFrom } from '@/lib/domain/animal/coats'
import { Portrait } from './portrait'

/** An animal's name beside its face, as the title of its part of a page. */
export const PortraitTitle = ({
  animal: { species, coat, name },
}: {
  animal: { species: Species; coat: string; name: string }
}) => (
  <span className="with-portrait">
    <Portrait species={species} coat={coatFrom(coat)} name={name} size={44} decorative />
    <bdi>{name}</bdi>
  </span>
)
