import { Portrait } from '@/components/animal/portrait'
import { Reason, whyOf } from '@/components/caseload/reason'
import { Section } from '@/components/ui/section'
import { coatFrom } from '@/lib/domain/animal/coats'
import type { Case } from '@/lib/domain/caseload/case'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

/** How many stand beside a day; the caseload has them all. Ours. */
const most = 8

type Props = { needs: readonly Case[]; zone: string; who: string }

/** Animals that need a person, each with its reason, the most pressing first, as the caseload says it. */
export function NeedsYou({ needs, zone, who }: Props) {
  const t = text('today')
  return (
    <Section title={t('needs.title')} aside={t('needs.count', { count: needs.length })}>
      {needs.length === 0 && <p className="small quiet pt-3">{t('needs.none')}</p>}
      <ul className="needs">
        {needs.slice(0, most).map((need) => (
          <li key={need.id}>
            <Portrait
              species={need.species}
              coat={coatFrom(need.coat)}
              name={need.name}
              size={40}
              decorative
            />
            <div>
              <p className="top">
                <b>
                  <a className="reach" href={paths.animal(need.id)} dir="auto">
                    {need.name}
                  </a>
                </b>
                {need.reasons.slice(0, 1).map((attention) => (
                  <Reason key={attention.reason} attention={attention} standing={need.standing} zone={zone} />
                ))}
              </p>
              <p>{whyOf(need)}</p>
            </div>
          </li>
        ))}
      </ul>
      {needs.length > most && (
        <p className="small pt-3">
          <a className="reach" href={paths.animals({ who })}>
            {t('needs.more', { count: needs.length - most })}
          </a>
        </p>
      )}
    </Section>
  )
}
