import { DoorAnimals } from '@/components/door/door-animals'
import { DoorWords } from '@/components/door/door-words'
import { StageView } from '@/components/protocol/protocol-view'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonLink } from '@/components/ui/button'
import { Camera } from '@/components/ui/icons'
import { Disclosure } from '@/components/ui/disclosure'
import { PageHead, Section } from '@/components/ui/section'
import type { KitVisit } from '@/lib/domain/kit/kit'
import { stageOf } from '@/lib/domain/protocol/stage'
import { dayLong, timeRange } from '@/lib/format/dates'
import { text } from '@/lib/format/text'
import { paths } from '@/lib/paths'
import { withoutSignal } from './use-place'

/** One home: the door, who lives behind it, and each animal's stage. */
export function OfflineDoor({ visit }: { visit: KitVisit }) {
  const t = text('sync')
  const { door, code, note, animals } = visit
  const when = `${dayLong(door.from, door.zone)}, ${timeRange(door.from, door.until, door.zone)}`
  return (
    <>
      <Breadcrumb items={[{ href: '#', label: t('day.back') }]} />
      <PageHead title={<bdi>{door.household}</bdi>} lead={<bdi>{[when, door.address].join('. ')}</bdi>}>
        {note && (
          <ButtonLink look="go" href={withoutSignal(paths.note(door.id))}>
            {t('day.write')}
          </ButtonLink>
        )}
        {animals.map(({ animalId, name, standing }) =>
          standing ? (
            <ButtonLink key={animalId} href={withoutSignal(paths.newSession(door.id, animalId))}>
              {t('day.record', { name })}
            </ButtonLink>
          ) : null,
        )}
        <ButtonLink icon={Camera} href={withoutSignal(paths.visitPhotos(door.id))}>
          {text('photo')('title')}
        </ButtonLink>
      </PageHead>
      <div className="stack">
        {code !== null && (
          <Section title={text('door')('code.title')}>
            <p className="pt-3">
              {text('door')('code.is')} <b dir="auto">{code}</b>
            </p>
          </Section>
        )}
        <DoorAnimals card={door} watchHref={(animalId) => withoutSignal(paths.watch(door.id, animalId))} />
        <DoorWords card={door} edits={false} />
        {animals.map((animal) => (
          <Stage key={animal.animalId} animal={animal} />
        ))}
      </div>
    </>
  )
}

function Stage({ animal: { name, standing } }: { animal: KitVisit['animals'][number] }) {
  const stage = standing && stageOf(standing.protocol, standing.stageKey)
  if (!stage) return null
  return (
    <Disclosure summary={text('sync')('day.stage', { name, stage: stage.name })}>
      <StageView stage={stage} stages={standing.protocol.stages} />
    </Disclosure>
  )
}
