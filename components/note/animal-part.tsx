import { PortraitTitle } from '@/components/animal/portrait-title'
import { ChoiceField, HiddenField, TextField } from '@/components/form/inputs'
import { Section } from '@/components/ui/section'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import type { NoteAnimal } from '@/lib/domain/note/pages'
import type { Snippet } from '@/lib/domain/note/snippet'
import { LastNotePart } from './last-note'
import { NoteArea } from './note-area'
import { Reader } from './reader'

type Props = {
  animal: NoteAnimal
  index: number
  visitId: string
  zone: string
  snippets: readonly Snippet[]
}

/** One animal's part: what was seen, the times, the measures. What the household reads comes first. */
export function AnimalPart({ animal, index, visitId, zone, snippets }: Props) {
  const t = text('note')
  const at = (field: string) => `animals.${index}.block.${field}`
  const number = (field: string) => (
    <TextField key={field} name={at(field)} label={t(field)} inputMode="numeric" className="field-short" />
  )
  const yesNo = ['yes', 'no'].map((value) => ({ value, label: t(value) }))
  const isCat = animal.species === 'cat'
  return (
    <Section title={<PortraitTitle animal={animal} />} aside={<Reader />}>
      <HiddenField name={`animals.${index}.animalId`} value={animal.animalId} />
      <div className="with-last">
        {animal.last && <LastNotePart last={animal.last} animal={animal} zone={zone} />}
        <div className="form-part">
          <p className="small quiet">
            {t('sessions', { count: animal.sessions })}.{' '}
            <a className="reach" href={paths.newSession(visitId, animal.animalId)}>
              {t('recordSession')}
            </a>
          </p>
          <NoteArea
            of="seen"
            snippets={snippets}
            name={at('seen')}
            label={t('seen', { name: animal.name })}
            hint={t('seenHint')}
            rows={4}
          />
          <fieldset className="field">
            <legend className="field-label">{t('latencies')}</legend>
            <div className="field-pair">
              {['latencyApproachSec', 'latencyEatSec', 'latencyStepSec', 'longestCalmSec', 'recoverySec'].map(
                number,
              )}
            </div>
          </fieldset>
          <div className="field-pair">{['trialsOk', 'signsPerMinute'].map(number)}</div>
          {isCat && (
            <fieldset className="field">
              <legend className="field-label">{t('css')}</legend>
              <div className="field-pair">{['cssStart', 'cssPeak', 'cssEnd'].map(number)}</div>
            </fieldset>
          )}
          <div className="field-pair">
            <TextField name={at('nearestTrigger')} label={t('nearestTrigger')} />
            {number('triggerDistanceM')}
          </div>
          <fieldset className="field">
            <legend className="field-label">{t('measures')}</legend>
            <div className="field-pair">
              {['weightGrams', 'girthMm', 'neckMm', ...(isCat ? [] : ['lengthMm'])].map(number)}
            </div>
          </fieldset>
          <ChoiceField name={at('twoFingers')} label={t('twoFingers')} options={yesNo} />
          <ChoiceField name={at('backOutTest')} label={t('backOutTest')} options={yesNo} />
          <div className="field-pair">
            <TextField name={at('gear')} label={t('gear')} />
            <TextField name={at('nextExercise')} label={t('nextExercise')} />
          </div>
          <NoteArea
            of="vetReferral"
            snippets={snippets}
            name={at('vetReferral')}
            label={t('vetReferral')}
            hint={t('vetReferralHint')}
            rows={2}
          />
        </div>
      </div>
    </Section>
  )
}
