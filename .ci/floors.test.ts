import fs from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import floors from './floors.json'

type Entry = { version?: string; resolved?: string; link?: boolean }
const file = fileURLToPath(new URL('../package-lock.json', import.meta.url))
const lock = JSON.parse(fs.readFileSync(file, 'utf8')) as { packages: Record<string, Entry> }

/** Every installed copy of a package, wherever npm put it. */
const copiesOf = (name: string) =>
  Object.entries(lock.packages)
    .filter(([place]) => place === `node_modules/${name}` || place.endsWith(`/node_modules/${name}`))
    .map(([place, { version = '0' }]) => ({ place, version }))

describe('the lock file', () => {
  test.each(Object.entries(floors))('installs no %s below its floor', (name, { minimum, because }) => {
    const low = copiesOf(name).filter(({ version }) => !atLeast(version, minimum))
    expect(low, because).toEqual([])
  })

  // sharp is there as long as next brings it along.
  test.each(Object.keys(floors).filter((name) => name !== 'sharp'))('installs %s', (name) => {
    expect(copiesOf(name).length).toBeGreaterThan(0)
  })

  test('installs one nodemailer, not the one next-auth asks for beside it', () => {
    expect(copiesOf('nodemailer')).toHaveLength(1)
  })

  test('names no download address: packages come from the registry of whoever installs', () => {
    const addressed = Object.entries(lock.packages).filter(([, { resolved, link }]) => resolved && !link)
    expect(addressed.map(([place]) => place)).toEqual([])
  })

  test('knows every package by its version, so that npm ci works on every system', () => {
    const optional = Object.values(lock.packages).flatMap((entry) =>
      Object.keys((entry as { optionalDependencies?: Record<string, string> }).optionalDependencies ?? {}),
    )
    expect([...new Set(optional)].filter((name) => copiesOf(name).length === 0)).toEqual([])
    expect(Object.entries(lock.packages).filter(([, { version }]) => !version)).toEqual([])
  })
})

describe('versions', () => {
  test.each([
    ['16.4.6', '16.4.6', true],
    ['16.4.10', '16.4.6', true],
    ['16.10.0', '16.4.6', true],
    ['16.4.5', '16.4.6', false],
    ['16.4.6-canary.3', '16.4.6', false],
    ['17.0.0', '16.4.6', true],
  ])('%s is at least %s: %s', (version, minimum, expected) => {
    expect(atLeast(version, minimum)).toBe(expected)
  })
})

/** A pre-release comes before its release. */
function atLeast(version: string, minimum: string): boolean {
  const [numbers = '', early] = version.split(/-(.*)/)
  const mine = numbers.split('.').map(Number)
  const floor = minimum.split('.').map(Number)
  for (const [at, wanted] of floor.entries()) {
    if ((mine[at] ?? 0) !== wanted) return (mine[at] ?? 0) > wanted
  }
  return early === undefined
}
