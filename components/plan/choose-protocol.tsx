import { ChevronRight } from '@/components/ui/icons'
import type { Protocol } from '@/lib/domain/protocol/protocol'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

/** The protocols a plan may be started from, each with what it is like; one tap leads on. */
export function ChooseProtocol({
  animalId,
  protocols,
}: {
  animalId: string
  protocols: readonly Protocol[]
}) {
  const t = text('plan')
  const p = text('protocol')
  return (
    <nav aria-label={t('whichProtocol')} className="draft">
      <p className="pb-3">{t('whichProtocolLead')}</p>
      <ul className="ways">
        {protocols.map(({ key, name, version, species, stages }) => (
          <li key={key}>
            <a href={paths.startPlan(animalId, key)}>
              <span>
                <b dir="auto">{name}</b>
                <span className="quiet small">
                  {p('version', { version })},{' '}
                  {p('forSpecies', { species: p(`species.${species}`), count: stages.length })}
                </span>
              </span>
              <ChevronRight />
            </a>
          </li>
        ))}
      </ul>
      <p className="small pt-4">
        <a className="reach" href={paths.protocols()}>
          {t('protocolLibrary')}
        </a>
      </p>
    </nav>
  )
}
