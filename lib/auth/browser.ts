import 'server-only'
import { cookies, headers } from 'next/headers'
import { inTransaction } from '@/db/client'
import { toNativeDate } from '@/lib/domain/time/native'
import type { Opened } from './codes'
import { deviceOf } from './device'
import { endFormerSignIn } from './former-sign-in'
import { networkOf } from './network'
import { origin } from './origin'
import { sessionCookie } from './session-token'

const asked = 'doorstep.asked'
const overHttps = () => origin().startsWith('https:')

/** What the person in front of this browser uses, and where limits count it. */
export const thisDevice = async () => deviceOf((await headers()).get('user-agent'))
export const thisNetwork = async () => networkOf(await headers())

/** Gives this browser its session; whoever was signed in here before is signed out. */
export async function letIn({ token, expiresAt }: Opened): Promise<void> {
  const jar = await cookies()
  const name = sessionCookie(origin())
  const former = jar.get(name)?.value
  await inTransaction({ purpose: 'auth' }, (tx) => endFormerSignIn(tx, { former, token }))
  jar.set(name, token, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: overHttps(),
    expires: toNativeDate(expiresAt),
  })
}

/** Keeps the address just typed, so that the page for the code does not ask again. Half an hour, this browser only. */
export async function rememberAsked(address: string): Promise<void> {
  ;(await cookies()).set(asked, address, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/sign-in',
    secure: overHttps(),
    maxAge: 1_800,
  })
}

export const addressAsked = async (): Promise<string | undefined> => (await cookies()).get(asked)?.value
