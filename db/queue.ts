import PgBoss from 'pg-boss'
import type { Sql } from 'postgres'

export const queues = ['upkeep', 'offers', 'letters', 'photos'] as const

/** pg-boss's own tables and our queues, made by the owner; the worker runs with `migrate: false`. */
export async function prepareQueues(owner: Sql): Promise<string[]> {
  const boss = new PgBoss({ db: { executeSql }, schema: 'pgboss', supervise: false, schedule: false })
  const complaints: Error[] = []
  boss.on('error', (error) => complaints.push(error))
  await boss.start()
  const known = (await boss.getQueues()).map(({ name }) => name)
  const missing = queues.filter((name) => !known.includes(name))
  for (const name of missing) await boss.createQueue(name)
  await boss.stop({ graceful: false })
  if (complaints[0]) throw complaints[0]
  return missing

  async function executeSql(text: string, values: unknown[] = []) {
    const written = values.map((value) => (isPlain(value) ? JSON.stringify(value) : value))
    const rows = await owner.unsafe(text, written as never[])
    return { rows: [...rows] }
  }
}

const isPlain = (value: unknown) => typeof value === 'object' && value?.constructor === Object
