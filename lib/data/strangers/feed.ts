import { Temporal } from 'temporal-polyfill'
import { mintFeed } from '@/lib/auth/mint'
import type { MemberViewer } from '@/lib/domain/access/viewer'
import { chooseForFeed, endFeed, feedOf, makeFeed } from '../feed'
import { feedVisits } from '../feed-visits'
import type { StrangerCase } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')
const as = (stranger: unknown) => stranger as MemberViewer

// A feed is asked for without an id: the owner of another practice makes and ends their own.
export const feed: Record<string, StrangerCase> = {
  feedOf: (stranger) => feedOf(stranger),
  makeFeed: async (stranger, { world }) => {
    const answer = await makeFeed(as(stranger), {}, now)
    return stranger.practiceId === world.practiceId ? answer : null
  },
  chooseForFeed: async (stranger, { world }) => {
    const answer = await chooseForFeed(as(stranger), { details: true, travel: true })
    return stranger.practiceId === world.practiceId ? answer : null
  },
  endFeed: async (stranger, { world }) => {
    const answer = await endFeed(as(stranger))
    return stranger.practiceId === world.practiceId ? answer : null
  },
  // The nearest a stranger comes: a feed of their own practice, or of a member who has no visits.
  feedVisits: ({ practiceId, zone }, { world }) => {
    const memberId = practiceId === world.practiceId ? world.assistant.memberId : world.consultant.memberId
    return feedVisits(
      mintFeed({ practiceId, practiceName: '', zone, memberId, details: true, travel: true }),
      now,
    )
  },
}
