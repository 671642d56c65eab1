import type { CSSProperties } from 'react'

/** Numbers the style sheet counts with. */
export const vars = (values: Record<string, number>) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [`--${key}`, value])) as CSSProperties
