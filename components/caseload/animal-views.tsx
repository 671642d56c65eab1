import { Tabs } from '@/components/ui/tabs'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

/** The three lists an animal can stand on. */
export function AnimalViews({ current }: { current: 'plans' | 'withoutPlan' | 'archived' }) {
  const t = text('caseload')
  return (
    <Tabs
      label={t('views.label')}
      current={current}
      tabs={[
        { key: 'plans', href: paths.animals(), label: t('views.plans') },
        { key: 'withoutPlan', href: paths.animalsWithoutPlan(), label: t('views.withoutPlan') },
        { key: 'archived', href: paths.archivedAnimals(), label: t('views.archived') },
      ]}
    />
  )
}
