import { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import { newsChoice } from '@/db/schema'
import { mintGuardian } from '@/lib/auth/mint'
import type { GuardianViewer, Viewer } from '@/lib/domain/access/viewer'
import { chooseNews, newsChoiceOf, openNews, unreadNews } from '../news'
import type { StrangerCase, Target } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

/** A list is asked for without an id; the nearest a stranger comes is to call a person of the target their own. */
const asThem = (stranger: Viewer, { household: { contactId } }: Target) =>
  (stranger.kind === 'guardian' ? mintGuardian({ ...stranger, contactId }) : stranger) as GuardianViewer

const choice = { shown: [] }

export const news: Record<string, StrangerCase> = {
  unreadNews: async (stranger, target) => (await unreadNews(asThem(stranger, target), now)) || null,
  openNews: (stranger, target) => openNews(asThem(stranger, target), now),
  newsChoiceOf: async (stranger, target) => {
    const { practiceId } = target.world
    await inTransaction({ practiceId, role: 'system' }, (tx) =>
      tx.insert(newsChoice).values({ practiceId, contactId: target.household.contactId, hidden: ['visits'] }),
    )
    const shown = await newsChoiceOf(asThem(stranger, target))
    return shown.includes('visits') ? null : 'read by a stranger'
  },
  chooseNews: async (stranger, target) => {
    const answer = await chooseNews(asThem(stranger, target), choice, now)
    return stranger.practiceId === target.world.practiceId ? answer : null
  },
}
