import type { Locale } from '@/lib/domain/account/locale'

type Query = Record<string, string | undefined>

/** Messages before one, the one just sent, a photo that is to go along, why one does not. */
type ThreadQuery = Partial<Record<'before' | 'sent' | 'photo' | 'refused', string | undefined>>

/** An address with what was asked; what is left out stays out. */
function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([key, value]) => (value ? [[key, value]] : [])),
  ).toString()
  return search ? `${path}?${search}` : path
}

/** Every address of the app, built here and nowhere else. */
export const paths = {
  landing: () => '/',
  signIn: (next?: string) => (next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'),
  signInSent: (next?: string) => (next ? `/sign-in/sent?next=${encodeURIComponent(next)}` : '/sign-in/sent'),
  signInConfirm: () => '/sign-in/confirm',
  signInCode: () => '/sign-in/code',
  signInWithCard: (code?: string) => (code ? `/sign-in/card?code=${code}` : '/sign-in/card'),
  signInExpired: () => '/sign-in/expired',
  mailLink: () => '/api/auth/callback/email',
  setUp: () => '/set-up',
  account: () => '/account',
  ownMails: () => '/account/mails',
  ownData: (not?: string) => withQuery('/account/data', { not }),
  /** Where the button of that page posts. */
  lookAtHome: () => '/api/home-look',
  /** Answers whether a log of this id is saved. */
  isLogged: (sessionId: string) => `/api/logged/${sessionId}`,
  downloadOwnData: () => '/api/household-data',
  news: () => '/account/news',
  stopMails: (token: string) => `/mails/stop/${token}`,
  /** Where a mail program posts its one click, and the page its button. */
  stopMailsNow: (token: string) => `/api/mails/stop/${token}`,
  /** Keeps a language in this browser and goes back. */
  language: (locale: Locale) => `/language/${locale}`,
  outbox: () => '/outbox',
  demo: (who: string, token: string) => `/demo/${who}/${token}`,

  today: (day?: string, who?: string) => withQuery('/today', { day, who }),
  dayOrder: (day: string, who: string, kind: string) => withQuery('/today/order', { day, who, kind }),
  mileage: (query?: { month?: string | undefined; who?: string | undefined }) => withQuery('/mileage', query),
  mileageCsv: (query: { month?: string | undefined; day?: string | undefined; who?: string | undefined }) =>
    withQuery('/mileage/csv', query),
  daySheet: (day: string, who?: string) => withQuery(`/print/day/${day}`, { who }),
  fridgeSheet: (animalId: string) => `/print/fridge/${animalId}`,
  searchSheet: (animalId: string) => `/print/lost/${animalId}`,
  /** A letter to the vet, and the animal it is about. */
  vetLetter: (letterId: string, animalId: string) => withQuery(`/print/vet/${letterId}`, { who: animalId }),
  newVetLetter: (animalId: string) => `/animals/${animalId}/vet`,
  /** Any of the sheets under /print as PDF. */
  sheetPdf: (kind: string, id: string, who?: string) => withQuery(`/print/${kind}/${id}/pdf`, { who }),
  calendar: (query?: {
    view?: 'week' | 'day' | 'list' | undefined
    day?: string | undefined
    who?: string | undefined
  }) => withQuery('/calendar', query),

  requests: () => '/requests',
  request: (id: string) => `/requests#request-${id}`,
  waiting: () => '/waiting',
  newWaiting: (clientId: string) => withQuery('/waiting/new', { client: clientId }),

  threads: () => '/messages',
  /** Of a household, as the practice reads it. */
  thread: (clientId: string, query: ThreadQuery = {}) => withQuery(`/clients/${clientId}/messages`, query),
  /** The page of the thread that ends with this message. */
  threadMessage: (clientId: string, { messageId, seq }: { messageId: string; seq: number }) =>
    `${paths.thread(clientId, { before: String(seq + 1) })}#message-${messageId}`,
  threadSettings: () => '/settings/messages',
  threadPhotos: () => '/api/photos/thread',
  threadPhoto: (id: string, size?: 'small') => withQuery(`/api/photos/thread/${id}`, { size }),

  clients: (query?: Record<string, string>) => {
    const search = new URLSearchParams(query).toString()
    return search ? `/clients?${search}` : '/clients'
  },
  newClient: () => '/clients/new',
  client: (id: string) => `/clients/${id}`,
  editClient: (id: string) => `/clients/${id}/edit`,
  newContact: (clientId: string) => `/clients/${clientId}/people/new`,
  editContact: (clientId: string, id: string) => `/clients/${clientId}/people/${id}`,
  newAnimal: (clientId: string) => `/clients/${clientId}/animals/new`,
  together: (clientId: string) => `/clients/${clientId}/together`,
  newRelation: (clientId: string, pair?: string) => withQuery(`/clients/${clientId}/together/new`, { pair }),
  clientLinks: (clientId: string) => `/clients/${clientId}/links`,
  doorOf: (clientId: string) => `/clients/${clientId}/door`,
  newConsent: (clientId: string) => `/clients/${clientId}/consents/new`,
  signInCard: (clientId: string, contactId: string) => `/clients/${clientId}/people/${contactId}/code`,

  animals: (query?: Record<string, string>) => {
    const search = new URLSearchParams(query).toString()
    return search ? `/animals?${search}` : '/animals'
  },
  animalsWithoutPlan: (after?: string) => withQuery('/animals/without-plan', { after }),
  archivedAnimals: (after?: string) => withQuery('/animals/archived', { after }),
  animal: (id: string) => `/animals/${id}`,
  editAnimal: (id: string) => `/animals/${id}/edit`,
  startPlan: (animalId: string, protocol?: string) =>
    withQuery(`/animals/${animalId}/plan/new`, { protocol }),
  changeVersion: (animalId: string, protocolId?: string) =>
    withQuery(`/animals/${animalId}/plan/version`, { to: protocolId }),
  decidePlan: (animalId: string) => `/animals/${animalId}/plan/decide`,
  recordSession: (animalId: string) => `/animals/${animalId}/sessions/new`,
  animalSafety: (animalId: string) => `/animals/${animalId}/safety`,
  safetyItem: (animalId: string, item: string) => `/animals/${animalId}/safety/${item}`,
  animalFit: (animalId: string) => `/animals/${animalId}/safety/fit`,
  photos: () => '/api/photos',
  photo: (id: string, size?: 'small') => withQuery(`/api/photos/${id}`, { size }),
  animalShare: (animalId: string, audience?: string) =>
    withQuery(`/animals/${animalId}/share`, { for: audience }),
  animalSharePreview: (animalId: string, audience: string) => `/animals/${animalId}/share/${audience}`,
  readiness: (animalId: string, page?: number) =>
    withQuery(`/animals/${animalId}/readiness`, { page: page && page > 1 ? String(page) : undefined }),
  pastReadiness: (animalId: string, assessmentId: string) => `/animals/${animalId}/readiness/${assessmentId}`,
  animalOverTime: (animalId: string, weeks?: string) => withQuery(`/animals/${animalId}/progress`, { weeks }),
  session: (animalId: string, sessionId: string, refused?: string) =>
    withQuery(`/animals/${animalId}/sessions/${sessionId}`, { refused }),

  newVisit: (query?: {
    client?: string | undefined
    from?: string | undefined
    day?: string | undefined
    time?: string | undefined
    service?: string | undefined
    consultant?: string | undefined
    q?: string | undefined
  }) => withQuery('/visits/new', query),
  newSeries: (query: Record<string, string | undefined>) => withQuery('/visits/series/new', query),
  visit: (id: string) => `/visits/${id}`,
  door: (visitId: string) => `/visits/${visitId}/door`,
  moveVisit: (id: string, query?: { day?: string; time?: string }) => withQuery(`/visits/${id}/move`, query),
  visitSeries: (id: string) => `/visits/${id}/series`,
  watch: (visitId: string, animalId: string) => `/visits/${visitId}/live/${animalId}`,
  newSession: (visitId: string, animalId: string, observationId?: string) =>
    withQuery(`/visits/${visitId}/sessions/new`, { animal: animalId, observation: observationId }),
  /** What this device keeps; the one page that opens without a signal. */
  onThisPhone: () => '/offline',
  note: (visitId: string) => `/visits/${visitId}/note`,
  decideNote: (visitId: string) => `/visits/${visitId}/note/decide`,
  signNote: (visitId: string) => `/visits/${visitId}/note/sign`,
  amendNote: (visitId: string, field?: string) => withQuery(`/visits/${visitId}/note/amend`, { field }),
  readNote: (visitId: string) => `/visits/${visitId}/note/read`,
  visitPhotos: (visitId: string, refused?: string) => withQuery(`/visits/${visitId}/photos`, { refused }),
  summary: (visitId: string) => `/print/visit/${visitId}`,

  settings: () => '/settings',
  services: () => '/settings/services',
  newService: () => '/settings/services/new',
  editService: (id: string) => `/settings/services/${id}`,
  members: () => '/settings/members',
  hours: (query?: { who?: string | undefined; saved?: string | undefined }) =>
    withQuery('/settings/hours', query),
  closingDays: () => '/settings/closing-days',
  snippets: () => '/settings/snippets',
  travelSettings: () => '/settings/travel',
  feedSettings: () => '/settings/calendar',
  /** Calendar apps like an address that ends in .ics. */
  calendarFeed: (token: string) => `/api/calendar/${token}.ics`,

  protocols: () => '/protocols',
  importProtocol: () => '/protocols/import',
  protocol: (id: string) => `/protocols/${id}`,
  exportProtocol: (id: string) => `/protocols/${id}/export`,
  protocolDraft: (draftId: string) => `/protocols/drafts/${draftId}`,
  draftStage: (draftId: string, stageKey: string) => `/protocols/drafts/${draftId}/stages/${stageKey}`,
  publishDraft: (draftId: string) => `/protocols/drafts/${draftId}/publish`,

  home: () => '/home',
  homeLog: (animalId?: string) => (animalId ? `/home/log?animal=${animalId}` : '/home/log'),
  homeLogDone: (sessionId: string) => `/home/log/done?session=${sessionId}`,
  homePast: (animalId?: string) => (animalId ? `/home/log/past?animal=${animalId}` : '/home/log/past'),
  homePastOne: (sessionId: string, refused?: string) => withQuery(`/home/log/past/${sessionId}`, { refused }),
  homeCorrect: (sessionId: string) => `/home/log/past/${sessionId}/correct`,
  homePlan: (animalId?: string) => (animalId ? `/home/plan?animal=${animalId}` : '/home/plan'),
  homeProgress: (animalId?: string) => withQuery('/home/progress', { animal: animalId }),
  /** A month like "2026-11" of one animal, or of all of the household. */
  monthSheet: (month: string, animalId?: string) => withQuery(`/print/month/${month}`, { who: animalId }),
  homeVisits: () => '/home/visits',
  homeVisit: (id: string) => `/home/visits/${id}`,
  askVisit: (query?: { service?: string }) => withQuery('/home/visits/new', query),
  homeThread: (query: ThreadQuery = {}) => withQuery('/home/messages', query),
  homeWait: () => '/home/visits/wait',
  homeShare: (animalId: string, audience?: string) => withQuery(`/home/share/${animalId}`, { for: audience }),
  homeSharePreview: (animalId: string, audience: string) => `/home/share/${animalId}/${audience}`,
  homeSummary: (visitId: string) => `/print/visit/${visitId}`,

  share: (token: string) => `/s/${token}`,
  shareLogged: (token: string, safety?: string) => withQuery(`/s/${token}`, { logged: safety ?? 'yes' }),
  sharePdf: (token: string) => `/s/${token}/pdf`,
  sharePhoto: (token: string, id: string, size?: 'small') => withQuery(`/s/${token}/photo/${id}`, { size }),
  portrait: (coat: string) => `/portraits/${coat}`,
  /** Where a device sends what it kept. */
  sync: () => '/api/sync/v1',
  healthz: () => '/healthz',
  readyz: () => '/readyz',
} as const

/** Where a sheet of paper was asked for, to go back to. */
export function behindSheet(kind: string, id: string, reader: 'member' | 'guardian', who?: string): string {
  if (kind === 'vet' && who) return reader === 'guardian' ? paths.homeShare(who) : paths.animalShare(who)
  if (kind === 'month') return reader === 'guardian' ? paths.homeProgress(who) : paths.animal(who ?? '')
  if (reader === 'guardian') return kind === 'visit' ? paths.homeVisits() : paths.homePlan(id)
  if (kind === 'day') return paths.today(id, who)
  return kind === 'visit' ? paths.visit(id) : paths.animal(id)
}
