import { Form } from '@/components/form/form'
import { TickField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { Section } from '@/components/ui/section'
import type { Feed } from '@/lib/domain/feed/feed'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'

/** What a feed tells beyond the least, each ticked on purpose. */
export function FeedChoices({ feed, choose }: { feed: Feed; choose: FormAction }) {
  const t = text('feed')
  return (
    <Section title={t('choices.title')}>
      <p className="after">{t('choices.lead')}</p>
      <Form
        action={choose}
        schema="feedChoices"
        label={t('choices.title')}
        className="form"
        defaults={{ details: feed.details ? 'on' : undefined, travel: feed.travel ? 'on' : undefined }}
      >
        <TickField name="details" label={t('choices.details')} hint={t('choices.detailsHint')} />
        <TickField name="travel" label={t('choices.travel')} hint={t('choices.travelHint')} />
        <div className="form-acts">
          <Submit>{t('choices.save')}</Submit>
        </div>
      </Form>
    </Section>
  )
}
