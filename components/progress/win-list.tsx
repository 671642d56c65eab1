import { Disclosure } from '@/components/ui/disclosure'
import {
  Check,
  Clock,
  DoorOpen,
  Ear,
  Eye,
  Footprints,
  Heart,
  House,
  PenLine,
  Sprout,
  Utensils,
} from '@/components/ui/icons'
import type { Icon } from '@/components/ui/icon'
import type { Win, WinKey } from '@/lib/domain/log/wins'
import { dayShort } from '@/lib/format/dates'
import { duration } from '@/lib/format/duration'
import { inSentence } from '@/lib/format/in-sentence'
import { text } from '@/lib/format/text'

const seals: Record<WinKey, Icon> = {
  first_outdoors: Sprout,
  first_at_door: DoorOpen,
  trigger_calm: Ear,
  longest_calm: Clock,
  recovered: Heart,
  came: Footprints,
  first_pass: Check,
  slack_leash: Footprints,
  ate_at_once: Utensils,
  led_home: House,
  good_sign: Eye,
  sessions: PenLine,
}
const shownAtOnce = 4

/** Wins, newest first; the older ones are a tap away. */
export function WinList({ wins, zone }: { wins: readonly Win[]; zone: string }) {
  const t = text('home')
  if (wins.length === 0) return <p className="quiet win-none">{t('wins.none')}</p>
  const rest = wins.slice(shownAtOnce)
  return (
    <>
      <Wins wins={wins.slice(0, shownAtOnce)} zone={zone} />
      {rest.length > 0 && (
        <Disclosure summary={t('wins.all', { n: wins.length })}>
          <Wins wins={rest} zone={zone} />
        </Disclosure>
      )}
    </>
  )
}

function Wins({ wins, zone }: { wins: readonly Win[]; zone: string }) {
  return (
    <ul className="wins">
      {wins.map((win) => {
        const Seal = seals[win.key]
        return (
          <li key={win.sessionId}>
            <span className="seal">
              <Seal />
            </span>
            <span>
              {wordsOf(win)}
              <small>{dayShort(win.day, zone)}</small>
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function wordsOf({ key, stageName, what, count }: Win): string {
  const seen = key === 'good_sign' ? inSentence(text('observation')(`sign.${what}`)) : ''
  return text('home')(`wins.${key}`, {
    stage: stageName,
    what: key === 'trigger_calm' ? text('home')(`met.${what}`) : seen,
    time: duration(count),
    n: count,
  })
}
