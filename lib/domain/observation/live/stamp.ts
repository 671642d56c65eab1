import type { LiveEvent, Tap } from './event'

/**
 * The tap as the device writes it down: the next counter of this device, and never earlier than its last tap,
 * also when the phone's clock is set back meanwhile. `now` in milliseconds since 1970.
 */
export function stamped(
  tap: Tap,
  { id, device, now }: { id: string; device: string; now: number },
  before: readonly LiveEvent[],
): LiveEvent {
  const mine = before.filter((event) => event.device === device)
  return {
    ...tap,
    id,
    device,
    counter: mine.reduce((counter, event) => Math.max(counter, event.counter + 1), 0),
    at: mine.reduce((at, event) => Math.max(at, event.at), Math.floor(now)),
  }
}
