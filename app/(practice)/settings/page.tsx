import type { Metadata } from 'next'
import { SettingsForm } from '@/components/practice/settings-form'
import { SettingsWays } from '@/components/practice/settings-ways'
import { PageHead } from '@/components/ui/section'
import { savePracticeSettings } from '@/lib/actions/practice'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { practiceSettings } from '@/lib/data/practice'
import { canRunPractice } from '@/lib/domain/access/can'
import { text } from '@/lib/format/text'

export const metadata: Metadata = { title: text('settings')('title') }

export default async function SettingsPage() {
  const viewer = await requireMember()
  const settings = await orNotFound(practiceSettings(viewer))
  const t = text('settings')
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <SettingsWays />
      <SettingsForm action={savePracticeSettings} settings={settings} mayChange={canRunPractice(viewer)} />
    </>
  )
}
