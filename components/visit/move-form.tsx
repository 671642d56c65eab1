import { Form } from '@/components/form/form'
import { HiddenField, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import type { FormAction } from '@/lib/domain/result/form-state'
import type { VisitPage } from '@/lib/domain/visit/pages'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { ButtonLink } from '@/components/ui/button'
import { Anyway } from './anyway'
import { anywayWords } from './anyway-words'
import { Offers } from './offers'

type Props = { visit: VisitPage; day: string; time: string; action: FormAction }

/** Another time for the same visit. */
export function MoveForm({ visit, day, time, action }: Props) {
  const t = text('visit')
  return (
    <Form
      action={action}
      schema="moveVisit"
      label={t('move.title')}
      defaults={{ day, time }}
      className="form"
    >
      <Anyway words={anywayWords()} />
      <Offers label={t('free.title')} />
      <HiddenField name="id" value={visit.id} />
      <HiddenField name="version" value={String(visit.version)} />
      <div className="field-pair">
        <TextField name="day" type="date" label={t('book.day')} required />
        <TextField
          name="time"
          type="time"
          step={300}
          label={t('book.time')}
          hint={t('book.zone', { zone: visit.zone })}
          required
        />
      </div>
      <p className="field-hint">{t('move.hint')}</p>
      <div className="form-acts">
        <Submit>{t('move.submit')}</Submit>
        <ButtonLink look="plain" href={paths.visit(visit.id)}>
          {t('move.keep')}
        </ButtonLink>
      </div>
    </Form>
  )
}
