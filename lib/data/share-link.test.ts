import { sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { inTransaction } from '@/db/client'
import { makeHousehold, makePlan, makeWorld } from '@/db/factories/world'
import { hashToken, newToken } from '@/lib/auth/session-token'
import { ownerLogSchema } from '@/lib/domain/log/schema'
import { NotFound } from '@/lib/domain/result/result'
import { recordSession } from './session'
import { makeShareLink, revokeShareLink, shareLinksOf, shareLinksOfClient } from './share-link'
import { sharedOf } from './shared'
import { linkFor, madeLink, openedBy } from '@/db/factories/share-link'

// The look-up of a token reads the database's clock, so these tests live today.
const now = Temporal.Now.instant()

/** Many more by hand: GUESSES=10000. */
const guesses = Number(process.env.GUESSES ?? 400)

const value = <T>(answer: { ok: true; value: T } | { ok: false; reason: string }): T => {
  if (!answer.ok) throw new Error(answer.reason)
  return answer.value
}

async function shared(by: 'guardian' | 'consultant' = 'guardian') {
  const world = await makeWorld()
  const household = await makeHousehold(world)
  const { animalId, guardian } = household
  const enteredOn = now.toZonedDateTimeISO(world.zone).toPlainDate().subtract({ days: 6 })
  await makePlan(world, household, { enteredOn })
  const maker = by === 'guardian' ? guardian : world.consultant
  const link = await madeLink(maker, linkFor(animalId, 'journey', { label: 'Grandma' }), now)
  return { world, household, animalId, guardian, link }
}

test('a link opens one animal and nothing else, is counted, and holds fourteen days', async () => {
  const { world, household, animalId, guardian, link } = await shared()
  expect(link.token).toMatch(/^sl_[\w-]{43}$/)
  const log = { animalId, stress: '0', durationSec: '400', choice: 'came', note: 'Our code is 4711' }
  value(await recordSession(guardian, ownerLogSchema.parse(log), now))
  const viewer = await openedBy(link.token)
  expect(viewer).toMatchObject({ animalIds: [animalId], practiceId: world.practiceId, scope: 'journey' })
  if (!viewer) return
  const seen = await sharedOf(viewer, now)
  expect(seen).toMatchObject({
    ...{ animal: { name: 'Moth' }, journey: { weeks: 1 }, practiceName: 'Slow Door Cat Practice' },
  })
  expect(Object.keys(seen).sort()).toEqual(['animal', 'journey', 'practiceName'])
  for (const secret of ['4711', 'Kiln Row', 'Berger', household.clientId])
    expect(JSON.stringify(seen)).not.toContain(secret)

  const looked = (token: string) =>
    inTransaction({}, (tx) => tx.execute(sql`select app.count_share_view(${hashToken(token)})`))
  await looked(link.token)
  const { links } = await shareLinksOf(guardian, animalId, now)
  expect(links).toMatchObject([{ label: 'Grandma', madeBy: 'Lena Berger', views: 1, state: 'live' }])
  expect((await shareLinksOfClient(world.assistant, household.clientId, now)).links).toEqual(links)
  expect(links[0]?.expiresAt.epochMilliseconds).toBe(now.add({ hours: 24 * 14 }).epochMilliseconds)
  expect(JSON.stringify(links)).not.toContain(link.token)
})

test('revoked, it is dead at the next request, for good, whoever revokes', async () => {
  const { world, guardian, link } = await shared()
  expect(await openedBy(link.token)).not.toBeNull()
  value(await revokeShareLink(world.consultant, { linkId: link.linkId }, now))
  expect(await openedBy(link.token)).toBeNull()
  value(await revokeShareLink(guardian, { linkId: link.linkId }, now))
  expect(await openedBy(link.token)).toBeNull()
})

test('past its day it is dead', async () => {
  const { guardian, animalId } = await shared()
  const then = now.subtract({ hours: 24 * 8 })
  const old = await madeLink(guardian, linkFor(animalId, 'journey', { days: '7' }), then)
  expect(await openedBy(old.token)).toBeNull()
  const { links } = await shareLinksOf(guardian, animalId, now)
  expect(links.find(({ id }) => id === old.linkId)?.state).toBe('expired')
})

test('it goes with whoever made it, and with the animal', async () => {
  const system = (practiceId: string) => ({ practiceId, role: 'system' })
  const one = await shared('consultant')
  await inTransaction(system(one.world.practiceId), (tx) =>
    tx.execute(sql`update app.member set removed_at = now() where id = ${one.world.consultant.memberId}`),
  )
  expect(await openedBy(one.link.token)).toBeNull()
  const two = await shared()
  await inTransaction(system(two.world.practiceId), (tx) =>
    tx.execute(sql`update app.contact set removed_at = now() where id = ${two.household.contactId}`),
  )
  expect(await openedBy(two.link.token)).toBeNull()
  const three = await shared()
  await inTransaction(system(three.world.practiceId), (tx) =>
    tx.execute(sql`update app.animal set archived_at = now() where id = ${three.animalId}`),
  )
  expect(await openedBy(three.link.token)).toBeNull()
  await expect(makeShareLink(three.guardian, linkFor(three.animalId), now)).rejects.toThrow(NotFound)
})

test('random tokens, and a live one with a letter changed, open nothing', async () => {
  const { link } = await shared()
  const altered = (n: number) => {
    const at = 3 + (n % 43)
    const letter = link.token[at] === 'x' ? 'y' : 'x'
    return link.token.slice(0, at) + letter + link.token.slice(at + 1)
  }
  let [tried, hits] = [0, 0]
  while (tried < guesses)
    await inTransaction({}, async (tx) => {
      for (let n = 0; n < 200; n++, tried++) {
        const guess = hashToken(n % 2 === 0 ? newToken('sl') : altered(tried))
        hits += (await tx.execute(sql`select 1 from app.open_share_link(${guess})`)).length
      }
    })
  expect({ hits, live: await openedBy(link.token) }).toMatchObject({ hits: 0, live: { linkId: link.linkId } })
})

test('strangers neither make, list nor revoke; an assistant may not; a link cannot make links', async () => {
  const { world, animalId, link } = await shared()
  const other = await makeHousehold(world, { name: 'Other', animal: 'Else' })
  const elsewhere = await makeWorld()
  const input = linkFor(animalId)
  const through = await openedBy(link.token)
  if (!through) throw new Error('the link is closed')
  for (const stranger of [other.guardian, elsewhere.consultant, through]) {
    await expect(makeShareLink(stranger, input, now)).rejects.toThrow(NotFound)
    await expect(shareLinksOf(stranger, animalId, now)).rejects.toThrow(NotFound)
    await expect(revokeShareLink(stranger, { linkId: link.linkId }, now)).rejects.toThrow(NotFound)
  }
  expect(await makeShareLink(world.assistant, input, now)).toMatchObject({ reason: 'errors.notAllowed' })
  expect(await revokeShareLink(world.assistant, link, now)).toMatchObject({ reason: 'errors.notAllowed' })
  expect(await openedBy(link.token)).not.toBeNull()
})
