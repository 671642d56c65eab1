import { ActionButton } from '@/components/form/action-button'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHead, Section } from '@/components/ui/section'
import { differencesOf } from '@/lib/domain/protocol/differences'
import { draftRefusals } from '@/lib/domain/protocol/draft'
import type { DraftPage } from '@/lib/domain/protocol/pages'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { Differences } from './differences'
import { ToMendList } from './to-mend-list'

/** The last look before a version stands for good: what is to be mended, and what it changes. */
export function PublishView({ page, action }: { page: DraftPage; action: FormAction }) {
  const t = text('protocol')
  const { id, version, draft, published, before } = page
  const next = (published?.version ?? 0) + 1
  const refusals = draftRefusals(draft)
  return (
    <>
      <PageHead title={<bdi>{t('publishTitle', { name: draft.name })}</bdi>} lead={t('publishLead')} />
      <div className="stack draft">
        {refusals.length > 0 ? (
          <Section title={t('mendTitle', { count: refusals.length })}>
            <ToMendList draftId={id} draft={draft} refusals={refusals} />
          </Section>
        ) : (
          <Notice tone="saved">{t('whole')}</Notice>
        )}
        {before && (
          <Section
            title={
              published ? t('since', { version: published.version }) : t('sinceCopied', { name: before.name })
            }
          >
            <Differences of={differencesOf(before, { ...draft, version: next })} />
          </Section>
        )}
        <div className="acts">
          {refusals.length === 0 && (
            <ActionButton
              action={action}
              fields={{ draftId: id, version: String(version), key: draft.key }}
              look="go"
            >
              {t('publishAs', { version: next })}
            </ActionButton>
          )}
          <ButtonLink href={paths.protocolDraft(id)} look="plain">
            {t('backToDraft')}
          </ButtonLink>
        </div>
      </div>
    </>
  )
}
