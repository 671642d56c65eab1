import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import type { NewsItem } from '@/lib/domain/news/item'
import { dayAndTime, wallLabel } from '@/lib/format/dates'
import { listOf } from '@/lib/format/list'
import { text } from '@/lib/format/text'
import { whereNewsLeads } from './where-news-leads'

type Props = { news: NewsItem[]; reader: 'member' | 'guardian'; zone: string }

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
                reader,
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
