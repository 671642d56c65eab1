import { Lock } from '@/components/ui/icons'
import { Section } from '@/components/ui/section'
import type { DoorCard } from '@/lib/domain/door/page'
import type { FormAction } from '@/lib/domain/result/form-state'
import { text } from '@/lib/format/text'
import { RevealCode } from './reveal-code'

type Props = { card: DoorCard; action: FormAction }

/** Whether a code is kept, and the tap that shows it; why it stays closed where it does. */
export function DoorCode({ card, action }: Props) {
  const t = text('door')
  if (!card.hasCode || card.codeRefusal === 'door.refused.remote') return null
  const words = {
    show: t('code.show'),
    is: t('code.is'),
    none: t('code.none'),
    unreadable: t('code.unreadable'),
    once: t('code.once'),
  }
  return (
    <Section title={t('code.title')}>
      <p className="small quiet flex gap-2 pt-3">
        <Lock />
        <span>{card.codeRefusal ? t(card.codeRefusal.replace('door.', '')) : t('code.kept')}</span>
      </p>
      {card.codeRefusal === null && <RevealCode action={action} visitId={card.id} words={words} />}
    </Section>
  )
}
