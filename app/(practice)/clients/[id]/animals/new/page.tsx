import { NewAnimalForm } from '@/components/animal/animal-forms'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead } from '@/components/ui/section'
import { addNewAnimal } from '@/lib/actions/animal'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { clientFacts } from '@/lib/data/client'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const metadata = { title: text('client')('page.addAnimal') }

export default async function NewAnimalPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const viewer = await requireMember()
  const { name } = await orNotFound(clientFacts(viewer, id))
  const t = text('animal')
  return (
    <>
      <Breadcrumb items={[{ href: paths.client(id), label: <bdi>{name}</bdi> }]} />
      <PageHead title={t('new.title', { household: name })} lead={t('new.lead')} />
      <NewAnimalForm action={addNewAnimal} clientId={id} household={name} units={viewer.units} />
    </>
  )
}
