import { origin } from '@/lib/auth/origin'
import { stopByLink } from '@/lib/auth/stop-mails'
import { paths } from '@/lib/paths'

type Context = { params: Promise<{ token: string }> }

/**
 * One click in a mail program (RFC 8058) or the button of the page: both stop, nobody is signed in, and the token says
 * who asks, wherever the post comes from. Every other token finds the same nothing.
 */
export async function POST(request: Request, { params }: Context) {
  const { token } = await params
  const headers = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' }
  if (!(await stopByLink(token, request.headers))) return new Response(null, { status: 404, headers })
  const body = await request.text()
  if (new URLSearchParams(body).get('List-Unsubscribe') === 'One-Click')
    return new Response(null, { status: 200, headers })
  return new Response(null, {
    status: 303,
    headers: { ...headers, location: `${origin()}${paths.stopMails(token)}?done=1` },
  })
}

/** Opening the address stops nothing: a scanner opens every link of a mail. The page asks. */
export async function GET(_request: Request, { params }: Context) {
  const { token } = await params
  return new Response(null, { status: 303, headers: { location: origin() + paths.stopMails(token) } })
}
