export type Units = 'metric' | 'imperial'

// Exact by definition: 1 lb = 453.59237 g, 1 in = 25.4 mm.
const gramsIn = { metric: 1000, imperial: 453.59237 }
const millimetresIn = { metric: 10, imperial: 25.4 }

/** Grams of a weight in kilograms or pounds. */
export const gramsOf = (weight: number, units: Units): number => Math.round(weight * gramsIn[units])

/** Millimetres of a length in centimetres or inches. */
export const millimetresOf = (length: number, units: Units): number =>
  Math.round(length * millimetresIn[units])

export const weightIn = (grams: number, units: Units): number => grams / gramsIn[units]
export const lengthIn = (millimetres: number, units: Units): number => millimetres / millimetresIn[units]
