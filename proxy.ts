import { NextResponse, type NextRequest } from 'next/server'
import errors from '@/lib/messages/en/errors.json'

/** What a form may send, as in next.config.mjs, where more than that would be answered with a 500. */
const formBytes = 256 * 1024

/** Headers and the size of forms, never authorization: with this file gone, nobody sees more. */
export function proxy(request: NextRequest): NextResponse {
  const isForm = request.method === 'POST' && !request.nextUrl.pathname.startsWith('/api/')
  if (isForm && Number(request.headers.get('content-length')) > formBytes)
    return new NextResponse(errors.tooMuchAtOnce, { status: 413 })
  const nonce = btoa(crypto.randomUUID())
  const policy = contentPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  headers.set('x-doorstep-path', request.nextUrl.pathname + request.nextUrl.search)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

function contentPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''
  // A nonce would make browsers ignore the exception that the development tools need.
  const styles = development ? "'unsafe-inline'" : `'nonce-${nonce}'`
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    `style-src-elem 'self' ${styles}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')
}

// A photo has headers of its own, and a film on its way must not be gathered in memory here.
export const config = { matcher: '/((?!_next/static|_next/image|favicon.ico|api/photos).*)' }
