import { Form } from '@/components/form/form'
import { ChoiceField, HiddenField, SelectField, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { ButtonLink } from '@/components/ui/button'
import type { HouseholdTogether } from '@/lib/domain/relation/household'
import { relationKinds } from '@/lib/domain/relation/relation'
import { pairValue } from '@/lib/domain/relation/schema'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

type Props = { household: HouseholdTogether; action: FormAction; pair: string | undefined }

/** How it is between two animals, since when, and who says so. */
export function RelationForm({ household: { id, pairs, today, mainPerson }, action, pair }: Props) {
  const t = text('animal')
  const options = pairs.map(({ animals: [one, other] }) => ({
    value: pairValue(one, other),
    label: t('relation.pairOf', { one: one.name, other: other.name }),
  }))
  const chosen = options.find(({ value }) => value === pair) ?? options[0]
  const day = today.toString()
  return (
    <Form
      action={action}
      schema="relation"
      label={t('relation.newTitle')}
      className="form"
      defaults={{ pair: chosen?.value ?? '', since: day, saidBy: mainPerson }}
    >
      <HiddenField name="clientId" value={id} />
      <SelectField name="pair" label={t('relation.field.pair')} options={options} />
      <ChoiceField
        name="kind"
        look="rows"
        label={t('relation.field.kind')}
        options={relationKinds.map((value) => ({
          value,
          label: t(`relation.${value}`),
          hint: t(`relation.hint.${value}`),
        }))}
      />
      <div className="field-pair">
        <TextField name="since" label={t('relation.field.since')} type="date" max={day} required />
        <TextField
          name="saidBy"
          label={t('relation.field.saidBy')}
          hint={t('relation.field.saidByHint')}
          autoComplete="off"
        />
      </div>
      <div className="form-acts">
        <Submit>{t('relation.submit')}</Submit>
        <ButtonLink look="plain" href={paths.together(id)}>
          {t('relation.cancel')}
        </ButtonLink>
      </div>
    </Form>
  )
}
