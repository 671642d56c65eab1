import { WatchedLive } from '@/components/live/watched-live'
import { PhotoRefusal } from '@/components/photo/consent-notice'
import { SessionPhotos } from '@/components/photo/session-photos'
import { SessionFacts } from '@/components/session/session-facts'
import { SessionNotices, SessionVerdict, StandingNow } from '@/components/session/session-head'
import { VoidForm } from '@/components/session/void-form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonLink } from '@/components/ui/button'
import { PageHead, Section } from '@/components/ui/section'
import { showPhotoToHousehold, takePhotoAway } from '@/lib/actions/photo'
import { takeSessionOut } from '@/lib/actions/session'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { sessionPage } from '@/lib/data/session-page'
import { sessionPhotos } from '@/lib/data/visit-photos'
import { dayLong } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const metadata = { title: text('session')('list') }

const photoActions = { show: showPhotoToHousehold, remove: takePhotoAway }
type Props = {
  params: Promise<{ id: string; sessionId: string }>
  searchParams: Promise<{ refused?: string | string[] }>
}

export default async function SessionPage({ params, searchParams }: Props) {
  const { id, sessionId } = await params
  const viewer = await requireMember()
  const { session, standing, atOnce, taps } = await orNotFound(
    sessionPage(viewer, { animalId: id, sessionId }, now()),
  )
  const photos = await sessionPhotos(viewer, sessionId)
  const [refused] = [(await searchParams).refused].flat()
  const t = text('session')
  const { animalName: name, stageName: stage, visitId } = session
  return (
    <>
      <Breadcrumb items={[{ href: paths.animal(id), label: <bdi>{name}</bdi> }]} />
      <PageHead
        title={t('one', { name })}
        lead={t('oneLead', { day: dayLong(session.day, viewer.zone), stage })}
      >
        {visitId && <ButtonLink href={paths.visit(visitId)}>{t('toVisit')}</ButtonLink>}
        <ButtonLink href={visitId ? paths.newSession(visitId, id) : paths.recordSession(id)}>
          {t('another')}
        </ButtonLink>
      </PageHead>
      <PhotoRefusal reason={refused} />
      <div className="stack">
        <SessionNotices session={session} atOnce={atOnce} zone={viewer.zone} />
        {standing && <StandingNow standing={standing} />}
        <Section title={t('seen')} aside={session.recordedByName}>
          <SessionVerdict session={session} />
          <SessionFacts session={session} />
        </Section>
        {taps.length > 0 && <WatchedLive taps={taps} logged={session.level} />}
        <SessionPhotos
          photos={photos}
          session={session}
          owner={{ practiceId: viewer.practiceId, userId: viewer.userId }}
          zone={viewer.zone}
          actions={photoActions}
        />
        {session.mayVoid && <VoidForm sessionId={session.id} action={takeSessionOut} />}
      </div>
    </>
  )
}
