import { databaseAnswers } from '@/lib/health'

/** Ready for people: the database answers in time. */
export const dynamic = 'force-dynamic'
export async function GET(): Promise<Response> {
  const ready = await databaseAnswers()
  return new Response(ready ? 'ready\n' : 'not ready\n', {
    status: ready ? 200 : 503,
    headers: { 'cache-control': 'no-store', ...(ready ? {} : { 'retry-after': '5' }) },
  })
}
