import { LogForm } from '@/components/log/log-form'
import { DoNow } from '@/components/log/alarm'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import type { FormAction } from '@/lib/domain/result/form-state'
import { atOnceKeys } from '@/lib/domain/session/at-once'
import type { Shared } from '@/lib/domain/share/shared'
import { text } from '@/lib/format/text'

type Props = {
  shared: Shared
  zone: string
  token: string
  sessionId: string
  action: FormAction
  /** After a log: `yes`, or what is to be done before anything else. */
  logged: string | undefined
}

/** Where a partner writes down how it went, and what is said once that is done. */
export function SharedLog({
  shared: { animal, practiceName, log },
  zone,
  token,
  sessionId,
  action,
  logged,
}: Props) {
  const t = text('share')
  const now = atOnceKeys.find((key) => key === logged)
  return (
    <>
      {now && <DoNow what={now} name={animal.name} />}
      {logged !== undefined && (
        <Notice tone="saved" title={t('logged.title')}>
          {t('logged.seen', { practice: practiceName })}
        </Notice>
      )}
      {log && (
        <Disclosure summary={t(logged === undefined ? 'logged.open' : 'logged.again', { name: animal.name })}>
          <LogForm {...log} action={action} sessionId={sessionId} zone={zone} byLink={token} />
        </Disclosure>
      )}
    </>
  )
}
