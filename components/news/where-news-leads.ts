import { matterOf, type NewsKind } from '@/lib/domain/news/kinds'
import { paths } from '@/lib/paths'

type About = { kind: NewsKind; visitId: string | null; animalId: string | null; clientId: string | null }

/** The page on which stands what somebody was told. */
export function whereNewsLeads({ kind, ...about }: About, reader: 'member' | 'guardian'): string {
  const { visitId, animalId, clientId } = about
  if (reader === 'guardian') {
    if (kind === 'summary_ready' && visitId) return paths.homeSummary(visitId)
    if (kind === 'homework_changed') return paths.homePlan(animalId ?? undefined)
    return kind === 'message' ? paths.homeThread() : paths.homeVisits()
  }
  if (matterOf(kind) === 'flags' && animalId) return paths.animal(animalId)
  if (kind === 'request_asked') return paths.requests()
  if (kind === 'message' && clientId) return paths.thread(clientId)
  if (visitId) return paths.visit(visitId)
  return clientId ? paths.client(clientId) : paths.today()
}
