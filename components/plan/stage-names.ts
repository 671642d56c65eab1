import type { Species } from '@/lib/domain/observation/vocabulary'
import { protocolFor } from '@/lib/domain/protocol/library'
import type { Protocol } from '@/lib/domain/protocol/protocol'
import { stageOf } from '@/lib/domain/protocol/stage'

/** Names of stages by key: of the plan's own protocol, else of the one every practice has. */
export function stageNames(protocol: Protocol | null, species: Species): (key: string) => string {
  const known = protocol ?? protocolFor(species)
  return (key) => stageOf(known, key)?.name ?? (key === known.alternative.key ? known.alternative.name : key)
}
