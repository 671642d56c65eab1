import type { Metadata } from 'next'
import { DoorForm } from '@/components/door/door-form'
import { Reveals } from '@/components/door/reveals'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead } from '@/components/ui/section'
import { writeDoor } from '@/lib/actions/door'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { doorForm } from '@/lib/data/door'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const metadata: Metadata = { title: text('door')('title') }

export default async function DoorOfHomePage({ params }: { params: Promise<{ id: string }> }) {
  const { household, zone, reveals, ...door } = await orNotFound(
    doorForm(await requireMember(), (await params).id),
  )
  const t = text('door')
  return (
    <>
      <Breadcrumb items={[{ href: paths.client(door.clientId), label: <bdi>{household}</bdi> }]} />
      <PageHead title={t('form.title', { name: household })} lead={t('form.lead')} />
      <div className="cols">
        <DoorForm door={door} action={writeDoor} />
        {reveals && <Reveals reveals={reveals} zone={zone} />}
      </div>
    </>
  )
}
