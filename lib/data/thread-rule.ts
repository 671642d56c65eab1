import { and, eq, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { threadRule } from '@/db/schema'
import { canRunPractice } from '@/lib/domain/access/can'
import type { MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import { done, NotFound, refused, type Result } from '@/lib/domain/result/result'
import type { ThreadRule } from '@/lib/domain/thread/pages'
import type { ThreadRuleChange } from '@/lib/domain/thread/schema'
import { asViewer, audit } from './as-viewer'

/** How messages are taken is the practice's to set; a household reads it on its thread. */
const visibleRules = (viewer: Viewer) =>
  and(eq(threadRule.practiceId, viewer.practiceId), viewer.kind === 'member' ? undefined : sql`false`)

type JsonRule = { awayNote: string; awayUntil: string | null; monthly: number | null } | null

/** Beside the row of a practice. */
export const ruleOfPractice = sql<JsonRule>`(select json_build_object('awayNote', r.away_note,
  'awayUntil', r.away_until, 'monthly', r.monthly) from app.thread_rule r where r.practice_id = practice.id)`

export const ruleFrom = (rule: JsonRule): ThreadRule => ({
  awayNote: rule?.awayNote ?? '',
  awayUntil: rule?.awayUntil ? Temporal.PlainDate.from(rule.awayUntil) : null,
  monthly: rule?.monthly ?? null,
})

/** What the practice said about messages, for its form; 0 is the version where nothing was said. For members. */
export function threadRuleOf(viewer: Viewer): Promise<ThreadRule & { version: number }> {
  return asViewer(viewer, async (tx) => {
    if (viewer.kind !== 'member') throw new NotFound()
    const [row] = await tx.select().from(threadRule).where(visibleRules(viewer))
    const { awayNote = '', awayUntil = null, monthly = null, version = 0 } = row ?? {}
    return { awayNote, awayUntil, monthly, version }
  })
}

/** Says how messages are taken from now on. For whoever runs the practice; refused where somebody was faster. */
export function saveThreadRule(viewer: MemberViewer, input: ThreadRuleChange): Promise<Result> {
  return asViewer(viewer, async (tx) => {
    if (!canRunPractice(viewer)) return refused('errors.notAllowed')
    const { awayNote, awayUntil, monthly = null, version } = input
    const rule = { awayNote, awayUntil, monthly, version: version + 1 }
    const [saved] = await tx
      .insert(threadRule)
      .values({ practiceId: viewer.practiceId, ...rule })
      .onConflictDoUpdate({
        target: threadRule.practiceId,
        set: rule,
        setWhere: eq(threadRule.version, version),
      })
      .returning({ version: threadRule.version })
    if (!saved) {
      const now = await threadRuleOf(viewer)
      const theirs = { awayNote: now.awayNote, monthly: now.monthly === null ? '–' : String(now.monthly) }
      return refused('errors.conflict', { version: now.version, theirs })
    }
    await audit(tx, viewer, 'rule', 'thread', viewer.practiceId, { monthly })
    return done()
  })
}
