import { Portrait } from '@/components/animal/portrait'
import { JourneyPrint } from '@/components/plan/journey-print'
import { Letterhead } from '@/components/print/sheet'
import { StopNote } from '@/components/print/stop-note'
import { coatFrom } from '@/lib/domain/animal/coats'
import { timeRangeOfWall, dayLong } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { journeyOf } from './summary-journey'
import { SummaryChanged } from './summary-changed'
import { SummaryFoot } from './summary-foot'
import { SummaryNext } from './summary-next'
import { SummaryHomework } from './summary-homework'
import { SummarySeen } from './summary-seen'
import { saidOf } from './summary-words'
import type { SummaryAnimal, Summary } from '@/lib/domain/note/summary'

type Props = { summary: Summary; animal: SummaryAnimal; address: string }

/** What one animal's household puts on the fridge: the sentence, the homework, when to stop, the way. */
export function SummarySheet({ summary, animal, address }: Props) {
  const t = text('summary')
  const journey = journeyOf(animal)
  const stop = animal.homework.find((item) => item.stop)?.stop
  const when = t('when', {
    day: dayLong(summary.localStart.toPlainDate(), summary.zone, { year: true }),
    range: timeRangeOfWall(summary.localStart, summary.minutes),
    place: t(`place.${summary.place}`),
    consultant: summary.consultant,
  })
  return (
    <article className="summary" aria-label={animal.name}>
      <Letterhead
        practice={summary.practiceName}
        from={t('from', { name: summary.consultant })}
        code={{ value: address, label: t('qr'), note: t('onPhone') }}
      />
      <div className="paper-name">
        <Portrait
          species={animal.species}
          coat={coatFrom(animal.coat)}
          name={animal.name}
          size={84}
          decorative
        />
        <div>
          <h1 dir="auto">{animal.name}</h1>
          <p>{when}</p>
        </div>
      </div>
      <p className="paper-say">{saidOf(animal)}</p>
      {summary.letter && (
        <p className="said paper-words" dir="auto">
          {summary.letter}
        </p>
      )}
      <div className="paper-two">
        <SummaryHomework animal={animal} />
        <div>
          <SummaryChanged animal={animal} units={summary.units} />
          <SummarySeen animal={animal} />
          <SummaryNext summary={summary} />
        </div>
      </div>
      {stop && (
        <StopNote species={animal.species}>
          <b>{t('stop')}</b> {t('stopWhen', { signs: stop })}
        </StopNote>
      )}
      {journey && (
        <section className="summary-way" aria-label={t('way')}>
          <JourneyPrint {...journey} />
        </section>
      )}
      <SummaryFoot summary={summary} animal={animal} />
    </article>
  )
}
