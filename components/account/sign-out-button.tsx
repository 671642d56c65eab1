import { DoorOpen } from '@/components/ui/icons'
import { text } from '@/lib/format/text'

/** Signs this browser out. A plain form: it works without script, on the signed-in shells and on /account. */
export function SignOutButton({ action }: { action: (form: FormData) => Promise<void> }) {
  return (
    <form action={action}>
      <button type="submit">
        <DoorOpen />
        {text('account')('signOut')}
      </button>
    </form>
  )
}
