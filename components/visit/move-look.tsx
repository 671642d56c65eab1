import { DescriptionList } from '@/components/ui/description-list'
import { Notice } from '@/components/ui/notice'
import type { MovePreview, VisitPage } from '@/lib/domain/visit/pages'
import { dayLong, minutes, timeRange } from '@/lib/format/dates'
import { text } from '@/lib/format/text'

type Props = { visit: VisitPage; preview: MovePreview }

/** What the move would do: to the day, to the driving, and who hears of it when. */
export function MoveLook({ visit, preview }: Props) {
  const t = text('visit')
  const { before, after } = preview.driving
  const when = (from: typeof visit.from, until: typeof visit.until) =>
    `${dayLong(from, visit.zone)}, ${timeRange(from, until, visit.zone)}`
  return (
    <>
      <DescriptionList
        rows={[
          [t('look.before'), <s key="s">{when(visit.from, visit.until)}</s>],
          [t('look.after'), <b key="b">{when(preview.from, preview.until)}</b>],
          [t('look.way'), <bdi key="w">{preview.why}</bdi>],
          [
            t('look.driving'),
            visit.place === 'remote'
              ? ''
              : t('look.change', {
                  how: after > before ? 'more' : after < before ? 'less' : 'same',
                  by: minutes(Math.abs(after - before)),
                  before: minutes(before),
                  after: minutes(after),
                }),
          ],
          [
            t('look.told'),
            <bdi key="t">{visit.told === null ? t('look.nobody') : t('look.who', { name: visit.told })}</bdi>,
          ],
        ]}
      />
      <div className="my-5">
        {preview.against.length === 0 ? (
          <Notice tone="saved" title={t('look.fits')} />
        ) : (
          <Notice tone="care" title={t(`look.${preview.verdict}`, { owner: String(preview.layOver) })}>
            <ul>
              {preview.against.map((sentence) => (
                <li key={sentence} dir="auto">
                  {sentence}
                </li>
              ))}
            </ul>
          </Notice>
        )}
      </div>
    </>
  )
}
