import 'server-only'
import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { after } from 'next/server'
import { cache } from 'react'
import { now } from '@/lib/clock'
import type { GuardianViewer, MemberViewer } from '@/lib/domain/access/viewer'
import { defaultLocale, type Locale } from '@/lib/domain/account/locale'
import { paths } from '@/lib/paths'
import { hatsOf, type Hats } from './hats'
import { origin } from './origin'
import { hashToken, sessionCookie } from './session-token'
import { askedLocale, speak } from './spoken'
import { isDueForTouch, touchSession } from './touch'

/** Whoever holds the session cookie of this request; null where nobody is signed in. Read once a request. */
export const currentHats = cache(async (): Promise<Hats | null> => {
  const token = (await cookies()).get(sessionCookie(origin()))?.value
  const hats = token ? await hatsOf(token) : null
  if (token && hats && isDueForTouch(hats.lastUsedAt, now())) after(() => touchSession(token, now()))
  return hats
})

/** The hash of this request's session token: which of a person's sign-ins is this one. */
export async function currentTokenHash(): Promise<Buffer | null> {
  const token = (await cookies()).get(sessionCookie(origin()))?.value
  return token ? hashToken(token) : null
}

/** The person who works in a practice, or null. */
export const currentMember = async (): Promise<MemberViewer | null> =>
  (await currentHats())?.members[0] ?? null

/** The animal owner, or null. */
export const currentGuardian = async (): Promise<GuardianViewer | null> =>
  (await currentHats())?.guardians[0] ?? null

/** For the consultant's rooms: signs in whoever is not, and knows nothing of them for anybody else. */
export async function requireMember(): Promise<MemberViewer> {
  const hats = await currentHats()
  if (!hats) redirect(paths.signIn(await currentPath()))
  return spokenTo(hats.members[0] ?? notFound())
}

/** For the animal owner's rooms. */
export async function requireGuardian(): Promise<GuardianViewer> {
  const hats = await currentHats()
  if (!hats) redirect(paths.signIn(await currentPath()))
  return spokenTo(hats.guardians[0] ?? notFound())
}

/** For pages that both read, each through their own eyes: the summary on paper. */
export async function requirePerson(): Promise<MemberViewer | GuardianViewer> {
  const hats = await currentHats()
  if (!hats) redirect(paths.signIn(await currentPath()))
  return spokenTo(hats.members[0] ?? hats.guardians[0] ?? notFound())
}

/** The page is drawn in its reader's language; the practice's own rooms are in English. */
function spokenTo<Person extends MemberViewer | GuardianViewer>(viewer: Person): Person {
  speak(localeOf(viewer))
  return viewer
}

/** What whoever sends this request reads in; somebody whom we do not know, as they ask. */
export async function localeHere(): Promise<Locale> {
  const hats = await currentHats()
  const person = hats?.members[0] ?? hats?.guardians[0]
  return person ? localeOf(person) : askedLocale()
}

/** What a person reads in. */
export const localeOf = (viewer: MemberViewer | GuardianViewer): Locale =>
  viewer.kind === 'guardian' ? viewer.locale : defaultLocale

/** The path of this request, set by proxy.ts, to come back to after signing in. */
export async function currentPath(): Promise<string | undefined> {
  return (await headers()).get('x-doorstep-path') ?? undefined
}
