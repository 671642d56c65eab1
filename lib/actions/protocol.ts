'use server'
import {
  addStage as add,
  discardDraft,
  moveStage as move,
  removeStage as remove,
  saveDraftHead,
  saveStage as save,
  writeProtocol as write,
} from '@/lib/data/protocol-draft'
import { importProtocol, publishDraft } from '@/lib/data/protocol-publish'
import {
  draftHeadSchema,
  draftIdSchema,
  draftStageSchema,
  importSchema,
  moveStageSchema,
  newStageSchema,
  publishSchema,
  stageFormSchema,
  writeProtocolSchema,
} from '@/lib/domain/protocol/forms'
import { paths } from '@/lib/paths'
import { defineAction } from './define'
import { withTextOfFile } from './text-of-file'

export const writeProtocol = defineAction({
  as: 'member',
  schema: writeProtocolSchema,
  verb: write,
  then: ({ draftId }) => paths.protocolDraft(draftId),
})

export const saveHead = defineAction({
  as: 'member',
  schema: draftHeadSchema,
  verb: saveDraftHead,
  then: ({ draftId }) => paths.protocolDraft(draftId),
})

export const saveStage = defineAction({
  as: 'member',
  schema: stageFormSchema,
  verb: save,
  then: ({ draftId }) => paths.protocolDraft(draftId),
})

export const addStage = defineAction({
  as: 'member',
  schema: newStageSchema,
  verb: add,
  then: ({ draftId }, { key }) => paths.draftStage(draftId, key),
})

export const removeStage = defineAction({ as: 'member', schema: draftStageSchema, verb: remove })
export const moveStage = defineAction({ as: 'member', schema: moveStageSchema, verb: move })

export const discard = defineAction({
  as: 'member',
  schema: draftIdSchema,
  verb: discardDraft,
  then: () => paths.protocols(),
})

export const publish = defineAction({
  as: 'member',
  schema: publishSchema,
  verb: publishDraft,
  then: ({ protocolId }) => paths.protocol(protocolId),
})

export const importText = defineAction({
  as: 'member',
  schema: importSchema,
  prepared: (form) => withTextOfFile(form, 'file', 'text'),
  verb: importProtocol,
  then: ({ draftId }) => paths.protocolDraft(draftId),
})
