import fs from 'node:fs'
import path from 'node:path'

/** Latin first; then the scripts and signs that a name may be written in. Each is embedded as far as it is used. */
const faces = [
  ['figtree', 'Figtree', ['400Regular', '600SemiBold']],
  ['brygada-1918', 'Brygada1918', ['400Regular', '400Regular_Italic', '600SemiBold']],
  ['noto-sans-arabic', 'NotoSansArabic', ['400Regular', '600SemiBold']],
  ['noto-sans-hebrew', 'NotoSansHebrew', ['400Regular', '600SemiBold']],
  ['noto-sans', 'NotoSans', ['400Regular', '600SemiBold']],
  ['noto-emoji', 'NotoEmoji', ['400Regular']],
] as const

/** The fonts of paper, as they lie in their packages. */
export function fontsOfPaper(): Buffer[] {
  const packages = path.join(process.cwd(), 'node_modules/@expo-google-fonts')
  return faces.flatMap(([family, name, cuts]) =>
    cuts.map((cut) => fs.readFileSync(path.join(packages, family, cut, `${name}_${cut}.ttf`))),
  )
}
