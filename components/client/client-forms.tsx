import { Form } from '@/components/form/form'
import { HiddenField, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import { clientFields } from '@/lib/domain/client/form'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { HomeFields } from './home-fields'
import { PersonFields } from './person-fields'

/** A household and its main person, in the order a first telephone call goes. */
export function NewClientForm({
  action,
  zone,
  zones,
}: {
  action: FormAction
  zone: string
  zones: readonly string[]
}) {
  const t = text('client')
  return (
    <Form
      action={action}
      schema="newClient"
      label={t('new.title')}
      className="form gap-10"
      defaults={{ zone }}
    >
      <Section title={t('person.main')} className="form">
        <PersonFields prefix="person." />
        <TextField name="name" label={t('field.name')} hint={t('field.nameHint')} autoComplete="off" />
      </Section>
      <HomeFields zones={zones} />
      <div className="form-acts">
        <Submit>{t('new.submit')}</Submit>
        <ButtonLink look="plain" href={paths.clients()}>
          {t('edit.cancel')}
        </ButtonLink>
      </div>
    </Form>
  )
}

type Edited = Parameters<typeof clientFields>[0] & { id: string; version: number }

export function EditClientForm({
  action,
  client,
  zones,
}: {
  action: FormAction
  client: Edited
  zones: readonly string[]
}) {
  const t = text('client')
  return (
    <Form
      action={action}
      schema="client"
      label={t('edit.title', { name: client.name })}
      className="form gap-10"
      defaults={clientFields(client)}
    >
      <HiddenField name="id" value={client.id} />
      <HiddenField name="version" value={String(client.version)} />
      <TextField name="name" label={t('field.name')} required autoComplete="off" />
      <HomeFields zones={zones} />
      <div className="form-acts">
        <Submit>{t('edit.submit')}</Submit>
        <ButtonLink look="plain" href={paths.client(client.id)}>
          {t('edit.cancel')}
        </ButtonLink>
      </div>
    </Form>
  )
}
