import { ActionButton } from '@/components/form/action-button'
import { Section } from '@/components/ui/section'
import { fewestDrives, type Calibration } from '@/lib/domain/scheduling/calibrate'
import type { FormAction } from '@/lib/domain/result/form-state'
import type { Roads } from '@/lib/domain/scheduling/travel'
import { text } from '@/lib/format/text'

type Props = {
  drives: number
  learned: Calibration | null
  roads: Roads
  version: number
  /** Given to the practice owner only. */
  action?: FormAction | undefined
}

/** What the practice's own drives say of its roads, and the one tap that takes it over. */
export function LearnedRoads({ drives, learned, roads, version, action }: Props) {
  const t = text('travel')
  const isSet = learned?.roads.circuity === roads.circuity && learned.roads.speed === roads.speed
  return (
    <Section title={t('measured')} aside={t('drives', { count: drives })}>
      <p className="quiet small">{t('measuredLead')}</p>
      {learned ? (
        <p className="pt-3">
          <b className="serif text-lg">
            {t('learned', {
              count: learned.drives,
              circuity: learned.roads.circuity.toFixed(2),
              speed: `${Math.round(learned.roads.speed)} ${t('kmh')}`,
            })}
          </b>{' '}
          {isSet && t('same')}
        </p>
      ) : (
        <p className="pt-3">{t('tooFew', { least: fewestDrives })}</p>
      )}
      {learned && !isSet && action && (
        <ActionButton
          action={action}
          look="go"
          fields={{
            version: String(version),
            circuity: String(learned.roads.circuity),
            speed: String(learned.roads.speed),
          }}
        >
          {t('use')}
        </ActionButton>
      )}
    </Section>
  )
}
