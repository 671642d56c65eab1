import { RuleForm } from '@/components/thread/rule-form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/section'
import { saveThreadRule } from '@/lib/actions/thread'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { threadRuleOf } from '@/lib/data/thread-rule'
import { canRunPractice } from '@/lib/domain/access/can'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const metadata = { title: text('thread')('rule.title') }

export default async function ThreadSettingsPage() {
  const viewer = await requireMember()
  const rule = await orNotFound(threadRuleOf(viewer))
  const runs = canRunPractice(viewer)
  const t = text('thread')
  return (
    <>
      <Breadcrumb items={[{ href: paths.settings(), label: text('settings')('title') }]} />
      <PageHead title={t('rule.title')} lead={t('rule.lead')} />
      <div className="rooms max-w-[46rem]">
        {!runs && <Notice>{t('rule.readOnly')}</Notice>}
        <RuleForm rule={rule} action={saveThreadRule} mayChange={runs} />
      </div>
    </>
  )
}
