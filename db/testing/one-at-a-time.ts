import postgres from 'postgres'

/** Waits until no other test does what is named; gives the turn back when it is called. */
export async function oneAtATime(what: string): Promise<() => Promise<void>> {
  const turn = postgres(process.env.MIGRATION_DATABASE_URL ?? '', { max: 1, onnotice: () => undefined })
  await turn`select pg_advisory_lock(hashtext(${what}))`
  return () => turn.end()
}
