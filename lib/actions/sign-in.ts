'use server'
import { redirect } from 'next/navigation'
import { endCurrentSession } from '@/lib/auth/end-session'
import { cameFromHere } from './define'
import { paths } from '@/lib/paths'

/** Signs this browser out. */
export async function signOut(): Promise<void> {
  if (await cameFromHere()) await endCurrentSession()
  redirect(paths.landing())
}
