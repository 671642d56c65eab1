import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { beforeEach, expect, test, vi } from 'vitest'
import { sessionCookieFor } from '@/e2e/session'
import { makeHousehold, makePlan, makeVisit, makeWorld } from '@/db/factories/world'
import { origin } from '@/lib/auth/origin'
import type { GuardianViewer, MemberViewer } from '@/lib/domain/access/viewer'
import { answerFrom } from '@/lib/domain/sync/answer'
import { POST } from './route'

const from = { headers: new Headers(), cookie: '' }
vi.mock('next/headers', () => ({
  headers: async () => from.headers,
  cookies: async () => ({ get: () => (from.cookie ? { value: from.cookie } : undefined) }),
}))

const signInAs = async (userId: string) => {
  from.cookie = (await sessionCookieFor(userId, origin())).value
}
beforeEach(() => {
  from.headers = new Headers({ origin: origin() })
  from.cookie = ''
})

/** What a device hears, read as its queue reads it. */
async function post(body: string, key: string | null = randomUUID()) {
  const headers = key === null ? {} : { 'idempotency-key': key }
  const answer = await POST(new Request(`${origin()}/api/sync/v1`, { method: 'POST', body, headers }))
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  return answerFrom(answer.status, await answer.json(), answer.headers.get('retry-after'))
}

async function visited() {
  const world = await makeWorld()
  const household = await makeHousehold(world)
  const visitId = await makeVisit(world, household)
  const words = (viewer: MemberViewer | GuardianViewer, operation: object) =>
    JSON.stringify({ owner: { practiceId: viewer.practiceId, userId: viewer.userId }, madeAt: 0, operation })
  const letter = (mine: string) => ({
    ...{ kind: 'save_draft', visitId, baseVersion: 0 },
    changes: [{ field: 'body.letter', base: '', mine }],
  })
  return { world, household, words, letter }
}

test('the owner of a queue gets it saved, once; without a sign-in or as somebody else it stays', async () => {
  const { world, words, letter } = await visited()
  const { consultant, boss } = world
  const sent = words(consultant, letter('She came.'))
  expect(await post(sent)).toEqual({ state: 'signedOut' })
  await signInAs(boss.userId)
  expect(await post(sent)).toEqual({ state: 'otherPerson' })
  await signInAs(consultant.userId)
  const key = randomUUID()
  const saved = { state: 'saved', version: 1, behind: false }
  expect(await post(sent, key)).toEqual(saved)
  expect(await post(sent, key)).toEqual(saved)
  expect(await post(words(consultant, letter('Else')))).toMatchObject({ state: 'differs', version: 1 })
})

test('a post from elsewhere is not carried out, and a stranger’s visit is not there', async () => {
  const { world, household, words, letter } = await visited()
  await signInAs(world.consultant.userId)
  const sent = words(world.consultant, letter('She came.'))
  for (const elsewhere of [{}, { origin: 'https://evil.example' }, { origin: 'null' }]) {
    from.headers = new Headers(elsewhere as Record<string, string>)
    expect(await post(sent)).toEqual({ state: 'later', after: 5 })
  }
  from.headers = new Headers({ origin: origin() })
  const { consultant } = (await visited()).world
  await signInAs(consultant.userId)
  expect(await post(words(consultant, letter('x')))).toEqual({ state: 'refused', reason: 'sync.gone' })
  await signInAs(household.guardian.userId)
  expect(await post(sent)).toEqual({ state: 'otherPerson' })
})

test('a household’s log is taken from the household, once; a consultant’s cookie does not send it', async () => {
  const { world, household, words } = await visited()
  await makePlan(world, household, {
    stageKey: 'C3',
    enteredOn: Temporal.Now.plainDateISO().subtract({ days: 3 }),
  })
  const { animalId, guardian } = household
  const session = { id: randomUUID(), animalId, stress: '1', startedAt: Temporal.Now.instant().toString() }
  const sent = words(guardian, { kind: 'log_homework', session })
  await signInAs(world.consultant.userId)
  expect(await post(sent)).toEqual({ state: 'otherPerson' })
  await signInAs(guardian.userId)
  const key = randomUUID()
  expect(await post(sent, key)).toEqual({ state: 'saved' })
  expect(await post(sent, key)).toEqual({ state: 'saved' })
})

test('what cannot be read is refused for good; what is of a later version waits', async () => {
  const { world, words, letter } = await visited()
  const { consultant } = world
  await signInAs(consultant.userId)
  const unreadable = { state: 'refused', reason: 'sync.unreadable' }
  for (const body of ['', 'null', '[]', '{', '{"operation":1}', words(consultant, { kind: 'save_draft' })])
    expect(await post(body), body).toEqual(unreadable)
  expect(await post(words(consultant, letter('x')), null)).toEqual(unreadable)
  expect(await post(words(consultant, letter('x')), 'not a key')).toEqual(unreadable)
  const tooBig = { state: 'refused', reason: 'sync.tooBig' }
  expect(await post('x'.repeat(1024 * 1024 + 1))).toEqual(tooBig)
  expect(await post(words(consultant, { kind: 'teleport' }))).toEqual({ state: 'later', after: 300 })
})
