import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import sharp from 'sharp'
import { Temporal } from 'temporal-polyfill'
import type { Page } from '@playwright/test'
import { inTransaction } from '@/db/client'
import { makeSignedNote } from '@/db/factories/signed-note'
import type { Household, World } from '@/db/factories/world'
import { contact, session } from '@/db/schema'
import { recordConsent } from '@/lib/data/consent'
import { consentSchema } from '@/lib/domain/client/schema'

export type Lived = {
  /** The month that has its first times. */
  month: Temporal.PlainYearMonth
  partner: { userId: string }
  /** The session of the first day. */
  firstSession: string
}

/** A visit on the first of a month and sessions at the open door from there to yesterday, by two people in turns. */
export async function livesAMonth(world: World, household: Household): Promise<Lived> {
  const { practiceId, zone } = world
  const today = Temporal.Now.plainDateISO(zone)
  const month = today.subtract({ days: 12 }).toPlainYearMonth()
  const start = month.toPlainDate({ day: 1 })
  const { planId } = await makeSignedNote(world, household, {
    stageKey: 'C6',
    localStart: start.toPlainDateTime('10:15'),
    letter: 'You waited at the open door, and she chose. That is the whole art.',
    homework: [
      {
        ...{ exercise: 'Open door', sentences: ['Door open, leash slack, nobody moves.'] },
        ...{ dose: 'Five minutes, once a day', good: 'She looks out and eats.', stop: 'Ears flat.' },
      },
    ],
  })
  const main = { contactId: household.contactId, name: household.guardian.name }
  const partner = await movesIn(world, household, 'Arjun Sharma')
  const days = Array.from({ length: start.until(today).days }, (_, count) => start.add({ days: count }))
  const made = await inTransaction({ practiceId, role: 'system' }, (tx) =>
    tx
      .insert(session)
      .values(
        days
          .filter(({ day }) => day % 4 !== 0)
          .map((day) => {
            const by = day.day % 5 === 2 ? partner : main
            const startedAt = day.toPlainDateTime('18:00').toZonedDateTime(zone).toInstant()
            return {
              ...{ practiceId, animalId: household.animalId, planId, stageKey: 'C6', zone, day, startedAt },
              ...{ source: 'owner' as const, recordedBy: by.contactId, recordedByName: by.name },
              ...{ exercise: 'Open door', durationSec: 660, place: 'door' as const, triggers: ['none'] },
              ...(day.day === 7 ? hardOne : goodOne),
            }
          }),
      )
      .returning({ id: session.id }),
  )
  return { month, partner, firstSession: made[0]?.id ?? '' }
}

type Answers = Partial<typeof session.$inferInsert>
const goodOne = {
  stress: 0,
  food: 'quick',
  choice: 'came',
  tension: 'slack',
  ended: 'as_planned',
} satisfies Answers
const hardOne = {
  stress: 2,
  signs: ['crouch'],
  food: 'sniffed',
  choice: 'walked_off',
  ended: 'stopped_by_person',
} satisfies Answers

/** "May 2026", as the pages say it. */
export const monthInYear = (month: Temporal.PlainYearMonth): string =>
  month.toPlainDate({ day: 1 }).toLocaleString('en-GB', { month: 'long', year: 'numeric' })

/** Somebody else of the household, with a sign-in of their own. */
async function movesIn({ practiceId }: World, { clientId }: Household, name: string) {
  const id = randomUUID()
  const email = `partner-${id}@example.test`
  const userId = await inTransaction({ practiceId, role: 'system' }, async (tx) => {
    const [row] = await tx.execute<{ id: string }>(sql`select app.ensure_user(${email}, ${name}) as id`)
    const made = row?.id ?? ''
    await tx.insert(contact).values({ practiceId, id, clientId, name, email, userId: made })
    return made
  })
  return { contactId: id, userId, name }
}

/** A photo of a session, as the consultant's phone sends it. */
export async function photographs(
  page: Page,
  origin: string,
  world: World,
  { clientId, animalId }: Household,
  session: { sessionId: string; background?: string },
): Promise<void> {
  const said = { clientId, kind: 'photos', given: 'yes', givenBy: 'Lena Berger', givenOn: '2026-05-10' }
  await recordConsent(world.consultant, consentSchema.parse(said), Temporal.Now.instant())
  const background = session.background ?? '#a8743a'
  const buffer = await sharp({ create: { width: 1500, height: 2000, channels: 3, background } })
    .jpeg()
    .toBuffer()
  const answer = await page.request.post('/api/photos', {
    headers: { origin },
    multipart: {
      animalId,
      sessionId: session.sessionId,
      photo: { name: 'IMG_2031.jpg', mimeType: 'image/jpeg', buffer },
    },
  })
  if (answer.status() !== 201) throw new Error(`the photo was answered with ${answer.status()}`)
}
