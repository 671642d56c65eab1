import { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import { hashToken, newToken } from '@/lib/auth/session-token'
import { writeSession } from '@/lib/auth/sessions'
import type { MemberViewer } from '@/lib/domain/access/viewer'
import { cardHolder, endSignIn, printSignInCard, signInsOf, signOutEverywhere } from '../account'
import type { StrangerCase, Target } from './cases'

const now = Temporal.Now.instant()

/** Signs the target's guardian in; returns the names of their sign-ins as they see them. */
async function signedIn({ household }: Target): Promise<string[]> {
  const token = newToken('ds')
  const { userId } = household.guardian
  await inTransaction({ purpose: 'auth' }, (tx) => writeSession(tx, { token, userId, device: null }, now))
  return (await signInsOf(household.guardian, hashToken(token), now)).map(({ id }) => id)
}

export const account: Record<string, StrangerCase> = {
  signInsOf: async (stranger, target) => {
    const theirs = await signedIn(target)
    return (await signInsOf(stranger, null, now)).filter(({ id }) => theirs.includes(id))
  },
  endSignIn: async (stranger, target) => {
    const [id = ''] = await signedIn(target)
    return endSignIn(stranger as MemberViewer, { id })
  },
  signOutEverywhere: async (stranger, target) => {
    const theirs = await signedIn(target)
    await signOutEverywhere(stranger as MemberViewer).catch(() => null)
    const left = await signInsOf(target.household.guardian, null, now)
    return left.length === theirs.length ? null : 'signed out by a stranger'
  },
  cardHolder: (stranger, { household }) => cardHolder(stranger, household),
  printSignInCard: (stranger, { household }) => printSignInCard(stranger as MemberViewer, household, now),
}
