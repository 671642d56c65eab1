import { sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { inTransaction } from '@/db/client'
import { makeMarkedHousehold, marks, openMarkedFlag, type Mark } from '@/db/factories/marked-household'
import { makeWorld } from '@/db/factories/world'
import { NotFound } from '@/lib/domain/result/result'
import { audiences, shows, type Audience } from '@/lib/domain/share/audience'
import { linkLogSchema } from '@/lib/domain/share/schema'
import { asViewer } from './as-viewer'
import { recordConsent } from './consent'
import { openPhoto } from './photo'
import { sessionsOf } from './session'
import { makeShareLink, revokeShareLink } from './share-link'
import { sharedOf } from './shared'
import { logByLink } from './shared-log'
import { linkFor, madeLink, openedBy } from '@/db/factories/share-link'

const now = Temporal.Now.instant()

/** Audience by mark: exactly these are found in what is handed over. The protocol names every stage. */
const shown: Record<Audience, readonly Mark[]> = {
  partner: ['task', 'stop', 'stage'],
  sitter: ['task', 'stop', 'vetName'],
  vet: ['breed', 'seen', 'asked', 'flag'],
  friend: ['stage'],
  journey: ['stage'],
}
/** Audience by table: every other table of the practice is empty to a link, whoever asks it. */
const rows: Record<Audience, readonly string[]> = {
  partner: ['animal', 'homework', 'plan', 'session', 'stage_entry'],
  sitter: ['animal', 'homework', 'plan', 'session', 'stage_entry'],
  vet: ['animal', 'measure', 'note', 'note_animal', 'vet_flag', 'visit_animal'],
  friend: ['animal', 'photo', 'plan', 'session', 'stage_entry'],
  journey: ['animal', 'plan', 'session', 'stage_entry'],
}

async function marked() {
  const world = await makeWorld()
  return { world, home: await makeMarkedHousehold(world, now) }
}
async function viewerFor(audience: Audience, { home }: Awaited<ReturnType<typeof marked>>) {
  const { token, linkId } = await madeLink(home.guardian, linkFor(home.animalId, audience), now)
  const viewer = await openedBy(token)
  if (!viewer) throw new Error('the link is closed')
  return { viewer, token, linkId }
}

test.each(audiences)('%s: exactly the listed fields, words and rows', async (audience) => {
  const all = await marked()
  if (audience === 'vet') await openMarkedFlag(all.world, all.home)
  const { viewer } = await viewerFor(audience, all)
  const answer = await sharedOf(viewer, now)
  expect(Object.keys(answer).sort()).toEqual(['animal', 'practiceName', ...shows[audience]].sort())
  const text = JSON.stringify(answer)
  const told = (Object.keys(marks) as Mark[]).filter((mark) => text.includes(marks[mark]))
  const asKeys: Partial<Record<Mark, string>> = { flag: 'limp_or_pain' }
  const byKey = (Object.keys(asKeys) as Mark[]).filter((mark) => text.includes(asKeys[mark] ?? ' '))
  expect([...told, ...byKey].sort()).toEqual([...shown[audience]].sort())
  if (audience === 'vet') expect(answer.measures).toMatchObject([{ grams: 4210 }])

  const tables = await inTransaction({ practiceId: all.world.practiceId, role: 'system' }, (tx) =>
    tx.execute<{ name: string }>(sql`select distinct table_name as name from information_schema.columns
      where table_schema = 'app' and column_name = 'practice_id' and table_name not in ('outbox')`),
  )
  const seen = await asViewer(viewer, async (tx) => {
    const found: string[] = []
    for (const { name } of tables) {
      const [row] = await tx.execute<{ n: number }>(
        sql`select count(*)::int as n from app.${sql.identifier(name)}`,
      )
      if (row && row.n > 0) found.push(name)
    }
    return found
  })
  expect(seen.filter((name) => !['protocol'].includes(name)).sort()).toEqual(rows[audience])
})

test('photos: a friend’s are those of visits that may travel, never evidence, hidden ones, or any other audience', async () => {
  const all = await marked()
  const { ofVisit, evidence, hidden } = all.home.photos
  for (const audience of audiences) {
    const { viewer } = await viewerFor(audience, all)
    for (const id of [ofVisit, evidence, hidden]) {
      const opens = openPhoto(viewer, id)
      if (audience === 'friend' && id === ofVisit) expect((await opens).format).toBe('webp')
      else await expect(opens, `${audience} ${id}`).rejects.toThrow(NotFound)
    }
    const listed = (await sharedOf(viewer, now)).photos?.map(({ id }) => id)
    expect(listed).toEqual(audience === 'friend' ? [ofVisit] : undefined)
  }
  const { viewer } = await viewerFor('friend', all)
  const no = { clientId: all.home.clientId, kind: 'photos' as const, given: false, givenBy: 'Lena' }
  await recordConsent(all.world.consultant, { ...no, givenOn: now.toString().slice(0, 10) }, now)
  expect((await sharedOf(viewer, now)).photos).toEqual([])
  await expect(openPhoto(viewer, ofVisit)).rejects.toThrow(NotFound)
})

test('a rest is told without its reason, and nothing is asked meanwhile', async () => {
  const all = await marked()
  await openMarkedFlag(all.world, all.home)
  for (const audience of ['partner', 'sitter'] as const) {
    const { viewer } = await viewerFor(audience, all)
    const answer = await sharedOf(viewer, now)
    expect(answer.homework).toEqual({ rests: true, tasks: [] })
    expect(JSON.stringify(answer)).not.toMatch(/limp|markflagnote/)
  }
})

test('a vet’s waits for no "no", ends with it, and is not the practice’s to give without a yes', async () => {
  const all = await marked()
  const { world, home } = all
  const { token } = await viewerFor('vet', all)
  const no = { clientId: home.clientId, kind: 'vet_sharing' as const, given: false, givenBy: 'Lena' }
  await recordConsent(world.consultant, { ...no, givenOn: now.toString().slice(0, 10) }, now)
  expect(await openedBy(token)).toBeNull()
  for (const maker of [world.consultant, home.guardian])
    expect(await makeShareLink(maker, linkFor(home.animalId, 'vet'), now)).toMatchObject({
      reason: 'share.vetClosed',
    })
})

test('a partner logs with the owner’s checks, under a name, and only while the link stands', async () => {
  const all = await marked()
  const { home, world } = all
  const { viewer, linkId } = await viewerFor('partner', all)
  const log = (more: Record<string, string> = {}) =>
    linkLogSchema.parse({ animalId: home.animalId, stress: '1', token: 'sl_x', by: 'Sam', ...more })
  expect(await logByLink(viewer, log(), now)).toMatchObject({ ok: true })
  const [newest] = await sessionsOf(home.guardian, home.animalId, 1)
  expect(newest).toMatchObject({ recordedByName: 'Sam, by link', source: 'owner' })
  const tooOld = now.toZonedDateTimeISO(world.zone).toPlainDate().subtract({ days: 8 }).toString()
  expect(await logByLink(viewer, log({ day: tooOld, time: '10:00' }), now)).toMatchObject({ ok: false })
  const [line] = await inTransaction({ practiceId: world.practiceId, role: 'system' }, (tx) =>
    tx.execute(sql`select user_id, viewer_kind from app.audit_event where verb = 'recordSession'`),
  )
  expect(line).toEqual({ user_id: null, viewer_kind: 'share' })
  await revokeShareLink(home.guardian, { linkId }, now)
  await expect(logByLink(viewer, log(), now)).rejects.toThrow(NotFound)
  for (const audience of ['sitter', 'vet', 'friend', 'journey'] as const) {
    const { viewer: other } = await viewerFor(audience, all)
    await expect(logByLink(other, log(), now)).rejects.toThrow(NotFound)
  }
  const next = await viewerFor('partner', all)
  const tries = []
  for (let n = 0; n < 13; n++) tries.push((await logByLink(next.viewer, log(), now)).ok)
  expect(tries.filter(Boolean)).toHaveLength(12)
})
