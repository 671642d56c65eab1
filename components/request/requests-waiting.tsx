import { ActionButton } from '@/components/form/action-button'
import { Section } from '@/components/ui/section'
import type { OpenRequest } from '@/lib/domain/request/pages'
import type { FormAction } from '@/lib/domain/result/form-state'
import { listOf } from '@/lib/format/list'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { lostWords } from './lost-words'

/** How many stand beside a day; their page has them all. Ours. */
const most = 4

/** What households ask for, each time with one tap to approve it; nothing where nobody waits. */
export function RequestsWaiting({
  requests,
  action,
}: {
  requests: readonly OpenRequest[]
  action: FormAction
}) {
  const t = text('request')
  if (requests.length === 0) return null
  return (
    <Section
      title={t('waiting')}
      aside={<a href={paths.requests()}>{t('count', { count: requests.length })}</a>}
      className="no-print"
    >
      <ul className="requests">
        {requests
          .slice(0, most)
          .map(({ id, version, household, serviceName, animals, choices, words, lost }) => (
            <li key={id}>
              <p>
                <b>
                  <a className="reach" href={paths.requests()} dir="auto">
                    {household}
                  </a>
                </b>
              </p>
              <p className="small quiet" dir="auto">
                {t('forAnimals', { service: serviceName, animals: listOf(animals) })}
              </p>
              {words !== '' && (
                <p className="small message" dir="auto">
                  {words}
                </p>
              )}
              {lost && <p className="small">{lostWords(choices)}</p>}
              {(lost ? [] : choices).map(({ value, label }) => (
                <ActionButton
                  key={value}
                  action={action}
                  fields={{ id, version: String(version), offer: value }}
                >
                  {t('approve', { when: label })}
                </ActionButton>
              ))}
            </li>
          ))}
      </ul>
    </Section>
  )
}
