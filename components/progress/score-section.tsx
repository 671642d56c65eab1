import { placed } from '@/components/chart/day-scale'
import { ScoreChart } from '@/components/chart/score-chart'
import { markOf } from '@/components/session/session-list'
import { Section } from '@/components/ui/section'
import { text } from '@/lib/format/text'
import type { Drawn } from './drawn'
import { scoreSays } from './score-says'
import { ScoreTable } from './score-table'

/** The stored scores and how sure they were, with the stages and the sessions below. */
export function ScoreSection({ drawn }: { drawn: Drawn }) {
  const t = text('progress')
  const { plan, scale } = drawn
  const sessions = placed(scale, plan.sessions, ({ day }) => day)
  return (
    <Section title={t('score.title')} aside={t('score.aside')}>
      <ScoreChart
        label={t('score.label')}
        says={scoreSays(drawn)}
        table={<ScoreTable drawn={drawn} />}
        scale={scale}
        spans={plan.spans}
        rests={plan.rests}
        scores={plan.scores}
        sessions={sessions.map(({ thing, at }) => ({ key: thing.id, at, kind: markOf(thing.kind) }))}
      />
    </Section>
  )
}
