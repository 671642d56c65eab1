import { randomUUID } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { tellObstacle } from '@/lib/data/obstacle'
import { recordSession } from '@/lib/data/session'
import type { GuardianViewer, Viewer } from '@/lib/domain/access/viewer'
import type { Obstacle } from '@/lib/domain/obstacle/obstacle'
import { protocolFor } from '@/lib/domain/protocol/library'
import { isIntake, stageOf } from '@/lib/domain/protocol/stage'
import { recordedSessionSchema } from '@/lib/domain/session/schema'
import { must, type StoryClock } from './clock'
import { observe } from './observed'
import { chanceFrom, seedOf, type Chance } from './random'
import type { AnimalStory, DayLetter, Tapped } from './story'
import { watch } from './watched'

/** One animal's days: its id, its plan and where it stands, as the story goes on. */
export class Trained {
  id = ''
  hasPlan = false
  stageKey: string
  readonly protocol
  private readonly letters: string
  private readonly chance: Chance

  constructor(
    readonly story: AnimalStory,
    private readonly clock: StoryClock,
  ) {
    this.protocol = story.protocol ?? protocolFor(story.species ?? 'cat')
    this.stageKey = story.startStage ?? this.protocol.stages[0]?.key ?? ''
    this.letters = story.days.replaceAll(' ', '')
    this.chance = chanceFrom(seedOf(story.name))
  }

  /** Days before today on which the plan began. */
  get startedAgo(): number {
    return this.letters.length - 1
  }

  letterOf(ago: number): DayLetter {
    return (this.letters.at(-1 - ago) ?? '.') as DayLetter
  }

  /** Days practised in the week before that day. */
  practisedBefore(ago: number): number {
    const week = [1, 2, 3, 4, 5, 6, 7].filter((back) => ago + back <= this.startedAgo)
    return week.filter((back) => this.letterOf(ago + back) !== '.').length
  }

  /** Writes down one session that began at `began`, as the letter of that day says; nothing in the intake. */
  async trains(
    ago: number,
    began: Temporal.Instant,
    viewer: Viewer,
    visitId?: string,
    tapped?: Tapped,
  ): Promise<void> {
    const inProgramme = this.stageKey === this.protocol.alternative.key
    const stage = inProgramme ? null : stageOf(this.protocol, this.stageKey)
    if (!this.hasPlan || (stage && isIntake(stage))) return
    const written = this.letterOf(ago)
    const letter = written === '.' ? 'g' : written
    const byConsultant = viewer.kind === 'member'
    const seen = observe(letter, { stage, animal: this.story, byConsultant, ago, chance: this.chance })
    const seconds = typeof seen.durationSec === 'number' ? seen.durationSec : 0
    const logged = began.add({ seconds: seconds + 60 * this.chance.between(1, 9) })
    const id = randomUUID()
    const live =
      tapped && visitId && viewer.kind === 'member'
        ? await watch(this.clock, viewer, { observationId: id, visitId, animalId: this.id, tapped }, began)
        : {}
    const form = { ...seen, ...live, id, animalId: this.id, visitId, startedAt: began.toString() }
    await this.clock.at(logged, viewer, async () =>
      must(
        await recordSession(viewer, recordedSessionSchema.parse(form), logged),
        `${this.story.name}, ${ago} days ago`,
      ),
    )
  }

  /** The household says in the evening what got in the way of a day without practice. */
  async tells(viewer: GuardianViewer, day: Temporal.PlainDate, obstacle: Obstacle, at: Temporal.Instant) {
    const said = { animalId: this.id, day: day.toString(), obstacle }
    await this.clock.at(at, viewer, async () =>
      must(await tellObstacle(viewer, said, at), `${this.story.name}, ${said.day}`),
    )
  }

  /** When the household trains on a day: once in the evening, before breakfast as well on a good one. */
  timesOn(ago: number, day: Temporal.PlainDate, zone: string): Temporal.Instant[] {
    const letter = this.letterOf(ago)
    if (letter === '.') return []
    const at = (hour: number) =>
      day
        .toPlainDateTime({ hour, minute: this.chance.between(0, 55) })
        .toZonedDateTime(zone)
        .toInstant()
    const usual = this.chance.happens(0.25) ? at(7) : at(this.chance.between(17, 20))
    return letter === 'G' ? [at(7), at(19)] : [usual]
  }
}
