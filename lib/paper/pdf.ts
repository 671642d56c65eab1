import path from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Sheet } from '@/lib/domain/paper/sheet'
import { fontsOfPaper } from './fonts'
import { picturesOf, type PhotoOf, type Pictures } from './pictures'

const folder = path.join(process.cwd(), 'lib/paper')
/** How many further sheets the typesetter remembers what it worked out for one. */
const remembered = 8

let made: NodeCompiler | undefined
/** One typesetter a process: it reads its fonts once. It sees this folder and nothing else, and has no network. */
const typesetter = () =>
  (made ??= NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: fontsOfPaper() }] }))

/**
 * The PDF of a sheet: tagged (PDF/UA-1), its language said, its parts bookmarked, its fonts embedded as far as used.
 * The same sheet gives the same bytes.
 */
export async function pdfOf(sheet: Sheet, photoOf: PhotoOf): Promise<Buffer> {
  const pictures = await picturesOf(sheet, photoOf)
  return typeset(sheet, pictures, (document) => typesetter().pdf(document, { pdfStandard: 'ua-1' }))
}

/** In which size each part of a sheet is set, as share of the usual: the page on the screen follows the PDF. */
export async function sizesOf(sheet: Sheet): Promise<number[]> {
  const pictures = await picturesOf(sheet, () => Promise.resolve(null))
  return typeset(sheet, pictures, (document) =>
    (typesetter().query(document, { selector: '<size>', field: 'value' }) as unknown[]).map(Number),
  )
}

type Typeset = NonNullable<ReturnType<NodeCompiler['compile']>['result']>

function typeset<T>(sheet: Sheet, pictures: Pictures, read: (document: Typeset) => T): T {
  const compiler = typesetter()
  const named = Object.fromEntries([...pictures].map(([key, { name }]) => [key, name]))
  try {
    for (const { name, bytes } of pictures.values()) compiler.mapShadow(path.join(folder, name), bytes)
    const answer = compiler.compile({
      mainFilePath: path.join(folder, 'sheet.typ'),
      inputs: { sheet: JSON.stringify(sheet), pictures: JSON.stringify(named) },
    })
    if (!answer.result) throw new Error(`a sheet could not be set: ${sayings(compiler, answer)}`)
    return read(answer.result)
  } finally {
    compiler.resetShadow()
    compiler.evictCache(remembered)
  }
}

/** Where in the template it went wrong; what people wrote is not repeated. */
function sayings(compiler: NodeCompiler, answer: ReturnType<NodeCompiler['compile']>): string {
  const error = answer.takeError()
  return error ? JSON.stringify(compiler.fetchDiagnostics(error)).slice(0, 300) : 'no reason given'
}
