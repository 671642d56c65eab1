import { fileNameOf } from '@/lib/domain/paper/file-name'
import type { Sheet } from '@/lib/domain/paper/sheet'

const privately = { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' }

/** The answer with a sheet's PDF: for whoever asked, kept nowhere on the way. */
export const pdfResponse = (sheet: Sheet, pdf: Uint8Array): Response =>
  new Response(new Uint8Array(pdf), {
    headers: {
      ...privately,
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${fileNameOf(sheet)}"`,
      'content-security-policy': "sandbox; default-src 'none'",
    },
  })

export const noPdf = (): Response => new Response(null, { status: 404, headers: privately })
