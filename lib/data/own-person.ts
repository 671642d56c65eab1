import type { Viewer } from '@/lib/domain/access/viewer'
import { NotFound } from '@/lib/domain/result/result'

type OwnPerson = { id: string; row: { contactId: string } | { memberId: string } }

/** Who the viewer is where something is kept for one person: somebody of a household, or somebody who works here. */
export function ownPerson(viewer: Viewer): OwnPerson {
  if (viewer.kind === 'guardian') return { id: viewer.contactId, row: { contactId: viewer.contactId } }
  if (viewer.kind === 'member') return { id: viewer.memberId, row: { memberId: viewer.memberId } }
  throw new NotFound()
}
