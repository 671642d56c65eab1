'use server'
import { changeRole, inviteMember, removeMember } from '@/lib/data/member'
import { invitationSchema, memberRoleSchema, removalSchema } from '@/lib/domain/member/schema'
import { paths } from '@/lib/paths'
import { defineAction } from './define'

export const sendInvitation = defineAction({
  as: 'member',
  schema: invitationSchema,
  verb: inviteMember,
  said: 'settings.invited',
})

export const changeMemberRole = defineAction({
  as: 'member',
  schema: memberRoleSchema,
  verb: changeRole,
  then: () => paths.members(),
})

export const endMembership = defineAction({
  as: 'member',
  schema: removalSchema,
  verb: removeMember,
  then: () => paths.members(),
})
