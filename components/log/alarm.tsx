import { ChipsField } from '@/components/form/inputs'
import { optionsOf } from '@/components/session/options'
import { Notice } from '@/components/ui/notice'
import { FlagSign } from '@/components/ui/signs'
import { healthSigns, redEvents, type Species } from '@/lib/domain/observation/vocabulary'
import { atOnceKeys, type AtOnce } from '@/lib/domain/session/at-once'
import { text } from '@/lib/format/text'
import type { ReactNode } from 'react'

/** Red events and health signs. What to do appears with the tap that says it, without script (log.css). */
export function Alarm({ name, species }: { name: string; species: Species }) {
  const t = text('home')
  const health = healthSigns.filter((sign) => sign.species.includes(species)).map(({ key }) => key)
  return (
    <details className="alarm">
      <summary>
        <FlagSign />
        {t('log.alarm', { name })}
      </summary>
      <p className="small">{t('log.alarmLead', { name })}</p>
      <ChipsField
        name="events"
        label={t('log.events')}
        tone="chip-flag"
        options={optionsOf('event', redEvents)}
      />
      <ChipsField
        name="health"
        label={t('log.health')}
        tone="chip-flag"
        options={optionsOf('health', health)}
      />
      <div className="alarm-now">
        {atOnceKeys.map((key) => (
          <div key={key} className={`do-now do-${key}`}>
            <DoNow what={key} name={name} />
          </div>
        ))}
      </div>
    </details>
  )
}

/** Each of them for an animal, to be shown when it is its turn. */
export const doNowOf = (name: string) =>
  Object.fromEntries(
    atOnceKeys.map((what) => [what, <DoNow key={what} what={what} name={name} />]),
  ) as Record<AtOnce, ReactNode>

/** What is to be done before anything else. Never a diagnosis. */
export function DoNow({ what, name }: { what: AtOnce; name: string }) {
  const t = text('home')
  return (
    <Notice tone="care" title={t(`doNow.${what}.title`, { name })}>
      {t(`doNow.${what}.body`, { name })}
    </Notice>
  )
}
