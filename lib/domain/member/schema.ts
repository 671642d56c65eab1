import { z } from 'zod'
import { roles } from '@/lib/domain/access/roles'
import { signInAddress } from '@/lib/domain/account/schema'
import { optionalId, requiredId, requiredOptionOf, requiredText } from '@/lib/domain/form/fields'

export const invitationSchema = z.object({
  name: requiredText,
  email: signInAddress,
  role: requiredOptionOf(roles),
})
export type Invitation = z.output<typeof invitationSchema>

export const memberRoleSchema = z.object({ memberId: requiredId, role: requiredOptionOf(roles) })
export type RoleChange = z.output<typeof memberRoleSchema>

/** `to` takes over the visits ahead; not needed where there are none. */
export const removalSchema = z.object({ memberId: requiredId, to: optionalId })
export type Removal = z.output<typeof removalSchema>
