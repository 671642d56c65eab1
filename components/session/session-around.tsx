import { ChipsField, ChoiceField, TextField } from '@/components/form/inputs'
import {
  healthSigns,
  noiseLevels,
  ownerMoods,
  redEvents,
  triggerDistances,
  triggers,
  weathers,
  type Species,
} from '@/lib/domain/observation/vocabulary'
import { text } from '@/lib/format/text'
import { choicesOf, optionsOf } from './options'

export function AroundPart() {
  const o = text('observation')
  return (
    <div className="form-part">
      <ChipsField name="triggers" label={o('field.triggers')} options={optionsOf('trigger', triggers)} />
      <ChoiceField
        name="triggerDistance"
        label={o('field.triggerDistance')}
        options={choicesOf('triggerDistance', triggerDistances)}
      />
      <ChoiceField name="noise" label={o('field.noise')} options={choicesOf('noise', noiseLevels)} />
      <ChoiceField name="weather" label={o('field.weather')} options={choicesOf('weather', weathers)} />
      <TextField
        name="temperatureC"
        label={o('field.temperatureC')}
        inputMode="numeric"
        className="field-short"
      />
      <ChoiceField
        name="ownerMood"
        label={o('field.ownerMood')}
        options={choicesOf('ownerMood', ownerMoods)}
      />
    </div>
  )
}

const times = ['latencyApproachSec', 'latencyEatSec', 'latencyStepSec', 'longestCalmSec'] as const
const scores = ['cssStart', 'cssPeak', 'cssEnd'] as const

/** What a consultant times and scores beside the owner's vocabulary. */
export function WatchPart() {
  const o = text('observation')
  return (
    <div className="form-part">
      <p className="small quiet">{text('session')('watchHint')}</p>
      <div className="field-pair">
        {times.map((name) => (
          <TextField key={name} name={name} label={o(`field.${name}`)} inputMode="numeric" />
        ))}
        {scores.map((name) => (
          <TextField key={name} name={name} label={o(`field.${name}`)} inputMode="numeric" />
        ))}
      </div>
    </div>
  )
}

/** The red button and the red cross. */
export function FlagsPart({ species }: { species: Species }) {
  const t = text('session')
  const o = text('observation')
  const health = healthSigns.filter((sign) => sign.species.includes(species)).map(({ key }) => key)
  return (
    <div className="form-part">
      <ChipsField
        name="events"
        label={o('field.events')}
        hint={t('eventsHint')}
        tone="chip-flag"
        options={optionsOf('event', redEvents)}
      />
      <ChipsField
        name="health"
        label={o('field.health')}
        hint={t('healthHint')}
        tone="chip-flag"
        options={optionsOf('health', health)}
      />
    </div>
  )
}
