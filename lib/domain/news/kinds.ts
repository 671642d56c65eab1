/** What happened for somebody, and the matter it belongs to: choices are made by matter. */
const matterOfKind = {
  visit_booking: 'visits',
  visit_change: 'visits',
  visit_handOver: 'visits',
  visit_cancellation: 'visits',
  series_booked: 'visits',
  series_changed: 'visits',
  series_ended: 'visits',
  visit_moved_by_household: 'visits',
  visit_cancelled_by_household: 'visits',
  request_asked: 'requests',
  request_declined: 'requests',
  request_lost: 'requests',
  waiting_offer: 'requests',
  waiting_withdrawn: 'requests',
  waiting_accepted: 'requests',
  waiting_over: 'requests',
  summary_ready: 'homework',
  homework_changed: 'homework',
  message: 'messages',
  red_flag: 'flags',
  health_flag: 'flags',
  erasure_asked: 'privacy',
} as const

export type NewsKind = keyof typeof matterOfKind
export type Matter = (typeof matterOfKind)[NewsKind]

/** The matters each of the two kinds of people hears of, in the order in which they choose. */
export const mattersOf = {
  guardian: ['visits', 'requests', 'homework', 'messages'],
  member: ['flags', 'messages', 'requests', 'visits', 'privacy'],
} as const satisfies Record<string, readonly Matter[]>

export const newsKinds = Object.keys(matterOfKind) as [NewsKind, ...NewsKind[]]
export const matters = [...new Set(Object.values(matterOfKind))] as [Matter, ...Matter[]]

export const matterOf = (kind: NewsKind): Matter => matterOfKind[kind]
export const isNewsKind = (kind: string): kind is NewsKind => Object.hasOwn(matterOfKind, kind)

/** Days after which news is let go. Ours: what it told has long been read where it stands. */
export const newsDays = 60
