import { JourneyPath } from '@/components/plan/journey-path'
import { wayOf } from '@/components/progress/way'
import { ButtonLink } from '@/components/ui/button'
import { ListTree, Share2 } from '@/components/ui/icons'
import { Section } from '@/components/ui/section'
import type { AnimalAtHome } from '@/lib/domain/home/pages'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import { Temporal } from 'temporal-polyfill'
import { monthDay } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

type Props = { animal: AnimalAtHome; standing: AnimalStanding; zone: string }

/** The way to the doorstep; in the indoor programme, what there is to do instead. */
export function Way({ animal: { id, name, coat, wins }, standing, zone }: Props) {
  const t = text('home')
  const way = wayOf(standing, coat, wins)
  const began = standing.entries[0]?.enteredOn
  const since = began && t('way.since', { date: monthDay(Temporal.PlainDate.from(began), zone) })
  return (
    <Section title={t(way ? 'way.title' : 'way.indoorTitle', { name })} aside={since}>
      {way ? <JourneyPath {...way} /> : <Indoors items={standing.protocol.alternative.items} />}
      <p className="acts">
        <ButtonLink look="plain" href={paths.homePlan(id)} icon={ListTree}>
          {t('way.plan')}
        </ButtonLink>
        <ButtonLink look="plain" href={paths.homeShare(id)} icon={Share2}>
          {t('way.share', { name })}
        </ButtonLink>
      </p>
    </Section>
  )
}

export const Indoors = ({ items }: { items: readonly string[] }) => (
  <ul className="rows small">
    {items.map((item) => (
      <li key={item}>{item.charAt(0).toUpperCase() + item.slice(1)}</li>
    ))}
  </ul>
)
