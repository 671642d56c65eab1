import { Button, ButtonLink } from '@/components/ui/button'
import { House } from '@/components/ui/icons'
import { PageHead, Section } from '@/components/ui/section'
import type { HomeKit } from '@/lib/domain/kit/home-kit'
import type { Owner, Queue } from '@/lib/domain/sync/queue'
import { dayAndTime } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import type { Taking } from './offline-day'
import { withoutSignal } from './use-place'
import { Waiting } from './waiting'

type Props = { owner: Owner; home: HomeKit | null; queue: Queue | null; taking: Taking; take: () => void }

/** A household's logs where there may be no signal, and what of this device the server does not have yet. */
export function OfflineHome({ owner, home, queue, taking, take }: Props) {
  const t = text('sync')
  const open = home?.sheets.filter(({ is }) => is !== 'noPlan') ?? []
  return (
    <>
      <PageHead
        title={t('home.title')}
        lead={home ? t('home.takenAt', { when: dayAndTime(home.takenAt, home.zone) }) : t('home.lead')}
      >
        <Button look={home ? 'quiet' : 'go'} onClick={take} aria-disabled={taking === 'taking'}>
          {t(home ? 'home.takeAgain' : 'home.take')}
        </Button>
        <ButtonLink href={paths.home()} icon={House}>
          {t('day.toApp')}
        </ButtonLink>
      </PageHead>
      <p role="status" className="small kept-said">
        {taking === 'taken' ? t('home.taken') : taking === 'idle' ? '' : t(`day.${taking}`)}
      </p>
      <div className="stack">
        {home && (
          <Section title={t('home.logs')}>
            {open.length === 0 && <p className="small quiet pt-3">{t('home.none')}</p>}
            <ul className="kept-homes">
              {open.map(({ animal }) => (
                <li key={animal.id}>
                  <ButtonLink look="go" big wide href={withoutSignal(paths.homeLog(animal.id))}>
                    <bdi>{text('home')('log.title', { name: animal.name })}</bdi>
                  </ButtonLink>
                </li>
              ))}
            </ul>
          </Section>
        )}
        {queue && <Waiting owner={owner} queue={queue} kit={null} home={home} />}
      </div>
    </>
  )
}
