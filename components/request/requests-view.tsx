import { Form } from '@/components/form/form'
import { HiddenField, SelectField, TextArea, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead, Section } from '@/components/ui/section'
import { Anyway } from '@/components/visit/anyway'
import { anywayWords } from '@/components/visit/anyway-words'
import { Offers } from '@/components/visit/offers'
import type { OpenRequest } from '@/lib/domain/request/pages'
import type { FormAction } from '@/lib/domain/result/form-state'
import { dayAndTime } from '@/lib/format/dates'
import { listOf } from '@/lib/format/list'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { lostWords } from './lost-words'

type Trainer = { id: string; name: string }
type Actions = Record<'approve' | 'decline', FormAction>
type Props = { requests: readonly OpenRequest[]; trainers: readonly Trainer[]; actions: Actions }

/** Who asks for a visit: each time with one tap, another time, or a kind no. */
export function RequestsView({ requests, trainers, actions }: Props) {
  const t = text('request')
  return (
    <>
      <PageHead title={t('title')} lead={t('lead', { count: requests.length })}>
        <ButtonLink href={paths.waiting()}>{text('waiting')('link')}</ButtonLink>
      </PageHead>
      {requests.length === 0 && (
        <EmptyState
          title={t('empty')}
          action={<ButtonLink href={paths.services()}>{t('settings')}</ButtonLink>}
        >
          {t('emptyLead')}
        </EmptyState>
      )}
      <div className="rooms">
        {requests.map((request) => (
          <Asked key={request.id} request={request} trainers={trainers} actions={actions} />
        ))}
      </div>
    </>
  )
}

type AskedProps = { request: OpenRequest; trainers: readonly Trainer[]; actions: Actions }

function Asked({ request, trainers, actions }: AskedProps) {
  const t = text('request')
  const { household, serviceName, animals, askedBy, askedAt, zone, choices, words, lost } = request
  return (
    <Section
      id={`request-${request.id}`}
      title={<bdi>{household}</bdi>}
      aside={<a href={paths.client(request.clientId)}>{t('household')}</a>}
    >
      <p className="pt-3" dir="auto">
        {t('forAnimals', { service: serviceName, animals: listOf(animals) })}
      </p>
      <p className="small quiet" dir="auto">
        {t('asked', { name: askedBy, when: dayAndTime(askedAt, zone) })}
      </p>
      {words !== '' && (
        <p className="message whitespace-pre-line" dir="auto">
          {words}
        </p>
      )}
      {lost && <p className="small pt-3">{lostWords(choices)}</p>}
      {choices.length > 0 && !lost && (
        <Form
          action={actions.approve}
          schema="approveRequest"
          label={t('approve', { when: household })}
          className="form pt-3"
        >
          <Key request={request} />
          <Offers label={t('instead')} />
          <Anyway words={anywayWords()} />
          <div className="acts">
            {choices.map(({ value, label }) => (
              <Submit key={value} name="offer" value={value} look="quiet">
                {t('approve', { when: label })}
              </Submit>
            ))}
          </div>
        </Form>
      )}
      <Disclosure summary={t('other')} open={choices.length === 0 || lost}>
        <OtherTime request={request} trainers={trainers} action={actions.approve} />
      </Disclosure>
      <Disclosure summary={t('declineForm')}>
        <Form
          action={actions.decline}
          schema="declineRequest"
          label={`${t('declineForm')}: ${household}`}
          className="form pb-4"
        >
          <Key request={request} />
          <TextArea name="answer" label={t('answer')} hint={t('answerHint')} required />
          <div className="form-acts">
            <Submit look="quiet">{t('declineSend')}</Submit>
          </div>
        </Form>
      </Disclosure>
    </Section>
  )
}

function OtherTime({ request, trainers, action }: Omit<AskedProps, 'actions'> & { action: FormAction }) {
  const t = text('request')
  const asked = request.choices[0]?.value.split('/')[1]
  return (
    <Form
      action={action}
      schema="approveRequest"
      label={`${t('other')}: ${request.household}`}
      defaults={{ consultantId: asked ?? trainers[0]?.id }}
      className="form pb-4"
    >
      <Key request={request} />
      <Offers label={t('instead')} />
      <Anyway words={anywayWords()} />
      <div className="field-pair">
        <TextField name="day" type="date" label={t('day')} required />
        <TextField name="time" type="time" step={300} label={t('time')} required />
      </div>
      <SelectField
        name="consultantId"
        label={t('consultant')}
        options={trainers.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div className="form-acts">
        <Submit look="quiet">{t('approveOther')}</Submit>
      </div>
    </Form>
  )
}

function Key({ request: { id, version } }: { request: OpenRequest }) {
  return (
    <>
      <HiddenField name="id" value={id} />
      <HiddenField name="version" value={String(version)} />
    </>
  )
}
