import { notFound } from 'next/navigation'
import { portraitOf } from '@/components/animal/drawing/looks'
import { coats, isCoat } from '@/lib/domain/animal/coats'

export const dynamic = 'force-static'
export const dynamicParams = false
export const generateStaticParams = () => coats.map((coat) => ({ coat }))

/** The drawings are files of their own: one element a portrait in the page, and a browser keeps them. */
export async function GET(_request: Request, { params }: { params: Promise<{ coat: string }> }) {
  const { coat } = await params
  if (!isCoat(coat)) notFound()
  return new Response(portraitOf(coat), {
    headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=604800' },
  })
}
