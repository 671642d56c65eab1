import { sharedViewer } from '@/lib/auth/shared'
import { askedLocale } from '@/lib/auth/spoken'
import { now } from '@/lib/clock'
import { NotFound } from '@/lib/domain/result/result'
import { inLocale } from '@/lib/format/in-locale'
import { pdfOf } from '@/lib/paper/pdf'
import { noPdf, pdfResponse } from '@/lib/paper/response'
import { sheetOfLink } from '@/lib/paper/sheets'

/** What a vet's link opens, as PDF. Other links have none. */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }) {
  const viewer = await sharedViewer((await params).token)
  if (viewer?.scope !== 'vet' && viewer?.scope !== 'letter') return noPdf()
  try {
    const sheet = await inLocale(await askedLocale(), () => sheetOfLink(viewer, now()))
    return pdfResponse(sheet, await pdfOf(sheet, () => Promise.resolve(null)))
  } catch (error) {
    if (error instanceof NotFound) return noPdf()
    throw error
  }
}
