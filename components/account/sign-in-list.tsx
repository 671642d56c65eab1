import { ActionButton } from '@/components/form/action-button'
import { Badge } from '@/components/ui/badge'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'

type SignIn = { id: string; device: string; since: string; lastUsed: string; isThisOne: boolean }

/** Where somebody is signed in, each with the button that ends it there. */
export function SignInList({ signIns, action }: { signIns: SignIn[]; action: FormAction }) {
  const t = text('account')
  return (
    <ul className="sign-ins">
      {signIns.map(({ id, device, since, lastUsed, isThisOne }) => (
        <li key={id}>
          <div>
            <b>{device}</b> {isThisOne && <Badge tone="green">{t('thisOne')}</Badge>}
            <p className="quiet small">
              {lastUsed} · {since}
            </p>
          </div>
          {!isThisOne && (
            <ActionButton action={action} fields={{ id }}>
              {t('end')}
            </ActionButton>
          )}
        </li>
      ))}
    </ul>
  )
}
