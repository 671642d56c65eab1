import { Portrait } from '@/components/animal/portrait'
import { Section } from '@/components/ui/section'
import { State } from '@/components/ui/state'
import { coatFrom } from '@/lib/domain/animal/coats'
import type { NeedsYou as Need } from '@/lib/domain/visit/pages'
import { relativeDay } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

const states = { vet: 'vet_flag', red: 'red_flag', ready: 'advance', silent: 'quiet' } as const

/** Animals that need a person, each with its reason, the most pressing first. */
export function NeedsYou({ needs, zone }: { needs: readonly Need[]; zone: string }) {
  const t = text('today')
  return (
    <Section title={t('needs.title')} aside={t('needs.count', { count: needs.length })}>
      {needs.length === 0 ? (
        <p className="small quiet pt-3">{t('needs.none')}</p>
      ) : (
        <ul className="needs">
          {needs.map((need) => (
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
                  <State is={states[need.attention.reason]}>
                    {need.attention.reason === 'silent'
                      ? t('needs.silentFor', { days: need.attention.days ?? 0 })
                      : undefined}
                  </State>
                </p>
                <p>{why(need)}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )

  function why({ attention, standing, household }: Need): string {
    if (attention.reason === 'vet') {
      const what = standing.openVet.map(({ sign }) => text('observation')(`health.${sign}`)).join(', ')
      return t('needs.vet', { what, household })
    }
    if (attention.reason === 'silent') return t('needs.silent', { household })
    const sentence = text('readiness')(`sentence.${standing.sentence.key}`, standing.sentence.params)
    if (attention.reason === 'ready') return sentence
    const day = standing.redFlagOn ? relativeDay(standing.redFlagOn, standing.today, zone) : ''
    return t('needs.red', { day, sentence })
  }
}
