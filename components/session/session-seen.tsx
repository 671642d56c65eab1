import { ChipsField, ChoiceField, HiddenField, SelectField, TextField } from '@/components/form/inputs'
import { faces } from '@/components/ui/faces'
import {
  bodyLevels,
  choices,
  durationBandKeys,
  endings,
  foods,
  goodSignsBySpecies,
  places,
  recoveries,
  signsBySpecies,
  tensions,
  type Species,
} from '@/lib/domain/observation/vocabulary'
import type { Stage } from '@/lib/domain/protocol/protocol'
import { duration } from '@/lib/format/duration'
import { text } from '@/lib/format/text'
import { choicesOf, optionsOf } from './options'

/** The one answer that must be given, and the signs that may raise it. */
export function BodyPart({ species }: { species: Species }) {
  const t = text('session')
  const o = text('observation')
  const levels = Object.entries(signsBySpecies[species])
  return (
    <div className="form-part">
      <ChoiceField
        name="stress"
        label={o('field.body')}
        look="faces"
        options={bodyLevels.map(({ level, key }) => {
          const Face = faces[species][level]
          return { value: String(level), label: o(`body.${key}.label`), picture: <Face /> }
        })}
      />
      <ChipsField
        name="signs"
        label={o('field.signs')}
        hint={t('signsHint')}
        tone="chip-care"
        options={levels.flatMap(([, signs]) => optionsOf('sign', signs))}
      />
      <ChipsField
        name="goodSigns"
        label={o('field.goodSigns')}
        tone="chip-good"
        options={optionsOf('sign', goodSignsBySpecies[species])}
      />
      <ChoiceField
        name="recovery"
        label={o('field.recovery')}
        hint={t('recoveryHint')}
        options={choicesOf('recovery', recoveries)}
      />
    </div>
  )
}

/** How it took part: time, turns (of how many, where they were counted), food, choice, and the leash where there is one. */
export function TookPart({ stage, turns }: { stage: Stage | null; turns?: string | string[] | undefined }) {
  const t = text('session')
  const o = text('observation')
  const most = Number(turns ?? stage?.reps)
  const target = stage && stage.targetSec > 0 ? t('target', { target: duration(stage.targetSec) }) : undefined
  return (
    <div className="form-part">
      <ChoiceField
        name="durationBand"
        label={t('durationBand')}
        hint={target}
        options={choicesOf('duration', durationBandKeys)}
      />
      <TextField
        name="durationSec"
        label={t('durationSec')}
        hint={t('durationSecHint')}
        inputMode="numeric"
        className="field-short"
      />
      {stage?.reps !== undefined && (
        <>
          {typeof turns === 'string' && <HiddenField name="repsTotal" value={turns} />}
          <ChoiceField
            name="repsOk"
            label={t('repsOk')}
            hint={t('repsHint', { reps: most })}
            options={countsUpTo(most)}
          />
        </>
      )}
      <ChoiceField name="food" label={o('field.food')} options={choicesOf('food', foods)} />
      <ChoiceField name="choice" label={o('field.choice')} options={choicesOf('choice', choices)} />
      {stage?.leash && (
        <ChoiceField name="tension" label={o('field.tension')} options={choicesOf('tension', tensions)} />
      )}
      <ChoiceField name="ended" label={o('field.ended')} options={choicesOf('ended', endings)} />
    </div>
  )
}

export function WhenPart({ stage }: { stage: Stage | null }) {
  const t = text('session')
  const o = text('observation')
  return (
    <div className="form-part">
      <div className="field-pair">
        <TextField name="day" label={t('day')} type="date" />
        <TextField name="time" label={t('time')} type="time" hint={t('timeHint')} />
      </div>
      {stage && stage.exercises.length > 0 && (
        <SelectField
          name="exercise"
          label={t('exercise')}
          empty={t('exerciseOther')}
          options={stage.exercises.map((exercise) => ({
            value: exercise.slice(0, 200),
            label: exercise.charAt(0).toUpperCase() + exercise.slice(1),
          }))}
        />
      )}
      <ChoiceField name="place" label={o('field.place')} options={choicesOf('place', places)} />
    </div>
  )
}

const countsUpTo = (most: number) => [
  ...Array.from({ length: most + 1 }, (_, count) => ({ value: String(count), label: String(count) })),
  { value: '', label: text('observation')('notSeen') },
]
