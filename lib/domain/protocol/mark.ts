/**
 * A number from 1 for what fields say: another one as soon as they say something else. Each part of a draft
 * carries its own, so that two people may write two stages at once. FNV-1a, 32 bits.
 */
export function markOf(fields: Record<string, string>): number {
  let hash = 0x811c9dc5
  for (const character of JSON.stringify(fields)) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  return (hash >>> 0) + 1
}
