import { NewsList } from '@/components/news/news-list'
import { PageHead } from '@/components/ui/section'
import { titled } from '@/lib/auth/titled'
import { requirePerson } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { openNews } from '@/lib/data/news'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const generateMetadata = titled(() => text('news')('title'))

export default async function NewsPage() {
  const viewer = await requirePerson()
  const t = text('news')
  return (
    <div className="rooms">
      <PageHead title={t('title')} lead={t('lead')}>
        <a className="btn" href={paths.ownMails()}>
          {t('choose')}
        </a>
      </PageHead>
      <NewsList news={await openNews(viewer, now())} reader={viewer.kind} zone={viewer.zone} />
    </div>
  )
}
