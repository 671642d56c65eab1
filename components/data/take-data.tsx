import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { text } from '@/lib/format/text'

const t = text('data')

/** One button for all of it; a plain form, whose answer is the file. */
export function TakeData({ address, not }: { address: string; not: string | undefined }) {
  return (
    <Section title={t('take')}>
      {not !== undefined && (
        <div className="mb-4">
          <Notice tone="info">{t('not', { why: not })}</Notice>
        </div>
      )}
      <p>{t('takeLead')}</p>
      <p className="small quiet mt-2">{t('takeNot')}</p>
      <p className="small quiet mt-2">{t('takeWhere')}</p>
      <form method="post" action={address} className="mt-4">
        <Button type="submit">{t('takeNow')}</Button>
      </form>
    </Section>
  )
}
