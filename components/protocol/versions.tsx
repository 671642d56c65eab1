import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import { differencesOf } from '@/lib/domain/protocol/differences'
import type { ProtocolPage } from '@/lib/domain/protocol/pages'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { Differences } from './differences'
import { publication } from './words'

/** All versions of a protocol with their plans, and what this one changed. */
export function Versions({ page, zone }: { page: ProtocolPage; zone: string }) {
  const t = text('protocol')
  const { id, versions, before, protocol } = page
  return (
    <Section title={t('versions')} className="no-print">
      <ul className="rows">
        {versions.map((one) => (
          <li key={one.id}>
            {one.id === id ? (
              <b>
                {t('version', { version: one.version })}, {t('thisOne')}
              </b>
            ) : (
              <a className="reach" href={paths.protocol(one.id)}>
                {t('version', { version: one.version })}
              </a>
            )}
            <p className="small quiet">
              {publication(one, zone)}, {t('running', { count: one.running })}
            </p>
          </li>
        ))}
      </ul>
      {before && (
        <Disclosure summary={t('changed', { version: before.version })}>
          <Differences of={differencesOf(before, protocol)} />
        </Disclosure>
      )}
    </Section>
  )
}
