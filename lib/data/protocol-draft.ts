import { and, eq, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '@/db/client'
import { protocol } from '@/db/schema'
import { canWriteProtocols } from '@/lib/domain/access/can'
import type { MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import { theirsOf } from '@/lib/domain/form/theirs'
import {
  draftFrom,
  freeKey,
  withoutStage,
  withStage,
  withStageMoved,
  withStageWritten,
  type ProtocolDraft,
} from '@/lib/domain/protocol/draft'
import type {
  DraftHead,
  DraftId,
  DraftStage,
  MoveStage,
  NewStage,
  StageForm,
  WriteProtocol,
} from '@/lib/domain/protocol/forms'
import { isShipped } from '@/lib/domain/protocol/library'
import { markOf } from '@/lib/domain/protocol/mark'
import { headDefaults, headWritten, stageDefaults, stageWritten } from '@/lib/domain/protocol/stage-form'
import { done, refused, type Refusal, type Result } from '@/lib/domain/result/result'
import { text } from '@/lib/format/text'
import { asViewer, audit, found, idFrom } from './as-viewer'
import {
  beginDraft,
  draftToChange,
  endDraft,
  keepDraft,
  newestOf,
  takenKeys,
  type DraftRow,
} from './protocol-rows'

/** What may be copied: every published version of the practice. */
const visibleProtocols = (viewer: Viewer) =>
  and(eq(protocol.practiceId, viewer.practiceId), viewer.kind === 'member' ? undefined : sql`false`)

type Kept = { draftId: string }

/**
 * A draft made of a published version: of its next version, or a copy under a key of its own. What Doorstep
 * ships is only ever copied. Where a draft of that next version exists already, it is that one.
 */
export function writeProtocol(
  viewer: Viewer,
  { protocolId, as }: WriteProtocol,
  now: Temporal.Instant,
): Promise<Result<Kept>> {
  return asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({ definition: protocol.definition })
      .from(protocol)
      .where(and(visibleProtocols(viewer), eq(protocol.id, idFrom(protocolId))))
    const { definition } = found(row)
    if (!canWriteProtocols(viewer)) return refused('errors.notAllowed')
    const copied = as === 'copy' || isShipped(definition.key)
    const draft = copied
      ? draftFrom(definition, {
          key: freeKey(`own-${definition.key}`, await takenKeys(tx, viewer)),
          name: text('protocol')('copyName', { name: definition.name }),
        })
      : draftFrom(definition)
    const { id, isNew } = await beginDraft(tx, viewer, draft, protocolId, now)
    if (isNew) await audit(tx, viewer, 'writeProtocol', 'protocolDraft', id, { from: protocolId, as })
    return done({ draftId: id })
  })
}

/** Name, key and indoor programme. Refuses a key that is taken, and another key once a version is published. */
export const saveDraftHead = (
  viewer: Viewer,
  form: DraftHead,
  now: Temporal.Instant,
): Promise<Result<Kept>> =>
  change(viewer, form, now, async ({ definition, key }, tx, writer) => {
    const fields = headDefaults(definition)
    if (form.version !== markOf(fields))
      return fasterThan(headDefaults(headWritten(form, definition)), fields)
    if (form.key !== key && (await newestOf(tx, writer, key))) return refusedAt('key', 'protocol.keyStays')
    const taken =
      form.key !== key && (isShipped(form.key) || (await takenKeys(tx, writer)).includes(form.key))
    return taken ? refusedAt('key', 'protocol.keyTaken') : headWritten(form, definition)
  })

/** One stage as its form says it. Refuses where somebody was faster with this stage, and one that is gone. */
export const saveStage = (viewer: Viewer, form: StageForm, now: Temporal.Instant): Promise<Result<Kept>> =>
  change(viewer, form, now, ({ definition }) => {
    const before = definition.stages.find(({ key }) => key === form.stageKey)
    if (!before) return refused('protocol.stageGone')
    const written = stageWritten(form, before)
    return form.version === markOf(stageDefaults(before))
      ? withStageWritten(definition, written)
      : fasterThan(stageDefaults(written), stageDefaults(before))
  })

/** A new stage after the one named. Refuses a key that the protocol uses, and a stage too many. */
export const addStage = (viewer: Viewer, form: NewStage, now: Temporal.Instant): Promise<Result<Kept>> =>
  change(viewer, form, now, ({ definition }) => {
    const keys = [definition.alternative.key, ...definition.stages.map(({ key }) => key)]
    if (keys.includes(form.key)) return refusedAt('key', 'errors.keyTwice')
    return keys.length > 60 ? refused('protocol.enoughStages') : withStage(definition, form)
  })

/** Takes a stage out of the draft. Refuses the last one. */
export const removeStage = (viewer: Viewer, form: DraftStage, now: Temporal.Instant): Promise<Result<Kept>> =>
  change(viewer, form, now, ({ definition }) =>
    definition.stages.length === 1 ? refused('protocol.lastStage') : withoutStage(definition, form.stageKey),
  )

/** Changes a stage's place with the one before or after it. */
export const moveStage = (viewer: Viewer, form: MoveStage, now: Temporal.Instant): Promise<Result<Kept>> =>
  change(viewer, form, now, ({ definition }) => withStageMoved(definition, form.stageKey, form.way))

/** Throws a draft away; what was published stays. Refuses where it says something else than was seen. */
export function discardDraft(viewer: Viewer, { draftId, version }: DraftId): Promise<Result> {
  return asViewer(viewer, async (tx) => {
    const draft = await draftToChange(tx, viewer, draftId)
    if (!draft.ok) return draft
    if (draft.row.version !== version) return refused('protocol.draftChanged')
    await endDraft(tx, draft.writer, draft.row.id)
    await audit(tx, viewer, 'discardDraft', 'protocolDraft', draft.row.id, { key: draft.row.key })
    return done()
  })
}

/** One change of a draft that is locked meanwhile: what it says then, or why not. */
function change(
  viewer: Viewer,
  { draftId }: { draftId: string },
  now: Temporal.Instant,
  changed: (
    row: DraftRow,
    tx: Tx,
    writer: MemberViewer,
  ) => ProtocolDraft | Refusal | Promise<ProtocolDraft | Refusal>,
): Promise<Result<Kept>> {
  return asViewer(viewer, async (tx) => {
    const draft = await draftToChange(tx, viewer, draftId)
    if (!draft.ok) return draft
    const after = await changed(draft.row, tx, draft.writer)
    if ('ok' in after) return after
    await keepDraft(tx, draft.writer, draft.row, after, now)
    await audit(tx, viewer, 'changeDraft', 'protocolDraft', draft.row.id)
    return done({ draftId: draft.row.id })
  })
}

const refusedAt = (field: string, message: string): Refusal =>
  refused('errors.checkFields', { fields: { [field]: message } })

/** What stands where somebody was faster, and the mark under which saving again is a decision. */
const fasterThan = (sent: Record<string, string>, standing: Record<string, string>): Refusal =>
  refused('errors.conflict', {
    theirs: theirsOf(sent, standing, (_field, value) => value || text('protocol')('value.none')),
    version: markOf(standing),
  })
