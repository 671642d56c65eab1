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
  animalId: string
  zone: string
  revoke: FormAction | null
}

/** Every link that was made, how often it was opened, and the way to end it. */
export function LinkList({ links, animalId, zone, revoke }: Props) {
  const t = text('share')
  return (
    <Section title={t('list.title')}>
      {links.length === 0 && <p className="after">{t('list.none')}</p>}
      <ul className="rows links">
        {links.map((link) => (
          <li key={link.id} className={link.state === 'live' ? undefined : 'is-over'}>
            <div>
              <p>
                <b dir="auto">
                  {link.letterId
                    ? t('vet.linkOf', { vet: link.label || t('vet.anyVet') })
                    : link.label || t('list.noLabel')}
                </b>{' '}
                <span className="small quiet">{stateWords(link, zone)}</span>
              </p>
              <p className="tiny">
                {[
                  t('list.views', { n: link.views }),
                  link.lastViewedAt && t('list.last', { date: dayShort(link.lastViewedAt, zone) }),
                  t('list.by', { name: link.madeBy, date: dayShort(link.createdAt, zone) }),
                  t('list.begins', { prefix: link.prefix }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            {link.letterId && (
              <ButtonLink href={paths.vetLetter(link.letterId, animalId)}>{t('vet.read')}</ButtonLink>
            )}
            {revoke && link.state === 'live' && (
              <ActionButton action={revoke} fields={{ linkId: link.id }} look="danger">
                {t('list.revoke')}
                <VisuallyHidden>{t('list.revokeOf', { label: link.label || link.prefix })}</VisuallyHidden>
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function stateWords({ state, expiresAt }: ShareLinkRow, zone: string): string {
  const t = text('share')
  return state === 'revoked' ? t('list.revoked') : t(`list.${state}`, { date: dayShort(expiresAt, zone) })
}
