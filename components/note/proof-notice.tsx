import { Notice } from '@/components/ui/notice'
import type { SignedNote } from '@/lib/domain/note/pages'
import { dayAndTime } from '@/lib/format/dates'
import { text } from '@/lib/format/text'

/** What the check of the seals just found, and the seal itself. */
export function ProofNotice({ note, amendments, proof }: SignedNote) {
  const t = text('note')
  const { broken, unsealed } = proof
  const found =
    broken === null
      ? t('reading.whole', { count: amendments.length - unsealed })
      : broken === 'note'
        ? t('reading.brokenNote')
        : t('reading.brokenAddition', { nth: broken.nth })
  const signature = {
    name: note.signedBy,
    at: dayAndTime(note.signedAt, note.signedZone),
    zone: note.signedZone,
  }
  return (
    <Notice tone={broken === null ? 'saved' : 'flag'} title={t('reading.signed', signature)}>
      <p>{found}</p>
      {unsealed > 0 && <p>{t('reading.unsealed', { count: unsealed })}</p>}
      <p className="seal">
        <span className="small quiet">{t('reading.seal')}</span> <code>{note.contentHash}</code>
      </p>
    </Notice>
  )
}
