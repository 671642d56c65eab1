import { createCanvas } from '@napi-rs/canvas'
import jsQR from 'jsqr'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type ReadPdf = {
  pages: { text: string; width: number; height: number }[]
  /** Where the QR code of the first page leads. */
  code: string | null
  outline: string[]
  lang: string | null
  title: string | null
}

/** A PDF as a reader program finds it: its text, its bookmarks, its language, and the code on its first page. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await task.promise
  const pages = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const { width, height } = page.getViewport({ scale: 1 })
    const text = items
      .map((item) => ('str' in item ? item.str : ''))
      .join(' ')
      .replace(/\s+/g, ' ')
    pages.push({ text, width, height })
  }
  const outline = (await document.getOutline()) as { title: string }[] | null
  const { info } = await document.getMetadata()
  const read = {
    pages,
    code: await codeOf(document),
    outline: (outline ?? []).map(({ title }) => title),
    lang: (info as { Language?: string }).Language ?? null,
    title: (info as { Title?: string }).Title ?? null,
  }
  await task.destroy()
  return read
}

/** The code on the first page, held closer where it is not found from afar. */
async function codeOf(document: PDFDocumentProxy): Promise<string | null> {
  return (await codeAt(document, 2)) ?? (await codeAt(document, 4))
}

async function codeAt(document: PDFDocumentProxy, scale: number): Promise<string | null> {
  const page = await document.getPage(1)
  const viewport = page.getViewport({ scale })
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
  const canvasContext = canvas.getContext('2d')
  await page.render({ canvasContext, viewport, canvas } as never).promise
  const { data, width, height } = canvasContext.getImageData(0, 0, canvas.width, canvas.height)
  return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? null
}
