import type { Metadata } from 'next'
import { LearnedRoads } from '@/components/travel/learned-roads'
import { TravelForm } from '@/components/travel/travel-form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { DescriptionList } from '@/components/ui/description-list'
import { Notice } from '@/components/ui/notice'
import { PageHead, Section } from '@/components/ui/section'
import { saveTravelSettings, takeOverCalibration } from '@/lib/actions/travel'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { travelSettings } from '@/lib/data/travel'
import { canRunPractice } from '@/lib/domain/access/can'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

const t = text('travel')
export const metadata: Metadata = { title: t('title') }

export default async function TravelPage() {
  const viewer = await requireMember()
  const { servers, drives, learned, ...its } = await orNotFound(travelSettings(viewer))
  const runs = canRunPractice(viewer)
  const set = (is: boolean) => t(is ? 'set' : 'notSet')
  return (
    <>
      <Breadcrumb items={[{ href: paths.settings(), label: text('settings')('title') }]} />
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="rooms max-w-[46rem]">
        <p>{t('order', { routes: servers.routes ? 'yes' : 'no' })}</p>
        {!runs && <Notice>{t('readOnly')}</Notice>}
        <LearnedRoads
          {...{ drives, learned, roads: its.roads, version: its.version }}
          action={runs ? takeOverCalibration : undefined}
        />
        <TravelForm {...its} action={saveTravelSettings} mayChange={runs} />
        <Section title={t('servers')}>
          <p className="quiet small">{t('serversLead')}</p>
          <DescriptionList
            rows={[
              [t('routes'), set(servers.routes)],
              [t('addresses'), set(servers.addresses)],
            ]}
          />
        </Section>
      </div>
    </>
  )
}
