import { Temporal } from 'temporal-polyfill'
import type { MemberViewer } from '@/lib/domain/access/viewer'
import { doorForm, revealCode, saveDoor } from '../door'
import { doorCard as cardOf } from '../door-card'
import { press } from '../visit-press'
import { noteHeld, setOut, takeBackTap } from '../visit-taps'
import type { StrangerCase } from './cases'

// The morning of the target's visit, on which its code would be shown.
const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

const words = { parking: 'x', exits: '', hiding: '', bring: '', know: '', code: '1', forget: false }

export const door: Record<string, StrangerCase> = {
  doorForm: (stranger, { household }) => doorForm(stranger, household.clientId),
  saveDoor: (stranger, { household }) =>
    saveDoor(stranger, { ...words, clientId: household.clientId, version: 0 }),
  revealCode: (stranger, { visitId }) => revealCode(stranger, { visitId }, now),
}

export const doorCard: Record<string, StrangerCase> = {
  doorCard: (stranger, { visitId }) => cardOf(stranger, visitId, now),
}

export const visitTaps: Record<string, StrangerCase> = {
  press: (stranger, { visitId }) =>
    press(stranger as MemberViewer, { id: visitId, version: 1 }, 'arrive', () => ({ status: 'arrived' })),
  setOut: (stranger, { visitId }) => setOut(stranger as MemberViewer, { id: visitId, version: 1 }, now),
  noteHeld: (stranger, { visitId }) => noteHeld(stranger as MemberViewer, { id: visitId, version: 1 }, now),
  takeBackTap: (stranger, { visitId }) =>
    takeBackTap(stranger as MemberViewer, { id: visitId, version: 1 }, now),
}
