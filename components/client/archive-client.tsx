import { ActionButton } from '@/components/form/action-button'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'

/** Putting a household away: at the end of its page, behind one more look. */
export function ArchiveClient({ id, action }: { id: string; action: FormAction }) {
  const t = text('client')
  return (
    <Disclosure summary={t('page.more')}>
      <p className="small quiet mb-3">{t('page.archiveLead')}</p>
      <ActionButton action={action} fields={{ id }}>
        {t('page.archive')}
      </ActionButton>
    </Disclosure>
  )
}

export function ArchivedNotice({ id, action }: { id: string; action: FormAction }) {
  const t = text('client')
  return (
    <div className="mb-8">
      <Notice
        tone="info"
        action={
          <ActionButton action={action} fields={{ id }}>
            {t('page.restore')}
          </ActionButton>
        }
      >
        {t('page.archived')}
      </Notice>
    </div>
  )
}
