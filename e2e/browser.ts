import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium as launcher } from '@playwright/test'
import { unpackedChromium } from './unpacked-chromium'

/** How to start a Chromium that was seen to work here. No path: Playwright's own. */
export type Browser = { name: string; executablePath?: string; args: string[]; env?: Record<string, string> }

const remembered = fileURLToPath(new URL('../.cache/browser.json', import.meta.url))

/**
 * A Chromium that has painted a page on this machine: Playwright's own where it can be downloaded, else the
 * system's, else the one npm installed, else, as root on Debian, apt's. Throws with what to do where none works.
 */
export async function chromium(say: (line: string) => void = () => undefined): Promise<Browser> {
  const before = recall()
  if (before && !(await complaint(before))) return before
  const reasons: string[] = []
  for (const find of [playwrightsOwn, systems, npms, apts]) {
    for (const browser of await find(reasons)) {
      const problem = await complaint(browser)
      if (!problem) {
        keep(browser)
        say(`Browser: ${browser.name}`)
        return browser
      }
      reasons.push(`${browser.name} does not start: ${problem}`)
    }
  }
  throw new Error(
    `No Chromium works here, so no page can be tested.\n  ${reasons.join('\n  ')}\n` +
      'Install one (Debian: apt-get install chromium; elsewhere: npx playwright install --with-deps chromium).',
  )
}

async function playwrightsOwn(reasons: string[]): Promise<Browser[]> {
  const own = { name: "Playwright's Chromium", args: [] }
  if (!(await complaint(own))) return [own]
  const problem = await download()
  if (problem) reasons.push(`Playwright's Chromium cannot be downloaded: ${problem}`)
  return problem ? [] : [own]
}

/** Gives up within seconds where the network is closed, and on a download that stands still. */
async function download(): Promise<string | undefined> {
  try {
    await fetch('https://cdn.playwright.dev', { method: 'HEAD', signal: AbortSignal.timeout(5_000) })
  } catch (error) {
    return error instanceof Error ? String(error.cause ?? error.message) : String(error)
  }
  const cli = fileURLToPath(new URL('../node_modules/@playwright/test/cli.js', import.meta.url))
  const run = spawnSync(process.execPath, [cli, 'install', '--only-shell', 'chromium'], {
    timeout: 120_000,
    encoding: 'utf8',
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
  })
  if (run.status === 0) return undefined
  return run.error?.message ?? run.stderr.trim().split('\n').at(-1) ?? 'unknown'
}

function systems(): Browser[] {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge']
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const wellKnown = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ]
  return [...names.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...wellKnown]
    .filter((candidate) => path.isAbsolute(candidate) && fs.existsSync(candidate))
    .map((executablePath) => ({ name: `the system's ${executablePath}`, executablePath, args: [] }))
}

async function npms(reasons: string[]): Promise<Browser[]> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return []
  try {
    return [await unpackedChromium()]
  } catch (error) {
    reasons.push(`The Chromium of @sparticuz/chromium cannot be unpacked: ${String(error)}`)
    return []
  }
}

function apts(reasons: string[]): Browser[] {
  if (process.getuid?.() !== 0 || !fs.existsSync('/etc/debian_version')) return []
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const run = spawnSync('apt-get', args, { env, timeout: 300_000, encoding: 'utf8' })
    if (run.status !== 0) {
      reasons.push(`apt-get ${args.join(' ')} failed: ${run.stderr.trim().split('\n').at(-1) ?? ''}`)
      return []
    }
  }
  return systems()
}

/** Starts it and has it paint words; undefined when it can. Playwright turns the sandbox off for us. */
async function complaint({ executablePath, args, env }: Browser): Promise<string | undefined> {
  try {
    const options = { args, timeout: 30_000, ...(executablePath ? { executablePath } : {}) }
    const browser = await launcher.launch(env ? { ...options, env } : options)
    try {
      const page = await browser.newPage()
      await page.goto('data:text/html,<title>Doorstep</title><span>The cat decides.</span>')
      const width = await page.locator('span').evaluate((words) => words.getBoundingClientRect().width)
      await page.screenshot()
      return width > 40 ? undefined : 'it has no fonts'
    } finally {
      await browser.close()
    }
  } catch (error) {
    const lines = (error instanceof Error ? error.message : String(error)).split('\n')
    return (
      lines.find((line) => /error|missing|not found|doesn't exist|denied/i.test(line)) ??
      lines[0] ??
      'unknown'
    )
  }
}

function recall(): Browser | undefined {
  try {
    return JSON.parse(fs.readFileSync(remembered, 'utf8')) as Browser
  } catch {
    return undefined
  }
}

function keep(browser: Browser): void {
  try {
    fs.mkdirSync(path.dirname(remembered), { recursive: true })
    fs.writeFileSync(remembered, `${JSON.stringify(browser)}\n`)
  } catch {
    // A read-only checkout: the search is done again next time.
  }
}
