import { Section } from '@/components/ui/section'
import type { FreeAhead } from '@/lib/domain/waiting/pages'
import { dayAndTime } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

/** Times that visits left and somebody waits for, each a way to offer it; nothing where there are none. */
export function FreeTimes({ free }: { free: readonly FreeAhead[] }) {
  const t = text('waiting')
  if (free.length === 0) return null
  return (
    <Section title={t('ahead.title')} aside={<a href={paths.waiting()}>{t('title')}</a>} className="no-print">
      <ul className="requests">
        {free.map(({ visitId, from, zone, consultantName: consultant, waits }) => (
          <li key={visitId}>
            <p>
              <b>
                <a className="reach" href={paths.visit(visitId)} dir="auto">
                  {t('ahead.when', { when: dayAndTime(from, zone), consultant })}
                </a>
              </b>
            </p>
            <p className="small quiet">{t('ahead.waits', { count: waits })}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
