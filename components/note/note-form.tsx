import type { ReactNode } from 'react'
import { Form } from '@/components/form/form'
import { ChipsField, HiddenField, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { Quoted } from '@/components/thread/quoted'
import { Section } from '@/components/ui/section'
import { defaultsOf } from '@/lib/domain/form/defaults'
import { obstacles } from '@/lib/domain/note/schema'
import type { Snippet } from '@/lib/domain/note/snippet'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'
import { AnimalPart } from './animal-part'
import { HomePart } from './home-part'
import type { NoteForWriting } from '@/lib/domain/note/pages'
import { NoteArea } from './note-area'
import { Reader } from './reader'
import { VisitTaps } from './visit-taps'

type Props = {
  note: NoteForWriting
  snippets: readonly Snippet[]
  action: FormAction
  /** What keeps it while it is written, and says where it is. */
  keeper?: ReactNode
}

/** The note as it is written: the visit, the household's report, one part per animal, the home, the words. */
export function NoteForm({ note, snippets, action, keeper }: Props) {
  const t = text('note')
  return (
    <Form
      action={action}
      schema="noteDraft"
      label={t('title')}
      className="form note-form note-form-beside"
      defaults={defaultsOf({ body: note.body, internal: note.internal, animals: note.animals })}
    >
      <HiddenField name="visitId" value={note.visitId} />
      <HiddenField name="version" value={String(note.version)} />
      <Section title={t('visit')} aside={<Reader practiceOnly />}>
        <div className="form-part">
          <VisitTaps note={note} />
          <div className="field-pair">
            <TextField name="body.present" label={t('present')} />
            <TextField name="body.place" label={t('place')} />
          </div>
          <TextField name="body.weather" label={t('weather')} />
          <NoteArea
            of="consentChanges"
            snippets={snippets}
            name="body.consentChanges"
            label={t('consentChanges')}
            rows={2}
          />
        </div>
      </Section>
      <Section title={t('owner')} aside={<Reader practiceOnly />}>
        <div className="form-part">
          <TextField
            name="body.daysPractised"
            label={t('daysPractised')}
            hint={t('daysPractisedHint')}
            inputMode="numeric"
            className="field-short"
          />
          <ChipsField
            name="body.obstacles"
            label={t('obstacles')}
            options={obstacles.map((value) => ({ value, label: t(`obstacle.${value}`) }))}
          />
          <NoteArea
            of="triedBefore"
            snippets={snippets}
            name="body.triedBefore"
            label={t('triedBefore')}
            hint={t('triedBeforeHint')}
            rows={2}
          />
        </div>
      </Section>
      {note.animals.map((animal, index) => (
        <AnimalPart
          key={animal.animalId}
          animal={animal}
          index={index}
          visitId={note.visitId}
          zone={note.zone}
          snippets={snippets}
        />
      ))}
      {note.animals.length === 0 && <p className="quiet">{t('nobody')}</p>}
      <HomePart cats={note.cats} snippets={snippets} />
      <Section title={t('letter')} aside={<Reader />}>
        <div className="form-part">
          <NoteArea
            of="letter"
            snippets={snippets}
            name="body.letter"
            label={t('letter')}
            hint={t('letterHint')}
            rows={4}
            className="in-own-words"
          />
        </div>
      </Section>
      <Section title={t('internal')} aside={<Reader practiceOnly />}>
        <div className="form-part">
          <NoteArea
            of="internal"
            snippets={snippets}
            name="internal"
            label={t('internal')}
            hint={t('internalHint')}
            rows={3}
          />
          <Quoted note={note} />
        </div>
      </Section>
      {keeper}
      <div className="form-acts">
        <Submit>{t('saveAndDecide')}</Submit>
      </div>
    </Form>
  )
}
