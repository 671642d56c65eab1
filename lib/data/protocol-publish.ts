import type { Temporal } from 'temporal-polyfill'
import { protocol } from '@/db/schema'
import { canWriteProtocols } from '@/lib/domain/access/can'
import type { MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import { draftFrom, draftRefusals, freeKey } from '@/lib/domain/protocol/draft'
import { differencesOf, isSame } from '@/lib/domain/protocol/differences'
import type { ImportForm, PublishForm } from '@/lib/domain/protocol/forms'
import { pathText, readProtocol } from '@/lib/domain/protocol/interchange'
import { isShipped } from '@/lib/domain/protocol/library'
import type { Refusal as Problem } from '@/lib/domain/protocol/across'
import type { Protocol } from '@/lib/domain/protocol/protocol'
import { done, NotFound, refused, type Result } from '@/lib/domain/result/result'
import { text } from '@/lib/format/text'
import { asViewer, audit } from './as-viewer'
import { beginDraft, endDraft, keepDraft, lockedDraft, newestOf, takenKeys } from './protocol-rows'

/**
 * Makes the draft the next version of its protocol, for good, and ends the draft. Refuses one that is not whole,
 * that says nothing new, or that somebody changed or published meanwhile: of two, one wins and the other is told.
 */
export function publishDraft(
  viewer: Viewer,
  { draftId, version, key }: PublishForm,
  now: Temporal.Instant,
): Promise<Result<{ protocolId: string }>> {
  return asViewer(viewer, async (tx) => {
    const row = await lockedDraft(tx, viewer, draftId)
    if (viewer.kind !== 'member') throw new NotFound()
    if (!canWriteProtocols(viewer)) return refused('errors.notAllowed')
    if (!row) {
      if (await newestOf(tx, viewer, key)) return refused('protocol.publishedMeanwhile')
      throw new NotFound()
    }
    if (row.version !== version) return refused('protocol.draftChanged')
    if (draftRefusals(row.definition).length > 0) return refused('protocol.notWhole')
    const newest = await newestOf(tx, viewer, row.key)
    const definition: Protocol = { ...row.definition, version: (newest?.definition.version ?? 0) + 1 }
    if (newest && newest.definition.species !== definition.species) return refused('protocol.otherSpecies')
    if (newest && isSame(differencesOf(newest.definition, definition))) return refused('protocol.nothingNew')

    const [published] = await tx
      .insert(protocol)
      .values({
        practiceId: viewer.practiceId,
        key: definition.key,
        version: definition.version,
        species: definition.species,
        name: definition.name,
        definition,
        publishedBy: viewer.memberId,
        publishedAt: now,
      })
      .onConflictDoNothing()
      .returning({ id: protocol.id })
    if (!published) return refused('protocol.publishedMeanwhile')
    await endDraft(tx, viewer, row.id)
    const { id } = published
    await audit(tx, viewer, 'publishProtocol', 'protocol', id, { key: row.key, version: definition.version })
    return done({ protocolId: id })
  })
}

/**
 * A draft from exported text, of the next version where its key is the practice's own, under a new key where it
 * is one that Doorstep ships. Refuses what is no protocol, naming every path, and a draft already there unless
 * it is to be replaced.
 */
export function importProtocol(
  viewer: MemberViewer,
  form: ImportForm,
  now: Temporal.Instant,
): Promise<Result<{ draftId: string }>> {
  return asViewer(viewer, async (tx) => {
    if (viewer.kind !== 'member') throw new NotFound()
    if (!canWriteProtocols(viewer)) return refused('errors.notAllowed')
    const read = readProtocol(form.text)
    if (!read.ok) return refusedText(read.refusals)
    const { protocol: given } = read
    const key = isShipped(given.key) ? freeKey(`own-${given.key}`, await takenKeys(tx, viewer)) : given.key
    const newest = await newestOf(tx, viewer, key)
    if (newest && newest.definition.species !== given.species) {
      return refusedText([{ path: ['species'], message: 'otherSpecies' }])
    }
    const basedOn = newest ?? (await newestOf(tx, viewer, given.key))
    const draft = draftFrom(given, { key })
    const { id, isNew } = await beginDraft(tx, viewer, draft, basedOn?.id ?? null, now)
    if (!isNew) {
      if (!form.replace) {
        return refused('errors.checkFields', { fields: { replace: 'protocol.draftThere' }, values: { key } })
      }
      const there = await lockedDraft(tx, viewer, id)
      if (!there) return refused('protocol.draftChanged')
      await keepDraft(tx, viewer, there, draft, now)
    }
    await audit(tx, viewer, 'importProtocol', 'protocolDraft', id, { key })
    return done({ draftId: id })
  })
}

/** More than this helps nobody to mend a file. */
const toldAtOnce = 100

/** Every problem on a line of its own: `stages[3].targetSec: must not be negative`. */
function refusedText(problems: readonly Problem[]) {
  const t = text('protocol')
  const told = problems.slice(0, toldAtOnce).map(({ path, message }) => {
    const where = pathText(path) || t('problem.whole')
    return `${where}: ${t(`problem.${message}`)}`
  })
  const more = problems.length - told.length
  const lines = more > 0 ? [...told, t('problem.more', { count: more })] : told
  return refused('protocol.notAProtocol', {
    values: { count: problems.length, problems: lines.join('\n') },
    fields: { problems: 'protocol.problems' },
  })
}
