import { CircleDashed } from '@/components/ui/icons'
import { Section } from '@/components/ui/section'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import { text } from '@/lib/format/text'

/** What a household can see to ahead of the day; the rest is looked at on the day itself. */
const errandKeys = ['harness_fit', 'microchip', 'vaccines', 'no_vet_flag', 'escape_plan', 'site_check']

export const errandsOf = ({ input }: AnimalStanding): string[] =>
  input.stage.gate || input.nextStage?.gate
    ? input.gate.missing.filter((key) => errandKeys.includes(key))
    : []

/** Small errands while the animal stands before the door. */
export function Errands({ name, standing }: { name: string; standing: AnimalStanding }) {
  const t = text('home')
  const errands = errandsOf(standing)
  if (errands.length === 0) return null
  return (
    <Section title={t('errands.title', { name })} aside={t('errands.count', { n: errands.length })}>
      <ul>
        {errands.map((key) => (
          <li key={key} className="errand">
            <CircleDashed />
            <span>{t(`errands.${key}`)}</span>
          </li>
        ))}
      </ul>
      <p className="after">{t('errands.note', { name })}</p>
    </Section>
  )
}
