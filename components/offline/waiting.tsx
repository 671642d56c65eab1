import { PhotoOnPhone } from '@/components/photo/photo-on-phone'
import { photoWords } from '@/components/photo/photo-words'
import { Button, ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import { letGo, triedAgain, unsavedOf } from '@/lib/domain/sync/by-a-person'
import { animalOfField } from '@/lib/domain/sync/fields'
import { wordsOfLog } from '@/components/log/words-of-log'
import type { HomeKit } from '@/lib/domain/kit/home-kit'
import type { Kit } from '@/lib/domain/kit/kit'
import { photosOn } from '@/lib/domain/sync/photos'
import { isOfHousehold } from '@/lib/domain/sync/operation'
import type { Owner, Queue, Queued } from '@/lib/domain/sync/queue'
import { daysTooLong } from '@/lib/domain/sync/truth'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { changeAndTell } from './device-queue'
import { deviceNow } from '@/lib/domain/time/device-clock'
import { LateChanges } from './late-changes'

type Props = { owner: Owner; queue: Queue; kit: Kit | null; home: HomeKit | null }

/** What only this device has: on its way, or waiting for a person. Nothing leaves this list unsaved but by a person. */
export function Waiting({ owner, queue, kit, home }: Props) {
  const t = text('sync')
  const days = daysTooLong(queue, deviceNow())
  return (
    <Section title={t('waiting.title')}>
      {queue.items.length === 0 ? (
        <p className="small quiet pt-3">{t('waiting.none')}</p>
      ) : (
        <p className="small pt-3">{t('waiting.count', { count: queue.items.length })}</p>
      )}
      {days !== null && <p className="notice on-amber">{t('waiting.tooLong', { days })}</p>}
      {queue.held && (
        <p className="notice on-amber">
          <span>
            {t('waiting.held')}{' '}
            <a className="reach" href={paths.signIn(paths.onThisPhone())}>
              {t('note.signIn')}
            </a>
          </span>
        </p>
      )}
      <ul className="kept-homes">
        {queue.items.map((item) => (
          <li key={item.key}>
            <Item owner={owner} queue={queue} item={item} kit={kit} home={home} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Item({ owner, queue, item, kit, home }: Props & { item: Queued }) {
  const t = text('sync')
  const { operation, trouble, key } = item
  const visitId = 'visitId' in operation ? operation.visitId : undefined
  const whose =
    kit?.visits.find(({ door }) => door.id === visitId)?.door.household ?? loggedName(operation, home)
  const act = (change: (queue: Queue) => Queue) => void changeAndTell(owner, change)
  const again = () => act((now) => triedAgain(now, key, { key: crypto.randomUUID(), at: deviceNow() }))
  const photo = photosOn(queue).find((one) => one.key === key)
  if (photo) return <PhotoOnPhone owner={owner} photo={photo} words={photoWords()} />
  return (
    <>
      <p>
        <b>{t(`waiting.${operation.kind}`)}</b> {whose && <bdi>{whose}</bdi>}
      </p>
      {trouble?.state === 'differs' && visitId && (
        <p className="small">
          {t('waiting.differs')}{' '}
          <a className="reach" href={paths.note(visitId)}>
            {t('note.look')}
          </a>
        </p>
      )}
      {trouble?.state === 'signed' && visitId && (
        <LateChanges
          owner={owner}
          visitId={visitId}
          changes={unsavedOf(queue, visitId)}
          named={(field) => namedIn(kit, field)}
        />
      )}
      {trouble?.state === 'refused' && (
        <>
          <p className="small tone-amber">{reasonOf(trouble, operation)}</p>
          <pre className="kept-words" dir="auto">
            {wordsOf(operation, kit, home)}
          </pre>
          <div className="acts">
            <Button onClick={again}>{t('waiting.again')}</Button>
            <Button look="danger" onClick={() => act((now) => letGo(now, key))}>
              {t('waiting.letGo')}
            </Button>
            {visitId && <ButtonLink href={paths.visit(visitId)}>{t('waiting.toVisit')}</ButtonLink>}
          </div>
        </>
      )}
    </>
  )
}

type Refused = Extract<NonNullable<Queued['trouble']>, { state: 'refused' }>

/** A key of the catalogue, `area.key`; a later version may know more of them than this one. */
function reasonOf({ reason: whole, fields = {} }: Refused, operation: Queued['operation']): string {
  const reason = Object.values(fields)[0] ?? whole
  if (isOfHousehold(operation) && reason === 'session.noPlan') return text('home')('kept.noPlan')
  const [area = '', ...rest] = reason.split('.')
  const t = area === 'sync' || area === 'note' || area === 'session' || area === 'errors' ? text(area) : null
  return t?.has(rest.join('.')) ? t(rest.join('.')) : text('errors')('unexpected')
}

/** A field as its form says it. */
export function namedIn(kit: Kit | null, field: string): string {
  const t = text('note')
  const key = field.split('.').at(-1) ?? field
  const animalId = animalOfField(field)
  const animals = kit?.visits.flatMap(({ animals }) => animals) ?? []
  const name = animals.find((one) => one.animalId === animalId)?.name ?? ''
  if (field.startsWith('body.pillars.')) return t(`pillar.${key}`)
  const said = t.has(key) ? t(key, { name }) : key
  return name && key !== 'seen' ? `${name}: ${said}` : said
}

const loggedName = (operation: Queued['operation'], home: HomeKit | null) =>
  operation.kind === 'log_homework'
    ? home?.sheets.find(({ animal }) => animal.id === operation.session.animalId)?.animal.name
    : undefined

function wordsOf(operation: Queued['operation'], kit: Kit | null, home: HomeKit | null): string {
  const named = (field: string) => namedIn(kit, field)
  if (operation.kind === 'log_homework' || operation.kind === 'record_session')
    return wordsOfLog(operation.session, home?.zone ?? kit?.zone ?? null)
  if (operation.kind === 'save_draft')
    return operation.changes
      .map(({ field, mine }) => `${named(field)}: ${[mine].flat().join(', ')}`)
      .join('\n')
  return operation.kind === 'amend_note' ? operation.body : ''
}
