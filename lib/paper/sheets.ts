import type { Temporal } from 'temporal-polyfill'
import { origin } from '@/lib/auth/origin'
import { tokenOfLink } from '@/lib/auth/session-token'
import { monthOnPaper } from '@/lib/data/journal'
import { localeOfSheet } from '@/lib/data/locale'
import { fridgeOf, searchOf } from '@/lib/data/paper'
import { sharedOf } from '@/lib/data/shared'
import { summaryOf } from '@/lib/data/summary'
import { todayOf } from '@/lib/data/today'
import { vetLetterOf, vetLetterOfLink } from '@/lib/data/vet-letter'
import type { GuardianViewer, MemberViewer, ShareViewer } from '@/lib/domain/access/viewer'
import { monthFrom } from '@/lib/domain/journal/month'
import type { Sheet, SheetKind } from '@/lib/domain/paper/sheet'
import { NotFound } from '@/lib/domain/result/result'
import { askedDay } from '@/lib/domain/scheduling/asked-day'
import { stateOfLink } from '@/lib/domain/share/link'
import type { Shared } from '@/lib/domain/share/shared'
import type { VetLetter } from '@/lib/domain/vet-letter/letter'
import { inLocale } from '@/lib/format/in-locale'
import { daySheet } from '@/lib/format/paper/day'
import { fridgeSheet } from '@/lib/format/paper/fridge'
import { monthSheet } from '@/lib/format/paper/month'
import { searchSheet } from '@/lib/format/paper/search'
import { summarySheet } from '@/lib/format/paper/summary'
import { vetSheet } from '@/lib/format/paper/vet'
import { inReadersWords } from '@/lib/format/programme-words'
import { paths } from '@/lib/paths'

type Reader = MemberViewer | GuardianViewer
type Asked = { id: string; who?: string | undefined }

/**
 * A sheet with what this viewer may read on it; the page on the screen and the PDF are both made of it. `id` is a
 * visit's, an animal's, a letter's, a month, or a day; `who` says whose. In the language of the household it is for,
 * or of whoever of it asks. NotFound for everybody else.
 */
export async function sheetFor(
  kind: SheetKind,
  viewer: Reader,
  asked: Asked,
  now: Temporal.Instant,
): Promise<Sheet> {
  const about = kind === 'month' ? asked.who : asked.id
  return inLocale(await localeOfSheet(viewer, kind, about ?? ''), () => sheetOf(kind, viewer, asked, now))
}

async function sheetOf(
  kind: SheetKind,
  viewer: Reader,
  { id, who }: Asked,
  now: Temporal.Instant,
): Promise<Sheet> {
  switch (kind) {
    case 'visit':
      return summarySheet(inReadersWords(await summaryOf(viewer, id)), origin() + paths.summary(id))
    case 'fridge':
      return fridgeSheet(inReadersWords(await fridgeOf(viewer, id, now)), origin() + paths.homeLog(id))
    case 'lost':
      return searchSheet(await searchOf(viewer, id, now))
    case 'vet': {
      const letter = await vetLetterOf(viewer, id)
      return vetSheet(letter, addressOf(letter, now))
    }
    case 'month': {
      const month = monthFrom(id)
      if (!month) throw new NotFound()
      const facts = inReadersWords(await monthOnPaper(viewer, { month, animalId: who }, now))
      return monthSheet(facts, (animal) => origin() + paths.homeProgress(animal.id))
    }
    case 'day': {
      const day = askedDay(id)
      if (!day) throw new NotFound()
      return daySheet(await todayOf(viewer, { day, who }, now), viewer.paper, viewer.practiceName)
    }
  }
}

/** What a vet's link opens, its letter or how things stand now: without a code, which would only lead to itself. */
export async function sheetOfLink(viewer: ShareViewer, now: Temporal.Instant): Promise<Sheet> {
  if (viewer.scope === 'letter') return vetSheet(await vetLetterOfLink(viewer), null)
  return vetSheet(letterOfToday(await sharedOf(viewer, now), viewer.zone, now), null)
}

function letterOfToday(
  { animal, practiceName, facts, findings, measures, flags }: Shared,
  zone: string,
  writtenAt: Temporal.Instant,
): VetLetter {
  if (!facts || !findings || !measures || !flags) throw new NotFound()
  return {
    ...{ ...animal, ...facts, ...findings, weights: measures, flags, practiceName, zone },
    ...{ letterId: '', writtenBy: '', writtenAt, linkId: null, linkExpiresAt: null, linkRevokedAt: null },
  }
}

/** Where the letter's code leads; null once its link is over. */
function addressOf(
  { linkId, linkExpiresAt: expiresAt, linkRevokedAt: revokedAt }: VetLetter,
  now: Temporal.Instant,
) {
  if (!linkId || !expiresAt || stateOfLink({ expiresAt, revokedAt }, now) !== 'live') return null
  return origin() + paths.share(tokenOfLink(linkId))
}
