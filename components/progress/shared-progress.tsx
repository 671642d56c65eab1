import { Portrait } from '@/components/animal/portrait'
import { JourneyPath } from '@/components/plan/journey-path'
import { Section } from '@/components/ui/section'
import { coatFrom } from '@/lib/domain/animal/coats'
import type { SharedProgress } from '@/lib/domain/log/progress'
import { outcomeSays } from '@/components/plan/outcome'
import { text } from '@/lib/format/text'
import { placeOnTheWay, wayOf } from './way'
import { WinList } from './win-list'

/** What somebody without an account sees of one animal: the way, the wins, the weeks. */
export function SharedProgressView({ progress, zone }: { progress: SharedProgress; zone: string }) {
  const t = text('share')
  const { name, species, coat, standing, wins, weeks } = progress
  const way = standing && wayOf(standing, coat)
  return (
    <div className="shared">
      <header className="hello">
        <Portrait species={species} coat={coatFrom(coat)} name={name} size={104} decorative />
        <div>
          <p>{t('page.with', { practice: progress.practiceName })}</p>
          <h1>{placeOnTheWay(standing, name)}</h1>
        </div>
      </header>
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
    </div>
  )
}
