import { Form } from '@/components/form/form'
import { Submit } from '@/components/form/submit'
import { MadeLink } from '@/components/share/made-link'
import { DescriptionList } from '@/components/ui/description-list'
import { Section } from '@/components/ui/section'
import type { Feed } from '@/lib/domain/feed/feed'
import type { FormAction } from '@/lib/domain/result/form-state'
import { dayAndTime, dayInYear } from '@/lib/format/dates'
import { text } from '@/lib/format/text'

type Props = { feed: Feed | null; zone: string; make: FormAction }

/** How the feed stands, and the way to an address for it. The address itself is shown once, in the answer. */
export function FeedAddress({ feed, zone, make }: Props) {
  const t = text('feed')
  return (
    <Section title={t('make.title')}>
      {feed ? (
        <DescriptionList
          rows={[
            [t('standing.begins'), <code key="prefix">{feed.prefix}</code>],
            [t('standing.made'), dayInYear(feed.madeAt, zone)],
            [t('standing.read'), feed.lastReadAt ? dayAndTime(feed.lastReadAt, zone) : t('standing.never')],
          ]}
        />
      ) : (
        <p className="after">{t('make.none')}</p>
      )}
      <Form action={make} schema="ownFeed" label={t('make.title')} className="form">
        <MadeLink
          words={{
            title: t('madeTitle'),
            address: t('address'),
            copy: t('copy'),
            copied: t('copied'),
            qr: t('qr'),
          }}
        >
          <p className="small quiet">{feed ? t('make.againHint') : t('make.private')}</p>
          <div className="form-acts">
            <Submit>{feed ? t('make.again') : t('make.button')}</Submit>
          </div>
        </MadeLink>
      </Form>
    </Section>
  )
}
