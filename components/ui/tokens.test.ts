import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('../../app/styles/tokens.css', import.meta.url), 'utf8')
const pairs = [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)]
const themes = {
  light: new Map(pairs.map(([, name = '', light = '']) => [name, light])),
  dark: new Map(pairs.map(([, name = '', , dark = '']) => [name, dark])),
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

/* WCAG 2.2 AA: 4.5 for words, 3 for the shapes that carry meaning. */
const words: [string, string][] = [
  ...['ink', 'ink-2', 'ink-3', 'green', 'amber', 'brick', 'slate'].flatMap((ink) =>
    ['paper', 'sheet', 'sunk'].map((ground): [string, string] => [ink, ground]),
  ),
  ...['green', 'amber', 'brick', 'slate'].flatMap((tone): [string, string][] =>
    [tone, 'ink', 'ink-2'].map((ink) => [ink, `${tone}-soft`]),
  ),
  ['on-green', 'green'],
  ['on-green', 'green-hover'],
  ['on-brick', 'brick'],
  ['paper', 'ink'],
  ...[0, 1, 2, 3, 4].flatMap((level): [string, string][] => [
    [`body-${level}`, 'paper'],
    ['sheet', `body-${level}`],
  ]),
]
const shapes: [string, string][] = [
  ...['circle', 'square', 'triangle', 'diamond', 'cross', 'hexagon'].flatMap((mark): [string, string][] =>
    ['paper', 'sheet', 'sunk'].map((ground): [string, string] => [`mark-${mark}`, ground]),
  ),
  ['green', 'track'],
  ['ink', 'track'],
  ...['line', 'focus'].flatMap((edge) =>
    ['paper', 'sheet'].map((ground): [string, string] => [edge, ground]),
  ),
]

for (const [theme, colours] of Object.entries(themes)) {
  const of = (name: string) => colours.get(name) ?? expect.fail(`no colour ${name}`)
  test.each([
    ...words.map((pair) => [...pair, 4.5] as const),
    ...shapes.map((pair) => [...pair, 3] as const),
  ])(`${theme}: %s can be told from %s`, (ink, ground, needed) =>
    expect(contrast(of(ink), of(ground))).toBeGreaterThanOrEqual(needed),
  )
}
