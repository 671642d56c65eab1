import type { Metadata } from 'next'
import { DoorAnimals } from '@/components/door/door-animals'
import { DoorCode } from '@/components/door/door-code'
import { DoorWords } from '@/components/door/door-words'
import { Agenda } from '@/components/thread/agenda'
import { Taps } from '@/components/today/taps'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead } from '@/components/ui/section'
import { held, setOut, takeBack } from '@/lib/actions/day'
import { showCode } from '@/lib/actions/door'
import { arrive, leave } from '@/lib/actions/visit'
import { tickAgenda } from '@/lib/actions/thread'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { doorCard } from '@/lib/data/door-card'
import { agendaOf } from '@/lib/data/thread-use'
import { canTrain } from '@/lib/domain/access/can'
import { dayLong, timeRange } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'

export const metadata: Metadata = { title: text('door')('title') }

const actions = { setOut, arrive, leave, held, takeBack }

export default async function DoorPage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requireMember()
  const card = await orNotFound(doorCard(viewer, (await params).id, now()))
  const agenda = await agendaOf(viewer, card.id, now())
  const watches = canTrain(viewer) && (card.status === 'arrived' || card.status === 'done')
  const when = `${dayLong(card.from, card.zone)}, ${timeRange(card.from, card.until, card.zone)}`
  return (
    <>
      <Breadcrumb items={[{ href: paths.visit(card.id), label: text('door')('toVisit') }]} />
      <PageHead title={<bdi>{card.household}</bdi>} lead={<bdi>{[when, card.address].join('. ')}</bdi>}>
        {card.isToday && <Taps visit={card} actions={actions} />}
      </PageHead>
      <div className="cols">
        <DoorAnimals card={card} watchHref={watches ? (animalId) => paths.watch(card.id, animalId) : null} />
        <div className="stack">
          <Agenda items={agenda} zone={card.zone} action={tickAgenda} />
          <DoorCode card={card} action={showCode} />
          <DoorWords card={card} />
        </div>
      </div>
    </>
  )
}
