import { Form } from '@/components/form/form'
import { HiddenField, SelectField, TextArea } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { Differences } from '@/components/protocol/differences'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import { changingVersion, stagesUnder } from '@/lib/domain/plan/change-version'
import { refuseMove } from '@/lib/domain/plan/refusals'
import type { Protocol } from '@/lib/domain/protocol/protocol'
import { differencesOf } from '@/lib/domain/protocol/differences'
import type { FormAction } from '@/lib/domain/result/form-state'
import { conditionOf, footingOf } from '@/lib/domain/standing/condition'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { Held } from './held'
import { versionName } from './stage-names'

type Other = { id: string; protocol: Protocol }
type FormProps = { standing: AnimalStanding; action: FormAction; cancelHref: string }
type Props = FormProps & { others: readonly Other[]; to: string | undefined }

/** Which version, what reads otherwise in it, and the move itself. */
export function VersionPart({ others, to, ...rest }: Props) {
  const t = text('plan')
  const { standing, cancelHref } = rest
  const chosen = others.find(({ id }) => id === to) ?? others[0]
  if (!chosen) {
    return (
      <EmptyState
        title={t('noOtherTitle')}
        action={<ButtonLink href={cancelHref}>{t('toAnimal', { name: standing.name })}</ButtonLink>}
      >
        {t('noOtherLead')}
      </EmptyState>
    )
  }
  return (
    <div className="cols cols-even">
      <div className="stack">
        {others.length > 1 && <Others others={others} chosen={chosen} animalId={standing.animalId} />}
        <Section title={t('versionMove', { version: versionName(chosen.protocol) })}>
          <VersionForm {...rest} chosen={chosen} />
        </Section>
      </div>
      <Section title={t('versionDifferences')}>
        <Differences of={differencesOf(standing.protocol, chosen.protocol)} />
      </Section>
    </div>
  )
}

type OthersProps = { others: readonly Other[]; chosen: Other; animalId: string }

const Others = ({ others, chosen, animalId }: OthersProps) => (
  <nav aria-label={text('plan')('versionWhich')}>
    <ul className="rows small">
      {others.map((other) => (
        <li key={other.id}>
          {other === chosen ? (
            <b aria-current="page">{versionName(other.protocol)}</b>
          ) : (
            <a href={paths.changeVersion(animalId, other.id)}>{versionName(other.protocol)}</a>
          )}
        </li>
      ))}
    </ul>
  </nav>
)

function VersionForm({ standing, action, cancelHref, chosen }: FormProps & { chosen: Other }) {
  const t = text('plan')
  const { state, protocol, animalId, name, entries } = standing
  const stages = stagesUnder(protocol, chosen.protocol, state.stageKey)
  const [nearest] = stages
  const from = footingOf(standing)
  const inProgramme = state.status === 'enrichment' ? 'in_enrichment' : null
  const held = nearest ? refuseMove(changingVersion(from, nearest), conditionOf(standing)) : null
  return (
    <Form
      action={action}
      schema="changeVersion"
      label={t('versionTitle')}
      className="form form-part"
      defaults={{ toStageKey: nearest?.key }}
    >
      <Held by={inProgramme ?? held} />
      <HiddenField name="animalId" value={animalId} />
      <HiddenField name="protocolId" value={chosen.id} />
      <HiddenField name="seenEntryId" value={entries.at(-1)?.id ?? ''} />
      {nearest?.key === state.stageKey ? (
        <p className="small">{t('versionKept', { name, stage: nearest.name, day: standing.dayInStage })}</p>
      ) : (
        <>
          <p className="small">{t('versionGone', { stage: from.stage.name })}</p>
          <SelectField
            name="toStageKey"
            label={t('resumeStage')}
            options={stages.map((stage) => ({ value: stage.key, label: stage.name }))}
          />
        </>
      )}
      <TextArea name="reason" label={t('versionWhy')} rows={2} required />
      <div className="form-acts">
        <Submit>{t('versionSubmit')}</Submit>
        <ButtonLink href={cancelHref} look="plain">
          {t('leave')}
        </ButtonLink>
      </div>
    </Form>
  )
}
