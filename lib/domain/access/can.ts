import type { GuardianViewer, MemberViewer, Viewer } from './viewer'

/** Runs the practice: settings, services, members, restoring, overriding. */
export const canRunPractice = (viewer: Viewer): boolean => viewer.kind === 'member' && viewer.role === 'owner'

/** Clients, animals, bookings: everybody who works here. */
export const canKeepClients = (viewer: Viewer): viewer is MemberViewer => viewer.kind === 'member'

/** Everyone's cases are looked at by whoever runs the practice and by the office; a consultant has their own. */
export const canSeeEveryCase = (viewer: Viewer): boolean =>
  viewer.kind === 'member' && viewer.role !== 'consultant'

/** Notes, decisions and plans need the trade: practice owner and consultants. */
export const canTrain = (viewer: Viewer): viewer is MemberViewer =>
  viewer.kind === 'member' && viewer.role !== 'assistant'

/** Protocols are the trade written down: everybody who works here reads them, those who train write them. */
export const canWriteProtocols = (viewer: Viewer): viewer is MemberViewer => canTrain(viewer)

/** A draft belongs to its author, who may share it with colleagues; the practice owner may read it. */
export const canWriteNote = (viewer: Viewer, authorId: string, shared: readonly string[] = []): boolean =>
  canTrain(viewer) && (viewer.memberId === authorId || shared.includes(viewer.memberId))

export const canReadDraft = (viewer: Viewer, authorId: string, shared: readonly string[] = []): boolean =>
  canWriteNote(viewer, authorId, shared) || canRunPractice(viewer)

/** Whoever else wrote on it: the name under a note is its author's, and so is the sharing of it. */
export const canSignNote = (viewer: Viewer, authorId: string): boolean => canWriteNote(viewer, authorId)

/** Homework is logged by the household and by those who train. */
export const canLogSession = (viewer: Viewer): boolean => viewer.kind === 'guardian' || canTrain(viewer)

/** Photos and videos: of everything by those who train, of its own logs by the household. */
export const canAddPhoto = (viewer: Viewer): viewer is MemberViewer | GuardianViewer =>
  viewer.kind === 'guardian' || canTrain(viewer)

/** A share link is made by the household or by those who train, and revoked by them or whoever made it. */
export const canShare = (viewer: Viewer): boolean => viewer.kind === 'guardian' || canTrain(viewer)

/** Working hours are one's own; the practice owner keeps everybody's. */
export const canKeepHours = (viewer: Viewer, memberId: string): boolean =>
  canRunPractice(viewer) || (canTrain(viewer) && viewer.memberId === memberId)
