import type { Sheet, SheetBlock, SheetPhoto, SheetPortrait } from './sheet'

/** Every block of a sheet, also those that stand side by side. */
export const blocksOf = (sheet: Sheet): SheetBlock[] => sheet.parts.flatMap(({ blocks }) => flat(blocks))

const flat = (blocks: readonly SheetBlock[]): SheetBlock[] =>
  blocks.flatMap((block) => (block.is === 'columns' ? [...flat(block.left), ...flat(block.right)] : [block]))

/** The animals a sheet shows. */
export const portraitsOf = (sheet: Sheet): SheetPortrait[] =>
  blocksOf(sheet).flatMap((block) =>
    (block.is === 'name' || block.is === 'picture') && block.portrait ? [block.portrait] : [],
  )

/** The photos a sheet shows beside its portraits. */
export const photosOf = (sheet: Sheet): SheetPhoto[] =>
  blocksOf(sheet).flatMap((block) => (block.is === 'photos' ? block.photos : []))

/** Where the codes of a sheet lead. */
export const codesOf = (sheet: Sheet): string[] =>
  blocksOf(sheet).flatMap((block) => (block.is === 'letterhead' && block.code ? [block.code.value] : []))
