import type { Species } from '@/lib/domain/observation/vocabulary'
import { catHarnessLeash } from './cat-harness-leash'
import type { Protocol } from './protocol'
import { ratHarnessLeash } from './rat-harness-leash'

/** The protocols every practice starts with. A plan pins a version; a changed protocol is a new version. */
export const library: readonly Protocol[] = [catHarnessLeash, ratHarnessLeash]

/** The library protocol of a species. */
export function protocolFor(species: Species): Protocol {
  return species === 'cat' ? catHarnessLeash : ratHarnessLeash
}

/** Whether Doorstep ships it: a practice's own protocols have keys of their own. */
export const isShipped = (key: string): boolean => library.some((protocol) => protocol.key === key)

export { catHarnessLeash, ratHarnessLeash }
