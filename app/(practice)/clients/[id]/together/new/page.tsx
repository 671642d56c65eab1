import { notFound } from 'next/navigation'
import { RelationForm } from '@/components/relation/relation-form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead } from '@/components/ui/section'
import { writeDownRelation } from '@/lib/actions/relation'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { togetherOf } from '@/lib/data/together'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const metadata = { title: text('animal')('relation.newTitle') }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ pair?: string }> }

export default async function NewRelationPage({ params, searchParams }: Props) {
  const { id } = await params
  const { pair } = await searchParams
  const viewer = await requireMember()
  const household = await orNotFound(togetherOf(viewer, id, now()))
  if (!household.mayWrite || household.pairs.length === 0) notFound()
  const t = text('animal')
  return (
    <>
      <Breadcrumb items={[{ href: paths.together(id), label: t('sideBySide.title') }]} />
      <PageHead title={t('relation.newTitle')} lead={t('relation.newLead')} />
      <RelationForm household={household} action={writeDownRelation} pair={pair} />
    </>
  )
}
