import { Temporal } from 'temporal-polyfill'
import type { GuardianViewer } from '@/lib/domain/access/viewer'
import { takeBackObstacle, tellObstacle } from '../obstacle'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')
const day = '2026-05-13'

export const obstacle: Record<string, StrangerCase> = {
  tellObstacle: (stranger, { household: { animalId } }) =>
    tellObstacle(stranger as GuardianViewer, { animalId, day, obstacle: 'hid' }, now),
  takeBackObstacle: (stranger, { household: { animalId } }) =>
    takeBackObstacle(stranger as GuardianViewer, { animalId, day }),
}
