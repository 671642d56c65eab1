import type { ReactNode } from 'react'
import { CircleUser, SunMoon } from '@/components/ui/icons'
import { text } from '@/lib/format/text'

type Props = {
  name: string
  /** Practice and role, or the household. */
  detail?: string
  accountHref?: string
  /** A form whose button signs out; it is posted by the page that owns the action. */
  signOut?: ReactNode
}

/** Who is signed in: a native popover with account, theme and sign out. */
export function PersonMenu({ name, detail, accountHref, signOut }: Props) {
  const t = text('shell')
  return (
    <>
      <button type="button" className="who" popoverTarget="who-menu" aria-label={t('person', { name })}>
        <span className="who-name">{name}</span>
        <CircleUser />
      </button>
      <div id="who-menu" className="who-menu" popover="auto">
        <b>{name}</b>
        <p>{detail}</p>
        <ul>
          {accountHref && (
            <li>
              <a href={accountHref}>
                <CircleUser />
                {t('account')}
              </a>
            </li>
          )}
          <li>
            <button type="button" data-theme-toggle="">
              <SunMoon />
              {t('theme')}
            </button>
          </li>
          {signOut && <li>{signOut}</li>}
        </ul>
      </div>
    </>
  )
}
