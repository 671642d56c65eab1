import { ChoiceField, TextField } from '@/components/form/inputs'
import { Section } from '@/components/ui/section'
import { enoughFor, resources } from '@/lib/domain/note/resources'
import type { Snippet } from '@/lib/domain/note/snippet'
import { pillars } from '@/lib/domain/note/schema'
import { text } from '@/lib/format/text'
import { NoteArea } from './note-area'
import { Reader } from './reader'
import { ResourceCheck } from './resource-check'

/** The home: five pillars, rooms, and whether there is enough for the cats that live in it. */
export function HomePart({ cats, snippets }: { cats: number; snippets: readonly Snippet[] }) {
  const t = text('note')
  const levels = ['0', '1', '2'].map((value) => ({ value, label: t(`pillarLevel.${value}`) }))
  return (
    <Section title={t('home')} aside={<Reader practiceOnly />}>
      <div className="form-part">
        <p className="field-hint">{t('pillarsHint')}</p>
        {pillars.map((pillar) => (
          <ChoiceField
            key={pillar}
            name={`body.pillars.${pillar}`}
            label={t(`pillar.${pillar}`)}
            options={levels}
          />
        ))}
        <TextField name="body.rooms" label={t('rooms')} hint={t('roomsHint')} />
        {cats > 0 && (
          <fieldset className="field">
            <legend className="field-label">{t('resources.title')}</legend>
            <p className="field-hint">{t('resources.hint', { cats, n: enoughFor(cats) })}</p>
            <div className="field-pair">
              {resources.map((of) => (
                <TextField
                  key={of}
                  name={`body.resources.${of}`}
                  label={t(`resources.${of}`)}
                  inputMode="numeric"
                  className="field-short"
                />
              ))}
            </div>
            <ResourceCheck
              cats={cats}
              lead={t('resources.lead')}
              words={{
                trays: t('resources.short.trays'),
                water: t('resources.short.water'),
                hides: t('resources.short.hides'),
                perches: t('resources.short.perches'),
              }}
              enough={t('resources.enough')}
            />
          </fieldset>
        )}
        <NoteArea of="homeGaps" snippets={snippets} name="body.homeGaps" label={t('homeGaps')} rows={2} />
      </div>
    </Section>
  )
}
