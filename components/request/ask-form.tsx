import { Form } from '@/components/form/form'
import { ChipsField, HiddenField, TextArea } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { Tabs } from '@/components/ui/tabs'
import { WorkedAnimalsField } from '@/components/visit/worked-animals-field'
import type { AskPage } from '@/lib/domain/request/pages'
import type { FormAction } from '@/lib/domain/result/form-state'
import { minutes } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { CallPractice } from './call-practice'

/** What for, for whom, when: up to three times that fit, or another one in words. */
export function AskForm({ page, action }: { page: AskPage; action: FormAction }) {
  const t = text('request')
  const { services, serviceId, animals, offers, practice } = page
  if (serviceId === null)
    return (
      <>
        <p>{t('own.none')}</p>
        <CallPractice practice={practice} />
      </>
    )
  return (
    <>
      <Tabs
        label={t('own.service')}
        current={serviceId}
        tabs={services.map(({ id, name, minutes: length }) => ({
          key: id,
          href: paths.askVisit({ service: id }),
          label: t('own.serviceIs', { name, length: minutes(length) }),
        }))}
      />
      <Form
        key={serviceId}
        action={action}
        schema="askVisit"
        label={t('own.title')}
        defaults={{ animalIds: animals.map(({ id }) => id) }}
        className="form pt-4"
      >
        <HiddenField name="serviceId" value={serviceId} />
        {animals.length > 1 ? (
          <WorkedAnimalsField animals={animals} />
        ) : (
          animals.map(({ id }) => <HiddenField key={id} name="animalIds" value={id} />)
        )}
        {offers.length > 0 ? (
          <ChipsField
            name="times"
            label={t('own.times')}
            hint={t('own.timesHint')}
            look="rows"
            options={offers.map(({ value, label, detail }) => ({ value, label, hint: detail }))}
          />
        ) : (
          <p className="small quiet">{t('own.noTimes')}</p>
        )}
        <TextArea name="words" label={t('own.words')} hint={t('own.wordsHint')} />
        <div className="form-acts">
          <Submit>{t('own.send')}</Submit>
        </div>
      </Form>
    </>
  )
}
