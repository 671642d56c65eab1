import type { NoteForWriting } from '@/lib/domain/note/pages'
import { minutes, time } from '@/lib/format/dates'
import { listOf } from '@/lib/format/list'
import { text } from '@/lib/format/text'

/** When somebody came and went, and how long they drove, as it was tapped at the visit. */
export function VisitTaps({ note: { setOutAt, arrivedAt, leftAt, zone } }: { note: NoteForWriting }) {
  const t = text('note')
  if (!arrivedAt) return <p className="small quiet">{t('taps.none')}</p>
  const drove = setOutAt ? Math.round(setOutAt.until(arrivedAt).total('minutes')) : null
  return (
    <p className="small">
      {listOf([
        t('taps.arrived', { time: time(arrivedAt, zone) }),
        leftAt ? t('taps.left', { time: time(leftAt, zone) }) : t('taps.still'),
        ...(drove === null ? [] : [t('taps.travel', { minutes: minutes(drove) })]),
      ])}
    </p>
  )
}
