import { Form } from '@/components/form/form'
import { HiddenField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { ButtonLink } from '@/components/ui/button'
import type { FormAction } from '@/lib/domain/result/form-state'
import type { MovePreview, VisitPage } from '@/lib/domain/visit/pages'
import { time } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { Anyway } from './anyway'
import { anywayWords } from './anyway-words'
import { MoveLook } from './move-look'
import { Offers } from './offers'

type Props = { visit: VisitPage; preview: MovePreview; action: FormAction }

/** Another time for the same visit: what it would do, and the one press that does it. */
export function MoveForm({ visit, preview, action }: Props) {
  const t = text('visit')
  const asksWhy = preview.verdict === 'sayWhy' || (preview.verdict === 'taken' && preview.layOver)
  return (
    <Form
      action={action}
      schema="moveVisit"
      label={t('move.title')}
      // A field that starts with something is shown at once, not only after a refusal.
      defaults={{
        ...(asksWhy ? { anyway: '' } : {}),
        ...(asksWhy && preview.verdict === 'taken' ? { overlap: '' } : {}),
      }}
      className="form"
    >
      <MoveLook visit={visit} preview={preview} />
      <Offers label={t('free.title')} />
      <Anyway words={anywayWords()} />
      <HiddenField name="id" value={visit.id} />
      <HiddenField name="version" value={String(visit.version)} />
      <HiddenField name="day" value={preview.from.toZonedDateTimeISO(visit.zone).toPlainDate().toString()} />
      <HiddenField name="time" value={time(preview.from, visit.zone)} />
      <div className="form-acts">
        {(preview.verdict === 'fits' || asksWhy) && <Submit>{t('move.submit')}</Submit>}
        <ButtonLink href={paths.moveVisit(visit.id)}>{t('move.other')}</ButtonLink>
        <ButtonLink look="plain" href={paths.visit(visit.id)}>
          {t('move.keep')}
        </ButtonLink>
      </div>
    </Form>
  )
}
