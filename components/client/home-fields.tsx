import { SelectField, TextArea, TextField } from '@/components/form/inputs'
import { Section } from '@/components/ui/section'
import { heardFromChoices } from '@/lib/domain/client/heard-from'
import { text } from '@/lib/format/text'
import { HereButton } from './here-button'

/** Where a household lives, and what the practice notes down about it. */
export function HomeFields({ zones }: { zones: readonly string[] }) {
  const t = text('client')
  const p = (key: string) => text('travel')(`place.${key}`)
  return (
    <>
      <Section title={t('field.home')} className="form">
        <TextField name="street" label={t('field.street')} autoComplete="off" />
        <div className="field-pair">
          <TextField name="postcode" label={t('field.postcode')} autoComplete="off" />
          <TextField name="town" label={t('field.town')} autoComplete="off" />
        </div>
        <TextArea name="accessNotes" label={t('field.accessNotes')} hint={t('field.accessNotesHint')} />
        <TextField
          name="coordinates"
          label={t('field.coordinates')}
          hint={t('field.coordinatesHint')}
          autoComplete="off"
        />
        <HereButton
          field="coordinates"
          words={{ use: p('here'), locating: p('locating'), failed: p('hereFailed') }}
        />
        <TextField
          name="parkingMinutes"
          type="number"
          inputMode="numeric"
          min={0}
          max={60}
          label={t('field.parking')}
          hint={t('field.parkingHint')}
          className="field-short"
          unit="min"
        />
        <TextField
          name="zone"
          label={t('field.zone')}
          hint={t('field.zoneHint')}
          list="zones"
          autoComplete="off"
        />
        <datalist id="zones">
          {zones.map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
      </Section>
      <Section title={t('field.more')} className="form">
        <div className="field-pair">
          <SelectField
            name="heardFrom"
            label={t('field.heardFrom')}
            empty={t('field.notChosen')}
            options={heardFromChoices.map((value) => ({ value, label: t(`heardFrom.${value}`) }))}
          />
          <TextField name="heardFromWords" label={t('field.heardFromWords')} autoComplete="off" />
        </div>
        <TextArea name="notes" label={t('field.notes')} hint={t('field.notesHint')} />
      </Section>
    </>
  )
}
