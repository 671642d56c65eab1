import { ActionButton } from '@/components/form/action-button'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { FormAction } from '@/lib/domain/result/form-state'
import type { Service } from '@/lib/domain/service/service'
import { minutes } from '@/lib/format/dates'
import { money } from '@/lib/format/money'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { ServiceMark } from './service-mark'

type Props = {
  services: readonly Service[]
  /** Given to the practice owner only. */
  actions?: { retire: FormAction; restore: FormAction } | undefined
}

/** What the practice offers; retired services stay in sight. */
export function ServiceList({ services, actions }: Props) {
  const t = text('visit')
  if (services.length === 0)
    return <EmptyState title={t('services.empty')}>{t('services.emptyLead')}</EmptyState>
  return (
    <ul className="rows max-w-[46rem]">
      {services.map((service) => (
        <li key={service.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <div>
            <p>
              <ServiceMark mark={service.mark} />{' '}
              <b className="serif text-lg font-semibold" dir="auto">
                {service.name}
              </b>{' '}
              {service.retired && <Badge>{t('services.retired')}</Badge>}
            </p>
            <p className="small quiet">
              {minutes(service.minutes)}, {[t(`services.${service.place}`), ...moreOf(service)].join(', ')}
            </p>
          </div>
          {actions && (
            <div className="acts">
              <ButtonLink
                href={paths.editService(service.id)}
                aria-label={t('services.editTitle', { name: service.name })}
              >
                {t('services.edit')}
              </ButtonLink>
              <ActionButton
                action={service.retired ? actions.restore : actions.retire}
                fields={{ id: service.id }}
                look="plain"
              >
                {t(service.retired ? 'services.restore' : 'services.retire')}
                <span className="vh"> {service.name}</span>
              </ActionButton>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

/** What a service asks for beside its length, where it asks for anything. */
function moreOf(its: Service): string[] {
  const t = text('settings')
  return [
    its.setupMinutes > 0 && t('service.facts.setup', { minutes: minutes(its.setupMinutes) }),
    its.wrapupMinutes > 0 && t('service.facts.wrapup', { minutes: minutes(its.wrapupMinutes) }),
    its.maxTravelMinutes !== null && t('service.facts.travel', { minutes: minutes(its.maxTravelMinutes) }),
    its.noticeHours > 0 && t('service.facts.notice', { hours: its.noticeHours }),
    its.priceMinor !== null && money(its.priceMinor, its.currency),
    its.ownerMayBook && t('service.facts.ownerMayBook'),
  ].filter((fact) => fact !== false)
}
