import fs from 'node:fs'
import { fileURLToPath } from 'node:url'
import { migrate } from '../db/migrate'
import type { RunningApp } from './server'

const note = fileURLToPath(new URL('../.cache/live-server.json', import.meta.url))
const addresses = ['DATABASE_URL', 'WORKER_DATABASE_URL', 'MIGRATION_DATABASE_URL'] as const

/** The server of `npm run e2e:serve`, where one runs; this process is then pointed at its database. */
export async function liveServer(): Promise<RunningApp | undefined> {
  if (!fs.existsSync(note)) return undefined
  const { origin, ...urls } = JSON.parse(fs.readFileSync(note, 'utf8')) as Record<string, string>
  const answers = await fetch(`${origin}/icon.svg`).then(
    () => true,
    () => false,
  )
  if (!answers || !origin) return undefined
  for (const name of addresses) process.env[name] = urls[name]
  await migrate({
    migrationUrl: urls.MIGRATION_DATABASE_URL ?? '',
    webUrl: urls.DATABASE_URL ?? '',
    workerUrl: urls.WORKER_DATABASE_URL ?? '',
  })
  return { origin, stop: () => Promise.resolve() }
}

/** Lets other processes of this checkout find the server. Holds passwords: for this system user only. */
export function announce({ origin }: RunningApp): () => void {
  const urls = Object.fromEntries(addresses.map((name) => [name, process.env[name] ?? '']))
  fs.rmSync(note, { force: true })
  fs.writeFileSync(note, JSON.stringify({ origin, ...urls }), { mode: 0o600 })
  return () => fs.rmSync(note, { force: true })
}
