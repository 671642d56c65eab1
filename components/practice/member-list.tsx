import { Badge } from '@/components/ui/badge'
import { Disclosure } from '@/components/ui/disclosure'
import type { Role } from '@/lib/domain/access/roles'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'
import { MemberChange } from './member-change'

export type Member = {
  id: string
  name: string
  email: string
  role: Role
  isMe: boolean
  visitsAhead: number
}
export type MemberActions = { role: FormAction; remove: FormAction }

/** Who works here; a practice owner can change each. */
export function MemberList({ members, actions }: { members: Member[]; actions?: MemberActions }) {
  const t = text('settings')
  return (
    <ul className="members">
      {members.map((member) => (
        <li key={member.id}>
          <div className="member-line">
            <b dir="auto">{member.name}</b>
            {member.isMe && <Badge>{t('you')}</Badge>}
            <span className="quiet small" dir="auto">
              {member.email}
            </span>
            <span className="small">{t(`role.${member.role}`)}</span>
            <span className="tiny">{t('visitsAhead', { count: member.visitsAhead })}</span>
          </div>
          {actions && (
            <Disclosure summary={t('change', { name: member.name })}>
              <MemberChange member={member} colleagues={members} actions={actions} />
            </Disclosure>
          )}
        </li>
      ))}
    </ul>
  )
}
