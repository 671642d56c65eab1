import type {
  FeedViewer,
  GuardianViewer,
  MemberViewer,
  ShareViewer,
  SystemViewer,
  Viewer,
} from '@/lib/domain/access/viewer'

// The only casts to a Viewer. lib/auth proves a person first; the seed, jobs and tests state who acts.
// Lint keeps everybody else away from this file.

type Facts<V extends Viewer | FeedViewer> = V extends unknown
  ? { [K in keyof V as Extract<K, string>]: V[K] }
  : never

export const mintMember = (facts: Omit<Facts<MemberViewer>, 'kind'>) =>
  ({ kind: 'member', ...facts }) as MemberViewer
export const mintGuardian = (facts: Omit<Facts<GuardianViewer>, 'kind'>) =>
  ({ kind: 'guardian', ...facts }) as GuardianViewer
export const mintShare = (facts: Omit<Facts<ShareViewer>, 'kind'>) =>
  ({ kind: 'share', ...facts }) as ShareViewer
export const mintFeed = (facts: Omit<Facts<FeedViewer>, 'kind'>) => ({ kind: 'feed', ...facts }) as FeedViewer
export const mintSystem = (facts: Omit<Facts<SystemViewer>, 'kind'>) =>
  ({ kind: 'system', ...facts }) as SystemViewer
