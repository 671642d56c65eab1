import { FlagSign, VetSign } from '@/components/ui/signs'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import { relativeDay } from '@/lib/format/dates'
import { text } from '@/lib/format/text'

/** What to mind before anything else: an open vet question, a red flag of the last two weeks. */
export function AnimalFlags({ standing, zone }: { standing: AnimalStanding; zone: string }) {
  const t = text('today')
  const { openVet, redFlagOn, today } = standing
  return (
    <>
      {openVet.length > 0 && (
        <p className="mind">
          <VetSign className="tone-brick" />
          <span>
            {t('mind.vet', {
              what: openVet.map(({ sign }) => text('observation')(`health.${sign}`)).join(', '),
            })}
          </span>
        </p>
      )}
      {redFlagOn && today.since(redFlagOn, { largestUnit: 'days' }).days <= 14 && (
        <p className="mind">
          <FlagSign className="tone-brick" />
          <span>{t('mind.red', { day: relativeDay(redFlagOn, today, zone) })}</span>
        </p>
      )}
    </>
  )
}
