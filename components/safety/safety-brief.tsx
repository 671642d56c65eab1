import { ButtonLink } from '@/components/ui/button'
import { Check, CircleDashed, ShieldCheck } from '@/components/ui/icons'
import { Section } from '@/components/ui/section'
import { safetyItems } from '@/lib/domain/safety/items'
import type { SafetyLine } from '@/lib/domain/safety/safety-list'
import type { Safety } from '@/lib/domain/standing/overview'
import { dayInYear } from '@/lib/format/dates'
import { text } from '@/lib/format/text'

type Props = { safety: Safety; neededFrom: string | null; manageHref: string | null }

/** The list beside the journey: what holds until when, and what is open. */
export function SafetyBrief({ safety, neededFrom, manageHref }: Props) {
  const t = text('session')
  const blocking = safety.lines.filter(({ force }) => force === 'blocks')
  const ok = blocking.filter(({ state }) => state === 'ok').length
  return (
    <Section title={text('safety')('title')} aside={t('safety.count', { ok, all: blocking.length })}>
      {neededFrom && <p className="small pt-3">{t('safety.neededFrom', { stage: neededFrom })}</p>}
      <SafetyLines lines={safety.lines} />
      {manageHref && (
        <p className="acts pt-3">
          <ButtonLink href={manageHref} icon={ShieldCheck}>
            {t('safety.manage')}
          </ButtonLink>
        </p>
      )}
    </Section>
  )
}

export function SafetyLines({ lines }: { lines: readonly SafetyLine[] }) {
  const s = text('safety')
  return (
    <ul className="side-list">
      {lines.map((line) => {
        const ok = line.state === 'ok'
        return (
          <li key={line.key} className={ok ? 'is-ok' : line.force === 'advice' ? undefined : 'is-open'}>
            {ok ? <Check label={s('state.ok')} /> : <CircleDashed label={s(`state.${line.state}`)} />}
            <span>
              <b>{s(`item.${line.label}`)}</b>
              <small>{holdsFor(line)}</small>
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function holdsFor({ key, state, until }: SafetyLine): string {
  const s = text('safety')
  if (key === 'no_vet_flag')
    return state === 'ok' ? text('session')('safety.readFromFlags') : s('state.missing')
  if (state !== 'ok') return s(`state.${state}`)
  const kind = safetyItems.find((item) => item.key === key)?.validity.kind
  if (kind === 'this_day') return s('today')
  if (kind === 'this_site') return s('thisSite')
  return until ? s('until', { date: dayInYear(until, 'UTC') }) : s('state.ok')
}
