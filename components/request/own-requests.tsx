import { ActionButton } from '@/components/form/action-button'
import { Section } from '@/components/ui/section'
import type { OwnRequest } from '@/lib/domain/request/pages'
import type { FormAction } from '@/lib/domain/result/form-state'
import { dayShort } from '@/lib/format/dates'
import { text } from '@/lib/format/text'

/** What the household asked for: what waits, and what was answered lately. */
export function OwnRequests({
  requests,
  withdraw,
}: {
  requests: readonly OwnRequest[]
  withdraw: FormAction
}) {
  const t = text('request')
  if (requests.length === 0) return null
  return (
    <Section title={t('own.sent')} className="mb-8">
      <ul className="rows">
        {requests.map(({ id, version, state, serviceName, zone, askedAt, times, words, answer }) => (
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
            <p className="tiny">{t('own.when', { when: dayShort(askedAt, zone) })}</p>
            {state === 'open' && (
              <ActionButton action={withdraw} fields={{ id, version: String(version) }} look="plain">
                {t('own.withdraw')}
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
