import { localeOptions } from '@/components/account/locale-form'
import { SelectField, TextField, TickField } from '@/components/form/inputs'
import { text } from '@/lib/format/text'

/** Who somebody is and how to reach them. `prefix` where the person is one part of a larger form. */
export function PersonFields({ prefix = '' }: { prefix?: '' | 'person.' }) {
  const t = text('client')
  return (
    <>
      <div className="field-pair">
        <TextField name={`${prefix}name`} label={t('person.name')} required autoComplete="off" />
        <TextField
          name={`${prefix}relation`}
          label={t('person.relation')}
          placeholder={t('person.relationHint')}
          autoComplete="off"
        />
      </div>
      <div className="field-pair">
        <TextField name={`${prefix}email`} label={t('person.email')} type="email" autoComplete="off" />
        <TextField name={`${prefix}phone`} label={t('person.phone')} type="tel" autoComplete="off" />
      </div>
      <SelectField
        name={`${prefix}locale`}
        label={t('person.locale')}
        hint={t('person.localeHint')}
        options={localeOptions()}
      />
      <TickField name={`${prefix}maySignIn`} label={t('person.maySignIn')} hint={t('person.maySignInHint')} />
    </>
  )
}
