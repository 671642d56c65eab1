import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { noteOf, widthOf } from './pages'
import { scriptless } from './watch'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Nobody is shut out of this page: axe finds nothing, in light or dark, and nothing is cut off sideways. Skips pages without JavaScript. */
export async function checkPage(page: Page): Promise<void> {
  const { protocol, pathname } = new URL(page.url())
  if (page.isClosed() || !protocol.startsWith('http') || scriptless.has(page.context())) return
  const at = widthOf(page.viewportSize()?.width ?? 0)
  // A page that says it is not there is not the page of its address.
  const [status] = await page.evaluate(() =>
    performance
      .getEntriesByType('navigation')
      .map((entry) => (entry as PerformanceNavigationTiming).responseStatus),
  )
  if (!status || status < 400) test.info().annotations.push(noteOf(at, pathname))
  await test.step(`look at ${pathname}`, async () => {
    await expect(page).toHaveTitle(/\S/) // after a redirect the title may stream in last
    await show(page, 'light')
    expect.soft(await violations(page, (axe) => axe.withTags(rules)), `axe on ${pathname}`).toEqual([])
    // The colours are the same at every width: in the dark one width is enough.
    if (at === 'phone') {
      await show(page, 'dark')
      const dark = await violations(page, (axe) => axe.withRules(['color-contrast']))
      expect.soft(dark, `axe on ${pathname}, dark`).toEqual([])
    }
    await page.emulateMedia({ colorScheme: null, reducedMotion: null })
    // A phone zooms out to show what is too wide, so its innerWidth would hide it.
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect.soft(width, `how wide ${pathname} is`).toBeLessThanOrEqual(page.viewportSize()?.width ?? width)
  })
}

/** Both themes are judged at rest: what would fade from one to the other is ended, also in a page that draws no frames. */
async function show(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().endTime === Infinity) animation.cancel()
      else animation.finish()
    }
  })
}

async function violations(page: Page, narrow: (axe: AxeBuilder) => AxeBuilder): Promise<string[]> {
  const { violations } = await narrow(new AxeBuilder({ page }).setLegacyMode(true)).analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  )
}
