import { withTestDatabase } from './test-database'

/** Vitest's project `data`: one fresh database for all files, gone afterwards. */
export default async function setup(): Promise<() => Promise<void>> {
  const { drop } = await withTestDatabase()
  return drop
}
