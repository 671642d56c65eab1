import { currentGuardian, currentMember } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import { openPhoto } from '@/lib/data/photo'
import { fileNameOf } from '@/lib/domain/paper/file-name'
import { isSheetKind } from '@/lib/domain/paper/sheet'
import { NotFound } from '@/lib/domain/result/result'
import { pdfOf } from '@/lib/paper/pdf'
import { sheetFor } from '@/lib/paper/sheets'

const privately = { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' }

type Asked = { params: Promise<{ sheet: string; id: string }> }

/** The PDF of a sheet, to whoever may read its page. For anybody else there is none. */
export async function GET(request: Request, { params }: Asked) {
  const { sheet: kind, id } = await params
  const viewer = (await currentMember()) ?? (await currentGuardian())
  if (!viewer || !isSheetKind(kind)) return nothing()
  const who = new URL(request.url).searchParams.get('who') ?? undefined
  try {
    const sheet = await sheetFor(kind, viewer, { id, who }, now())
    const photoOf = async (photoId: string) => (await openPhoto(viewer, photoId)).whole()
    const pdf = await pdfOf(sheet, (photoId) => photoOf(photoId).catch(unlessNotFound))
    return new Response(new Uint8Array(pdf), {
      headers: {
        ...privately,
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="${fileNameOf(sheet)}"`,
        'content-security-policy': "sandbox; default-src 'none'",
      },
    })
  } catch (error) {
    unlessNotFound(error)
    return nothing()
  }
}

const nothing = () => new Response(null, { status: 404, headers: privately })

function unlessNotFound(error: unknown): null {
  if (error instanceof NotFound) return null
  throw error
}
