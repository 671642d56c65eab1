import { ButtonLink } from '@/components/ui/button'
import { Quoted } from '@/components/thread/quoted'
import { Section } from '@/components/ui/section'
import { State } from '@/components/ui/state'
import type { SignedNote } from '@/lib/domain/note/pages'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { Additions } from './additions'
import { HomeRead } from './home-read'
import { ProofNotice } from './proof-notice'
import { ReadFields } from './read-fields'
import { Reader } from './reader'

const ofVisit = ['present', 'place', 'weather', 'consentChanges'] as const
const ofOwner = ['daysPractised', 'triedBefore'] as const

/** The signed note, whole: what was signed, what was corrected in it, what was added, and that it stands. */
export function Reading({ signed: { note, amendments, proof } }: { signed: SignedNote }) {
  const t = text('note')
  const { body, visitId } = note
  const of = { corrections: amendments, visitId }
  return (
    <div className="note-reading">
      <ProofNotice note={note} amendments={amendments} proof={proof} />
      {note.animals.map((animal) => (
        <Section
          key={animal.animalId}
          title={<bdi>{animal.name}</bdi>}
          aside={animal.decision && <State is={animal.decision}>{t(`decisions.${animal.decision}`)}</State>}
        >
          <ReadFields animal={animal} {...of} />
          {animal.reason && (
            <p className="small">
              {t('reading.decided')}: <bdi>{animal.reason}</bdi>
            </p>
          )}
        </Section>
      ))}
      <Section title={t('letter')} aside={<Reader />}>
        <ReadFields body={{ of: body, keys: ['letter'] }} {...of} />
      </Section>
      <div className="note-reading-two">
        <Section title={t('visit')} aside={<Reader practiceOnly />}>
          <ReadFields body={{ of: body, keys: ofVisit }} {...of} />
        </Section>
        <Section title={t('owner')} aside={<Reader practiceOnly />}>
          <ReadFields body={{ of: body, keys: ofOwner }} {...of} />
        </Section>
        <Section title={t('home')} aside={<Reader practiceOnly />}>
          <HomeRead body={body} {...of} />
        </Section>
        {note.internal && (
          <Section title={t('internal')} aside={<Reader practiceOnly />}>
            <p className="said-plain" dir="auto">
              {note.internal}
            </p>
            <Quoted note={note} />
          </Section>
        )}
      </div>
      <Additions amendments={amendments} animals={note.animals} />
      <div className="form-acts no-print">
        <ButtonLink href={paths.amendNote(visitId)}>{t('amend')}</ButtonLink>
        <ButtonLink look="plain" href={paths.summary(visitId)}>
          {t('reading.summary')}
        </ButtonLink>
      </div>
    </div>
  )
}
