import { ActionButton } from '@/components/form/action-button'
import { Form } from '@/components/form/form'
import { HiddenField, TickField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import { personFields } from '@/lib/domain/client/form'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { PersonFields } from './person-fields'

export function NewPersonForm({ action, clientId }: { action: FormAction; clientId: string }) {
  const t = text('client')
  return (
    <Form action={action} schema="newContact" label={t('person.add')} className="form">
      <HiddenField name="clientId" value={clientId} />
      <PersonFields />
      <TickField name="isMain" label={t('person.isMain')} />
      <PersonActs clientId={clientId} />
    </Form>
  )
}

type Edited = Parameters<typeof personFields>[0] & { id: string; clientId: string; version: number }

export function EditPersonForm({
  save,
  remove,
  person,
}: {
  save: FormAction
  remove: FormAction
  person: Edited
}) {
  const t = text('client')
  const { name } = person
  return (
    <div className="stack">
      <Form
        action={save}
        schema="contact"
        label={t('person.editName', { name })}
        className="form"
        defaults={personFields(person)}
      >
        <HiddenField name="id" value={person.id} />
        <HiddenField name="version" value={String(person.version)} />
        <PersonFields />
        {!person.isMain && <TickField name="isMain" label={t('person.isMain')} />}
        {person.isMain && <HiddenField name="isMain" value="on" />}
        <PersonActs clientId={person.clientId} />
      </Form>
      <Section title={t('person.removeTitle', { name })} className="form">
        <p className="small quiet">{t('person.removeLead', { name })}</p>
        <ActionButton action={remove} fields={{ id: person.id }} look="danger">
          {t('person.remove')}
        </ActionButton>
      </Section>
    </div>
  )
}

function PersonActs({ clientId }: { clientId: string }) {
  const t = text('client')
  return (
    <div className="form-acts">
      <Submit>{t('person.save')}</Submit>
      <ButtonLink look="plain" href={paths.client(clientId)}>
        {t('edit.cancel')}
      </ButtonLink>
    </div>
  )
}
