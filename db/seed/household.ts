import { sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import { mintGuardian } from '@/lib/auth/mint'
import { addAnimal } from '@/lib/data/animal-change'
import { addClient } from '@/lib/data/client-change'
import { recordConsent } from '@/lib/data/consent'
import { addContact, peopleOf } from '@/lib/data/contact'
import type { GuardianViewer, MemberViewer } from '@/lib/domain/access/viewer'
import { newAnimalSchema } from '@/lib/domain/animal/schema'
import { consentKinds } from '@/lib/domain/client/consents'
import { consentSchema, newClientSchema, newContactSchema } from '@/lib/domain/client/schema'
import { dayOf } from '@/lib/domain/time/time'
import { must, type StoryClock } from './clock'
import { practiceName, type Practice } from './practice'
import { town, zone, type AnimalStory, type HouseholdStory } from './story'

/** A household that comes to life: its ids, and the verbs that make it. */
export class Household {
  clientId = ''
  readonly people: { contactId: string; userId: string; name: string }[] = []

  constructor(
    readonly story: HouseholdStory,
    private readonly practice: Practice,
    private readonly clock: StoryClock,
  ) {}

  get consultant(): MemberViewer {
    return this.practice.staff[this.story.consultant]
  }

  /** The assistant takes the call and writes down who rang. */
  async arrives(at: Temporal.Instant): Promise<void> {
    const { story, clock } = this
    const { assistant } = this.practice.staff
    const [main, ...others] = story.people
    if (!main) throw new Error(`nobody lives at ${story.name}`)
    const form = {
      name: story.name,
      street: story.street,
      postcode: story.postcode,
      town,
      coordinates: `${story.lat}, ${story.lng}`,
      zone,
      accessNotes: story.access,
      heardFrom: story.heardFrom,
      heardFromWords: story.heardFromWords,
      notes: story.notes,
      person: main,
    }
    await clock.at(at, assistant, async (tx) => {
      this.clientId = must(await addClient(assistant, newClientSchema.parse(form)), story.name).id
      for (const person of others) {
        const contact = newContactSchema.parse({ ...person, clientId: this.clientId })
        must(await addContact(assistant, contact), person.name)
      }
      for (const person of await peopleOf(assistant, this.clientId)) {
        if (!person.maySignIn) continue
        const [user] = await tx.execute<{ id: string }>(
          sql`select app.ensure_user(${person.email}::public.citext, ${person.name}) as id`,
        )
        this.people.push({ contactId: person.id, userId: user?.id ?? '', name: person.name })
      }
    })
  }

  /** What the household agreed to, asked at the first visit. */
  async agrees(at: Temporal.Instant): Promise<void> {
    const { story, consultant } = this
    const givenOn = dayOf(at, zone).toString()
    await this.clock.at(at, consultant, async () => {
      for (const kind of consentKinds) {
        const given = story.consents[kind]
        if (given === undefined) continue
        const answer = {
          clientId: this.clientId,
          kind,
          given: given ? 'yes' : 'no',
          givenOn,
          givenBy: story.people[0]?.name,
        }
        must(await recordConsent(consultant, consentSchema.parse(answer), at), `${story.name} ${kind}`)
      }
    })
  }

  async takesIn(animal: AnimalStory, at: Temporal.Instant): Promise<string> {
    const { assistant } = this.practice.staff
    const today = dayOf(at, zone)
    const born =
      animal.bornMonthsAgo === null ? null : today.subtract({ months: animal.bornMonthsAgo, days: 9 })
    const form = {
      clientId: this.clientId,
      name: animal.name,
      species: animal.species ?? 'cat',
      born: born ? born.toString().slice(0, { day: 10, month: 7, year: 4 }[animal.bornPrecision]) : '',
      sex: animal.sex,
      neutering: animal.neutering,
      breed: animal.breed,
      coat: animal.coat,
      origin: animal.origin,
      acquiredOn:
        animal.acquiredMonthsAgo === undefined
          ? undefined
          : today.subtract({ months: animal.acquiredMonthsAgo, days: 2 }).toString(),
      temperament: animal.temperament,
      microchip: animal.microchip,
      vetName: animal.vet?.name,
      vetPhone: animal.vet?.phone,
      foodPreferences: animal.food,
      cueWords: animal.cues,
      marks: animal.marks,
      knownTriggers: animal.triggers,
      notes: animal.notes,
      showScore: animal.showScore ? 'on' : undefined,
    }
    return this.clock.at(
      at,
      assistant,
      async () => must(await addAnimal(assistant, newAnimalSchema.parse(form), at), animal.name).id,
    )
  }

  /** One of those who may sign in, by number; sees the animals given. */
  seenBy(number: number, animalIds: string[]): GuardianViewer {
    const person = this.people[number % Math.max(1, this.people.length)]
    if (!person) throw new Error(`nobody of ${this.story.name} may sign in`)
    return mintGuardian({
      practiceId: this.practice.practiceId,
      practiceName,
      zone,
      locale: 'en-GB',
      units: 'metric',
      paper: 'a4',
      clientId: this.clientId,
      animalIds,
      ...person,
    })
  }
}
