import { PhotoMedia } from '@/components/photo/photo-media'
import { ButtonLink } from '@/components/ui/button'
import type { Icon } from '@/components/ui/icon'
import {
  Clock,
  DoorOpen,
  Ear,
  Footprints,
  Heart,
  House,
  PenLine,
  Printer,
  Sprout,
} from '@/components/ui/icons'
import { Section } from '@/components/ui/section'
import type { FirstTimeKey } from '@/lib/domain/journal/first-times'
import type { JournalDay, JournalMonth } from '@/lib/domain/journal/months'
import { monthInYear, weekdayShort } from '@/lib/format/dates'
import { firstTimeWords, peopleWords, stepWords } from '@/lib/format/journal'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { FiguresList } from './figures-list'

const seals: Record<FirstTimeKey, Icon> = {
  session: PenLine,
  came: Heart,
  harness_5: Clock,
  leash: Footprints,
  calm_10: Clock,
  door: DoorOpen,
  door_10: DoorOpen,
  outside: Sprout,
  calm_walk: Footprints,
  led_home: House,
  met: Ear,
  hours: Clock,
}

type Props = { month: JournalMonth; animal: { id: string; name: string } }

/** A month of the way: what it came to, then the days worth remembering. A hard one is told as part of it. */
export function MonthPart({ month: { month, figures, hardDays, days }, animal }: Props) {
  const t = text('journal')
  const title = monthInYear(month)
  return (
    <Section title={title}>
      {figures.sessions > 0 && <FiguresList figures={figures} small />}
      {figures.people.length > 1 && (
        <p className="after">{t('month.people', { people: peopleWords(figures.people) })}</p>
      )}
      {hardDays > 0 && <p className="after">{t('month.hard', { n: hardDays })}</p>}
      <ol className="timeline">
        {days.map((day) => (
          <Day key={day.day.toString()} day={day} name={animal.name} />
        ))}
      </ol>
      <p className="acts">
        <ButtonLink look="plain" href={paths.monthSheet(month.toString(), animal.id)} icon={Printer}>
          {t('month.print', { month: title })}
        </ButtonLink>
      </p>
    </Section>
  )
}

function Day({ day: { day, firsts, steps, photos, rest }, name }: { day: JournalDay; name: string }) {
  return (
    <li>
      <p className="timeline-day">
        {weekdayShort(day, 'UTC')} <b>{day.day}</b>
      </p>
      <div>
        {firsts.map((first) => {
          const Seal = seals[first.key]
          return (
            <p key={`${first.key} ${first.what} ${first.count}`} className="timeline-first">
              <span className="seal">
                <Seal />
              </span>
              {firstTimeWords(first)}
            </p>
          )
        })}
        {steps.map((step, index) => (
          <p key={index}>{stepWords(step, name)}</p>
        ))}
        {rest > 0 && <p className="quiet">{text('journal')('rest', { n: rest })}</p>}
        {photos.length > 0 && (
          <ul className="photo-wall">
            {photos.map((photo) => (
              <li key={photo.id}>
                <PhotoMedia photo={photo} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}
