import { currentGuardian, currentMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { openPhoto } from '@/lib/data/photo'
import { isSheetKind } from '@/lib/domain/paper/sheet'
import { NotFound } from '@/lib/domain/result/result'
import { pdfOf } from '@/lib/paper/pdf'
import { noPdf, pdfResponse } from '@/lib/paper/response'
import { sheetFor } from '@/lib/paper/sheets'

type Asked = { params: Promise<{ sheet: string; id: string }> }

/** The PDF of a sheet, to whoever may read its page. For anybody else there is none. */
export async function GET(request: Request, { params }: Asked) {
  const { sheet: kind, id } = await params
  const viewer = (await currentMember()) ?? (await currentGuardian())
  if (!viewer || !isSheetKind(kind)) return noPdf()
  const who = new URL(request.url).searchParams.get('who') ?? undefined
  try {
    const sheet = await sheetFor(kind, viewer, { id, who }, now())
    const photoOf = async (photoId: string) => (await openPhoto(viewer, photoId)).whole()
    return pdfResponse(sheet, await pdfOf(sheet, (photoId) => photoOf(photoId).catch(unlessNotFound)))
  } catch (error) {
    unlessNotFound(error)
    return noPdf()
  }
}

function unlessNotFound(error: unknown): null {
  if (error instanceof NotFound) return null
  throw error
}
