import { Portrait } from '@/components/animal/portrait'
import { stageDay } from '@/components/plan/stage-day'
import { State } from '@/components/ui/state'
import { coatFrom } from '@/lib/domain/animal/coats'
import type { Case } from '@/lib/domain/caseload/case'
import { relativeDay } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { Reason, whyOf } from './reason'

/** The roles are said again: on the phone the rows are laid out as a list, and a browser then forgets them. */
export function CaseloadTable({ cases, zone }: { cases: readonly Case[]; zone: string }) {
  const t = text('caseload')
  const head = ['why', 'animal', 'stage', 'next', 'score', 'last'] as const
  return (
    <table className="caseload" role="table">
      <caption className="vh">{t('table.caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {head.map((key) => (
            <th key={key} scope="col" role="columnheader">
              {t(`table.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {cases.map((one) => (
          <CaseRow key={one.id} case={one} zone={zone} />
        ))}
      </tbody>
    </table>
  )
}

function CaseRow({ case: one, zone }: { case: Case; zone: string }) {
  const t = text('caseload')
  const { standing } = one
  const { score, band, confidenceWord, lastSessionDay, today } = standing
  return (
    <tr role="row">
      <td role="cell" className="case-why">
        {one.reasons.length > 0 && (
          <p className="case-reasons">
            {one.reasons.map((attention) => (
              <Reason key={attention.reason} attention={attention} standing={standing} zone={zone} />
            ))}
          </p>
        )}
        <p className="small quiet" dir="auto">
          {whyOf(one)}
        </p>
      </td>
      <th scope="row" role="rowheader">
        <span className="case-animal">
          <Portrait species={one.species} coat={coatFrom(one.coat)} name={one.name} size={36} decorative />
          <span>
            <a href={paths.animal(one.id)} dir="auto">
              {one.name}
            </a>
            <small dir="auto">{one.household}</small>
          </span>
        </span>
      </th>
      <td role="cell" className="case-stage">
        {standing.stageName}
        <small>{stageDay(standing)}</small>
      </td>
      <td role="cell" className="case-next">
        <State is={standing.recommendation} />
      </td>
      <td role="cell" className="case-score">
        {score === null ? (
          <small>{t('noScore')}</small>
        ) : (
          <>
            <b>{score}</b> {band && text('readiness')(`band.${band}`)}
            <small>{text('readiness')(`confidence.${confidenceWord}`)}</small>
          </>
        )}
      </td>
      <td role="cell" className="case-last">
        <span className="case-term">{t('table.last')} </span>
        {lastSessionDay ? relativeDay(lastSessionDay, today, zone) : t('never')}
      </td>
    </tr>
  )
}
