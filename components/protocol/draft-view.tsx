import { ActionButton } from '@/components/form/action-button'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { PageHead, Section } from '@/components/ui/section'
import type { DraftPage } from '@/lib/domain/protocol/pages'
import type { FormAction } from '@/lib/domain/result/form-state'
import { dayInYear } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { AddStageForm } from './add-stage-form'
import { DraftHeadForm } from './draft-head-form'
import { DraftStages } from './draft-stages'

type Props = {
  page: DraftPage
  zone: string
  actions: Record<'add' | 'move' | 'remove' | 'save' | 'discard', FormAction>
}

/** A draft at a glance: its stages in order, what is still to be mended, its name and its indoor programme. */
export function DraftView({ page, zone, actions }: Props) {
  const t = text('protocol')
  const { id, version, draft, published, updatedAt, updatedBy } = page
  return (
    <>
      <PageHead
        title={<bdi>{draft.name}</bdi>}
        lead={
          <>
            {published ? t('nextVersion', { version: published.version + 1 }) : t('firstVersion')}{' '}
            {t('draftLead', { date: dayInYear(updatedAt, zone), name: updatedBy })}
          </>
        }
      >
        <ButtonLink look="go" href={paths.publishDraft(id)}>
          {t('toPublish')}
        </ButtonLink>
      </PageHead>
      <div className="stack draft">
        <Section title={t('stagesTitle')} aside={t('stages', { count: draft.stages.length })}>
          <p className="small quiet pt-3">{t('stagesLead')}</p>
          <DraftStages draftId={id} draft={draft} move={actions.move} remove={actions.remove} />
          <Disclosure summary={t('addTitle')}>
            <AddStageForm draftId={id} stages={draft.stages} action={actions.add} />
          </Disclosure>
        </Section>
        <Section title={t('aboutTitle')}>
          <DraftHeadForm page={page} action={actions.save} />
        </Section>
        <Disclosure summary={t('discard')}>
          <p className="small quiet pb-3">{t('discardLead')}</p>
          <ActionButton
            action={actions.discard}
            fields={{ draftId: id, version: String(version) }}
            look="danger"
          >
            {t('discardSubmit')}
          </ActionButton>
        </Disclosure>
      </div>
    </>
  )
}
