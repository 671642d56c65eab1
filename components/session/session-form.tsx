import { Form, type Defaults } from '@/components/form/form'
import { HiddenField, TextArea } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import type { Species } from '@/lib/domain/observation/vocabulary'
import type { Stage } from '@/lib/domain/protocol/protocol'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'
import { AroundPart, FlagsPart, WatchPart } from './session-around'
import { BodyPart, TookPart, WhenPart } from './session-seen'

type Props = {
  action: FormAction
  animal: { id: string; name: string; species: Species }
  /** Null in the enrichment programme, which has no target and no leash. */
  stage: Stage | null
  visitId: string | null
  /** Made by the server when the form was drawn: sent twice, it is one session. */
  sessionId: string
  defaults: Defaults
  cancelHref: string
}

/** One long calm form with the whole vocabulary; only what belongs to this species and stage is asked. */
export function SessionForm({ action, animal, stage, visitId, sessionId, defaults, cancelHref }: Props) {
  const t = text('session')
  const o = text('observation')
  return (
    <Form
      action={action}
      schema="recordedSession"
      label={t('new')}
      className="form session-form"
      defaults={defaults}
    >
      <HiddenField name="id" value={sessionId} />
      <HiddenField name="animalId" value={animal.id} />
      {visitId && <HiddenField name="visitId" value={visitId} />}
      <Section title={t('part.body')}>
        <BodyPart species={animal.species} />
      </Section>
      <Section title={t('part.took')}>
        <TookPart stage={stage} turns={defaults.repsTotal} />
      </Section>
      <Section title={t('part.flags')}>
        <FlagsPart species={animal.species} />
      </Section>
      <Section title={t('part.when')}>
        <WhenPart stage={stage} />
      </Section>
      <Section title={t('part.around')}>
        <AroundPart />
      </Section>
      <Section title={t('part.watch')}>
        <WatchPart />
      </Section>
      <Section title={t('part.words')}>
        <div className="form-part">
          <TextArea name="note" label={o('field.note')} rows={3} />
        </div>
      </Section>
      <div className="form-acts">
        <Submit>{t('submit')}</Submit>
        <ButtonLink href={cancelHref} look="plain">
          {t('cancel')}
        </ButtonLink>
      </div>
    </Form>
  )
}
