/** Closed sets of the intake that matter later; labels are in the `animal` catalogue. */
export const birthPrecisions = ['day', 'month', 'year', 'unknown'] as const
export type BirthPrecision = (typeof birthPrecisions)[number]

export const sexes = ['female', 'male', 'unknown'] as const
export type Sex = (typeof sexes)[number]

export const neuterings = ['neutered', 'intact', 'unknown'] as const
export type Neutering = (typeof neuterings)[number]

export const origins = ['breeder', 'rescue', 'street', 'private', 'unknown'] as const
export type Origin = (typeof origins)[number]

export const temperaments = ['bold', 'cautious', 'fearful_of_people', 'territorial'] as const
export type Temperament = (typeof temperaments)[number]
