import type { Metadata } from 'next'
import { SnippetList } from '@/components/note/snippet-list'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead } from '@/components/ui/section'
import { keepPracticeSnippet, removePracticeSnippet } from '@/lib/actions/note'
import { requireMember } from '@/lib/auth/viewer'
import { snippetsOf } from '@/lib/data/snippet'
import { canTrain } from '@/lib/domain/access/can'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

const t = text('note')
export const metadata: Metadata = { title: t('snippets.title') }

export default async function SnippetsPage() {
  const viewer = await requireMember()
  const snippets = await snippetsOf(viewer)
  const actions = { keep: keepPracticeSnippet, remove: removePracticeSnippet }
  return (
    <>
      <Breadcrumb items={[{ href: paths.settings(), label: text('settings')('title') }]} />
      <PageHead title={t('snippets.title')} lead={t('snippets.lead')} />
      <SnippetList snippets={snippets} actions={canTrain(viewer) ? actions : undefined} />
    </>
  )
}
