import { Form } from '@/components/form/form'
import { ChipsField, ChoiceField, HiddenField, TextArea, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { ButtonLink } from '@/components/ui/button'
import { State } from '@/components/ui/state'
import { stageAfter } from '@/lib/domain/plan/decision'
import { refuseMove } from '@/lib/domain/plan/refusals'
import { decisions } from '@/lib/domain/plan/words'
import { stageOf } from '@/lib/domain/protocol/stage'
import type { FormAction } from '@/lib/domain/result/form-state'
import { conditionOf, footingOf } from '@/lib/domain/standing/condition'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import { text } from '@/lib/format/text'
import { Held } from './held'

type Props = { standing: AnimalStanding; action: FormAction; cancelHref: string }

/** The rules' answer, what holds for everybody, then the person's decision. */
export function DecisionForm({ standing, action, cancelHref }: Props) {
  const t = text('plan')
  const { protocol, state, recommendation } = standing
  const stage = stageOf(protocol, state.stageKey)
  const towards = {
    advance: stageAfter(protocol, state.stageKey, 'advance')?.name ?? null,
    stay: standing.stageName,
    step_back: stageAfter(protocol, state.stageKey, 'step_back')?.name ?? null,
    pause: standing.stageName,
    stop_enrich: protocol.alternative.name,
  }
  return (
    <Form action={action} schema="decision" label={t('decideSubmit')} className="form">
      <HiddenField name="animalId" value={standing.animalId} />
      <HiddenField name="seenEntryId" value={standing.entries.at(-1)?.id ?? ''} />
      <Held by={heldBack(standing)} />
      <ChoiceField
        name="decision"
        label={t('decisionLabel')}
        hint={t('recommended', { decision: t(`decision.${recommendation}`) })}
        look="rows"
        options={decisions
          .filter((decision) => towards[decision] !== null)
          .map((value) => ({
            value,
            label: (
              <>
                <State is={value}>{t(`decision.${value}`)}</State>{' '}
                <span className="small quiet">
                  {t(`towards.${value}`, {
                    stage: towards[value] ?? '',
                    days: protocol.alternative.reviewDays,
                  })}
                </span>
              </>
            ),
          }))}
      />
      {stage && stage.ticks.length > 0 && (
        <ChipsField
          name="ticksSet"
          label={t('ticks')}
          look="rows"
          options={stage.ticks.map(({ key, label }) => ({ value: key, label }))}
        />
      )}
      <TextArea name="reason" label={t('reason')} hint={t('reasonHint')} rows={2} />
      <TextField
        name="pauseUntil"
        label={t('pauseUntil')}
        hint={t('pauseUntilHint')}
        type="date"
        className="field-short"
      />
      <div className="form-acts">
        <Submit>{t('decideSubmit')}</Submit>
        <ButtonLink href={cancelHref} look="plain">
          {t('leave')}
        </ButtonLink>
      </div>
    </Form>
  )
}

/** What stands in the way of the next step for everybody, ticks apart: they are set below. */
function heldBack(standing: AnimalStanding) {
  const from = footingOf(standing)
  const next = stageAfter(standing.protocol, from.stage.key, 'advance')
  const ticksSet = from.stage.ticks.map(({ key }) => key)
  const to = next && ({ status: 'active', stage: next } as const)
  return to && refuseMove({ from, to, way: 'on' }, conditionOf(standing, ticksSet))
}
