import type { Owner } from '@/lib/domain/sync/queue'
import { namesFrom } from './vault'

const start = 'typed '

/** The name, in the vault, of what was typed into the form of this and not saved. */
export const unsavedName = (of: string): string => start + of

export const hasUnsaved = async (owner: Owner): Promise<boolean> => (await namesFrom(owner, start)).length > 0
