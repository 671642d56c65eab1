import { text } from '@/lib/format/text'
import type { SummaryAnimal } from '@/lib/domain/note/summary'

/** Until the next visit: the exercises with their sentences, and how much. */
export function SummaryHomework({ animal }: { animal: SummaryAnimal }) {
  const t = text('summary')
  return (
    <section>
      <h2>{t('homework')}</h2>
      {animal.homework.length === 0 && <p>{t('noHomework')}</p>}
      {animal.homework.map((item, index) => (
        <div key={index} className="paper-exercise">
          {animal.homework.length > 1 && <h3>{item.exercise}</h3>}
          <ol className="paper-list">
            {[...item.sentences, ...(item.dose ? [`${t('dose')}: ${item.dose}`] : [])].map((sentence) => (
              <li key={sentence} dir="auto">
                {sentence}
              </li>
            ))}
          </ol>
          {item.good && (
            <p>
              <b>{t('good')}:</b> <bdi>{item.good}</bdi>
            </p>
          )}
        </div>
      ))}
    </section>
  )
}
