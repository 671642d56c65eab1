import { Section } from '@/components/ui/section'
import type { AnimalOverview } from '@/lib/domain/standing/overview'
import { monthDay } from '@/lib/format/dates'
import { text } from '@/lib/format/text'

/** What the household is asked to do until the next visit. */
export function HomeworkNow({ homework, zone }: { homework: AnimalOverview['homework']; zone: string }) {
  const t = text('plan')
  return (
    <Section
      title={t('homework')}
      aside={homework && t('homeworkSince', { date: monthDay(homework.createdAt, zone) })}
    >
      {homework ? (
        <ol className="homework">
          {homework.items.map((item, index) => (
            <li key={index} dir="auto">
              <b>{item.exercise}</b>
              {item.sentences.join(' ')} {item.dose && <span className="quiet">{item.dose}</span>}
              {item.good && (
                <p>
                  <span className="quiet">{t('good')}</span> {item.good}
                </p>
              )}
              {item.stop && (
                <p>
                  <span className="quiet">{t('stop')}</span> {item.stop}
                </p>
              )}
            </li>
          ))}
        </ol>
      ) : (
        <p className="small quiet pt-3">{t('noHomework')}</p>
      )}
    </Section>
  )
}
