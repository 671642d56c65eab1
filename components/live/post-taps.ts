import { answerFrom } from '@/lib/domain/sync/answer'
import type { Owner } from '@/lib/domain/sync/queue'
import { deviceNow } from '@/lib/domain/time/device-clock'
import type { Batch, Sent } from './tap-book'

/** Sends taps as one operation of this device. A request that hangs is given up: the next try is the same. */
export function postTaps(sendTo: string, owner: Owner) {
  return async (batch: Batch, last: boolean): Promise<Sent> => {
    const answer = await fetch(sendTo, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({
        ...{ owner, madeAt: deviceNow() },
        operation: { kind: 'append_events', ...batch },
      }),
      keepalive: last,
      ...(last ? {} : { signal: AbortSignal.timeout(20_000) }),
    })
    const { state } = answerFrom(answer.status, await answer.json().catch(() => null))
    if (state === 'otherPerson') return 'signedOut'
    return state === 'differs' || state === 'signed' ? 'refused' : state
  }
}
