import type { Temporal } from 'temporal-polyfill'
import { draftPage, protocolShelf } from '@/lib/data/protocol'
import { writeProtocol } from '@/lib/data/protocol-draft'
import { importProtocol, publishDraft } from '@/lib/data/protocol-publish'
import type { MemberViewer } from '@/lib/domain/access/viewer'
import { exportText } from '@/lib/domain/protocol/interchange'
import type { Protocol } from '@/lib/domain/protocol/protocol'
import { must, type StoryClock } from './clock'

/** A version of the practice's own, written and published at that moment. */
export const publishes = (
  clock: StoryClock,
  at: Temporal.Instant,
  who: MemberViewer,
  protocol: Protocol,
): Promise<void> =>
  clock.at(at, who, async () => {
    const form = { text: exportText(protocol), replace: false }
    const { draftId } = must(await importProtocol(who, form, at), protocol.name)
    const { version } = await draftPage(who, draftId)
    must(await publishDraft(who, { draftId, version, key: protocol.key }, at), protocol.name)
  })

/** A copy of what is shipped, begun and not yet published. */
export const beginsCopy = (
  clock: StoryClock,
  at: Temporal.Instant,
  who: MemberViewer,
  key: string,
): Promise<void> =>
  clock.at(at, who, async () => {
    const shelf = await protocolShelf(who)
    const [newest] = shelf.find((one) => one.key === key)?.versions ?? []
    if (!newest) throw new Error(`no protocol has the key ${key}`)
    must(await writeProtocol(who, { protocolId: newest.id, as: 'copy' }, at), key)
  })
