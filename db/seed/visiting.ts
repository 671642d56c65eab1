import type { Temporal } from 'temporal-polyfill'
import { amendNote } from '@/lib/data/amendment'
import { bookVisit } from '@/lib/data/booking'
import { saveDecisions, saveNote } from '@/lib/data/note'
import { signNote } from '@/lib/data/note-sign'
import { startPlan } from '@/lib/data/plan-start'
import { recordFit } from '@/lib/data/fit'
import { addPhoto } from '@/lib/data/photo'
import { recordSafetyItem } from '@/lib/data/safety'
import { arriveAtVisit, cancelVisit, leaveVisit, markNoShow } from '@/lib/data/visit-press'
import {
  amendmentSchema,
  noteDecisionsSchema,
  noteDraftSchema,
  noteSignatureSchema,
} from '@/lib/domain/note/schema'
import { startPlanFormSchema } from '@/lib/domain/plan/forms'
import { stageOf } from '@/lib/domain/protocol/stage'
import { fitSchema } from '@/lib/domain/fit/schema'
import { safetyItemSchema } from '@/lib/domain/safety/forms'
import type { SafetyItemKey } from '@/lib/domain/safety/items'
import { dayOf } from '@/lib/domain/time/time'
import { bookVisitSchema, cancelVisitSchema } from '@/lib/domain/visit/schema'
import type { Appointment } from './calendar'
import { must, type StoryClock } from './clock'
import { blockOf, decisionOf, evidenceOf, fitAt, listFor } from './findings'
import { homeworkAt } from './homework'
import type { Household } from './household'
import { pictureOf } from './pictures'
import type { Practice } from './practice'
import { zone, type PartStory } from './story'
import type { Trained } from './training'

type Part = { trained: Trained; part: PartStory }

/** One visit as it was lived: booked, driven to, worked, written up. */
export class Visiting {
  private visitId = ''
  private version = 1
  /** The animals worked, with what the story says of each. */
  parts: Part[] = []

  constructor(
    readonly appointment: Appointment,
    private readonly household: Household,
    private readonly practice: Practice,
    private readonly clock: StoryClock,
  ) {}

  private get consultant() {
    return this.household.consultant
  }
  private get story() {
    if (!this.appointment.story) throw new Error('a visit that lies ahead has no story yet')
    return this.appointment.story
  }
  private get what() {
    return `${this.household.story.name}, ${this.appointment.wall.toString()}`
  }

  async isBooked(at: Temporal.Instant, animals: readonly Trained[]): Promise<void> {
    const { wall, service, message } = this.appointment
    const by = this.consultant
    const form = bookVisitSchema.parse({
      clientId: this.household.clientId,
      animalIds: animals.map(({ id }) => id),
      serviceId: this.practice.services[service],
      consultantId: by.memberId,
      day: wall.toPlainDate().toString(),
      time: wall.toPlainTime().toString({ smallestUnit: 'minute' }),
      message,
      anyway: 'They are only at home then.',
    })
    await this.clock.at(at, by, async () => {
      this.visitId = must(await bookVisit(by, form, at), this.what).visitId
    })
  }

  arrives = (at: Temporal.Instant) => this.press(at, () => arriveAtVisit(this.consultant, this.pressed, at))
  leaves = (at: Temporal.Instant) => this.press(at, () => leaveVisit(this.consultant, this.pressed, at))
  nobodyOpens = (at: Temporal.Instant) => this.press(at, () => markNoShow(this.consultant, this.pressed, at))
  isCancelled = (at: Temporal.Instant) =>
    this.press(at, () => {
      const form = cancelVisitSchema.parse({ ...this.pressed, reason: this.story.cancelReason })
      return cancelVisit(this.consultant, form, at)
    })

  private get pressed() {
    return { id: this.visitId, version: this.version }
  }
  private async press(at: Temporal.Instant, verb: () => ReturnType<typeof leaveVisit>): Promise<void> {
    await this.clock.at(at, this.consultant, async () => must(await verb(), this.what))
    this.version += 1
  }

  /** Starts the plan of every animal that is seen here for the first time. */
  async startsPlans(at: Temporal.Instant): Promise<void> {
    for (const { trained } of this.parts) {
      if (trained.hasPlan) continue
      const { story, protocol } = trained
      const form = startPlanFormSchema.parse({
        animalId: trained.id,
        protocolKey: protocol.key,
        goal: story.goal,
        goalRisk: story.goalRisk,
        stageKey: trained.stageKey,
        lateStartReason: story.lateStartReason,
        minDaysFactor: story.minDaysFactor,
      })
      await this.clock.at(at, this.consultant, async () =>
        must(await startPlan(this.consultant, form, at), `the plan of ${story.name}`),
      )
      trained.hasPlan = true
    }
  }

  async works(at: Temporal.Instant): Promise<void> {
    if (this.appointment.service === 'call') return
    for (const [number, { trained, part }] of this.parts.entries())
      for (const set of trained.story.subtle ? [0, 1] : [0]) {
        const began = at.add({ minutes: number * 12 + set * 6 })
        await trained.trains(this.story.ago, began, this.consultant, this.visitId, part.watched)
      }
  }

  async photographs(at: Temporal.Instant): Promise<void> {
    for (const { trained, part } of this.parts) {
      if (!part.photo) continue
      const bytes = await pictureOf(trained.story.coat, this.story.ago)
      const photo = { animalId: trained.id, visitId: this.visitId, takenAt: at, bytes }
      await this.clock.at(at, this.consultant, async () =>
        must(await addPhoto(this.consultant, photo, at), `a photo of ${trained.story.name}`),
      )
    }
  }

  /** What a stage at the door asks for, and what else was looked at. */
  async checksSafety(at: Temporal.Instant): Promise<void> {
    const today = dayOf(at, zone)
    for (const { trained, part } of this.parts) {
      const to = part.to ? stageOf(trained.protocol, part.to) : null
      const items = new Set<SafetyItemKey>(part.safety ?? [])
      if (to?.gate) for (const item of listFor(trained)) items.add(item)
      if (items.size === 0) continue
      await this.clock.at(at, this.consultant, async () => {
        for (const item of items) {
          if (item === 'harness_fit') {
            const form = fitSchema.parse({ animalId: trained.id, ...fitAt(trained, this.story.ago) })
            must(await recordFit(this.consultant, form, at), `${trained.story.name} fit`)
            continue
          }
          const form = {
            animalId: trained.id,
            item,
            passedOn: today.toString(),
            validUntil: item === 'vaccines' ? today.add({ months: 8 }).toString() : undefined,
            evidence: evidenceOf[item],
          }
          must(
            await recordSafetyItem(this.consultant, safetyItemSchema.parse(form), at),
            `${trained.story.name} ${item}`,
          )
        }
      })
    }
  }

  async isWrittenUp(at: Temporal.Instant): Promise<void> {
    const { ago, present, place, obstacles, triedBefore, homeGaps, letter, internal, service } = this.story
    const cats = this.parts.filter(({ trained }) => trained.protocol.species === 'cat').length
    const draft = noteDraftSchema.parse({
      visitId: this.visitId,
      version: 0,
      internal,
      body: {
        present,
        place: place ?? (service === 'call' ? 'by telephone' : ''),
        obstacles,
        triedBefore,
        homeGaps,
        letter,
        daysPractised:
          service === 'first'
            ? undefined
            : Math.max(...this.parts.map(({ trained }) => trained.practisedBefore(ago))),
        pillars:
          service === 'first'
            ? { safe_place: 2, resources: homeGaps ? 1 : 2, play: 2, contact: 2, smell: 1 }
            : {},
        resources:
          service === 'first' && cats > 0
            ? { trays: cats + 1, water: cats + 1, hides: cats + 2, perches: homeGaps ? cats : cats + 1 }
            : {},
      },
      animals: this.parts.map((one) => ({ animalId: one.trained.id, block: blockOf(one.part) })),
    })
    await this.clock.at(at, this.consultant, async () =>
      must(await saveNote(this.consultant, draft, at), `the note of ${this.what}`),
    )
  }

  async isSigned(at: Temporal.Instant): Promise<void> {
    const by = this.consultant
    const animals = this.parts.map(({ trained, part }) => ({
      animalId: trained.id,
      decision: decisionOf(trained, part),
      reason: part.reason,
      pauseUntil: part.pauseDays ? dayOf(at, zone).add({ days: part.pauseDays }).toString() : undefined,
      ticks: stageOf(trained.protocol, trained.stageKey)?.ticks.map(({ key }) => key) ?? [],
    }))
    const chosen = noteDecisionsSchema.parse({ visitId: this.visitId, version: 1, animals })
    const signature = noteSignatureSchema.parse({
      visitId: this.visitId,
      version: 2,
      read: 'on',
      animals: this.parts.map(({ trained, part }) => ({
        animalId: trained.id,
        homework: part.pauseDays ? [] : homeworkAt(part.to ?? trained.stageKey, trained.story),
      })),
    })
    await this.clock.at(at.subtract({ minutes: 2 }), by, async () =>
      must(await saveDecisions(by, chosen, at.subtract({ minutes: 2 })), `decisions of ${this.what}`),
    )
    await this.clock.at(at, by, async () => must(await signNote(by, signature, at), `signing ${this.what}`))
    for (const { trained, part } of this.parts) trained.stageKey = part.to ?? trained.stageKey
  }

  async isAmended(at: Temporal.Instant): Promise<void> {
    const { body, reason, shown, corrects } = this.story.amendment ?? {}
    const form = amendmentSchema.parse({
      visitId: this.visitId,
      field: corrects && `animals.${this.parts[0]?.trained.id ?? ''}.${corrects}`,
      body,
      reason,
      shown: shown ? 'on' : undefined,
    })
    await this.clock.at(at, this.consultant, async () =>
      must(await amendNote(this.consultant, form, at), `amending ${this.what}`),
    )
  }
}
