import { DescriptionList } from '@/components/ui/description-list'
import { Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import { isIntake } from '@/lib/domain/protocol/stage'
import type { Protocol, Stage } from '@/lib/domain/protocol/protocol'
import { text } from '@/lib/format/text'
import { shownTarget, shownValue } from './words'

/** A protocol to be read, on the screen and on paper: the stages at a glance, then each one whole. */
export function ProtocolView({ protocol }: { protocol: Protocol }) {
  const t = text('protocol')
  return (
    <div className="protocol">
      <Section title={t('overview')}>
        <Overview stages={protocol.stages} />
      </Section>
      {protocol.stages.map((stage) => (
        <StageView key={stage.key} stage={stage} stages={protocol.stages} />
      ))}
      <AlternativeView protocol={protocol} />
    </div>
  )
}

function Overview({ stages }: { stages: readonly Stage[] }) {
  const t = text('protocol')
  return (
    <Table
      caption={t('overview')}
      folds
      head={['stage', 'minDays', 'sessionDays', 'target', 'place', 'leash', 'gate'].map((cell) =>
        t(`head.${cell}`),
      )}
      rows={stages.map((stage) => ({
        key: stage.key,
        cells: [
          <a key="name" href={`#${stage.key}`}>
            <span className="stage-key">{stage.key}</span> <bdi>{stage.name}</bdi>
          </a>,
          stage.minDays,
          stage.minSessionDays,
          isIntake(stage) ? '' : shownTarget(stage),
          shownValue('place', stage.place),
          stage.leash && t('yes'),
          stage.gate && t('must'),
        ],
      }))}
    />
  )
}

export function StageView({ stage, stages }: { stage: Stage; stages: readonly Stage[] }) {
  const t = text('protocol')
  const back = stages.find(({ key }) => key === stage.stepBackTo)
  return (
    <Section
      id={stage.key}
      className="stage-sheet"
      title={
        <>
          <span className="stage-key">{stage.key}</span> <bdi>{stage.name}</bdi>
        </>
      }
      aside={isIntake(stage) ? undefined : shownTarget(stage)}
    >
      <p className="small quiet stage-facts">
        {t('facts', {
          minDays: shownValue('minDays', stage.minDays),
          sessionDays: shownValue('minSessionDays', stage.minSessionDays),
          place: shownValue('place', stage.place),
          leash: t(stage.leash ? 'onLeash' : 'noLeash'),
          gate: String(stage.gate),
          intake: String(isIntake(stage)),
        })}
      </p>
      <DescriptionList
        rows={[
          [t('field.entry'), <Prose key="entry" of={stage.entry} />],
          [t('field.exercises'), <Lines key="exercises" of={stage.exercises} />],
          [t('field.dose'), <Prose key="dose" of={stage.dose} />],
          [t('field.advance'), <Prose key="advance" of={stage.advance} />],
          [
            t('field.ticks'),
            stage.ticks.length > 0 && <Lines key="ticks" of={stage.ticks.map(({ label }) => label)} />,
          ],
          [t('field.back'), <Prose key="back" of={stage.back} />],
          [t('field.stepBackTo'), back && `${back.key} ${back.name}`],
          [t('field.stop'), <Prose key="stop" of={stage.stop} />],
          [t('field.signs'), <Prose key="signs" of={stage.signs} />],
          [
            t('field.homework'),
            <p key="homework" className="said" dir="auto">
              “{stage.homework}”
            </p>,
          ],
        ].map(([term, said]) => [term, said || null] as const)}
      />
    </Section>
  )
}

function AlternativeView({ protocol: { alternative, stages } }: { protocol: Protocol }) {
  const t = text('protocol')
  const again = stages.find(({ key }) => key === alternative.restartAt)
  return (
    <Section
      id={alternative.key}
      className="stage-sheet"
      title={
        <>
          <span className="stage-key">{alternative.key}</span> <bdi>{alternative.name}</bdi>
        </>
      }
      aside={t('alternative')}
    >
      <DescriptionList
        rows={[
          [t('field.when'), <Prose key="when" of={alternative.when} />],
          [t('field.items'), <Lines key="items" of={alternative.items} />],
          [t('field.review'), <Prose key="review" of={alternative.review} />],
          [t('field.reviewDays'), shownValue('reviewDays', alternative.reviewDays)],
          [t('field.restartAt'), again ? `${again.key} ${again.name}` : null],
        ]}
      />
    </Section>
  )
}

const Prose = ({ of }: { of: string }) => <span dir="auto">{of || text('protocol')('value.none')}</span>

const Lines = ({ of }: { of: readonly string[] }) => (
  <ul className="plain-list">
    {of.map((line, at) => (
      <li key={at} dir="auto">
        {line}
      </li>
    ))}
  </ul>
)
