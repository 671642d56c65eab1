import { ActionButton } from '@/components/form/action-button'
import { Section } from '@/components/ui/section'
import type { OwnRequest } from '@/lib/domain/request/pages'
import type { FormAction } from '@/lib/domain/result/form-state'
import { dayShort } from '@/lib/format/dates'
import { text } from '@/lib/format/text'

/** What the household asked for: what waits, and what was answered lately. */
export function OwnRequests({
  requests,
  actions,
}: {
  requests: readonly OwnRequest[]
  actions: Record<'withdraw' | 'choose', FormAction>
}) {
  const t = text('request')
  if (requests.length === 0) return null
  return (
    <Section title={t('own.sent')} className="mb-8">
      <ul className="rows">
        {requests.map(({ id, version, state, serviceName, zone, askedAt, times, words, answer, instead }) => (
          <li key={id}>
            <p>
              <b>{serviceName}</b> <span className="quiet">· {t(`own.state.${state}`)}</span>
            </p>
            <p className="small">{times.join(' · ')}</p>
            {words !== '' && (
              <p className="small" dir="auto">
                {words}
              </p>
            )}
            {answer !== '' && (
              <p className="message" dir="auto">
                {answer}
              </p>
            )}
            {instead && <Instead id={id} version={version} instead={instead} action={actions.choose} />}
            <p className="tiny">{t('own.when', { when: dayShort(askedAt, zone) })}</p>
            {state === 'open' && (
              <ActionButton action={actions.withdraw} fields={{ id, version: String(version) }} look="plain">
                {t('own.withdraw')}
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

type InsteadProps = Pick<OwnRequest, 'id' | 'version'> & {
  instead: NonNullable<OwnRequest['instead']>
  action: FormAction
}

/** Others got its times: the next ones that fit, each with one tap to ask for it. */
function Instead({ id, version, instead, action }: InsteadProps) {
  const t = text('request')
  const some = instead.length > 0
  return (
    <div className="message">
      <p>
        {t('own.lost')} {t(some ? 'own.instead' : 'own.nothingElse')}
      </p>
      {some && (
        <ul className="acts pt-3">
          {instead.map(({ value, label }) => (
            <li key={value}>
              <ActionButton action={action} fields={{ id, version: String(version), offer: value }}>
                {t('own.choose', { when: label })}
              </ActionButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
