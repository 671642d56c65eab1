import type { ReactNode } from 'react'
import { SincePart } from '@/components/journal/since-part'
import { WinList } from '@/components/progress/win-list'
import { InTheWay, type ObstacleActions } from '@/components/obstacle/in-the-way'
import { Section } from '@/components/ui/section'
import type { AnimalAtHome, Home } from '@/lib/domain/home/pages'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import { inSentence } from '@/lib/format/in-sentence'
import { text } from '@/lib/format/text'
import { Errands } from './errands'
import { OutcomePart } from '@/components/plan/outcome'
import { Todo } from './todo'
import { Way } from './way'
import { Week } from './week'

type Props = { animal: AnimalAtHome; home: Home; obstacle: ObstacleActions; children?: ReactNode }

/** One animal's part of the page: today, the week, what changed, the wins, the way. `children` stand first beside it. */
export function AnimalHome({ animal, home, obstacle, children }: Props) {
  const t = text('home')
  const { name, standing, sessions, wins } = animal
  const { today, zone } = home
  const arrived = standing?.status === 'completed'
  return (
    <div className="home-cols">
      <div className="stack">
        {arrived ? (
          <OutcomePart standing={standing} zone={zone} />
        ) : (
          <div>
            <Todo animal={animal} loggedToday={sessions.some(({ day }) => day.equals(today))} />
            {standing && <Deciding standing={standing} showScore={animal.showScore} />}
          </div>
        )}
        {standing && !arrived && <Week name={name} sessions={sessions} today={today} zone={zone} />}
        <InTheWay animal={animal} home={home} actions={obstacle} />
      </div>
      <div className="stack home-aside">
        {children}
        <SincePart animal={animal} home={home} />
        {standing && (
          <Section
            title={t('wins.title', { name })}
            aside={wins.length > 0 && t('wins.count', { n: wins.length })}
          >
            <WinList wins={wins} zone={zone} />
          </Section>
        )}
        {standing && !arrived && <Errands name={name} standing={standing} />}
      </div>
      {standing && <Way animal={animal} standing={standing} zone={zone} />}
    </div>
  )
}

/** The sentence that decides, in the household's words; the number only where the consultant shows it. */
export function Deciding({ standing, showScore }: { standing: AnimalStanding; showScore: boolean }) {
  const { sentence, score, band } = standing
  return (
    <p className="deciding">
      {text('home')(`say.${sentence.key}`, sentence.params)}
      {showScore && score !== null && band !== null && (
        <span className="tiny">
          {text('home')('score', { score, band: inSentence(text('readiness')(`band.${band}`)) })}
        </span>
      )}
    </p>
  )
}
