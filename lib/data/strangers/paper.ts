import { Temporal } from 'temporal-polyfill'
import type { MemberViewer } from '@/lib/domain/access/viewer'
import { fridgeOf, searchOf } from '../paper'
import { sendSummary } from '../summary-mail'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

export const paper: Record<string, StrangerCase> = {
  fridgeOf: (stranger, { household }) => fridgeOf(stranger, household.animalId, now),
  sendSummary: (stranger, { visitId }) => sendSummary(stranger as MemberViewer, { visitId }, now),
  searchOf: (stranger, { household }) => searchOf(stranger, household.animalId, now),
}
