import { ChoiceField, TextField } from '@/components/form/inputs'
import { choicesOf, optionsOf } from '@/components/session/options'
import { Disclosure } from '@/components/ui/disclosure'
import { faces } from '@/components/ui/faces'
import { daysToChoose } from '@/lib/domain/log/questions'
import { justNow } from '@/lib/domain/log/schema'
import {
  bodyLevels,
  durationBandKeys,
  goodSignsBySpecies,
  signsBySpecies,
  type Species,
} from '@/lib/domain/observation/vocabulary'
import type { Temporal } from 'temporal-polyfill'
import { dayShort } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { SignChips } from './sign-chips'
import { Stopwatch } from './stopwatch'

/** Just now, or one of the last days with a time; the time shows itself once a day is chosen. */
export function WhenQuestion({ today, zone }: { today: Temporal.PlainDate; zone: string }) {
  const t = text('home')
  const names = [t('log.earlier'), t('log.yesterday')]
  const days = daysToChoose(today).map((day, ago) => ({
    value: day.toString(),
    label: names[ago] ?? dayShort(day, zone),
  }))
  return (
    <div className="log-when">
      <ChoiceField
        name="day"
        className="log-short"
        label={t('log.when')}
        options={[{ value: justNow, label: t('log.now') }, ...days]}
      />
      <TextField name="time" type="time" label={t('log.time')} className="log-time field-short" />
    </div>
  )
}

/** `animalId`: whose stopwatch goes on when the page is gone. */
export function DurationQuestion({ animalId }: { animalId?: string }) {
  const t = text('home')
  return (
    <div className="log-duration">
      <ChoiceField
        name="durationBand"
        className="log-short"
        label={t('log.duration')}
        options={choicesOf('duration', durationBandKeys)}
      />
      <Stopwatch
        {...(animalId !== undefined && { animalId })}
        words={{
          start: t('log.start'),
          stop: t('log.stop'),
          timed: t('log.timed', { time: '{time}' }),
          wentOn: t('log.wentOn'),
          tooLong: t('log.tooLong'),
          wasLong: t('log.wasLong'),
          forgot: t('log.forgot'),
        }}
      />
    </div>
  )
}

/** The one answer that must be given. */
export function BodyQuestion({ species }: { species: Species }) {
  const t = text('home')
  const o = text('observation')
  return (
    <div>
      <ChoiceField
        name="stress"
        label={t('log.body')}
        look="faces"
        options={bodyLevels.map(({ level, key }) => {
          const Face = faces[species][level]
          return { value: String(level), label: o(`body.${key}.label`), picture: <Face /> }
        })}
      />
      <Disclosure summary={t('log.faces')}>
        <dl className="facts">
          {bodyLevels.map(({ key }) => (
            <div key={key} className="contents">
              <dt>{o(`body.${key}.label`)}</dt>
              <dd>{o(`body.${key}.say`)}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </div>
  )
}

export function SignsQuestion({ species }: { species: Species }) {
  const t = text('home')
  const stress = Object.entries(signsBySpecies[species]).map(([level, signs]) => ({
    name: 'signs' as const,
    label: t(`log.level.${level}`),
    level: Number(level),
    signs: asChips(signs),
  }))
  const good = {
    name: 'goodSigns' as const,
    label: t('log.good'),
    level: 0,
    signs: asChips(goodSignsBySpecies[species]),
  }
  return <SignChips label={t('log.signs')} hint={t('log.signsHint')} groups={[good, ...stress]} />
}

const asChips = (keys: readonly string[]) =>
  optionsOf('sign', keys).map(({ value, label }) => ({ value, label: String(label) }))
