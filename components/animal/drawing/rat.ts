/* A rat from the chest up in the same box, sitting up with its paws together. */
const body = 'M16 122c0-20 8-34 22-40h24c14 6 22 20 22 40Z'
const head =
  'M50 25c15.5 0 26.5 9.5 26.5 24 0 11-5.5 18-12 25-4.5 4.8-8.5 11.5-14.5 11.5S40 78.8 35.5 74c-6.5-7-12-14-12-25C23.5 34.5 34.5 25 50 25Z'
const ears =
  'M30.5 41C18 47 7.5 40.5 7.5 29S18.5 12 28 18c4.5 2.8 7 7 7.5 11.5ZM69.5 41C82 47 92.5 40.5 92.5 29S81.5 12 72 18c-4.5 2.8-7 7-7.5 11.5Z'
const innerEars =
  'M27.5 36.5c-8 3-14-1-14-8s6.5-10.5 12.5-6.5c3.5 2.3 5 6.5 4.5 10ZM72.5 36.5c8 3 14-1 14-8S80 18 74 22c-3.5 2.3-5 6.5-4.5 10Z'

type Marks = (light: string) => string

const marks = {
  solid: (light) =>
    `<path d="M42 92c5 4 11 4 16 0 7 8 7 20 4 30H38c-3-10-3-22 4-30Z" fill="${light}" opacity=".4"/>`,
  belly: (light) => `<path d="M40 88c6 5 14 5 20 0 9 9 10 24 7 34H33c-3-10-2-25 7-34Z" fill="${light}"/>`,
  hooded: (light) =>
    `<path d="M10 104c10-8 22-10 40-10s30 2 40 10v22H10Z" fill="${light}"/><path d="M40 88c6 5 14 5 20 0l6 14H34Z" fill="${light}"/>`,
  point: (light) =>
    `<path d="M50 58c9 0 12 6 10 14-2 7-6 14-10 14s-8-7-10-14c-2-8 1-14 10-14Z" fill="${light}" opacity=".8"/>`,
} satisfies Record<string, Marks>

export type RatLook = {
  pattern: keyof typeof marks
  base: string
  /** Belly and hood; for a point the dark of the nose. */
  light: string
  eyes: string
  ear?: string
  whisker?: string
}

export function drawRat({ pattern, base, light, eyes, ear = '#d9a79a', whisker = '#fff' }: RatLook): string {
  return `<clipPath id="k"><path d="${body}"/><path d="${head}"/></clipPath>
<path d="${ears}" fill="${base}"/><path d="${innerEars}" fill="${ear}" opacity=".85"/>
<path d="${body}" fill="${base}"/><path d="${head}" fill="${base}"/>
<g clip-path="url(#k)">${marks[pattern](light)}</g>
<path d="M34 79c8 9 24 9 32 0-3 7-8 11-16 11s-13-4-16-11Z" fill="#1b2226" opacity=".16"/>
<path d="M50 85.5c6 0 10-6.7 14.5-11.5 1.4-1.5 2.7-3 4-4.6-9 6-28 6-37 0 1.3 1.6 2.6 3.1 4 4.6C40 78.8 44 85.5 50 85.5Z" fill="#fff" opacity=".14"/>
<g fill="${eyes}"><circle cx="37" cy="50" r="4.6"/><circle cx="63" cy="50" r="4.6"/></g><g fill="#fff" opacity=".85"><circle cx="38.6" cy="48.4" r="1.3"/><circle cx="64.6" cy="48.4" r="1.3"/></g>
<path d="M45.5 76.5c2.5-1.8 6.5-1.8 9 0-.6 3-2.6 5-4.5 5s-3.9-2-4.5-5Z" fill="#c98579"/>
<path d="M50 81.5v2.2M46.5 84.5c1.5 1 5.5 1 7 0" fill="none" stroke="#14181a" stroke-width="1.3" stroke-linecap="round"/>
<path d="M41 74 17 66M41 77l-24 2M42 80l-20 10M59 74l24-8M59 77l24 2M58 80l20 10" stroke="${whisker}" stroke-width=".8" opacity=".75" stroke-linecap="round"/>
<g fill="#dcaea2" stroke="#8c5f54" stroke-width="1" stroke-linejoin="round"><path d="M39 108c-1-5 3-8 7-6 3 1.5 3.5 6 1 8-2.5 2.2-7.3 1.6-8-2ZM61 108c1-5-3-8-7-6-3 1.5-3.5 6-1 8 2.5 2.2 7.3 1.6 8-2Z"/><path d="M42 109.5v2.5M45 110.5v2.5M58 109.5v2.5M55 110.5v2.5" fill="none" stroke-linecap="round"/></g>`
}
