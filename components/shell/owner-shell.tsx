import type { ReactNode } from 'react'
import { CalendarDays, House, ListTree, MessageSquare, Timer } from '@/components/ui/icons'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { Bell } from './bell'
import { Frame } from './frame'
import { Nav } from './nav'
import { PersonMenu } from './person-menu'

export type OwnerRoom = 'home' | 'log' | 'plan' | 'visits' | 'messages'

type Props = {
  current?: OwnerRoom
  person: { name: string; detail?: string }
  /** Keeps the chosen animal when a household has several. */
  animalId?: string
  signOut?: ReactNode
  /** How many messages wait, beside their room. */
  waiting?: ReactNode
  /** How much is new and unread. */
  unread: number
  children: ReactNode
}

/** The animal owner's rooms. */
export function OwnerShell({ current, person, animalId, signOut, waiting, unread, children }: Props) {
  const t = text('shell')
  const items = [
    { key: 'home', href: paths.home(), label: t('home'), icon: House },
    { key: 'log', href: paths.homeLog(animalId), label: t('log'), icon: Timer },
    { key: 'plan', href: paths.homePlan(animalId), label: t('plan'), icon: ListTree },
    { key: 'visits', href: paths.homeVisits(), label: t('visits'), icon: CalendarDays },
    { key: 'messages', href: paths.homeThread(), label: t('messages'), icon: MessageSquare, aside: waiting },
  ]
  return (
    <Frame
      homeHref={paths.home()}
      width="home"
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
