import type { Choice } from '@/lib/domain/caseload/choice'
import { paths } from '@/lib/paths'

/** The address of this caseload with something choice otherwise; another choice begins at its first page. */
export function caseloadHref(choice: Choice, change: Partial<Choice>): string {
  const { reason, recommendation, stage, search, who, page } = { ...choice, page: 1, ...change }
  const query = { who, q: search, reason, next: recommendation, stage, page: page > 1 ? String(page) : '' }
  return paths.animals(
    Object.fromEntries(Object.entries(query).flatMap(([key, value]) => (value ? [[key, value]] : []))),
  )
}
