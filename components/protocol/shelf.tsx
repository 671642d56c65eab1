import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import type { ShelvedProtocol } from '@/lib/domain/protocol/pages'
import { dayInYear } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { publication } from './words'

type Props = { shelf: readonly ShelvedProtocol[]; writes: boolean; zone: string }

/** What Doorstep ships and what the practice made of it: newest versions, plans that run, drafts. */
export function Shelf({ shelf, writes, zone }: Props) {
  const t = text('protocol')
  const shipped = shelf.filter((one) => one.shipped)
  const own = shelf.filter((one) => !one.shipped)
  return (
    <div className="stack">
      <Section title={t('own')}>
        {own.length === 0 ? (
          <EmptyState title={t('noOwn')}>{t('noOwnLead')}</EmptyState>
        ) : (
          <Protocols of={own} writes={writes} zone={zone} />
        )}
      </Section>
      <Section title={t('shipped')}>
        <p className="small quiet pt-3">{t('shippedLead')}</p>
        <Protocols of={shipped} writes={writes} zone={zone} />
      </Section>
    </div>
  )
}

function Protocols({ of, writes, zone }: { of: readonly ShelvedProtocol[]; writes: boolean; zone: string }) {
  return (
    <ul className="rows">
      {of.map((one) => (
        <li key={one.key} className="shelved">
          <Shelved {...one} writes={writes} zone={zone} />
        </li>
      ))}
    </ul>
  )
}

function Shelved({
  name,
  species,
  stages,
  versions,
  draft,
  writes,
  zone,
}: ShelvedProtocol & { writes: boolean; zone: string }) {
  const t = text('protocol')
  const [newest, ...older] = versions
  return (
    <>
      <div>
        <h3>
          {newest ? (
            <a href={paths.protocol(newest.id)} dir="auto">
              {name}
            </a>
          ) : (
            <bdi>{name}</bdi>
          )}{' '}
          {newest ? (
            <Badge>{t('version', { version: newest.version })}</Badge>
          ) : (
            <Badge tone="amber">{t('notYetPublished')}</Badge>
          )}
        </h3>
        <p className="small quiet">
          {t('forSpecies', { species: t(`species.${species}`), count: stages })}
          {newest && `, ${publication(newest, zone)}, ${t('running', { count: newest.running })}`}
        </p>
        {older
          .filter(({ running }) => running > 0)
          .map(({ id, version, running }) => (
            <p key={id} className="small">
              <a className="reach" href={paths.protocol(id)}>
                {t('olderRunning', { count: running, version })}
              </a>
            </p>
          ))}
      </div>
      {draft && (
        <div className="shelved-draft">
          <p className="small quiet">
            {t('draftMention', { date: dayInYear(draft.updatedAt, zone), name: draft.updatedBy })}
          </p>
          {writes && (
            <ButtonLink href={paths.protocolDraft(draft.id)} aria-label={t('openDraftOf', { name })}>
              {t('openDraft')}
            </ButtonLink>
          )}
        </div>
      )}
    </>
  )
}
