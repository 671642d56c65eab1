import type { Units } from '@/lib/domain/animal/measures'
import type { SummaryAnimal } from '@/lib/domain/note/summary'
import { changeWords } from '@/lib/format/change-words'
import { text } from '@/lib/format/text'

/** What changed since the visit before; nothing where nothing is known of one. */
export function SummaryChanged({ animal: { changes }, units }: { animal: SummaryAnimal; units: Units }) {
  if (!changes?.length) return null
  return (
    <section>
      <h2>{text('note')('changed.title')}</h2>
      <ul>
        {changes.map((change) => (
          <li key={change.of} dir="auto">
            {changeWords(change, units)}
          </li>
        ))}
      </ul>
    </section>
  )
}
