import { SignOutForm } from '@/components/offline/sign-out-form'
import { DoorOpen } from '@/components/ui/icons'
import type { Owner } from '@/lib/domain/sync/queue'
import { text } from '@/lib/format/text'

type Props = {
  action: (form: FormData) => Promise<void>
  /** Whose things the device may keep. */
  owner: Owner
}

/** Signs this browser out. A plain form: it works without script, on the signed-in shells and on /account. */
export function SignOutButton({ action, owner }: Props) {
  const t = text('sync')
  const words = {
    title: t('leave.title'),
    lead: t('leave.lead'),
    stay: t('leave.stay'),
    look: t('leave.look'),
    leave: t('leave.leave'),
  }
  return (
    <SignOutForm action={action} owner={owner} words={words}>
      <button type="submit">
        <DoorOpen />
        {text('account')('signOut')}
      </button>
    </SignOutForm>
  )
}
