import { Task } from '@/components/home/task'
import { taskWords } from '@/components/home/task-words'
import { wayOf } from '@/components/progress/way'
import { Disclosure } from '@/components/ui/disclosure'
import { Phone } from '@/components/ui/icons'
import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import type { Species } from '@/lib/domain/observation/vocabulary'
import { stageOf } from '@/lib/domain/protocol/stage'
import type { Call } from '@/lib/domain/share/link'
import type { SharedValues } from '@/lib/domain/share/shared'
import { text } from '@/lib/format/text'

/** What is to be done these days; nothing at all while it rests. */
export function SharedTasks({ homework, name }: { homework: SharedValues['homework']; name: string }) {
  const t = text('share')
  const { rests, tasks } = homework
  const words = taskWords()
  return (
    <section className="todo" aria-labelledby="shared-tasks">
      <h2 id="shared-tasks">{t('week.do')}</h2>
      {tasks.map((task, index) => (
        <Task key={index} task={task} words={words} first={index === 0} />
      ))}
      {tasks.length === 0 && <p className="ask">{t(rests ? 'week.rests' : 'week.nothing', { name })}</p>}
    </section>
  )
}

const rules = ['steps', 'door', 'hands', 'company'] as const

export function Donts({ species, name }: { species: Species; name: string }) {
  const t = text('share')
  return (
    <Section title={t('week.donts')}>
      <ul className="rows">
        {rules.map((rule) => (
          <li key={rule}>{t(`dont.${rule}`, { name, species })}</li>
        ))}
      </ul>
    </Section>
  )
}

export function StopSigns({ signs }: { signs: readonly string[] }) {
  const t = text('share')
  return (
    <Section title={t('week.stop')}>
      <p className="after">{t('week.stopWhen')}</p>
      <ul className="rows">
        {signs.map((sign) => (
          <li key={sign} dir="auto">
            {sign.charAt(0).toUpperCase() + sign.slice(1)}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Whom to call, the household's own choice first. */
export function CallFirst({ call, practice }: { call: SharedValues['call']; practice: string }) {
  const t = text('share')
  const people: { call: Call; why: string }[] = [
    ...(call.person ? [{ call: call.person, why: t('week.callFirst') }] : []),
    ...(call.vet ? [{ call: call.vet, why: t('week.callVet') }] : []),
    ...(call.practicePhone
      ? [{ call: { name: practice, phone: call.practicePhone }, why: t('week.callPractice') }]
      : []),
  ]
  if (people.length === 0) return null
  return (
    <Section title={t('week.call')}>
      <ul className="rows shared-calls">
        {people.map(({ call: { name, phone }, why }) => (
          <li key={why}>
            <span>
              <b dir="auto">{name || phone}</b>
              <small>{why}</small>
            </span>
            <ButtonLink href={`tel:${phone.replace(/[^+\d]/g, '')}`} icon={Phone}>
              {phone}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** The steps of the way with what each asks; the one it is on is open. */
export function SharedPlan({ plan, coat }: { plan: NonNullable<SharedValues['plan']>; coat: string }) {
  const t = text('share')
  const way = wayOf(plan, coat)
  if (!way) return null
  return (
    <Section title={t('week.plan', { name: plan.name })}>
      <ol className="plan-steps">
        {way.stages.map(({ key, name, state }) => {
          const asks = stageOf(plan.protocol, key)?.homework
          return (
            <li key={key} className={`is-${state}`} aria-current={state === 'here' ? 'step' : undefined}>
              <h3>{name}</h3>
              {asks &&
                (state === 'here' ? (
                  <p className="said">{asks}</p>
                ) : (
                  <Disclosure summary={text('home')('plan.asks')}>
                    <p className="said">{asks}</p>
                  </Disclosure>
                ))}
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
