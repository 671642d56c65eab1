import { Form } from '@/components/form/form'
import { HiddenField, TextArea, TextField, TickField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { ButtonLink } from '@/components/ui/button'
import { taskWords } from '@/components/home/task-words'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { State } from '@/components/ui/state'
import { defaultsOf } from '@/lib/domain/form/defaults'
import type { HomeworkDraft } from '@/lib/domain/note/schema'
import type { Decision } from '@/lib/domain/plan/words'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { FieldError } from '@/components/form/field'
import { HomeworkPreview } from './homework-preview'

export type AnimalToSign = {
  animalId: string
  name: string
  hasPlan: boolean
  decision: Decision | null
  /** What stands in the homework fields to begin with. */
  homework: HomeworkDraft[]
  /** Whether nothing is to be practised, whatever the homework says. */
  rests: boolean
  /** What its household reads where nothing is asked, a key of the home catalogue under `todo`. */
  quiet: string
}

type Props = {
  visitId: string
  version: number
  animals: AnimalToSign[]
  /** The name of who signs, where that is somebody else. */
  signs: string | null
  action: FormAction
}

/** Homework as the household will read it, then one deliberate act. */
export function SignForm({ visitId, version, animals, signs, action }: Props) {
  const t = text('note')
  const defaults = animals.map(({ homework }) => ({
    homework: Object.fromEntries(
      homework.map((item, index) => [
        index,
        { ...item, sentences: Object.fromEntries(item.sentences.entries()) },
      ]),
    ),
  }))
  return (
    <Form
      action={action}
      schema="noteSignature"
      label={t('step.sign')}
      className="form note-form note-form-wide"
      defaults={defaultsOf({ animals: Object.fromEntries(defaults.entries()) })}
    >
      <HiddenField name="visitId" value={visitId} />
      <HiddenField name="version" value={String(version)} />
      {animals.map((animal, index) => (
        <AnimalHomework key={animal.animalId} animal={animal} index={index} />
      ))}
      {signs === null ? (
        <TickField name="read" label={t('read')} />
      ) : (
        <Notice>{t('sharing.signs', { author: signs })}</Notice>
      )}
      <div className="form-acts">
        {signs === null && <Submit>{t('sign')}</Submit>}
        <ButtonLink href={paths.decideNote(visitId)} look="plain">
          {t('backToDecision')}
        </ButtonLink>
      </div>
    </Form>
  )
}

function AnimalHomework({ animal, index }: { animal: AnimalToSign; index: number }) {
  const t = text('note')
  const home = text('home')
  const at = `animals.${index}`
  return (
    <Section
      title={<bdi>{t('homeworkFor', { name: animal.name })}</bdi>}
      aside={
        animal.decision ? (
          <State is={animal.decision}>{t('decided', { decision: t(`decisions.${animal.decision}`) })}</State>
        ) : (
          t('undecided')
        )
      }
    >
      <HiddenField name={`${at}.animalId`} value={animal.animalId} />
      <FieldError name={at} />
      {animal.hasPlan ? (
        <div className="form-part homework-write">
          <div>
            <p className="field-hint">{t('homeworkHint')}</p>
            {animal.homework.map((_, item) => (
              <Exercise key={item} at={`${at}.homework.${item}`} />
            ))}
          </div>
          <HomeworkPreview
            at={`${at}.homework`}
            count={animal.homework.length}
            label={t('asOwner')}
            title={home('todo.title', { name: animal.name })}
            words={taskWords()}
            nothing={home(`todo.${animal.quiet}`, { name: animal.name })}
            rests={animal.rests}
          />
        </div>
      ) : (
        <p className="quiet">{t('noPlan', { name: animal.name })}</p>
      )}
    </Section>
  )
}

function Exercise({ at }: { at: string }) {
  const t = text('note')
  return (
    <fieldset className="field homework-item">
      <TextField name={`${at}.exercise`} label={t('exercise')} />
      {[0, 1, 2].map((n) => (
        <TextArea key={n} name={`${at}.sentences.${n}`} label={t('sentence', { n: n + 1 })} rows={1} />
      ))}
      <TextField name={`${at}.dose`} label={t('dose')} />
      <div className="field-pair">
        <TextField name={`${at}.good`} label={t('good')} />
        <TextField name={`${at}.stop`} label={t('stop')} />
      </div>
    </fieldset>
  )
}
