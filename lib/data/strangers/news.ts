import { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import { newsChoice } from '@/db/schema'
import { mintGuardian } from '@/lib/auth/mint'
import type { GuardianViewer, Viewer } from '@/lib/domain/access/viewer'
import { chooseNews, newsChoiceOf, openNews, unreadNews } from '../news'
import { turnNewsToDevices, turnsOf } from '../news-ringing'
import type { StrangerCase, Target } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

/** A list is asked for without an id; the nearest a stranger comes is to call a person of the target their own. */
const asThem = (stranger: Viewer, { household: { contactId } }: Target) =>
  (stranger.kind === 'guardian' ? mintGuardian({ ...stranger, contactId }) : stranger) as GuardianViewer

const choice = { shown: [], rings: [], quietFrom: 21, quietUntil: 8, flagsAnytime: false }

export const news: Record<string, StrangerCase> = {
  unreadNews: async (stranger, target) => (await unreadNews(asThem(stranger, target), now)) || null,
  openNews: (stranger, target) => openNews(asThem(stranger, target), now),
  newsChoiceOf: async (stranger, target) => {
    const { practiceId } = target.world
    const { shown: hidden, rings: silent, ...rest } = choice
    const theirs = { contactId: target.household.contactId, hidden, silent, ...rest, quietFrom: 3 }
    await inTransaction({ practiceId, role: 'system' }, (tx) =>
      tx.insert(newsChoice).values({ practiceId, ...theirs }),
    )
    const { quietFrom } = await newsChoiceOf(asThem(stranger, target))
    return quietFrom === 3 ? 'read by a stranger' : null
  },
  turnNewsToDevices: (stranger) => turnNewsToDevices(stranger, now),
  turnsOf: (stranger, { household }) => turnsOf(stranger, [household.contactId], now),
  chooseNews: async (stranger, target) => {
    const answer = await chooseNews(asThem(stranger, target), choice, now)
    return stranger.practiceId === target.world.practiceId ? answer : null
  },
}
