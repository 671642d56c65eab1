'use server'
import { redirect } from 'next/navigation'
import { endCurrentSession } from '@/lib/auth/end-session'
import { askForMail, enterWithCard, enterWithCode } from '@/lib/auth/enter'
import { safeNext } from '@/lib/domain/account/next-path'
import { signInCardSchema, signInCodeSchema, signInSchema } from '@/lib/domain/account/schema'
import { paths } from '@/lib/paths'
import { cameFromHere } from './define'
import { defineOpenAction } from './define-open'

export const askForSignInMail = defineOpenAction({
  schema: signInSchema,
  verb: askForMail,
  then: ({ next }) => paths.signInSent(safeNext(next)),
})

export const signInWithCode = defineOpenAction({
  schema: signInCodeSchema,
  verb: enterWithCode,
  then: ({ next }) => safeNext(next) ?? paths.landing(),
})

export const signInWithCard = defineOpenAction({
  schema: signInCardSchema,
  verb: enterWithCard,
  then: () => paths.landing(),
})

/** Signs this browser out. */
export async function signOut(): Promise<void> {
  if (await cameFromHere()) await endCurrentSession()
  redirect(paths.landing())
}
