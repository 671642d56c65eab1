import { DoNow } from '@/components/log/alarm'
import { ButtonLink } from '@/components/ui/button'
import { Phone } from '@/components/ui/icons'
import { Notice } from '@/components/ui/notice'
import type { Thread } from '@/lib/domain/thread/pages'
import type { UrgentKind } from '@/lib/domain/thread/urgent'
import { listOf } from '@/lib/format/list'
import { text } from '@/lib/format/text'

type Props = { kind: UrgentKind; thread: Pick<Thread, 'animals' | 'practice'> }

/** What to do at once, without waiting for anybody. Never a diagnosis. */
export function UrgentAnswer({ kind, thread: { animals } }: Props) {
  const t = text('thread')
  const name = animals.length > 0 ? listOf(animals) : t('now.animal')
  return kind === 'stuck' ? (
    <Notice tone="care" title={t('now.stuck.title')}>
      {t('now.stuck.body', { name })}
    </Notice>
  ) : (
    <DoNow what={kind} name={name} />
  )
}

/** The practice on the phone, where it has one. */
export function CallPractice({ practice: { name, phone } }: Pick<Thread, 'practice'>) {
  if (!phone) return null
  return (
    <ButtonLink icon={Phone} href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
      {text('thread')('now.call', { practice: name })}
    </ButtonLink>
  )
}
