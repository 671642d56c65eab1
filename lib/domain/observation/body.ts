import { bodyLevels, signsBySpecies, type BodyLevel, type BodyLevelKey } from './vocabulary'

/** Sign -> lowest level it implies. A sign that both species share implies the same level in both. */
const levelOfSign: ReadonlyMap<string, BodyLevel> = new Map(
  Object.values(signsBySpecies).flatMap((levels) =>
    Object.entries(levels).flatMap(([level, signs]) =>
      signs.map((sign: string): [string, BodyLevel] => [sign, Number(level) as BodyLevel]),
    ),
  ),
)

/** The lowest body level (0-4) that these signs allow; good and unknown signs imply 0. */
export function impliedLevel(signs: readonly string[]): BodyLevel {
  let highest: BodyLevel = 0
  for (const sign of signs) {
    const level = levelOfSign.get(sign) ?? 0
    if (level > highest) highest = level
  }
  return highest
}

/** What counts: the higher of the tapped level and the signs, so that a flop is never logged as loose. */
export function bodyLevel(tapped: BodyLevel, signs: readonly string[]): BodyLevel {
  const implied = impliedLevel(signs)
  return implied > tapped ? implied : tapped
}

/** loose | watchful | tense | fearful | panic of a level 0-4. */
export function bodyLevelKey(level: BodyLevel): BodyLevelKey {
  return bodyLevels[level].key
}
