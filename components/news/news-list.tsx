import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import type { NewsKind } from '@/lib/domain/news/kinds'
import { dayAndTime, wallLabel } from '@/lib/format/dates'
import { listOf } from '@/lib/format/list'
import { text } from '@/lib/format/text'
import { whereNewsLeads } from './where-news-leads'
import type { Temporal } from 'temporal-polyfill'

type Item = {
  id: string
  kind: NewsKind
  isNew: boolean
  dueAt: Temporal.Instant
  visitId: string | null
  animalId: string | null
  clientId: string | null
  start: Temporal.PlainDateTime | null
  animals: string[]
  household: string
}
type Props = { news: Item[]; reader: 'member' | 'guardian'; zone: string }

/** What happened, each a way to where it stands. */
export function NewsList({ news, reader, zone }: Props) {
  const t = text('news')
  if (news.length === 0) return <EmptyState title={t('empty.title')}>{t(`empty.${reader}`)}</EmptyState>
  return (
    <ul className="news">
      {news.map((item) => (
        <li key={item.id}>
          <a href={whereNewsLeads(item, reader)}>
            <span dir="auto">
              {t(`said.${item.kind}`, {
                household: item.household,
                animals: listOf(item.animals),
                when: item.start ? wallLabel(item.start) : '',
              })}
            </span>
            {item.isNew && <Badge tone="green">{t('isNew')}</Badge>}
            <span className="tiny">{dayAndTime(item.dueAt, zone)}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
