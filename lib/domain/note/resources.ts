/** What cats of one home share, and quarrel about in silence. */
export const resources = ['trays', 'water', 'hides', 'perches'] as const
export type Resource = (typeof resources)[number]

/** One for each cat and one more, apart from one another: the n+1 rule of the AAFP/ISFM guidelines (2013). */
export const enoughFor = (cats: number): number => cats + 1

/**
 * Of what there is too little for the cats that live here, and how many more it takes. What was not counted is not
 * short, and a home without cats has no such rule: rats live in one group and share.
 */
export function shortOf(
  counted: Partial<Record<Resource, number | undefined>>,
  cats: number,
): { of: Resource; has: number; more: number }[] {
  if (cats === 0) return []
  return resources.flatMap((of) => {
    const has = counted[of]
    return has !== undefined && has < enoughFor(cats) ? [{ of, has, more: enoughFor(cats) - has }] : []
  })
}
