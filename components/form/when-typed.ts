'use client'
import { createContext } from 'react'
import type { Typed } from './kept-fields'

/** Where a page keeps what is typed into its form until it is saved. */
export type TypedKeeper = {
  /** What was left behind; null for nothing. */
  left: () => Promise<Typed | null>
  keep: (typed: Typed) => void
  forget: () => void
}

/** Null on a page that keeps nothing before it is sent. */
export const WhenTyped = createContext<TypedKeeper | null>(null)
