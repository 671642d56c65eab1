import { SheetParts } from '@/components/print/desk'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { Sheet } from '@/lib/domain/paper/sheet'
import type { Audience } from '@/lib/domain/share/audience'
import type { Shared } from '@/lib/domain/share/shared'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { SharedView } from './shared-view'

type Props = {
  audience: Audience
  /** A vet reads a sheet, everybody else a page. */
  seen: { shared: Shared } | { sheet: Sheet; sizes: readonly number[] }
  zone: string
  back: string
}

/** What a link would show, before there is one. */
export function SharePreview({ audience, seen, zone, back }: Props) {
  const t = text('share')
  return (
    <div className="share-room">
      <Notice
        title={t('preview.title', { audience: t(`audience.${audience}.name`) })}
        action={
          <ButtonLink look="go" href={back}>
            {t('preview.back')}
          </ButtonLink>
        }
      >
        {t(audience === 'partner' ? 'preview.partner' : 'preview.lead')}
      </Notice>
      <div className="share-seen">
        {'sheet' in seen ? (
          <div lang={seen.sheet.language} className={`paper paper-${seen.sheet.paper} on-paper`}>
            <SheetParts {...seen} />
          </div>
        ) : (
          <SharedView shared={seen.shared} zone={zone} photo={(id) => paths.photo(id, 'small')} />
        )}
      </div>
    </div>
  )
}
