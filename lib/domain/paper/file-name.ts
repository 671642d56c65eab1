import type { Sheet } from './sheet'

/** A name for the file in plain letters, from the sheet's title: "visit-summary-moth-20-november-2026.pdf". */
export function fileNameOf({ title, kind }: Sheet): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
  return `${words.replace(/-+$/, '') || kind}.pdf`
}
