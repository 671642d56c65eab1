import { JourneyPath } from '@/components/plan/journey-path'
import { outcomeSays } from '@/components/plan/outcome'
import { wayOf } from '@/components/progress/way'
import { WinList } from '@/components/progress/win-list'
import { Section } from '@/components/ui/section'
import type { SharedValues } from '@/lib/domain/share/shared'
import { dayShort } from '@/lib/format/dates'
import { text } from '@/lib/format/text'

type Journey = { journey: SharedValues['journey']; name: string; coat: string; zone: string }

/** The way, the wins, the weeks: what a friend sees. */
export function SharedJourney({ journey: { standing, wins, weeks }, name, coat, zone }: Journey) {
  const t = text('share')
  const way = standing && wayOf(standing, coat)
  return (
    <>
      <p className="shared-facts">
        {standing && standing.status !== 'completed' && way && (
          <span>{t('page.stage', { stage: standing.stageName })}</span>
        )}
        <span>{t('page.weeks', { n: weeks })}</span>
      </p>
      {standing?.status === 'enrichment' && <p>{t('page.indoors', { name })}</p>}
      {standing?.status === 'completed' && <p>{outcomeSays(standing)}</p>}
      {way && (
        <Section title={text('home')('way.title', { name })}>
          <JourneyPath {...way} />
        </Section>
      )}
      <Section
        title={text('home')('wins.title', { name })}
        aside={wins.length > 0 && text('home')('wins.count', { n: wins.length })}
      >
        <WinList wins={wins} zone={zone} />
      </Section>
    </>
  )
}

type Photos = { photos: SharedValues['photos']; name: string; photo: (id: string) => string; zone: string }

export function SharedPhotos({ photos, name, photo, zone }: Photos) {
  const t = text('share')
  return (
    <Section title={t('page.photos')}>
      <ul className="shared-photos">
        {photos.map(({ id, width, height, day }) => (
          <li key={id}>
            <img
              src={photo(id)}
              width={width}
              height={height}
              loading="lazy"
              alt={t('page.photoOf', { name, day: dayShort(day, zone) })}
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}
