import { and, eq, isNull, sql } from 'drizzle-orm'
import { contact } from '@/db/schema'
import { defaultLocale, type Locale } from '@/lib/domain/account/locale'
import type { LocaleChoice } from '@/lib/domain/account/schema'
import type { GuardianViewer, MemberViewer } from '@/lib/domain/access/viewer'
import type { SheetKind } from '@/lib/domain/paper/sheet'
import { done, NotFound, type Result } from '@/lib/domain/result/result'
import { asViewer, audit, idFrom } from './as-viewer'
import { mainFirst } from './people'

/** What this person reads, weighs and measures in from now on: pages, mails and sheets. Their own choice alone. */
export function chooseLocale(viewer: GuardianViewer, { locale, units }: LocaleChoice): Promise<Result> {
  return asViewer(viewer, async (tx) => {
    if (viewer.kind !== 'guardian') throw new NotFound()
    const [row] = await tx.execute<{ chosen: boolean }>(
      sql`select app.choose_locale(${viewer.contactId}, ${locale}, ${units}) as chosen`,
    )
    if (!row?.chosen) throw new NotFound()
    await audit(tx, viewer, 'choose', 'locale', viewer.contactId, { locale, units })
    return done()
  })
}

/** Whose household a sheet is about. A day is the practice's own; a letter goes to a vet, in its language. */
const householdOf = {
  visit: (id: string) => sql`select v.client_id from app.visit v
    where v.practice_id = ${contact.practiceId} and v.id = ${id}`,
  animal: (id: string) => sql`select a.client_id from app.animal a
    where a.practice_id = ${contact.practiceId} and a.id = ${id}`,
}

/** The language of a sheet: the reader's own in a household, and of its main person where the practice prints it. */
export async function localeOfSheet(
  viewer: MemberViewer | GuardianViewer,
  kind: SheetKind,
  id: string,
): Promise<Locale> {
  if (viewer.kind === 'guardian') return viewer.locale
  if (kind === 'day' || kind === 'vet') return defaultLocale
  const household = householdOf[kind === 'visit' ? 'visit' : 'animal'](idFrom(id))
  return asViewer(viewer, async (tx) => {
    const [person] = await tx
      .select({ locale: contact.locale })
      .from(contact)
      .where(
        and(
          eq(contact.practiceId, viewer.practiceId),
          sql`${contact.clientId} = (${household})`,
          isNull(contact.removedAt),
        ),
      )
      .orderBy(...mainFirst)
      .limit(1)
    return person?.locale ?? defaultLocale
  })
}
