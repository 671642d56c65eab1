import type { Temporal } from 'temporal-polyfill'
import type { Species } from '@/lib/domain/observation/vocabulary'
import type { ProtocolDraft } from './draft'
import type { Protocol } from './protocol'

/** One published version, and how many plans run on it. */
export type PublishedVersion = {
  id: string
  version: number
  publishedAt: Temporal.Instant
  /** Who published it; null for what Doorstep ships. */
  publishedBy: string | null
  running: number
}

/** A draft as the library mentions it. */
export type DraftMention = { id: string; updatedAt: Temporal.Instant; updatedBy: string }

/** One protocol on the shelf, with its versions from the newest; none while only a draft of it exists. */
export type ShelvedProtocol = {
  key: string
  name: string
  species: Species
  shipped: boolean
  stages: number
  versions: readonly PublishedVersion[]
  draft: DraftMention | null
}

/** One published version to read. */
export type ProtocolPage = {
  id: string
  protocol: Protocol
  shipped: boolean
  /** All versions of its key from the newest, this one among them. */
  versions: readonly PublishedVersion[]
  /** The version before this one. */
  before: Protocol | null
  /** The draft of its next version. */
  draftId: string | null
}

/** A draft to write. */
export type DraftPage = {
  id: string
  version: number
  draft: ProtocolDraft
  updatedAt: Temporal.Instant
  updatedBy: string
  /** The newest version under its key; without one its key may still change. */
  published: Protocol | null
  /** What its differences are told against: the newest version, else what it was copied from. */
  before: Protocol | null
}
