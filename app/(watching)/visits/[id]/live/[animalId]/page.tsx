import { LiveScreen } from '@/components/live/live-screen'
import { shownAnimals } from '@/components/live/shown-animals'
import { ButtonLink } from '@/components/ui/button'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { livePage } from '@/lib/data/live-page'
import { liveWords } from '@/lib/format/live-words'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const metadata = { title: text('live')('watch') }

type Props = { params: Promise<{ id: string; animalId: string }> }

/** The whole screen, without the rooms around it. */
export default async function WatchPage({ params }: Props) {
  const { id, animalId } = await params
  const viewer = await requireMember()
  const { visitId, animals } = await orNotFound(livePage(viewer, { visitId: id, animalId }, now()))
  const t = text('live')
  return (
    <>
      <noscript>
        <p className="live-off">
          {t('noScript')}{' '}
          <ButtonLink href={paths.newSession(visitId, animalId)}>{t('noScriptForm')}</ButtonLink>
        </p>
      </noscript>
      <LiveScreen
        visit={{ id: visitId, href: paths.visit(visitId) }}
        animals={shownAnimals(visitId, animals)}
        first={animalId}
        owner={{ practiceId: viewer.practiceId, userId: viewer.userId }}
        hrefs={{ sync: paths.sync(), signIn: paths.signIn(), onThisPhone: paths.onThisPhone() }}
        words={liveWords([...new Set(animals.map(({ species }) => species))])}
      />
    </>
  )
}
