/* A cat from the chest up in a box of 100 x 120, facing you. */
const body = 'M8 122c0-26 9-40 22-47l40 0c13 7 22 21 22 47Z'
const head =
  'M19.5 50 22.6 15.6c.2-1.6 1.8-2.2 3-1.1L39.5 26.3c6.5-2 14.5-2 21 0L74.4 14.5c1.2-1.1 2.8-.5 3 1.1L80.5 50c1.8 12-2.5 20.5-11 25-11 5.5-28 5.5-39 0C22 70.5 17.7 62 19.5 50Z'

type Marks = (mark: string, light: string) => string

const stripes: Marks = (mark) =>
  `<g stroke="${mark}" stroke-width="3.4" stroke-linecap="round" fill="none"><path d="M50 25v13M42 27l2 10M58 27l-2 10M22 52l9 2M21 60l9 0M78 52l-9 2M79 60l-9 0M18 92c6 1 9 4 11 8M82 92c-6 1-9 4-11 8"/></g>`

const marks = {
  solid: (_mark, light) =>
    `<path d="M36 74c4-9 24-9 28 0l-2 5c-7 3-17 3-24 0Z" fill="${light}" opacity=".45"/>`,
  tabby: (mark, light) =>
    `${stripes(mark, light)}<path d="M34 66c2-8 10-9 16-9s14 1 16 9c0 8-8 12-16 12s-16-4-16-12Z" fill="${light}"/>`,
  tabbyBib: (mark, light) =>
    `${stripes(mark, light)}<path d="M34 66c2-8 10-9 16-9s14 1 16 9c0 8-8 12-16 12s-16-4-16-12ZM36 76c8 4 20 4 28 0 6 14 2 34-6 48H42c-8-14-12-34-6-48Z" fill="${light}"/>`,
  tuxedo: (_mark, light) =>
    `<path d="M50 34c1 8 4 15 9 21 9 1 13 7 11 14-4 8-36 8-40 0-2-7 2-13 11-14 5-6 8-13 9-21Z" fill="${light}"/><path d="M36 76c8 4 20 4 28 0 4 14-2 34-14 48-12-14-18-34-14-48Z" fill="${light}"/>`,
  tortie: (mark, light) =>
    `<path d="M50 22c16-2 22-8 32-12l-2 40c-8 4-22 4-30-6ZM20 58c8-2 18 2 20 10s-6 10-12 8-8-10-8-18ZM60 84c10-4 22 6 26 20s-14 8-20 0-10-16-6-20Z" fill="${mark}"/><path d="M40 66c2-6 6-8 10-8s6 2 8 6-2 14-8 14-12-6-10-12Z" fill="${light}"/>`,
  calico: (mark, light) =>
    `<path d="M18 10 40 26c6-2 8-2 10-2 0 12-4 22-12 26-8 2-14 2-18-2Z" fill="${mark}"/><path d="M82 10 60 26c-6-2-8-2-10-2 0 12 4 22 12 26 8 2 14 2 18-2Z" fill="${light}"/><path d="M74 92c10 2 16 12 18 30H72c-4-10-4-24 2-30Z" fill="${mark}"/><path d="M22 96c8-2 14 6 14 26H10c2-12 6-22 12-26Z" fill="${light}"/>`,
  patched: (mark) =>
    `<path d="M18 10 40 26c6-2 8-2 10-2 0 10-4 20-12 24-8 0-14 0-18-4ZM82 10 60 26c-6-2-8-2-10-2 0 10 4 20 12 24 8 0 14 0 18-4Z" fill="${mark}"/><path d="M74 92c10 2 16 12 18 30H72c-4-10-4-24 2-30Z" fill="${mark}"/>`,
  point: (mark) =>
    `<path d="M50 44c14 0 18 12 15 22-3 9-9 11-15 11s-12-2-15-11c-3-10 1-22 15-22Z" fill="${mark}" opacity=".75"/><path d="M17 12 40 28 22 44ZM83 12 60 28 78 44Z" fill="${mark}"/>`,
} satisfies Record<string, Marks>

export type CatLook = {
  pattern: keyof typeof marks
  base: string
  mark: string
  light: string
  eyes: string
  /** Mouth and whiskers: dark coats need light whiskers, light coats grey ones. */
  whisker?: string
}

export function drawCat({ pattern, base, mark, light, eyes, whisker = '#fff' }: CatLook): string {
  return `<clipPath id="k"><path d="${body}"/><path d="${head}"/></clipPath>
<path d="${body}" fill="${base}"/><path d="M29 77c10 5 32 5 42 0l-1-5H30Z" fill="#1b2226" opacity=".18"/><path d="${head}" fill="${base}"/>
<g clip-path="url(#k)">${marks[pattern](mark, light)}</g>
<path d="M27.2 21.5 36.5 30 25.5 39ZM72.8 21.5 63.5 30 74.5 39Z" fill="#c98f82" opacity=".7"/>
<path d="M29.5 51c1.5-6.5 12.5-6.5 14.5 1-3 5.5-12.5 5-14.5-1ZM70.5 51c-1.5-6.5-12.5-6.5-14.5 1 3 5.5 12.5 5 14.5-1Z" fill="${eyes}" stroke="#1b2226" stroke-width="1.4"/>
<ellipse cx="37.5" cy="50.3" rx="1.9" ry="3.5" fill="#14181a"/><ellipse cx="62.5" cy="50.3" rx="1.9" ry="3.5" fill="#14181a"/>
<path d="M46 61.5c2.5-1.2 5.5-1.2 8 0-.5 2.5-2.5 4-4 4.5-1.5-.5-3.5-2-4-4.5Z" fill="#b9796f"/>
<path d="M50 66v2.5c-1.5 3.5-6 3.5-8 1M50 68.5c1.5 3.5 6 3.5 8 1" fill="none" stroke="#14181a" stroke-width="1.5" stroke-linecap="round"/>
<path d="M33 64 15 61M33 67l-17 3M67 64l18-3M67 67l17 3" stroke="${whisker}" stroke-width=".8" opacity=".75" stroke-linecap="round"/>`
}
