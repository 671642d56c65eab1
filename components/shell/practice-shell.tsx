import type { ReactNode } from 'react'
import { CalendarDays, Cat, DoorClosed, Footprints, MessageSquare, Settings } from '@/components/ui/icons'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { Bell } from './bell'
import { Frame, type PageWidth } from './frame'
import { Nav } from './nav'
import { PersonMenu } from './person-menu'

export type PracticeRoom = 'today' | 'calendar' | 'clients' | 'animals' | 'messages' | 'settings'

type Props = {
  current?: PracticeRoom
  person: { name: string; detail?: string }
  signOut?: ReactNode
  /** How many households wait for an answer, beside their room. */
  waiting?: ReactNode
  /** How much is new and unread. */
  unread: number
  width?: PageWidth
  children: ReactNode
}

/** The consultant's rooms. Without script everything in it works. */
export function PracticeShell({
  current,
  person,
  signOut,
  waiting,
  unread,
  width = 'page',
  children,
}: Props) {
  const t = text('shell')
  const items = [
    { key: 'today', href: paths.today(), label: t('today'), icon: Footprints },
    { key: 'calendar', href: paths.calendar(), label: t('calendar'), icon: CalendarDays },
    { key: 'clients', href: paths.clients(), label: t('clients'), icon: DoorClosed },
    { key: 'animals', href: paths.animals(), label: t('animals'), icon: Cat },
    { key: 'messages', href: paths.threads(), label: t('messages'), icon: MessageSquare, aside: waiting },
    { key: 'settings', href: paths.settings(), label: t('settings'), icon: Settings },
  ]
  return (
    <Frame
      homeHref={paths.today()}
      width={width}
      nav={<Nav label={t('main')} items={items} current={current} />}
      end={
        <>
          <Bell unread={unread} />
          <PersonMenu {...person} accountHref={paths.account()} signOut={signOut} />
        </>
      }
    >
      {children}
    </Frame>
  )
}
