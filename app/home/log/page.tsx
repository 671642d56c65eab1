import { randomUUID } from 'node:crypto'
import { AnimalSwitch } from '@/components/home/animal-switch'
import { doNowOf } from '@/components/log/alarm'
import { keepWords } from '@/components/log/keep-words'
import { LogForm } from '@/components/log/log-form'
import { AddToLog } from '@/components/log/log-photos'
import { LogKeeper } from '@/components/log/log-keeper'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/section'
import { logHomework } from '@/lib/actions/log'
import { orNotFound } from '@/lib/auth/or-not-found'
import { titled } from '@/lib/auth/titled'
import { requireGuardian } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { logSheetOf } from '@/lib/data/home'
import { stageOf } from '@/lib/domain/protocol/stage'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const generateMetadata = titled(() => text('shell')('log'))

type Props = { searchParams: Promise<{ animal?: string }> }

export default async function LogPage({ searchParams }: Props) {
  const viewer = await requireGuardian()
  const sheet = await orNotFound(logSheetOf(viewer, (await searchParams).animal, now()))
  const { animals, animal, standing, consent, today, zone } = sheet
  const { practiceId, userId, practiceName: practice } = viewer
  const owner = { practiceId, userId }
  const sessionId = randomUUID()
  const t = text('home')
  if (!animal) return <EmptyState title={t('empty.title')}>{t('empty.lead')}</EmptyState>
  const { name } = animal
  return (
    <div className="log-room">
      <AnimalSwitch animals={animals} current={animal.id} href={paths.homeLog} />
      <LogKeeper
        owner={owner}
        animalId={animal.id}
        zone={zone}
        words={keepWords(name, practice)}
        doNow={doNowOf(name)}
        photos={<AddToLog of={{ owner, practice, animalId: animal.id, sessionId, name }} consent={consent} />}
      >
        <PageHead title={t('log.title', { name })} lead={t('log.lead')} />
        {!standing && <Notice>{t('log.noPlan', { name })}</Notice>}
        {standing?.recommendation === 'pause' && <Notice>{t('log.resting', { name })}</Notice>}
        {standing && (
          <LogForm
            action={logHomework}
            animal={animal}
            stage={stageOf(standing.protocol, standing.stageKey)}
            sessionId={sessionId}
            today={today}
            zone={zone}
          />
        )}
      </LogKeeper>
      <p className="acts">
        {standing && (
          <ButtonLink look="plain" href={`${paths.onThisPhone()}#take`} className="scripted-only">
            {t('kept.take')}
          </ButtonLink>
        )}
        <ButtonLink look="plain" href={paths.homePast(animal.id)}>
          {t('past.link')}
        </ButtonLink>
      </p>
    </div>
  )
}
