'use client'
import { createContext } from 'react'

/** The session that photos belong to, where it is another one than the page was drawn for. */
export const KeptSession = createContext<string | null>(null)
