import { notFound } from 'next/navigation'
import { EditPersonForm } from '@/components/client/person-forms'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead } from '@/components/ui/section'
import { removePerson, savePerson } from '@/lib/actions/contact'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { personForEditing } from '@/lib/data/contact'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const metadata = { title: text('client')('person.edit') }

type Params = Promise<{ id: string; contactId: string }>

export default async function EditPersonPage({ params }: { params: Params }) {
  const { id, contactId } = await params
  const viewer = await requireMember()
  const person = await orNotFound(personForEditing(viewer, contactId))
  if (person.clientId !== id) notFound()
  const t = text('client')
  const { household, name } = person
  return (
    <>
      <Breadcrumb items={[{ href: paths.client(id), label: <bdi>{household}</bdi> }]} />
      <PageHead title={t('person.editTitle', { name })} lead={t('person.editLead', { household })} />
      <EditPersonForm save={savePerson} remove={removePerson} person={person} />
    </>
  )
}
