import { ActionButton } from '@/components/form/action-button'
import { Section } from '@/components/ui/section'
import type { Feed } from '@/lib/domain/feed/feed'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'
import { FeedAddress } from './feed-address'
import { FeedChoices } from './feed-choices'

type Props = {
  feed: Feed | null
  zone: string
  actions: { make: FormAction; choose: FormAction; end: FormAction }
}

/** A member's own calendar feed: its address, what it tells, and its end. */
export function FeedRoom({ feed, zone, actions }: Props) {
  const t = text('feed')
  return (
    <div className="stack">
      <FeedAddress feed={feed} zone={zone} make={actions.make} />
      {feed && <FeedChoices feed={feed} choose={actions.choose} />}
      {feed && (
        <Section title={t('end.title')}>
          <p className="after">{t('end.lead')}</p>
          <ActionButton action={actions.end} fields={{}} look="danger">
            {t('end.button')}
          </ActionButton>
        </Section>
      )}
    </div>
  )
}
