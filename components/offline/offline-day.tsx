import { Button, ButtonLink } from '@/components/ui/button'
import { DoorOpen } from '@/components/ui/icons'
import { PageHead, Section } from '@/components/ui/section'
import type { Kit, KitVisit } from '@/lib/domain/kit/kit'
import type { Owner, Queue } from '@/lib/domain/sync/queue'
import { dayLong, time, timeRange } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { Waiting } from './waiting'
import { withoutSignal } from './use-place'

export type Taking = 'idle' | 'taking' | 'taken' | 'signedOut' | 'noSignal' | 'failed'

type Props = {
  owner: Owner | null
  kit: Kit | null
  queue: Queue | null
  taking: Taking
  take: () => void
}

/** Today's homes, how fresh they are, and what of this device the server does not have yet. */
export function OfflineDay({ owner, kit, queue, taking, take }: Props) {
  const t = text('sync')
  const said = taking === 'idle' ? '' : t(`day.${taking}`)
  return (
    <>
      <PageHead
        title={kit ? dayLong(kit.day, kit.zone) : t('day.title')}
        lead={kit ? t('day.takenAt', { name: kit.name, time: time(kit.takenAt, kit.zone) }) : t('day.lead')}
      >
        <Button look={kit ? 'quiet' : 'go'} onClick={take} aria-disabled={taking === 'taking'}>
          {t(kit ? 'day.takeAgain' : 'day.take')}
        </Button>
        <ButtonLink href={paths.today()} icon={DoorOpen}>
          {t('day.toApp')}
        </ButtonLink>
      </PageHead>
      <p role="status" className="small kept-said">
        {said}
        {taking === 'signedOut' && (
          <>
            {' '}
            <a className="reach" href={paths.signIn(paths.onThisPhone())}>
              {t('note.signIn')}
            </a>
          </>
        )}
      </p>
      <div className="stack">
        {kit && (
          <Section title={t('day.homes')}>
            {kit.visits.length === 0 && <p className="small quiet pt-3">{t('day.none')}</p>}
            <ul className="kept-homes">
              {kit.visits.map((visit) => (
                <Home key={visit.door.id} visit={visit} />
              ))}
            </ul>
          </Section>
        )}
        {owner && queue && <Waiting owner={owner} queue={queue} kit={kit} home={null} />}
      </div>
    </>
  )
}

function Home({ visit: { door, animals } }: { visit: KitVisit }) {
  return (
    <li>
      <p className="small quiet">{timeRange(door.from, door.until, door.zone)}</p>
      <p>
        <a className="reach" href={withoutSignal(paths.door(door.id))}>
          <b dir="auto">{door.household}</b>
        </a>
      </p>
      <p className="small" dir="auto">
        {[door.address, animals.map(({ name }) => name).join(', ')].filter(Boolean).join(' · ')}
      </p>
    </li>
  )
}
