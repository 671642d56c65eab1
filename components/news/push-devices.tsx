import type { Temporal } from 'temporal-polyfill'
import { ActionButton } from '@/components/form/action-button'
import { Badge } from '@/components/ui/badge'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/domain/result/form-state'
import { dayInYear } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { PushSwitch } from './push-switch'

type Device = { id: string; name: string | null; since: Temporal.Instant; isThisOne: boolean }
type Props = {
  devices: readonly Device[]
  zone: string
  /** Null where this installation rings nobody. */
  publicKey: string | null
  isDemo: boolean
  actions: Record<'add' | 'remove', FormAction>
}

/** The browsers that ring for somebody, and the button that makes this one of them. */
export function PushDevices({ devices, zone, publicKey, isDemo, actions }: Props) {
  const t = text('news')
  const isOn = devices.some(({ isThisOne }) => isThisOne)
  return (
    <Section title={t('device.title')}>
      <p className="quiet">{t('device.lead')}</p>
      {devices.length === 0 ? (
        <p className="mt-3">{t('device.none')}</p>
      ) : (
        <ul className="sign-ins">
          {devices.map(({ id, name, since, isThisOne }) => (
            <li key={id}>
              <div>
                <b>{name ?? t('device.unknown')}</b>{' '}
                {isThisOne && <Badge tone="green">{t('device.thisOne')}</Badge>}
                <p className="quiet small">{t('device.since', { day: dayInYear(since, zone) })}</p>
              </div>
              <ActionButton action={actions.remove} fields={{ id }}>
                {t('device.remove')}
              </ActionButton>
            </li>
          ))}
        </ul>
      )}
      {publicKey === null && <p className="quiet">{t('device.off')}</p>}
      {publicKey !== null && (
        <>
          {!isOn && <p className="quiet mt-3">{t(isDemo ? 'device.demo' : 'device.asks')}</p>}
          <PushSwitch
            action={actions.add}
            publicKey={publicKey}
            isOn={isOn}
            words={{
              on: t('device.on'),
              lost: t('device.lost'),
              wait: t('device.wait'),
              cannot: t('device.cannot'),
              refused: t('device.refused'),
              unreached: t('device.unreached'),
            }}
          />
        </>
      )}
    </Section>
  )
}
