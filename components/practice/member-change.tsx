import { Form } from '@/components/form/form'
import { ChoiceField, HiddenField, SelectField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { text } from '@/lib/format/text'
import type { Member, MemberActions } from './member-list'
import { roleOptions } from './role-options'

type Props = { member: Member; colleagues: Member[]; actions: MemberActions }

/** Another role, or the end of the work here; whoever leaves hands their visits on in the same moment. */
export function MemberChange({ member, colleagues, actions }: Props) {
  const t = text('settings')
  const takers = colleagues.filter(({ id, role }) => id !== member.id && role !== 'assistant')
  const named = { name: member.name }
  return (
    <div className="member-change">
      <Form
        action={actions.role}
        schema="memberRole"
        label={`${t('roleLabel')}: ${member.name}`}
        defaults={{ role: member.role }}
        className="form"
      >
        <HiddenField name="memberId" value={member.id} />
        <ChoiceField
          name="role"
          label={t('roleLabel')}
          hint={t('roleNote')}
          look="rows"
          options={roleOptions()}
        />
        <Submit look="quiet">{t('roleSubmit')}</Submit>
      </Form>
      <Form action={actions.remove} schema="removal" label={t('removeTitle', named)} className="form">
        <HiddenField name="memberId" value={member.id} />
        <p className="quiet small">{t('removeLead', named)}</p>
        {member.visitsAhead > 0 && (
          <SelectField
            name="to"
            label={t('takeOver', { count: member.visitsAhead })}
            empty={t('takeOverEmpty')}
            options={takers.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <Submit look="danger">{t('removeSubmit', named)}</Submit>
      </Form>
    </div>
  )
}
