/** For whom a link is made. `journey` is a friend's without the photos. */
export const audiences = ['partner', 'sitter', 'vet', 'friend', 'journey'] as const
export type Audience = (typeof audiences)[number]

/** What a link opens: an animal as its audience sees it, or one letter to the vet and nothing else. */
export const shareScopes = [...audiences, 'letter'] as const
export type ShareScope = (typeof shareScopes)[number]

/**
 * Audience by field: what each reads beside the animal's name, kind and coat and the practice's name. lib/data/shared
 * reads what stands here and nothing else; the row policies of share links say the same again.
 */
export const shows = {
  partner: ['homework', 'plan', 'log'],
  sitter: ['homework', 'donts', 'stop', 'call'],
  vet: ['facts', 'findings', 'measures', 'flags'],
  friend: ['journey', 'photos'],
  journey: ['journey'],
} as const satisfies Record<Audience, readonly string[]>
export type SharedField = (typeof shows)[Audience][number]

export const fieldsOf = (scope: ShareScope): readonly SharedField[] =>
  scope === 'letter' ? [] : shows[scope]

/** Whether a link of this scope shows that field; `log` is the one that also writes. */
export const isShownTo = (scope: ShareScope, field: SharedField): boolean => fieldsOf(scope).includes(field)
