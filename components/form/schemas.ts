import type { z } from 'zod'

/**
 * The noun's one schema, loaded when a field is first left: a page that shows a form does not wait for it.
 * The action on the server parses with the same schema.
 */
export const schemas = {
  newClient: () => import('@/lib/domain/client/schema').then((m) => m.newClientSchema),
  client: () => import('@/lib/domain/client/schema').then((m) => m.clientSchema),
  newContact: () => import('@/lib/domain/client/schema').then((m) => m.newContactSchema),
  contact: () => import('@/lib/domain/client/schema').then((m) => m.contactSchema),
  consent: () => import('@/lib/domain/client/schema').then((m) => m.consentSchema),
  newAnimal: () => import('@/lib/domain/animal/schema').then((m) => m.newAnimalSchema),
  animal: () => import('@/lib/domain/animal/schema').then((m) => m.animalSchema),
  measure: () => import('@/lib/domain/animal/schema').then((m) => m.measureSchema),
  noteDraft: () => import('@/lib/domain/note/schema').then((m) => m.noteDraftSchema),
  noteDecisions: () => import('@/lib/domain/note/schema').then((m) => m.noteDecisionsSchema),
  noteSignature: () => import('@/lib/domain/note/schema').then((m) => m.noteSignatureSchema),
  amendment: () => import('@/lib/domain/note/schema').then((m) => m.amendmentSchema),
  bookVisit: () => import('@/lib/domain/visit/schema').then((m) => m.bookVisitSchema),
  moveVisit: () => import('@/lib/domain/visit/schema').then((m) => m.moveVisitSchema),
  cancelVisit: () => import('@/lib/domain/visit/schema').then((m) => m.cancelVisitSchema),
  reassignVisit: () => import('@/lib/domain/visit/schema').then((m) => m.reassignVisitSchema),
  service: () => import('@/lib/domain/service/schema').then((m) => m.serviceSchema),
  trainingSession: () => import('@/lib/domain/observation/schema').then((m) => m.trainingSessionSchema),
  signIn: () => import('@/lib/domain/account/schema').then((m) => m.signInSchema),
  signInCode: () => import('@/lib/domain/account/schema').then((m) => m.signInCodeSchema),
  signInCard: () => import('@/lib/domain/account/schema').then((m) => m.signInCardSchema),
  setUp: () => import('@/lib/domain/account/schema').then((m) => m.setUpSchema),
  practice: () => import('@/lib/domain/practice/schema').then((m) => m.practiceSchema),
  invitation: () => import('@/lib/domain/member/schema').then((m) => m.invitationSchema),
  removal: () => import('@/lib/domain/member/schema').then((m) => m.removalSchema),
  memberRole: () => import('@/lib/domain/member/schema').then((m) => m.memberRoleSchema),
  recordedSession: () => import('@/lib/domain/session/schema').then((m) => m.recordedSessionSchema),
  voidSession: () => import('@/lib/domain/session/schema').then((m) => m.voidSessionSchema),
  protocolHead: () => import('@/lib/domain/protocol/forms').then((m) => m.draftHeadSchema),
  protocolStage: () => import('@/lib/domain/protocol/forms').then((m) => m.stageFormSchema),
  newStage: () => import('@/lib/domain/protocol/forms').then((m) => m.newStageSchema),
  importProtocol: () => import('@/lib/domain/protocol/forms').then((m) => m.importSchema),
  startPlan: () => import('@/lib/domain/plan/forms').then((m) => m.startPlanFormSchema),
  decision: () => import('@/lib/domain/plan/forms').then((m) => m.decisionSchema),
  resumePlan: () => import('@/lib/domain/plan/forms').then((m) => m.resumePlanSchema),
  changeVersion: () => import('@/lib/domain/plan/forms').then((m) => m.changeVersionSchema),
  completePlan: () => import('@/lib/domain/plan/forms').then((m) => m.completePlanSchema),
  safetyItem: () => import('@/lib/domain/safety/forms').then((m) => m.safetyItemSchema),
  withdrawSafety: () => import('@/lib/domain/safety/forms').then((m) => m.withdrawSafetySchema),
  openVetFlag: () => import('@/lib/domain/safety/forms').then((m) => m.openVetFlagSchema),
  closeVetFlag: () => import('@/lib/domain/safety/forms').then((m) => m.closeVetFlagSchema),
  fit: () => import('@/lib/domain/fit/schema').then((m) => m.fitSchema),
  ownerLog: () => import('@/lib/domain/log/schema').then((m) => m.ownerLogSchema),
  shareLink: () => import('@/lib/domain/share/schema').then((m) => m.shareLinkSchema),
} satisfies Record<string, () => Promise<z.ZodType>>

export type SchemaName = keyof typeof schemas
