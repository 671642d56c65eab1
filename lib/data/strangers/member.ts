import { Temporal } from 'temporal-polyfill'
import type { MemberViewer } from '@/lib/domain/access/viewer'
import { changeRole, inviteMember, membersOf, removeMember } from '../member'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

export const member: Record<string, StrangerCase> = {
  membersOf: async (stranger, { world }) => {
    const theirs = [world.boss.memberId, world.consultant.memberId, world.assistant.memberId]
    return (await membersOf(stranger, now)).filter(({ id }) => theirs.includes(id))
  },
  // Knows no id: the owner of another practice invites into their own.
  inviteMember: async (stranger, { world }) =>
    void (await inviteMember(stranger as MemberViewer, {
      name: 'Somebody',
      email: `${world.boss.memberId}@example.test`,
      role: 'owner',
    })),
  changeRole: (stranger, { world }) =>
    changeRole(stranger as MemberViewer, { memberId: world.consultant.memberId, role: 'owner' }),
  removeMember: (stranger, { world }) =>
    removeMember(
      stranger as MemberViewer,
      { memberId: world.consultant.memberId, to: world.boss.memberId },
      now,
    ),
}
