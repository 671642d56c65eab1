import { PageHead } from '@/components/ui/section'
import { Notice } from '@/components/ui/notice'
import type { FormAction } from '@/lib/domain/result/form-state'
import type { ShareLinks } from '@/lib/domain/share/link'
import { text } from '@/lib/format/text'
import { LinkList } from './link-list'
import { ShareForm } from './share-form'

type Props = { shared: ShareLinks; zone: string; make: FormAction; revoke: FormAction }

/** Where links to one animal's progress are made and ended, for the household and for those who train. */
export function ShareRoom({ shared: { animal, mayShare, links }, zone, make, revoke }: Props) {
  const t = text('share')
  return (
    <div className="share-room">
      <PageHead title={t('make.title', { name: animal.name })} lead={t('make.lead')} />
      <div className="stack">
        {mayShare ? <ShareForm action={make} animalId={animal.id} /> : <Notice>{t('notAllowed')}</Notice>}
        <LinkList links={links} animalId={animal.id} zone={zone} revoke={mayShare ? revoke : null} />
      </div>
    </div>
  )
}
