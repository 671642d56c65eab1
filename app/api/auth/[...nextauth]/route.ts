import NextAuth from 'next-auth'
import { cookies } from 'next/headers'
import { deviceOf } from '@/lib/auth/device'
import { mayConfirm, sameOrigin } from '@/lib/auth/mail-link'
import { authOptions } from '@/lib/auth/options'
import { origin } from '@/lib/auth/origin'
import { sessionCookie } from '@/lib/auth/session-token'
import { safeNext } from '@/lib/domain/account/next-path'
import { paths } from '@/lib/paths'

type Context = { params: Promise<{ nextauth: string[] }> }

/** Of next-auth's many addresses only the mail link exists here. */
const isMailLink = async ({ params }: Context) => (await params).nextauth.join('/') === 'callback/email'

const goTo = (path: string) =>
  new Response(null, {
    status: 303,
    headers: {
      location: origin() + path,
      'cache-control': 'private, no-store',
      'referrer-policy': 'same-origin',
    },
  })

/** Opening the link uses nothing up: mail scanners open links too. A person then presses the button. */
export async function GET(request: Request, context: Context): Promise<Response> {
  if (!(await isMailLink(context))) return new Response(null, { status: 404 })
  const given = new URL(request.url).searchParams
  const query = new URLSearchParams({ token: given.get('token') ?? '', email: given.get('email') ?? '' })
  const next = safeNext(given.get('callbackUrl'))
  if (next) query.set('next', next)
  return goTo(`${paths.signInConfirm()}?${query.toString()}`)
}

/** The button's press, from our own page only: next-auth uses the link up and makes the session. */
export async function POST(request: Request, context: Context): Promise<Response> {
  if (!(await isMailLink(context))) return new Response(null, { status: 404 })
  if (!sameOrigin(request.headers)) return new Response(null, { status: 403 })
  if (!(await mayConfirm(request.headers))) return goTo(`${paths.signInExpired()}?why=slow`)
  const device = deviceOf(request.headers.get('user-agent'))
  const former = (await cookies()).get(sessionCookie(origin()))?.value
  const handle = NextAuth(authOptions({ device, former })) as Handler
  const answer = await handle(request, context)
  const to = new URL(answer.headers.get('location') ?? '/', origin())
  return answer.status >= 400 || to.pathname.startsWith('/api/auth/') ? goTo(paths.signInExpired()) : answer
}

type Handler = (request: Request, context: Context) => Promise<Response>
