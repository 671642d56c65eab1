import { Section } from '@/components/ui/section'
import type { Offer } from '@/lib/domain/result/result'
import { text } from '@/lib/format/text'

type Props = {
  offers: readonly Offer[]
  href: (day: string, time: string, who: string | undefined) => string
  /** By driving, not by time: anybody could go. */
  least?: boolean
}

/** The next times that fit, each with its reason; a tap fills the form. */
export function FreeTimes({ offers, href, least = false }: Props) {
  const t = text('visit')
  return (
    <Section title={t('free.title')} aside={t(least ? 'free.least' : 'free.aside')}>
      {offers.length === 0 && <p className="small quiet pt-3">{t('free.none')}</p>}
      <ol className="free-times">
        {offers.map(({ value, label, detail }, index) => (
          <li key={value}>
            <span className="n">{index + 1}</span>
            <div>
              <a
                className="reach"
                href={href(value.slice(0, 10), value.slice(11, 16), value.slice(17) || undefined)}
              >
                {label}
              </a>
              <p dir="auto">{detail}</p>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}
