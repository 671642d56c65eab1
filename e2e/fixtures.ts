import { test as base, expect, type BrowserContextOptions, type Page } from '@playwright/test'
import { closeDatabase } from '@/db/client'
import { makeHousehold, makeWorld, type Household, type World } from '@/db/factories/world'
import { checkPage } from './check-page'
import { mailsTo, type Mail } from './mails'
import { sessionCookieFor } from './session'
import { watch } from './watch'

export { checkPage, expect }

type SignIn = (options?: BrowserContextOptions) => Promise<Page>

type Fixtures = {
  /** Problems this test is about: a console line, a page error or `500 /address` that one of these matches passes. */
  tolerated: RegExp[]
  /** False where the last page is not meant to be looked at. */
  audited: boolean
  /** A practice of this test's own, in the server's database. */
  world: World
  /** A household in it: one person who may sign in, one cat. */
  household: Household
  /** A browser of its own, signed in as whoever has this user id. */
  signIn: (userId: string, options?: BrowserContextOptions) => Promise<Page>
  asBoss: SignIn
  asConsultant: SignIn
  asAssistant: SignIn
  asGuardian: (household: Pick<Household, 'guardian'>, options?: BrowserContextOptions) => Promise<Page>
  /** Mails to an address, oldest first; waits until there are that many. */
  mails: (address: string, atLeast?: number) => Promise<Mail[]>
  problems: string[]
  lastLook: undefined
}

/**
 * Every journey starts from here. Any console error, page error, policy violation or 5xx in any page fails it,
 * and every page still open at its end is audited; call `checkPage(page)` for the pages on the way.
 */
export const test = base.extend<Fixtures, { pool: undefined }>({
  tolerated: [[], { option: true }],
  audited: [true, { option: true }],

  problems: async ({ tolerated }, use) => {
    const problems: string[] = []
    await use(problems)
    const left = problems.filter((problem) => !tolerated.some((pattern) => pattern.test(problem)))
    expect(left, 'what the browser complained about').toEqual([])
  },

  context: async ({ context, problems, javaScriptEnabled }, use) => {
    watch(context, problems, javaScriptEnabled)
    await use(context)
  },

  signIn: async ({ browser, problems, baseURL, javaScriptEnabled }, use) => {
    const opened: { close: () => Promise<void> }[] = []
    await use(async (userId, options = {}) => {
      const context = await browser.newContext(options)
      opened.push(context)
      watch(context, problems, options.javaScriptEnabled ?? javaScriptEnabled)
      await context.addCookies([await sessionCookieFor(userId, baseURL ?? '')])
      return context.newPage()
    })
    for (const context of opened) await context.close()
  },

  lastLook: [
    async ({ browser, audited, signIn: _afterwards, context: _context }, use, { status }) => {
      await use(undefined)
      if (!audited || (status !== undefined && status !== 'passed')) return
      for (const context of browser.contexts()) for (const page of context.pages()) await checkPage(page)
    },
    { auto: true },
  ],

  world: async ({}, use) => use(await makeWorld()),
  household: async ({ world }, use) => use(await makeHousehold(world)),
  asBoss: async ({ world, signIn }, use) => use((options) => signIn(world.boss.userId, options)),
  asConsultant: async ({ world, signIn }, use) => use((options) => signIn(world.consultant.userId, options)),
  asAssistant: async ({ world, signIn }, use) => use((options) => signIn(world.assistant.userId, options)),
  asGuardian: async ({ signIn }, use) =>
    use((household, options) => signIn(household.guardian.userId, options)),

  mails: async ({}, use) =>
    use(async (address, atLeast = 1) => {
      let found: Mail[] = []
      await expect
        .poll(async () => (found = await mailsTo(address)).length, { message: `mails to ${address}` })
        .toBeGreaterThanOrEqual(atLeast)
      return found
    }),

  pool: [
    async ({}, use) => {
      await use(undefined)
      await closeDatabase()
    },
    { scope: 'worker', auto: true },
  ],
})
