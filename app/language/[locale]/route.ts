import { notFound, redirect } from 'next/navigation'
import { origin } from '@/lib/auth/origin'
import { rememberLocale } from '@/lib/auth/spoken'
import { isLocale } from '@/lib/domain/account/locale'
import { paths } from '@/lib/paths'

type Asked = { params: Promise<{ locale: string }> }

/** In front of the door: keeps the language chosen in this browser, and goes back to where it was chosen. */
export async function GET(request: Request, { params }: Asked) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  await rememberLocale(locale)
  const from = request.headers.get('referer')
  const back = from && URL.canParse(from) ? new URL(from) : null
  redirect(back?.origin === origin() ? back.pathname + back.search : paths.landing())
}
