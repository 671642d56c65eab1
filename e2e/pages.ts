import { readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { sheetKinds } from '../lib/domain/paper/sheet'

const app = fileURLToPath(new URL('../app', import.meta.url))

/** Every page by its folders, and every sheet of paper; what stands in brackets is any one part of an address. */
const pages = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'page.tsx')
  .map((file) => path.dirname(file).replaceAll(path.sep, '/'))
  .flatMap((page) =>
    page.includes('[sheet]') ? sheetKinds.map((kind) => page.replace('[sheet]', kind)) : page,
  )
  .map((page) => page.split('/').filter((part) => !/^(\.|\(.*\))$/.test(part)))
  .sort((one, other) => brackets(one) - brackets(other))

function brackets(parts: readonly string[]): number {
  return parts.filter((part) => part.startsWith('[')).length
}
const named = (parts: readonly string[]) => `/${parts.join('/')}`

/** The page an address leads to: of several, the one with the fewest brackets. */
export function pageOf(address: string): string | undefined {
  const given = new URL(address, 'http://doorstep').pathname.split('/').filter(Boolean)
  const parts = pages.find(
    (one) =>
      one.length === given.length && one.every((part, at) => part.startsWith('[') || part === given[at]),
  )
  return parts && named(parts)
}

/** Below this a page is laid out for a phone: pixels. */
const deskFrom = 640
type Width = 'phone' | 'desk'
export const widthOf = (pixels: number): Width => (pixels < deskFrom ? 'phone' : 'desk')

/** Only there in the demo, where nothing is sent. */
const ofTheDemo = ['/outbox']

type Note = { type: string; description?: string }
const lookedAt = (width: Width) => `looked at: ${width}`
/** What checkPage leaves at a test. */
export const noteOf = (width: Width, address: string): Note => ({
  type: lookedAt(width),
  description: address,
})

type Suite = { specs?: Spec[]; suites?: Suite[] }
type Spec = { tests: { annotations: Note[] }[] }

/** Pages that no journey looked at, by width, from Playwright's report of a whole run. */
export function neverLookedAt(report: { suites: Suite[] }): string[] {
  const specsOf = ({ specs = [], suites = [] }: Suite): Spec[] => [...specs, ...suites.flatMap(specsOf)]
  const notes = report.suites.flatMap(specsOf).flatMap(({ tests }) => tests.flatMap((one) => one.annotations))
  return (['phone', 'desk'] as const).flatMap((width) => {
    const ofWidth = notes.filter(({ type }) => type === lookedAt(width))
    const seen = new Set([...ofTheDemo, ...ofWidth.map(({ description }) => pageOf(description ?? ''))])
    return pages.map(named).flatMap((page) => (seen.has(page) ? [] : `${page} (${width})`))
  })
}
