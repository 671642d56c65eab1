import type { Metadata } from 'next'
import { InviteForm } from '@/components/practice/invite-form'
import { MemberList } from '@/components/practice/member-list'
import { PageHead, Section } from '@/components/ui/section'
import { changeMemberRole, endMembership, sendInvitation } from '@/lib/actions/member'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { membersOf } from '@/lib/data/member'
import { canRunPractice } from '@/lib/domain/access/can'
import { text } from '@/lib/format/text'

export const metadata: Metadata = { title: text('settings')('members') }

export default async function MembersPage() {
  const viewer = await requireMember()
  const members = await membersOf(viewer, now())
  const t = text('settings')
  const actions = canRunPractice(viewer) ? { role: changeMemberRole, remove: endMembership } : undefined
  return (
    <div className="rooms">
      <PageHead title={t('members')} lead={t('membersLead')} />
      <MemberList members={members} {...(actions ? { actions } : {})} />
      {actions && (
        <Section title={t('invite')}>
          <InviteForm action={sendInvitation} />
        </Section>
      )}
    </div>
  )
}
