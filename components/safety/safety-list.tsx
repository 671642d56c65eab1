import { ActionButton } from '@/components/form/action-button'
import { Form } from '@/components/form/form'
import { HiddenField, TextField } from '@/components/form/inputs'
import { Submit } from '@/components/form/submit'
import { ButtonLink } from '@/components/ui/button'
import { Check, CircleDashed, Hourglass, Info } from '@/components/ui/icons'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/domain/result/form-state'
import { vetoes, type SafetyLine } from '@/lib/domain/safety/safety-list'
import type { Safety, SafetyRow } from '@/lib/domain/standing/overview'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { holdsFor, knownBy, seenBy } from './line-words'
import { PhotoShown } from './photo-shown'

type Props = { safety: Safety; animalId: string; tick: FormAction | null }

/** The list at the door: what is missing on top with its one tap, then what runs out, then what holds. */
export function SafetyList({ safety, animalId, tick }: Props) {
  const t = text('safety')
  const { lines, records } = safety
  const missing = lines.filter(vetoes)
  const soon = lines.filter(({ endsInDays }) => endsInDays !== null)
  const rest = lines.filter((line) => !missing.includes(line) && !soon.includes(line))
  const advice = rest.filter(({ force, state }) => force !== 'blocks' && state !== 'ok')
  const holding = rest.filter((line) => !advice.includes(line))
  const part = (title: string, some: readonly SafetyLine[]) =>
    some.length > 0 && (
      <Section title={title}>
        <ul className="safety-list">
          {some.map((line) => (
            <Line
              key={line.key}
              line={line}
              record={records.find(({ id }) => id === line.recordId) ?? null}
              animalId={animalId}
              tick={tick}
            />
          ))}
        </ul>
      </Section>
    )
  return (
    <>
      <p className="vh" role="status">
        {missing.length > 0 && t('missingTitle', { n: missing.length })}
      </p>
      {part(t('missingTitle', { n: missing.length }), missing)}
      {part(t('soonTitle'), soon)}
      {part(t('holdTitle'), holding)}
      {part(t('adviceTitle'), advice)}
    </>
  )
}

type LineProps = { line: SafetyLine; record: SafetyRow | null; animalId: string; tick: FormAction | null }

function Line({ line, record, animalId, tick }: LineProps) {
  const t = text('safety')
  const { key, state, force, endsInDays } = line
  const open = vetoes(line)
  const Sign = open ? CircleDashed : endsInDays !== null ? Hourglass : state === 'ok' ? Check : Info
  const tone = open || endsInDays !== null || state === 'take_care' || state === 'too_hot_or_cold'
  const label = t(`item.${line.label}`)
  return (
    <li className={tone ? 'is-open' : state === 'ok' ? 'is-ok' : undefined}>
      <Sign />
      <div>
        <b>
          {key === 'no_vet_flag' ? (
            label
          ) : (
            <a href={paths.safetyItem(animalId, key)} className="quiet-link">
              {label}
            </a>
          )}
        </b>
        <small>{holdsFor(line)}</small>
        {record && (
          <small dir="auto">
            {seenBy(record)}, {knownBy(record)}
          </small>
        )}
        {record?.photoId && <PhotoShown id={record.photoId} what={t(`short.${line.label}`)} />}
      </div>
      {tick && (open || endsInDays !== null || (force !== 'blocks' && state !== 'ok')) && (
        <Doing line={line} animalId={animalId} tick={tick} />
      )}
    </li>
  )
}

/** What one does about an open line: a tap for what is looked at on the day, else the way to its page. */
function Doing({ line, animalId, tick }: { line: SafetyLine; animalId: string; tick: FormAction }) {
  const t = text('safety')
  const { key } = line
  if (key === 'gear_check' || key === 'carrier') {
    return (
      <ActionButton action={tick} fields={{ animalId, item: key }} look="go">
        {t('tap')}
        <span className="vh">: {t(`short.${line.label}`)}</span>
      </ActionButton>
    )
  }
  if (key === 'temperature') {
    return (
      <Form action={tick} schema="safetyItem" label={t('item.temperature')} className="safety-degrees">
        <HiddenField name="animalId" value={animalId} />
        <HiddenField name="item" value={key} />
        <TextField name="evidence" label={t('do.degrees')} inputMode="text" autoComplete="off" />
        <Submit look="quiet">{t('do.write')}</Submit>
      </Form>
    )
  }
  const href =
    key === 'no_vet_flag'
      ? '#vet'
      : key === 'harness_fit'
        ? paths.animalFit(animalId)
        : paths.safetyItem(animalId, key)
  const words =
    key === 'no_vet_flag' || key === 'harness_fit' || key === 'escape_plan'
      ? key
      : line.state === 'missing' || line.state === 'not_recorded'
        ? 'write'
        : 'again'
  return (
    <ButtonLink href={href}>
      {t(`do.${words}`)}
      <span className="vh">: {t(`short.${line.label}`)}</span>
    </ButtonLink>
  )
}
