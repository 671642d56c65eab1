import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { inTransaction } from '@/db/client'
import { auditEvent, session } from '@/db/schema'
import type { Household, World } from '@/db/factories/world'
import { paths } from '@/lib/paths'

export type Log = { id: string; note: string }

/**
 * A guardian who sends homework logs one after another, as a browser without JavaScript does, each with an id
 * made on this side. `send` says whether the server acknowledged it: it led on to the page of this very log.
 */
export async function logWriter(origin: string, cookie: string) {
  const address = origin + paths.homeLog()
  const page = await fetch(address, { headers: { cookie } })
  const drawn = hiddenFields(await page.text())
  const sent: Log[] = []
  const acknowledged: Log[] = []
  const send = async (log: Log): Promise<boolean> => {
    const form = new FormData()
    const fields = { ...drawn, id: log.id, note: log.note, day: 'now', stress: '0', choice: 'came' }
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    if (!sent.includes(log)) sent.push(log)
    const answer = await fetch(address, {
      method: 'POST',
      body: form,
      headers: { cookie, origin },
      redirect: 'manual',
      signal: AbortSignal.timeout(30_000),
    }).catch(() => null)
    const good = answer?.status === 303 && (answer.headers.get('location') ?? '').includes(log.id)
    if (good && !acknowledged.includes(log)) acknowledged.push(log)
    return good
  }
  const next = (): Log => ({ id: randomUUID(), note: `Log ${sent.length + 1}` })
  return { send, next, sent, acknowledged }
}

/** What the server put into the log's form: which action it is, and for which animal. */
function hiddenFields(html: string): Record<string, string> {
  const form = html
    .split('<form')
    .map((part) => part.split('</form>')[0] ?? '')
    .find((part) => part.includes('name="animalId"'))
  if (!form) throw new Error('The page has no form for a log')
  const inputs = [...form.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)].map(([input]) => input)
  return Object.fromEntries(inputs.map((input) => [attribute(input, 'name'), attribute(input, 'value')]))
}

function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  return found
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** The logs of an animal as the database has them, each with how often the audit tells of it. */
export async function logsOf({ practiceId }: World, { animalId }: Household) {
  return inTransaction({ practiceId, role: 'system' }, async (tx) => {
    const rows = await tx
      .select({ id: session.id, note: session.note })
      .from(session)
      .where(eq(session.animalId, animalId))
      .orderBy(session.seq)
    const told = await tx
      .select({ id: auditEvent.nounId })
      .from(auditEvent)
      .where(eq(auditEvent.verb, 'recordSession'))
    return rows.map((row) => ({ ...row, told: told.filter(({ id }) => id === row.id).length }))
  })
}
