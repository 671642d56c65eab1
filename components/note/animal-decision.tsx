import type { ReactNode } from 'react'
import { ChipsField, ChoiceField, HiddenField, TextArea, TextField } from '@/components/form/inputs'
import { Section } from '@/components/ui/section'
import { State } from '@/components/ui/state'
import { decisions, type Decision } from '@/lib/domain/plan/words'
import { text } from '@/lib/format/text'

type Props = {
  animal: { animalId: string; name: string }
  index: number
  recommended: Decision
  /** The deciding sentence, whole. */
  sentence: string
  /** The name of the stage a decision leads to. */
  towards: (decision: Decision) => string | null
  /** What refuses a decision today whatever the reason, a key of the readiness catalogue. */
  heldBy: (decision: Decision) => string | null
  ticks: { key: string; label: string }[]
  /** The reasons: the readiness panel. */
  children: ReactNode
}

/** The rules' answer with its reasons, then the person's. */
export function AnimalDecision({
  animal,
  index,
  recommended,
  sentence,
  towards,
  heldBy,
  ticks,
  children,
}: Props) {
  const t = text('note')
  const at = (field: string) => `animals.${index}.${field}`
  const options = decisions.flatMap((value) => {
    const stage = towards(value)
    if (stage === null) return []
    const refusal = heldBy(value)
    const leads = t(`towards.${value}`, { stage })
    const asked = value === 'advance' && ticks.length > 0 ? t('withTicks', { towards: leads }) : leads
    const hint = refusal ? t('notYet', { refusal: text('readiness')(`refusal.${refusal}`) }) : asked
    return [{ value, label: <State is={value}>{t(`decisions.${value}`)}</State>, hint }]
  })
  return (
    <Section title={<bdi>{animal.name}</bdi>} aside={t('assessed')}>
      <HiddenField name={at('animalId')} value={animal.animalId} />
      <div className="form-part">
        <p className="verdict-line">
          <State is={recommended} /> {sentence}
        </p>
        {children}
        <ChoiceField
          name={at('decision')}
          label={t('decision', { name: animal.name })}
          hint={t('recommended', { decision: t(`decisions.${recommended}`) })}
          options={options}
          look="rows"
        />
        {ticks.length > 0 && (
          <ChipsField
            name={at('ticks')}
            label={t('ticks')}
            look="rows"
            options={ticks.map(({ key, label }) => ({ value: key, label }))}
          />
        )}
        <TextArea name={at('reason')} label={t('reason')} hint={t('reasonHint')} rows={2} />
        <TextField name={at('pauseUntil')} label={t('pauseUntil')} type="date" className="field-short" />
      </div>
    </Section>
  )
}
