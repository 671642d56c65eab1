import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

/** A photo as a small picture that opens whole. */
export function PhotoShown({ id, what }: { id: string; what: string }) {
  return (
    <a href={paths.photo(id)} className="photo-shown">
      <img src={paths.photo(id)} alt={text('safety')('photo.alt', { what })} loading="lazy" />
    </a>
  )
}
