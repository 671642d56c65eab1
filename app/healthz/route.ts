/** The process answers. Says nothing of the database, so that its trouble restarts nothing. */
export const dynamic = 'force-dynamic'
export const GET = (): Response => new Response('ok\n', { headers: { 'cache-control': 'no-store' } })
