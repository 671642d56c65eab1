import { ActionButton } from '@/components/form/action-button'
import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { FormAction } from '@/lib/domain/result/form-state'
import type { ShareLinkRow } from '@/lib/domain/share/link'
import { dayShort } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

type Props = {
  links: readonly ShareLinkRow[]
  zone: string
  revoke: FormAction | null
  /** Whether the list is of several animals, and says which. */
  ofSeveral?: boolean
}

/** Every link that was made, for whom, how often it was opened, and the way to end it. */
export function LinkList({ links, zone, revoke, ofSeveral = false }: Props) {
  const t = text('share')
  return (
    <Section title={t('list.title')}>
      {links.length === 0 && <p className="after">{t('list.none')}</p>}
      <ul className="rows links">
        {links.map((link) => (
          <li key={link.id} className={link.state === 'live' ? undefined : 'is-over'}>
            <div>
              <p>
                <b dir="auto">{nameOf(link)}</b> <span className="small quiet">{stateWords(link, zone)}</span>
              </p>
              <p className="tiny">
                {[
                  ofSeveral && link.animalName,
                  link.label !== '' && link.letterId === null && t(`audience.${link.scope}.name`),
                  link.hasPin && t('list.pin'),
                  t('list.views', { n: link.views }),
                  link.lastViewedAt && t('list.last', { date: dayShort(link.lastViewedAt, zone) }),
                  t('list.by', { name: link.madeBy, date: dayShort(link.createdAt, zone) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            {link.letterId && (
              <ButtonLink href={paths.vetLetter(link.letterId, link.animalId)}>{t('vet.read')}</ButtonLink>
            )}
            {revoke && link.state === 'live' && (
              <ActionButton action={revoke} fields={{ linkId: link.id }} look="danger">
                {t('list.revoke')}
                <VisuallyHidden>{t('list.revokeOf', { label: nameOf(link) })}</VisuallyHidden>
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function nameOf({ letterId, label, scope }: ShareLinkRow): string {
  const t = text('share')
  if (letterId) return t('vet.linkOf', { vet: label || t('vet.anyVet') })
  return label || t(`audience.${scope}.name`)
}

function stateWords({ state, expiresAt, revokedAt }: ShareLinkRow, zone: string): string {
  const t = text('share')
  return t(`list.${state}`, { date: dayShort(revokedAt ?? expiresAt, zone) })
}
