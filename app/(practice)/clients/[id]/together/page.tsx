import { Pairs } from '@/components/relation/pairs'
import { SideBySide } from '@/components/relation/side-by-side'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead } from '@/components/ui/section'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { togetherOf } from '@/lib/data/together'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const metadata = { title: text('animal')('sideBySide.title') }

export default async function TogetherPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const viewer = await requireMember()
  const { name, animals, pairs, mayWrite, today } = await orNotFound(togetherOf(viewer, id, now()))
  const t = text('animal')
  const alone = animals.length === 0 ? 'nobody' : 'alone'
  return (
    <>
      <Breadcrumb items={[{ href: paths.client(id), label: <bdi>{name}</bdi> }]} />
      <PageHead
        title={t('sideBySide.title')}
        lead={t(`sideBySide.${animals.length > 1 ? 'lead' : alone}`, { household: name })}
      />
      <SideBySide animals={animals} />
      <Pairs pairs={pairs} mayWrite={mayWrite} today={today} clientId={id} />
    </>
  )
}
