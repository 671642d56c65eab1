import { randomUUID } from 'node:crypto'
import { redirect } from 'next/navigation'
import { LogForm } from '@/components/log/log-form'
import { PageHead } from '@/components/ui/section'
import { correctHomework } from '@/lib/actions/log'
import { orNotFound } from '@/lib/auth/or-not-found'
import { titled } from '@/lib/auth/titled'
import { requireGuardian } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { logSheetOf } from '@/lib/data/home'
import { sessionOf } from '@/lib/data/session'
import { mayCorrect } from '@/lib/domain/log/correct'
import { stageOf } from '@/lib/domain/protocol/stage'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const generateMetadata = titled(() => text('home')('past.correctTitle'))

type Props = { params: Promise<{ id: string }> }

export default async function CorrectLogPage({ params }: Props) {
  const viewer = await requireGuardian()
  const before = await orNotFound(sessionOf(viewer, (await params).id))
  const { animal, standing, today, zone } = await orNotFound(logSheetOf(viewer, before.animalId, now()))
  if (!animal || !standing || !mayCorrect(before, now())) redirect(paths.homePastOne(before.id))
  const t = text('home')
  return (
    <div className="log-room">
      <PageHead title={t('past.correctTitle')} lead={t('past.correctLead')} />
      <LogForm
        action={correctHomework}
        animal={animal}
        stage={stageOf(standing.protocol, before.stageKey)}
        sessionId={randomUUID()}
        today={today}
        zone={zone}
        before={before}
      />
    </div>
  )
}
