import type { ReactNode } from 'react'
import { placeOnTheWay } from '@/components/progress/way'
import { Portrait } from '@/components/animal/portrait'
import { coatFrom } from '@/lib/domain/animal/coats'
import type { Shared } from '@/lib/domain/share/shared'
import { text } from '@/lib/format/text'
import { SharedJourney, SharedPhotos } from './shared-journey'
import { CallFirst, Donts, SharedPlan, SharedTasks, StopSigns } from './shared-week'

type Props = {
  shared: Shared
  zone: string
  /** Where a photo of this link is found. */
  photo: (id: string) => string
  /** The log, where this link has one. */
  log?: ReactNode
}

/** One animal as somebody without an account is shown it: every field that is there, in the order it is needed. */
export function SharedView({ shared, zone, photo, log }: Props) {
  const t = text('share')
  const { animal, practiceName, journey, photos, homework, donts, stop, call, plan } = shared
  const { name, species, coat } = animal
  return (
    <div className="shared">
      <header className="hello">
        <Portrait species={species} coat={coatFrom(coat)} name={name} size={104} decorative />
        <div>
          <p>{t('page.withPractice', { practice: practiceName })}</p>
          <h1>{journey ? placeOnTheWay(journey.standing, name) : t('week.title', { name })}</h1>
        </div>
      </header>
      {homework && <SharedTasks homework={homework} name={name} />}
      {log}
      {donts && <Donts species={donts} name={name} />}
      {stop && stop.length > 0 && <StopSigns signs={stop} />}
      {call && <CallFirst call={call} practice={practiceName} />}
      {plan && <SharedPlan plan={plan} coat={coat} />}
      {journey && <SharedJourney journey={journey} name={name} coat={coat} zone={zone} />}
      {photos && photos.length > 0 && <SharedPhotos photos={photos} name={name} photo={photo} zone={zone} />}
    </div>
  )
}
