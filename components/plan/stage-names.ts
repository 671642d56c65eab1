import type { Versions } from '@/lib/domain/plan/versions'
import type { Protocol } from '@/lib/domain/protocol/protocol'
import { stageOf } from '@/lib/domain/protocol/stage'
import { text } from '@/lib/format/text'

/** A stage as the version called it that an entry was made under. */
export function stageName(versions: Versions, protocolId: string, key: string): string {
  const protocol = versions[protocolId]
  if (!protocol) return key
  const { alternative } = protocol
  return stageOf(protocol, key)?.name ?? (key === alternative.key ? alternative.name : key)
}

/** What a tick said in the version it was set under. */
export const tickName = (versions: Versions, protocolId: string, stageKey: string, tick: string): string =>
  (versions[protocolId] && stageOf(versions[protocolId], stageKey))?.ticks.find(({ key }) => key === tick)
    ?.label ?? tick

/** "Cat: harness and leash, version 2" */
export const versionName = ({ name, version }: Protocol): string => text('plan')('version', { name, version })
