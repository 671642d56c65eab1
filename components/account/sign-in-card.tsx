import { QrCode } from '@/components/print/qr-code'
import { Wordmark } from '@/components/shell/wordmark'
import { spacedCardCode } from '@/lib/domain/account/card-code'
import { text } from '@/lib/format/text'

type Props = {
  name: string
  practice: string
  code: string
  /** Where the code is typed, and where the square leads with the code filled in. */
  address: string
  target: string
  until: string
}

/** Handed over at the door: the size of a postcard, good in black and white. */
export function SignInCard({ name, practice, code, address, target, until }: Props) {
  const t = text('account')
  return (
    <section className="sign-in-card" aria-label={t('cardTitle')}>
      <Wordmark name={practice} />
      <div className="sign-in-card-in">
        <div>
          <p className="said" dir="auto">
            {t('cardHello', { name })}
          </p>
          <p>{t('cardHow', { address: address.replace(/^https?:\/\//, '') })}</p>
          <p className="tiny">{t('cardCode')}</p>
          <p className="card-code">{spacedCardCode(code)}</p>
        </div>
        <QrCode value={target} label={t('qr')} />
      </div>
      <p className="tiny">
        {t('cardOnce', { day: until })} {t('cardPrivate')}
      </p>
    </section>
  )
}
