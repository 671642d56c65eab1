import { Form, type Defaults } from '@/components/form/form'
import {
  ChipsField,
  ChoiceField,
  HiddenField,
  SelectField,
  TextArea,
  TextField,
} from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { choicesOf, notSeen, optionsOf } from '@/components/session/options'
import type { HomeAnimal } from '@/lib/domain/home/pages'
import { questionsFor, usualPlace, type OwnerQuestion } from '@/lib/domain/log/questions'
import { answersOf } from '@/lib/domain/log/correct'
import { justNow } from '@/lib/domain/log/schema'
import {
  choices,
  endings,
  foods,
  ownerMoods,
  places,
  recoveries,
  tensions,
  triggerDistances,
  triggers,
} from '@/lib/domain/observation/vocabulary'
import type { Stage } from '@/lib/domain/protocol/protocol'
import type { SessionRow } from '@/lib/domain/session/row'
import type { FormAction } from '@/lib/domain/result/form-state'
import { inReadersWords } from '@/lib/format/programme-words'
import { text } from '@/lib/format/text'
import type { Temporal } from 'temporal-polyfill'
import { Fragment, type ReactNode } from 'react'
import { Alarm } from './alarm'
import { BodyQuestion, DurationQuestion, SignsQuestion, WhenQuestion } from './log-questions'

type Props = {
  action: FormAction
  animal: HomeAnimal
  /** Null in the indoor programme. */
  stage: Stage | null
  /** Made by the server when the form was drawn: sent twice, it is one session. */
  sessionId: string
  today: Temporal.PlainDate
  zone: string
  /** The session this is to take the place of; its answers are filled in. */
  before?: SessionRow
  /** The token of the link it is written through: then it asks who writes. */
  byLink?: string
}

/** The homework log: the questions of the notebook in its order, big targets for one thumb. */
export function LogForm({ action, animal, stage, sessionId, today, zone, before, byLink }: Props) {
  const t = text('home')
  const { name, species } = animal
  const exercises = exercisesOf(animal, stage, before)
  const place = usualPlace(stage)
  const defaults: Defaults = before
    ? answersOf(before)
    : { exercise: exercises[0] ?? '', day: justNow, ended: 'as_planned', ...(place && { place }) }
  const questions: Record<OwnerQuestion, ReactNode> = {
    exercise: exercises.length > 0 && (
      <SelectField
        name="exercise"
        label={t('log.exercise')}
        empty={t('log.other')}
        options={exercises.map((value) => ({ value, label: begun(inReadersWords(value)) }))}
      />
    ),
    when: <WhenQuestion today={today} zone={zone} />,
    duration: <DurationQuestion {...(!before && { animalId: animal.id })} />,
    reps: (
      <ChoiceField
        name="repsOk"
        className="log-short"
        label={t('log.reps')}
        options={[
          ...Array.from({ length: (stage?.reps ?? 0) + 1 }, (_, n) => ({
            value: String(n),
            label: t('log.repsOf', { n, of: stage?.reps ?? 0 }),
          })),
          notSeen(),
        ]}
      />
    ),
    body: <BodyQuestion species={species} />,
    signs: <SignsQuestion species={species} />,
    food: <ChoiceField name="food" label={t('log.food')} options={choicesOf('food', foods)} />,
    choice: (
      <ChoiceField name="choice" label={t('log.choice', { name })} options={choicesOf('choice', choices)} />
    ),
    recovery: (
      <ChoiceField
        name="recovery"
        label={t('log.recovery')}
        className="log-recovery log-short"
        options={choicesOf('recovery', recoveries)}
      />
    ),
    leash: <ChoiceField name="tension" label={t('log.leash')} options={choicesOf('tension', tensions)} />,
    ended: <ChoiceField name="ended" label={t('log.ended')} options={endingsOf(name)} />,
    triggers: (
      <>
        <ChipsField
          name="triggers"
          className="log-short"
          label={t('log.triggers')}
          options={optionsOf('trigger', triggers)}
        />
        <ChoiceField
          name="triggerDistance"
          label={t('log.distance')}
          className="log-distance log-short"
          options={choicesOf('triggerDistance', triggerDistances)}
        />
      </>
    ),
    place: (
      <ChoiceField
        name="place"
        className="log-short"
        label={t('log.place')}
        options={choicesOf('place', places)}
      />
    ),
    alarm: <Alarm name={name} species={species} />,
    mood: (
      <ChoiceField
        name="ownerMood"
        className="log-short"
        label={t('log.mood')}
        options={optionsOf('ownerMood', ownerMoods)}
      />
    ),
    note: <TextArea name="note" label={t('log.note')} hint={t('log.noteHint')} rows={2} />,
  }
  return (
    <Form
      action={action}
      schema={before ? 'correctedLog' : byLink === undefined ? 'ownerLog' : 'linkLog'}
      label={t('log.form', { name })}
      className="form log"
      defaults={defaults}
    >
      <HiddenField name="id" value={sessionId} />
      <HiddenField name="animalId" value={animal.id} />
      {before && (
        <>
          <HiddenField name="corrects" value={before.id} />
          <HiddenField name="reason" value={t('past.correctReason')} />
        </>
      )}
      {byLink !== undefined && (
        <>
          <HiddenField name="token" value={byLink} />
          <TextField
            name="by"
            label={t('log.by')}
            hint={t('log.byHint')}
            autoComplete="given-name"
            required
          />
        </>
      )}
      {questionsFor(stage).map((question) => (
        <Fragment key={question}>{questions[question]}</Fragment>
      ))}
      <div className="form-acts">
        <Submit className="btn-big btn-wide">{t('log.save')}</Submit>
      </div>
    </Form>
  )
}

/** "The animal decided", with its name. */
const endingsOf = (name: string) =>
  choicesOf('ended', endings).map((option) =>
    option.value === 'animal_decided' || option.value === 'animal_led_home'
      ? { ...option, label: text('home')(`log.${option.value}`, { name }) }
      : option,
  )

/** As a line of a list begins. */
const begun = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** What was written before, today's homework, then what the stage knows. A row of the record keeps 200 characters. */
function exercisesOf({ homework }: HomeAnimal, stage: Stage | null, before?: SessionRow): string[] {
  const names = [
    before?.exercise ?? '',
    ...homework.map(({ exercise }) => exercise),
    ...(stage?.exercises ?? []),
  ]
  return [...new Set(names.map((one) => one.slice(0, 200)).filter(Boolean))]
}
