import { ActionButton } from '@/components/form/action-button'
import { Badge } from '@/components/ui/badge'
import { ButtonLink, IconLink } from '@/components/ui/button'
import { Pencil, UserPlus } from '@/components/ui/icons'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export type PersonShown = {
  id: string
  clientId: string
  name: string
  relation: string
  email: string | null
  phone: string
  isMain: boolean
  maySignIn: boolean
  bounced: boolean
}

/** The people of a household and how to reach them. */
export function People({
  people,
  clientId,
  free,
}: {
  people: readonly PersonShown[]
  clientId: string
  free: FormAction
}) {
  const t = text('client')
  return (
    <Section title={t('page.people')}>
      <ul className="rows">
        {people.map((person) => (
          <li key={person.id} className="flex items-start justify-between gap-3">
            <PersonFacts person={person} free={free} />
            <IconLink
              icon={Pencil}
              label={t('person.editName', { name: person.name })}
              href={paths.editContact(clientId, person.id)}
            />
          </li>
        ))}
      </ul>
      <div className="acts mt-4">
        <ButtonLink icon={UserPlus} href={paths.newContact(clientId)}>
          {t('person.add')}
        </ButtonLink>
      </div>
    </Section>
  )
}

function PersonFacts({ person, free }: { person: PersonShown; free: FormAction }) {
  const t = text('client')
  return (
    <div className="min-w-0">
      <p>
        <b className="font-strong" dir="auto">
          {person.name}
        </b>{' '}
        <bdi className="small quiet">{person.relation}</bdi>
      </p>
      {person.phone && (
        <p className="small">
          <a className="reach" href={`tel:${person.phone.replace(/[^+\d]/g, '')}`}>
            {person.phone}
          </a>
        </p>
      )}
      {person.email && (
        <p className="small break-words">
          <a className="reach" href={`mailto:${person.email}`}>
            {person.email}
          </a>
        </p>
      )}
      {person.bounced && (
        <div className="mt-1">
          <p className="small">{t('person.bounced')}</p>
          <ActionButton action={free} fields={{ id: person.id }}>
            {t('person.free')}
          </ActionButton>
        </div>
      )}
      <p className="mt-1 flex flex-wrap gap-2">
        {person.isMain && <Badge>{t('person.mainBadge')}</Badge>}
        {person.maySignIn && (
          <Badge tone="green">{t(person.email ? 'person.signsIn' : 'person.signsInByCode')}</Badge>
        )}
      </p>
      {person.maySignIn && !person.email && (
        <p className="small mt-1">
          <a className="reach" href={paths.signInCard(person.clientId, person.id)}>
            {t('person.card')}
          </a>
        </p>
      )}
    </div>
  )
}
