import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { paths } from '@/lib/paths'
import { checkPage, expect, test } from './fixtures'
import { pageOf } from './pages'

async function livedPractice(origin: string) {
  const env = { ...process.env, NEXTAUTH_URL: origin, NEXTAUTH_SECRET: randomBytes(48).toString('base64url') }
  const script = ['--import', 'tsx', 'e2e/lived-practice.ts']
  const { stdout } = await promisify(execFile)(process.execPath, script, { env })
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as { consultant: string; owner: string }
}

const linksOn = (page: Page) =>
  page.locator('a[href]').evaluateAll((links) =>
    links
      .filter((link) => link instanceof HTMLAnchorElement)
      .filter((link) => link.origin === location.origin && !link.hasAttribute('download'))
      .map(({ pathname, search }) => pathname + search),
  )

/** Follows every link from here to each page once, and looks at it at a desk and on a small phone. */
async function walk(page: Page, starts: string[], seen: Set<string>): Promise<void> {
  const ahead = [...starts]
  const tries = new Map<string, number>()
  for (let address = ahead.shift(); address !== undefined; address = ahead.shift()) {
    const wanted = pageOf(address)
    const tried = tries.get(wanted ?? '') ?? 0
    if (!wanted || seen.has(wanted) || tried === 3) continue
    tries.set(wanted, tried + 1)
    const answer = await page.goto(address)
    expect.soft(answer?.status(), `what ${address} answers`).toBe(200)
    const landed = pageOf(page.url())
    if (!landed || seen.has(landed)) continue
    seen.add(landed)
    await checkPage(page)
    await onAPhone(page)
    ahead.push(...(await linksOn(page)))
  }
}

async function onAPhone(page: Page): Promise<void> {
  const desk = page.viewportSize()
  await page.setViewportSize({ width: 360, height: 740 })
  await checkPage(page)
  if (desk) await page.setViewportSize(desk)
}

test('every page of a practice that was lived in is looked at', async ({
  signIn,
  page: stranger,
  baseURL,
}) => {
  test.setTimeout(900_000)
  const { consultant, owner } = await livedPractice(baseURL ?? '')
  const seen = new Set<string>()
  await walk(await signIn(consultant), [paths.today()], seen)
  seen.delete(paths.account())
  await walk(await signIn(owner), [paths.home()], seen)
  await walk(stranger, [paths.landing(), paths.signIn(), paths.setUp(), paths.onThisPhone()], seen)
  expect(seen.size).toBeGreaterThan(80)
})
