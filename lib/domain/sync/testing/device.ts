import type { Answer } from '../answer'
import { emptyQueue, type Owner, type Queue } from '../queue'
import type { Fields } from '../said'
import type { Request } from './server'

export const owner: Owner = { practiceId: 'practice', userId: 'jonas' }
export const other: Owner = { practiceId: 'practice', userId: 'ines' }

/** A request on its way there, with whoever's cookie it carries, or an answer on its way back. */
export type Packet =
  { device: Device; request: Request; as: Owner | null } | { device: Device; key: string; answer: Answer }

/** A phone or a tablet: its queue, what its pages show, and what its person did. */
export class Device {
  queue: Queue = emptyQueue(owner)
  /** Whose cookie the browser holds. */
  who: Owner | null = owner
  looks = new Map<string, { version: number; fields: Fields }>()
  /** Everything that was ever to be read on this device, by visit and field. */
  seen = new Set<string>()
  /** The last words typed into a field, unless its person decided against them. */
  last = new Map<string, string>()
  taps: string[] = []
  trained: string[] = []
  photos: string[] = []
}
