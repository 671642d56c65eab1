import 'server-only'
import { after } from 'next/server'
import type { z } from 'zod'
import { now } from '@/lib/clock'
import { safeNext } from '@/lib/domain/account/next-path'
import type {
  setUpSchema,
  signInCardSchema,
  signInCodeSchema,
  signInSchema,
} from '@/lib/domain/account/schema'
import { done, refused, type Result } from '@/lib/domain/result/result'
import { log } from '@/lib/log'
import { sendSignInMail } from './ask'
import { letIn, rememberAsked, thisDevice, thisNetwork } from './browser'
import { openWithCard, openWithCode, type Opened } from './codes'
import { takeTurn } from './limits'
import { askedLocale } from './spoken'
import { MayNotSignIn } from './sessions'
import { setUp } from './set-up'

/** Asks for a sign-in mail. The answer is the same for every address; the work comes after it. */
export async function askForMail({ email, next }: z.output<typeof signInSchema>): Promise<Result> {
  const at = now()
  const turns = [
    await takeTurn('mailPerNetworkAndHour', await thisNetwork(), at),
    await takeTurn('mailPerAddressAndMinute', email, at),
    await takeTurn('mailPerAddressAndHour', email, at),
    await takeTurn('mailAndHour', 'everybody', at),
  ]
  if (turns.includes(false)) return refused('signIn.askedTooOften')
  await rememberAsked(email)
  const locale = await askedLocale()
  after(async () => {
    try {
      await sendSignInMail(email, safeNext(next), now(), locale)
    } catch (error) {
      log.error({ err: error }, 'a sign-in mail was not written')
    }
  })
  return done()
}

/** Signs in by the six digits of the mail, on whichever device they are typed. */
export const enterWithCode = ({ email, code }: z.output<typeof signInCodeSchema>): Promise<Result> =>
  enter('signIn.codeWrong', async () => openWithCode(email, code, await thisDevice(), now()))

/** Signs in by a printed card. */
export const enterWithCard = ({ code }: z.output<typeof signInCardSchema>): Promise<Result> =>
  enter('signIn.cardWrong', async () => openWithCard(code, await thisDevice(), now()))

/** Founds the first practice with the link that the first start printed. */
export async function openThePractice(input: z.output<typeof setUpSchema>): Promise<Result> {
  const { token, ...founding } = input
  const at = now()
  if (!(await takeTurn('setUpPerNetworkAndMinute', await thisNetwork(), at)))
    return refused('signIn.triedTooOften')
  const opened = await setUp(token, founding, await thisDevice(), at)
  if (!opened) return refused('signIn.setUpOver')
  await letIn(opened)
  return done()
}

async function enter(wrong: string, open: () => Promise<Opened | null>): Promise<Result> {
  const network = await thisNetwork()
  const turns = [
    await takeTurn('codePerNetworkAndMinute', network, now()),
    await takeTurn('codePerNetworkAndHour', network, now()),
  ]
  if (turns.includes(false)) return refused('signIn.triedTooOften')
  const opened = await open().catch((error: unknown) => {
    if (error instanceof MayNotSignIn) return null
    throw error
  })
  if (!opened) return refused(wrong, { fields: { code: wrong } })
  await letIn(opened)
  return done()
}
