import { ActionButton } from '@/components/form/action-button'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/section'
import type { FormAction } from '@/lib/domain/result/form-state'
import type { WaitingHousehold } from '@/lib/domain/waiting/pages'
import { dayAndTime, dayShort } from '@/lib/format/dates'
import { listOf } from '@/lib/format/list'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { couldWords } from './could-words'

/** Everybody who waits, the longest first. */
export function WaitingView({ list, takeOff }: { list: readonly WaitingHousehold[]; takeOff: FormAction }) {
  const t = text('waiting')
  return (
    <>
      <PageHead title={t('title')} lead={t('lead', { count: list.length })} />
      {list.length === 0 ? (
        <EmptyState
          title={t('empty')}
          action={<ButtonLink href={paths.clients()}>{t('clients')}</ButtonLink>}
        >
          {t('emptyLead')}
        </EmptyState>
      ) : (
        <p className="quiet">{t('hint')}</p>
      )}
      <ul className="rows">
        {list.map((one) => (
          <li key={one.id} className="flex flex-wrap items-start justify-between gap-3">
            <div>
              <p>
                <b>
                  <a className="reach" href={paths.client(one.clientId)} dir="auto">
                    {one.household}
                  </a>
                </b>
              </p>
              <p className="small" dir="auto">
                {t('forAnimals', { service: one.serviceName, animals: listOf(one.animals) })} ·{' '}
                {couldWords(one)}
              </p>
              {one.words !== '' && (
                <p className="small" dir="auto">
                  {one.words}
                </p>
              )}
              <p className="tiny">
                {t('since', { when: dayShort(one.since, one.zone) })}{' '}
                {one.offeredUntil && t('offeredUntil', { when: dayAndTime(one.offeredUntil, one.zone) })}
              </p>
            </div>
            {!one.offeredUntil && (
              <ActionButton action={takeOff} fields={{ id: one.id }} look="plain">
                {t('takeOff')}
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
