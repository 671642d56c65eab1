import type { Species } from '@/lib/domain/observation/vocabulary'
import { text } from '@/lib/format/text'

type Props = { species: Species; practice: { name: string; phone: string }; vet: string }

const steps = ['1', '2', '3', '4', '5', '6'] as const

/** The plan in large type, to be read out step by step. */
export function EscapePlan({ species, practice, vet }: Props) {
  const t = text('safety')
  const who = [practice.phone && t('escape.practice', practice), vet && t('escape.vet', { who: vet })]
  const known = who.filter(Boolean).join('; ')
  return (
    <div>
      <p className="small pt-3">{t('escape.lead')}</p>
      <ol className="escape-plan">
        {steps.map((step) => (
          <li key={step}>{t(`escape.${species}.${step}`)}</li>
        ))}
        <li dir="auto">{t('escape.call', { who: known || t('escape.nobody') })}</li>
      </ol>
    </div>
  )
}
