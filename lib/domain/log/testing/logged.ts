import { Temporal } from 'temporal-polyfill'
import type { LoggedSession } from '../logged'

/** A session at home that went well and of which little was seen; what a case is about is given. */
export const loggedSession = (said: Partial<LoggedSession> = {}): LoggedSession => ({
  ...{ id: 's', day: Temporal.PlainDate.from('2026-05-14'), source: 'owner', recordedByName: 'Lena Berger' },
  writtenAt: Temporal.Instant.from('2026-05-14T18:00:00Z'),
  ...{ stageName: 'Buckle and wear', stagePlace: 'indoor', gear: 'harness', place: 'room' },
  ...{ kind: 'pass', level: 0, durationSec: null, longestCalmSec: null, repsOk: null, repsTotal: null },
  ...{ food: null, choice: null, recovery: null, tension: null, ended: null },
  ...{ triggers: [], signs: [], goodSigns: [] },
  ...said,
})
