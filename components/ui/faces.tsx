import type { ReactNode } from 'react'
import { icon, type Icon } from './icon'

/* What the body says, 0 loose to 4 panic. Ears, eyes and mouth carry it; colour only repeats it. */
const box = '0 0 48 42'

/** A loose face as bare lines, to stand inside another drawing. */
const looseCat = (
  <>
    <path d="M9 23 10 6l9 7c3-1 7-1 10 0l9-7 1 17c0 9.5-7 14-15 14S9 32.5 9 23Z" />
    <path d="M14.5 23.5c1.5 2 4.5 2 6 0M27.5 23.5c1.5 2 4.5 2 6 0" />
    <path d="m22.5 28 1.5 1.3 1.5-1.3M24 29.3c-.8 2-3 2-3.8.7M24 29.3c.8 2 3 2 3.8.7" />
  </>
)

export const catFaces: readonly [Icon, Icon, Icon, Icon, Icon] = [
  icon(looseCat, box),
  icon(
    <>
      <path d="M9 23 9 6l10 7c3-1 7-1 10 0l13.5-5.5L39 23c0 9.5-7 14-15 14S9 32.5 9 23Z" />
      <ellipse cx="17.5" cy="23" rx="2.9" ry="3.1" />
      <ellipse cx="30.5" cy="23" rx="2.9" ry="3.1" />
      <path d="M17.5 21.3v3.4M30.5 21.3v3.4" />
      <path d="m22.5 28.5 1.5 1.3 1.5-1.3M24 29.8v1.7" />
    </>,
    box,
  ),
  icon(
    <>
      <path d="M9.5 24 4 12 17.5 13.6c4.3-1 8.7-1 13 0L44 12 38.5 24c.5 9-6.5 13.5-14.5 13.5S9 33 9.5 24Z" />
      <circle cx="17.5" cy="24" r="3.2" />
      <circle cx="30.5" cy="24" r="3.2" />
      <circle cx="17.5" cy="24" r="1.5" fill="currentColor" />
      <circle cx="30.5" cy="24" r="1.5" fill="currentColor" />
      <path d="m22.5 29.5 1.5 1.2 1.5-1.2M21 33.2h6" />
    </>,
    box,
  ),
  icon(
    <>
      <path d="M9 26 3 20.5c4.5-4.7 9.5-5.7 14-5 4-1.2 10-1.2 14 0 4.5-.7 9.5.3 14 5L39 26c0 8-7 12-15 12S9 34 9 26Z" />
      <circle cx="17.5" cy="25.5" r="3.3" fill="currentColor" />
      <circle cx="30.5" cy="25.5" r="3.3" fill="currentColor" />
      <path d="m22.5 31 1.5 1 1.5-1M20.5 34.8c2-1.2 5-1.2 7 0" />
    </>,
    box,
  ),
  icon(
    <>
      <path d="M9 27 4 26c2-6 6.5-9.5 12-10.3 5-1.7 11-1.7 16 0 5.5.8 10 4.3 12 10.3l-5 1c0 8-7 12-15 12S9 35 9 27Z" />
      <circle cx="17" cy="25" r="3.6" fill="currentColor" />
      <circle cx="31" cy="25" r="3.6" fill="currentColor" />
      <path d="m22.5 30 1.5 1 1.5-1" />
      <path d="M20.5 36.2c0-4.5 7-4.5 7 0Z" fill="currentColor" />
    </>,
    box,
  ),
]

/* A rat: round ears set wide, a narrow snout, whiskers. */
const head =
  'M24 38c-3 0-4.5-1.6-6.5-6-2.5-4-6-8-6-13 0-6.5 5.5-10 12.5-10s12.5 3.5 12.5 10c0 5-3.5 9-6 13-2 4.4-3.5 6-6.5 6Z'
const nose = 'M22.3 34.500c1-.8 2.4-.8 3.4 0-.3 1.3-1 2-1.7 2s-1.4-.7-1.7-2Z'
const earsUp =
  'M13 15.500C7 16 3.5 12 4.5 7.500S12 2.5 15.5 6c1 1 1.6 2.2 1.8 3.600M35 15.500c6 .5 9.5-3.5 8.5-8S36 2.5 32.5 6c-1 1-1.6 2.2-1.8 3.6'
const earsTurned =
  'M12.5 17C6.5 18.5 2 15.5 2.3 11S8.5 4.5 13 7.500c1.2.8 2 1.7 2.6 2.900M35.5 17c6 1.5 10.5-1.5 10.2-6S39.5 4.5 35 7.500c-1.2.8-2 1.7-2.6 2.9'
const earsBack = 'M12 19C6 21.5 1 19.5 1 15.500s5-6 10-4.500M36 19c6 2.5 11 .5 11-3.500s-5-6-10-4.5'
const earsFlat = 'M11.5 21C6 25 1 24 .8 20.500S5 15 11.5 15M36.5 21c5.5 4 10.5 3 10.7-.5S43 15 36.5 15'
const whiskers = 'M18 33 9 31M18 35l-8 2M30 33l9-2M30 35l8 2'
const eyes = (radius: number, filled: boolean) => (
  <>
    <circle cx="18" cy="21.5" r={radius} fill={filled ? 'currentColor' : 'none'} />
    <circle cx="30" cy="21.5" r={radius} fill={filled ? 'currentColor' : 'none'} />
  </>
)
const ratLines = (ears: string, look: ReactNode) => (
  <>
    <path d={ears} />
    <path d={head} />
    {look}
    <path d={nose} fill="currentColor" />
    <path d={whiskers} strokeWidth="1.3" />
  </>
)
const rat = (ears: string, look: ReactNode) => icon(ratLines(ears, look), box)
const closed = <path d="M15.5 21c1.3 1.9 3.7 1.9 5 0M27.5 21c1.3 1.9 3.7 1.9 5 0" />

export const ratFaces: readonly [Icon, Icon, Icon, Icon, Icon] = [
  rat(earsUp, closed),
  rat(earsUp, eyes(2, true)),
  rat(earsTurned, eyes(2.6, false)),
  rat(earsBack, eyes(3, true)),
  rat(
    earsFlat,
    <>
      {eyes(3.6, true)}
      <path d="M14 16.500l4-1.500M34 16.5 30 15" />
    </>,
  ),
]

export const faces = { cat: catFaces, rat: ratFaces } as const

export const looseLines = { cat: looseCat, rat: ratLines(earsUp, closed) } as const
