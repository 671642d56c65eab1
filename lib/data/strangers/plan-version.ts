import { Temporal } from 'temporal-polyfill'
import { changeVersion, versionChoices } from '../plan-version'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

export const planVersion: Record<string, StrangerCase> = {
  versionChoices: (stranger, { household }) => versionChoices(stranger, household.animalId, now),
  changeVersion: (stranger, { world, household }) =>
    changeVersion(
      stranger,
      { animalId: household.animalId, protocolId: world.protocols.cat, reason: 'Nobody asked' },
      now,
    ),
}
