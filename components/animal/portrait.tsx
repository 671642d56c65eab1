import { Doorway, walls, type Wall } from '@/components/ui/doorway'
import { coatsOf, type Coat } from '@/lib/domain/animal/coats'
import type { Species } from '@/lib/domain/observation/vocabulary'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

type Props = {
  species: Species
  coat?: Coat | null | undefined
  name: string
  /** Width in px; the arch is 5 : 6. */
  size?: number
  /** The colour behind; without it the name chooses, so that an animal keeps its wall everywhere. */
  wall?: Wall
  /** Beside the name in words: nothing to read out. */
  decorative?: boolean
  /** Address of a photo, which then stands in the arch instead of the drawing. */
  photo?: string | undefined
}

/** An animal in its doorway. */
export function Portrait({ species, coat, name, size = 48, wall = wallOf(name), decorative, photo }: Props) {
  const t = text('ui')
  const alt = decorative ? '' : t(photo ? 'portrait.photo' : 'portrait.drawing', { name })
  return (
    <Doorway size={size} wall={wall}>
      <img
        src={photo ?? drawingOf(species, coat)}
        alt={alt}
        width={size}
        height={Math.round(size * 1.2)}
        decoding="async"
      />
    </Doorway>
  )
}

/** Address of the drawing, for use inside another picture. */
export function drawingOf(species: Species, coat?: Coat | null): string {
  return paths.portrait(coat ?? coatsOf[species][0] ?? 'cat_tabby_brown')
}

export function wallOf(name: string): Wall {
  let sum = 0
  for (const letter of name) sum += letter.codePointAt(0) ?? 0
  return walls[sum % walls.length] ?? 1
}
