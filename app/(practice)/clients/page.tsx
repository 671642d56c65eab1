import { ClientRows } from '@/components/client/client-rows'
import { ClientSearch } from '@/components/client/client-search'
import { NoClients } from '@/components/client/no-clients'
import { ButtonLink } from '@/components/ui/button'
import { Plus } from '@/components/ui/icons'
import { Pagination } from '@/components/ui/pagination'
import { PageHead } from '@/components/ui/section'
import { Tabs } from '@/components/ui/tabs'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { listClients } from '@/lib/data/client-list'
import { dayOf } from '@/lib/domain/time/time'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

type Query = Partial<Record<'q' | 'view' | 'after' | 'before', string | string[]>>
const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

export const metadata = { title: text('client')('title') }

export default async function ClientsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const viewer = await requireMember()
  const search = (one(query.q) ?? '').trim()
  const archived = one(query.view) === 'archived'
  const at = { after: one(query.after), before: one(query.before) }
  const page = await orNotFound(listClients(viewer, { search, archived, ...at }, now()))
  const t = text('client')
  const kept = { ...(search && { q: search }), ...(archived && { view: 'archived' }) }
  return (
    <>
      <PageHead title={t('title')}>
        <ButtonLink look="go" icon={Plus} href={paths.newClient()}>
          {t('add')}
        </ButtonLink>
      </PageHead>
      <ClientSearch search={search} archived={archived} />
      <Tabs
        label={t('list.view')}
        current={archived ? 'archived' : 'current'}
        tabs={[
          {
            key: 'current',
            href: paths.clients(search ? { q: search } : undefined),
            label: t('list.current'),
          },
          { key: 'archived', href: paths.clients({ ...kept, view: 'archived' }), label: t('list.archived') },
        ]}
      />
      {page.clients.length === 0 ? (
        <NoClients search={search} archived={archived} />
      ) : (
        <ClientRows rows={page.clients} today={dayOf(now(), viewer.zone)} zone={viewer.zone} />
      )}
      <Pagination
        previous={page.before === null ? undefined : paths.clients({ ...kept, before: page.before })}
        next={page.after === null ? undefined : paths.clients({ ...kept, after: page.after })}
      />
    </>
  )
}
