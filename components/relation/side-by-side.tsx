import { Portrait } from '@/components/animal/portrait'
import { stageDay } from '@/components/plan/stage-day'
import { State } from '@/components/ui/state'
import { coatFrom } from '@/lib/domain/animal/coats'
import { nextStage } from '@/lib/domain/protocol/stage'
import type { TogetherAnimal } from '@/lib/domain/relation/household'
import type { AnimalStanding } from '@/lib/domain/standing/standing'
import { relativeDay } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

/** The animals of one home in columns, each in its own stage; on the phone one after the other. */
export function SideBySide({ animals }: { animals: readonly TogetherAnimal[] }) {
  return (
    <div className="side-by-side">
      {animals.map((animal) => (
        <Beside key={animal.id} animal={animal} />
      ))}
    </div>
  )
}

function Beside({ animal }: { animal: TogetherAnimal }) {
  const t = text('animal')
  const { id, name, species, coat, homework, standing } = animal
  return (
    <section className="beside" aria-labelledby={`beside-${id}`}>
      <div className="beside-head">
        <Portrait species={species} coat={coatFrom(coat)} name={name} size={72} decorative />
        <div>
          <h2 id={`beside-${id}`}>
            <a className="reach" href={paths.animal(id)} dir="auto">
              {name}
            </a>
          </h2>
          {standing ? (
            <p className="small">
              {standing.stageName}
              <br />
              <span className="quiet">{stageDay(standing)}</span>
            </p>
          ) : (
            <p className="small quiet">{t('list.noPlan')}</p>
          )}
        </div>
      </div>
      {standing && <Standing standing={standing} />}
      <h3>{t('sideBySide.homework')}</h3>
      {homework.length === 0 && <p className="small quiet">{t('sideBySide.noHomework')}</p>}
      <ol className="small">
        {homework.map((item, index) => (
          <li key={index} dir="auto">
            <b>{item.exercise}</b> {item.sentences.join(' ')} <span className="quiet">{item.dose}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Standing({ standing }: { standing: AnimalStanding }) {
  const t = text('animal')
  const { sentence, protocol, stageKey, openVet, redFlagOn, recommendation, input } = standing
  const next = nextStage(protocol, stageKey)
  const missing = input.nextStage?.gate || input.stage.gate ? standing.assessment.facts.gateMissing : []
  return (
    <>
      <p>
        <State is={recommendation} />
      </p>
      <p>{text('readiness')(`sentence.${sentence.key}`, sentence.params)}</p>
      {(openVet.length > 0 || redFlagOn || missing.length > 0) && (
        <>
          <h3>{t('sideBySide.flags')}</h3>
          {openVet.length > 0 && (
            <p>
              <State is="vet_flag" />{' '}
              <span className="small">
                {openVet.map(({ sign }) => text('observation')(`health.${sign}`)).join(', ')}
              </span>
            </p>
          )}
          {redFlagOn && (
            <p>
              <State is="red_flag" />{' '}
              <span className="small">{relativeDay(redFlagOn, standing.today, 'UTC')}</span>
            </p>
          )}
          {missing.length > 0 && (
            <p>
              <State is="safety">{t('sideBySide.safetyMissing', { count: missing.length })}</State>
            </p>
          )}
        </>
      )}
      <h3>{t('sideBySide.next')}</h3>
      <p className="small">{next?.name ?? t('sideBySide.lastStage')}</p>
    </>
  )
}
