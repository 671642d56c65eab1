import type { Species } from '@/lib/domain/observation/vocabulary'

/** Coats a portrait can be drawn in until there is a photo. Looks only; no rule ever reads them. */
export const catCoats = [
  'cat_tabby_brown',
  'cat_tabby_silver',
  'cat_tabby_ginger',
  'cat_tabby_white',
  'cat_black',
  'cat_tuxedo',
  'cat_blue',
  'cat_white',
  'cat_cream',
  'cat_chocolate',
  'cat_tortoiseshell',
  'cat_calico',
  'cat_white_grey',
  'cat_white_ginger',
  'cat_seal_point',
  'cat_blue_point',
] as const

export const ratCoats = [
  'rat_agouti',
  'rat_black',
  'rat_blue',
  'rat_fawn',
  'rat_white',
  'rat_hooded',
  'rat_hooded_fawn',
  'rat_himalayan',
] as const

export const coats = [...catCoats, ...ratCoats] as const
export type Coat = (typeof coats)[number]

/** The coats to choose from for one species; the first one is drawn when nobody chose. */
export const coatsOf: Record<Species, readonly Coat[]> = { cat: catCoats, rat: ratCoats }

export const isCoat = (word: string): word is Coat => (coats as readonly string[]).includes(word)

/** A stored coat, or null where nobody chose one. */
export const coatFrom = (word: string): Coat | null => (isCoat(word) ? word : null)
