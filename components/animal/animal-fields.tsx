import { ChipsField, ChoiceField, TextArea, TextField, TickField } from '@/components/form/inputs'
import { Section } from '@/components/ui/section'
import { neuterings, origins, sexes, temperaments } from '@/lib/domain/animal/intake'
import { species } from '@/lib/domain/observation/vocabulary'
import { text } from '@/lib/format/text'
import { CoatField } from './coat-field'

const t = text('animal')
const optionsOf = (field: string, values: readonly string[]) =>
  values.map((value) => ({ value, label: t(`${field}.${value}`) }))

/** The intake: who this is, where it comes from, what helps and what frightens. */
export function AnimalFields() {
  return (
    <>
      <Section title={t('field.who')} className="form">
        <TextField name="name" label={t('field.name')} required autoComplete="off" />
        <ChoiceField name="species" label={t('field.species')} options={optionsOf('species', species)} />
        <CoatField />
        <TextField name="breed" label={t('field.breed')} autoComplete="off" />
        <TextField name="born" label={t('field.born')} hint={t('field.bornHint')} autoComplete="off" />
        <div className="field-pair">
          <ChoiceField name="sex" label={t('field.sex')} options={optionsOf('sex', sexes)} />
          <ChoiceField
            name="neutering"
            label={t('field.neutering')}
            options={optionsOf('neutering', neuterings)}
          />
        </div>
      </Section>
      <Section title={t('field.history')} className="form">
        <ChoiceField name="origin" label={t('field.origin')} options={optionsOf('origin', origins)} />
        <TextField name="acquiredOn" label={t('field.acquiredOn')} type="date" className="field-short" />
        <ChipsField
          name="temperament"
          label={t('field.temperament')}
          hint={t('field.temperamentHint')}
          options={optionsOf('temperament', temperaments)}
        />
      </Section>
      <Section title={t('field.training')} className="form">
        <TextField name="meals" label={t('field.meals')} hint={t('field.mealsHint')} autoComplete="off" />
        <TextArea
          name="foodPreferences"
          label={t('field.foodPreferences')}
          hint={t('field.foodPreferencesHint')}
        />
        <TextField
          name="cueWords"
          label={t('field.cueWords')}
          hint={t('field.cueWordsHint')}
          autoComplete="off"
        />
        <TextArea name="knownTriggers" label={t('field.knownTriggers')} hint={t('field.knownTriggersHint')} />
        <TickField name="showScore" label={t('field.showScore')} hint={t('field.showScoreHint')} />
      </Section>
    </>
  )
}

export function HealthFields() {
  return (
    <>
      <TextField name="marks" label={t('field.marks')} hint={t('field.marksHint')} autoComplete="off" />
      <TextField
        name="microchip"
        label={t('field.microchip')}
        hint={t('field.microchipHint')}
        inputMode="numeric"
        autoComplete="off"
      />
      <div className="field-pair">
        <TextField name="vetName" label={t('field.vetName')} autoComplete="off" />
        <TextField name="vetPhone" label={t('field.vetPhone')} type="tel" autoComplete="off" />
      </div>
      <TextArea name="notes" label={t('field.notes')} hint={t('field.notesHint')} />
    </>
  )
}
