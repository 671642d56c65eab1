import { ButtonLink } from '@/components/ui/button'
import { ChartLine, PenLine, Pencil, Printer, Share2, Timer } from '@/components/ui/icons'
import { StaySign } from '@/components/ui/signs'
import type { AnimalOverview } from '@/lib/domain/standing/overview'
import { monthInYear } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

/** What can be done with an animal: one thing first, the rest beside it. */
export function AnimalActs({ animal, trains }: { animal: AnimalOverview; trains: boolean }) {
  const t = text('plan')
  const { id, standing, sessions, lastNoteVisitId, archived } = animal
  const month = sessions[0]?.day.toPlainYearMonth()
  return (
    <>
      {trains && standing && !archived && (
        <>
          <ButtonLink look="go" href={paths.recordSession(id)} icon={Timer}>
            {t('record')}
          </ButtonLink>
          <ButtonLink href={paths.decidePlan(id)} icon={StaySign}>
            {t('decide')}
          </ButtonLink>
        </>
      )}
      {animal.plan && (
        <ButtonLink href={paths.animalOverTime(id)} icon={ChartLine}>
          {text('progress')('title')}
        </ButtonLink>
      )}
      {lastNoteVisitId && (
        <ButtonLink href={paths.summary(lastNoteVisitId)} icon={PenLine}>
          {t('lastNote')}
        </ButtonLink>
      )}
      {trains && standing && (
        <ButtonLink href={paths.animalShare(id)} icon={Share2}>
          {t('share')}
        </ButtonLink>
      )}
      {!archived && (
        <>
          <ButtonLink href={paths.fridgeSheet(id)} icon={Printer}>
            {text('paper')('open.fridge')}
          </ButtonLink>
          {month && (
            <ButtonLink href={paths.monthSheet(month.toString(), id)}>
              {text('journal')('month.print', { month: monthInYear(month) })}
            </ButtonLink>
          )}
          <ButtonLink href={paths.searchSheet(id)}>{text('paper')('open.lost')}</ButtonLink>
          {trains && <ButtonLink href={paths.newVetLetter(id)}>{text('paper')('open.vet')}</ButtonLink>}
        </>
      )}
      <ButtonLink href={paths.editAnimal(id)} icon={Pencil}>
        {t('edit')}
      </ButtonLink>
    </>
  )
}
