import { ButtonLink } from '@/components/ui/button'
import { Mail, Phone } from '@/components/ui/icons'
import type { PracticeContact } from '@/lib/domain/request/pages'
import { text } from '@/lib/format/text'

/** How to reach the practice, where it says how. */
export function CallPractice({ practice: { name, phone, email } }: { practice: PracticeContact }) {
  const t = text('request')
  return (
    <p className="acts">
      {phone && (
        <ButtonLink href={`tel:${phone.replace(/[^+\d]/g, '')}`} icon={Phone}>
          {t('own.callButton', { phone })}
        </ButtonLink>
      )}
      {email && (
        <ButtonLink href={`mailto:${email}`} icon={Mail}>
          {t('own.write', { practice: name })}
        </ButtonLink>
      )}
    </p>
  )
}
