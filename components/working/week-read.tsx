import { DescriptionList } from '@/components/ui/description-list'
import { weekdays, type DayHours, type WeeklyHours } from '@/lib/domain/scheduling/working-time'
import { hoursInWords } from './hours-in-words'
import { text } from '@/lib/format/text'

/** Somebody else's week, to be read. */
export function WeekRead({ weekly }: { weekly: WeeklyHours }) {
  const t = text('working')
  const said = (hours: DayHours | undefined) => (hours ? hoursInWords(hours) : t('week.off'))
  return (
    <DescriptionList
      rows={weekdays.map((weekday) => [t(`week.day.${weekday}`), said(weekly[weekday])] as const)}
    />
  )
}
