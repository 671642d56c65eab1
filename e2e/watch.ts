import type { BrowserContext } from '@playwright/test'

/** Contexts without JavaScript, where nothing can look at the page from inside. */
export const scriptless = new WeakSet<BrowserContext>()

/** Collects what a browser complains about: console errors (policy violations are among them), page errors, 5xx. */
export function watch(context: BrowserContext, problems: string[], scripts = true): void {
  if (!scripts) scriptless.add(context)
  // A page that answers 404 on purpose makes Chromium write a console error for the page itself.
  const documents = new Set<string>()
  const report = (whole: string) => {
    const problem = whole.slice(0, 400)
    if (!problems.includes(problem)) problems.push(problem)
  }
  context.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (response.request().isNavigationRequest()) documents.add(response.url())
    if (response.status() >= 500) report(`${response.status()} ${pathname}`)
  })
  context.on('console', (message) => {
    if (message.type() !== 'error') return
    const { url } = message.location()
    const lostPage = /status of 4\d\d/.test(message.text()) && documents.has(url)
    if (!lostPage) report(`console: ${message.text()} (${url})`)
  })
  context.on('weberror', (error) => report(`page: ${error.error().message}`))
}
