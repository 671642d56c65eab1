import { Button, ButtonLink } from '@/components/ui/button'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

type Props = { visitId: string; zone: string; day: string; time: string; refused: string | undefined }

/** When to? A plain form that asks the address bar, so that a move is looked at before it is made. */
export function AskMove({ visitId, zone, day, time, refused }: Props) {
  const t = text('visit')
  const error = refused === undefined ? undefined : 'move-refused'
  return (
    <form action={paths.moveVisit(visitId)} aria-label={t('move.title')} className="form">
      <div className="field-pair">
        <div className="field">
          <label className="field-label" htmlFor="move-day">
            {t('book.day')}
          </label>
          <input id="move-day" className="input" type="date" name="day" defaultValue={day} required />
        </div>
        <div className="field">
          <label className="field-label" htmlFor="move-time">
            {t('book.time')}
          </label>
          <input
            id="move-time"
            className="input"
            type="time"
            step={300}
            name="time"
            defaultValue={time}
            required
            aria-invalid={error ? true : undefined}
            aria-describedby={error ?? 'move-zone'}
          />
          <p id="move-zone" className="field-hint">
            {t('book.zone', { zone })}
          </p>
          {error && (
            <p id={error} role="alert" className="field-error">
              {refused}
            </p>
          )}
        </div>
      </div>
      <div className="form-acts">
        <Button type="submit" look="go">
          {t('move.look')}
        </Button>
        <ButtonLink look="plain" href={paths.visit(visitId)}>
          {t('move.keep')}
        </ButtonLink>
      </div>
    </form>
  )
}
