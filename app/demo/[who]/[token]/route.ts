import { enterDemo } from '@/lib/auth/demo'
import { origin } from '@/lib/auth/origin'
import { paths } from '@/lib/paths'

type Context = { params: Promise<{ who: string; token: string }> }

/** One click into the demo practice. Anywhere else this address does not exist. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { who, token } = await params
  const person = await enterDemo(who, token)
  if (!person) return new Response(null, { status: 404 })
  const location = origin() + (person === 'owner' ? paths.home() : paths.today())
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'private, no-store' } })
}
