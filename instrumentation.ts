/** Runs once as the server starts: tells each request whose socket it came through, whatever its headers claim. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { notePeers } = await import('./lib/auth/peer')
  notePeers()
}
