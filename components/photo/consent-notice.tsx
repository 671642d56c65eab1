import { Notice } from '@/components/ui/notice'
import type { PhotoConsent } from '@/lib/domain/photo/pages'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

/** What the household does not want, with the way to write down a change of mind. */
export function ConsentNotice({ consent, clientId }: { consent: PhotoConsent; clientId: string }) {
  const t = text('photo')
  if (consent.ask || consent.films) return null
  return (
    <Notice>
      {t(consent.pictures ? 'filmsWithheld' : 'withheld')}{' '}
      <a href={paths.newConsent(clientId)}>{t('changeOfMind')}</a>
    </Notice>
  )
}

/** Why a photo that was sent without scripts was not kept: the last word of its reason, from the address. */
export function PhotoRefusal({ reason }: { reason: string | undefined }) {
  const t = text('photo')
  if (reason === undefined || !/^\w+$/.test(reason) || !t.has(`refusal.${reason}`)) return null
  return <Notice tone="flag">{t(`refusal.${reason}`)}</Notice>
}
