import { PageHead } from '@/components/ui/section'
import { WaitForm } from '@/components/waiting/wait-form'
import { waitMyself } from '@/lib/actions/waiting'
import { orNotFound } from '@/lib/auth/or-not-found'
import { titled } from '@/lib/auth/titled'
import { requireGuardian } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { waitForm } from '@/lib/data/waiting'
import { usualEnd } from '@/lib/domain/waiting/waiting'
import { text } from '@/lib/format/text'

export const generateMetadata = titled(() => text('waiting')('own.wait'))

export default async function OwnWaitPage() {
  const viewer = await requireGuardian()
  const page = await orNotFound(waitForm(viewer))
  const t = text('waiting')
  return (
    <>
      <PageHead title={t('own.wait')} lead={t('own.lead', { practice: viewer.practiceName })} />
      {page.services.length === 0 ? (
        <p>{t('own.none')}</p>
      ) : (
        <WaitForm page={page} untilDay={usualEnd(now(), viewer.zone)} action={waitMyself} />
      )}
    </>
  )
}
