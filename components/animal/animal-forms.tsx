import { Form } from '@/components/form/form'
import { HiddenField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import { animalFields, type KeptIntake } from '@/lib/domain/animal/form'
import type { Units } from '@/lib/domain/animal/measures'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { AnimalFields, HealthFields } from './animal-fields'
import { MeasureFields } from './measure-fields'

type NewProps = { action: FormAction; clientId: string; household: string; units: Units }

export function NewAnimalForm({ action, clientId, household, units }: NewProps) {
  const t = text('animal')
  return (
    <Form
      action={action}
      schema="newAnimal"
      label={t('new.title', { household })}
      className="form gap-10"
      defaults={{ species: 'cat' }}
    >
      <HiddenField name="clientId" value={clientId} />
      <AnimalFields />
      <Section title={t('field.health')} className="form">
        <MeasureFields units={units} />
        <HealthFields />
      </Section>
      <div className="form-acts">
        <Submit>{t('new.submit')}</Submit>
        <ButtonLink look="plain" href={paths.client(clientId)}>
          {t('edit.cancel')}
        </ButtonLink>
      </div>
    </Form>
  )
}

type EditProps = { action: FormAction; animal: KeptIntake & { id: string; version: number } }

export function EditAnimalForm({ action, animal }: EditProps) {
  const t = text('animal')
  return (
    <Form
      action={action}
      schema="animal"
      label={t('edit.title', { name: animal.name })}
      className="form gap-10"
      defaults={animalFields(animal)}
    >
      <HiddenField name="id" value={animal.id} />
      <HiddenField name="version" value={String(animal.version)} />
      <AnimalFields />
      <Section title={t('field.health')} className="form">
        <HealthFields />
      </Section>
      <div className="form-acts">
        <Submit>{t('edit.submit')}</Submit>
        <ButtonLink look="plain" href={paths.animal(animal.id)}>
          {t('edit.cancel')}
        </ButtonLink>
      </div>
    </Form>
  )
}
