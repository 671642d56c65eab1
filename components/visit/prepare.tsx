import type { ToldOfService } from '@/lib/domain/service/service'
import { money } from '@/lib/format/money'
import { text } from '@/lib/format/text'

/** What a household reads before a visit: how to prepare, and the price where the practice shows it. */
export function Prepare({ told: { preparation, price } }: { told: ToldOfService }) {
  const t = text('home')
  return (
    <>
      {preparation && (
        <div className="small pt-2">
          <b>{t('prepare.title')}</b>
          <p className="whitespace-pre-line break-words" dir="auto">
            {preparation}
          </p>
        </div>
      )}
      {price && (
        <p className="small quiet pt-2">
          {t('prepare.price', { price: money(price.minor, price.currency) })}
        </p>
      )}
    </>
  )
}
