import { sharedViewer } from '@/lib/auth/shared'
import { NotFound } from '@/lib/domain/result/result'
import { pdfOf } from '@/lib/paper/pdf'
import { noPdf, pdfResponse } from '@/lib/paper/response'
import { sheetOfLink } from '@/lib/paper/sheets'

/** The letter a vet's link opens, as PDF. Other links have none. */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }) {
  const opened = await sharedViewer((await params).token)
  if (opened?.viewer.scope !== 'vet') return noPdf()
  try {
    const sheet = await sheetOfLink(opened.viewer)
    return pdfResponse(sheet, await pdfOf(sheet, () => Promise.resolve(null)))
  } catch (error) {
    if (error instanceof NotFound) return noPdf()
    throw error
  }
}
