import { ActionButton } from '@/components/form/action-button'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'

type Props = { id: string; name: string; isArchived: boolean; archive: FormAction; restore: FormAction }

export function ArchiveAnimal({ id, name, isArchived, archive, restore }: Props) {
  const t = text('animal')
  return (
    <Section title={t('archive.title')} className="form">
      <p className="small quiet">{isArchived ? t('archive.isArchived', { name }) : t('archive.lead')}</p>
      <ActionButton
        key={isArchived ? 'archived' : 'current'}
        action={isArchived ? restore : archive}
        fields={{ id }}
      >
        {t(isArchived ? 'archive.restore' : 'archive.archive', { name })}
      </ActionButton>
    </Section>
  )
}
