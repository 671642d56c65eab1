import type { ShownPhoto } from '@/lib/domain/photo/pages'
import { duration } from '@/lib/format/duration'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

/** A picture as a small copy that opens whole, or a film with the player of the browser. */
export function PhotoMedia({ photo }: { photo: ShownPhoto }) {
  const t = text('photo')
  const { id, format, animalName: name, width, height } = photo
  if (format === 'webp')
    return (
      <a href={paths.photo(id)} className="photo-media">
        <img
          src={paths.photo(id, 'small')}
          alt={t('photoOf', { name })}
          loading="lazy"
          {...{ width, height }}
        />
      </a>
    )
  const time = duration(Math.max(1, Math.round((photo.durationMs ?? 0) / 1000)))
  return (
    <video
      className="photo-media"
      src={paths.photo(id)}
      aria-label={t('videoOf', { name, time })}
      controls
      playsInline
      preload="metadata"
      {...{ width, height }}
    />
  )
}
