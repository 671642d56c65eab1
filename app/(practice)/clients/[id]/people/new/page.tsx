import { NewPersonForm } from '@/components/client/person-forms'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead } from '@/components/ui/section'
import { addPerson } from '@/lib/actions/contact'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { clientFacts } from '@/lib/data/client'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const metadata = { title: text('client')('person.add') }

export default async function NewPersonPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const viewer = await requireMember()
  const { name } = await orNotFound(clientFacts(viewer, id))
  const t = text('client')
  return (
    <>
      <Breadcrumb items={[{ href: paths.client(id), label: <bdi>{name}</bdi> }]} />
      <PageHead title={t('person.addTitle', { name })} lead={t('person.addLead')} />
      <NewPersonForm action={addPerson} clientId={id} />
    </>
  )
}
