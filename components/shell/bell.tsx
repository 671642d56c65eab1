import { Bell as Drawn } from '@/components/ui/icons'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

/** The way to what is new, with how much of it is unread. */
export function Bell({ unread }: { unread: number }) {
  return (
    <a className="bell" href={paths.news()} aria-label={text('news')('bell', { count: unread })}>
      <Drawn />
      {unread > 0 && <span aria-hidden="true">{unread > 99 ? '99+' : unread}</span>}
    </a>
  )
}
