import { PageHead } from '@/components/ui/section'
import { Notice } from '@/components/ui/notice'
import type { FormAction } from '@/lib/domain/result/form-state'
import { audiences, type Audience } from '@/lib/domain/share/audience'
import type { ShareLinks } from '@/lib/domain/share/link'
import { text } from '@/lib/format/text'
import { LinkList } from './link-list'
import { ShareForm } from './share-form'

type Props = {
  shared: ShareLinks
  zone: string
  make: FormAction
  revoke: FormAction
  preview: (audience: Audience) => string
  /** As the address says it: the audience that was looked through. */
  chosen: string | undefined
}

/** Where links to one animal are made and ended, for the household and for those who train. */
export function ShareRoom({ shared, zone, make, revoke, preview, chosen }: Props) {
  const t = text('share')
  const { animal, mayShare, links } = shared
  const audience = audiences.find((one) => one === chosen)
  return (
    <div className="share-room">
      <PageHead title={t('make.title', { name: animal.name })} lead={t('make.lead')} />
      <div className="stack">
        {mayShare ? (
          <ShareForm action={make} shared={shared} chosen={audience} preview={preview} />
        ) : (
          <Notice>{t('notAllowed')}</Notice>
        )}
        <LinkList links={links} zone={zone} revoke={mayShare ? revoke : null} />
      </div>
    </div>
  )
}
