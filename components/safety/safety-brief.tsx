import { ButtonLink } from '@/components/ui/button'
import { Check, CircleDashed, ShieldCheck } from '@/components/ui/icons'
import { Section } from '@/components/ui/section'
import type { Safety } from '@/lib/domain/standing/overview'
import { text } from '@/lib/format/text'
import { holdsFor } from './line-words'

type Props = { safety: Safety; neededFrom: string | null; manageHref: string | null }

/** The list beside the journey: what holds until when, what runs out, and what is open. */
export function SafetyBrief({ safety, neededFrom, manageHref }: Props) {
  const t = text('safety')
  const blocking = safety.lines.filter(({ force }) => force === 'blocks')
  const all = blocking.length
  return (
    <Section title={t('title')} aside={t('count', { ok: all - safety.missing.length, all })}>
      {neededFrom && <p className="small pt-3">{t('neededFrom', { stage: neededFrom })}</p>}
      <ul className="side-list">
        {safety.lines.map((line) => {
          const ok = line.state === 'ok'
          const open = (!ok && line.force !== 'advice') || line.endsInDays !== null
          return (
            <li key={line.key} className={open ? 'is-open' : ok ? 'is-ok' : undefined}>
              {ok ? <Check label={t('state.ok')} /> : <CircleDashed label={t('state.missing')} />}
              <span>
                <b>{t(`item.${line.label}`)}</b>
                <small>{holdsFor(line)}</small>
              </span>
            </li>
          )
        })}
      </ul>
      {manageHref && (
        <p className="acts pt-3">
          <ButtonLink href={manageHref} icon={ShieldCheck}>
            {t('manage')}
          </ButtonLink>
        </p>
      )}
    </Section>
  )
}
