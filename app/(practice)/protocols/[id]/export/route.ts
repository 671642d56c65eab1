import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/viewer'
import { publishedProtocol } from '@/lib/data/protocol'
import { exportText } from '@/lib/domain/protocol/interchange'

/** One published version as a file. Its key has letters, digits and dashes only, so it is safe in a header. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const protocol = await orNotFound(publishedProtocol(await requireMember(), (await params).id))
  return new Response(exportText(protocol), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${protocol.key}-v${protocol.version}.json"`,
      'cache-control': 'private, no-store',
    },
  })
}
