import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { isAlive } from './embedded/postmaster'

type Said = { pid: number; port: number; started: boolean; url: string; error?: string }
const root = fileURLToPath(new URL('..', import.meta.url))
const children: ChildProcess[] = []
const servers = new Set<number>()
let home: string

beforeEach(() => {
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'doorstep-test-'))
  fs.chmodSync(home, 0o711)
})

afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
  for (const pid of servers) if (isAlive(pid)) process.kill(pid, 'SIGQUIT')
  await vi.waitUntil(() => ![...servers].some(isAlive), { timeout: 10_000 })
  servers.clear()
  fs.rmSync(home, { recursive: true, force: true })
})

async function run(): Promise<{ child: ChildProcess; said: Said }> {
  const script = path.join(root, 'db/testing/embedded-process.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, home], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  children.push(child)
  const [line] = (await once(child.stdout ?? child, 'data')) as [Buffer]
  const said = JSON.parse(line.toString()) as Said
  if (said.pid) servers.add(said.pid)
  return { child, said }
}

async function query<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

describe('the embedded server', () => {
  test('is private to this machine, with passwords and checksums', async () => {
    const { said } = await run()
    const [row] = await query(
      said.url,
      (sql) => sql<Record<string, string>[]>`
        select current_setting('listen_addresses') as address, current_setting('data_checksums') as checksums,
          current_setting('fsync') as fsync, current_setting('password_encryption') as encryption,
          (select string_agg(distinct auth_method, ',') from pg_hba_file_rules) as methods`,
    )
    expect(row).toEqual({
      address: '127.0.0.1',
      checksums: 'on',
      fsync: 'on',
      encryption: 'scram-sha-256',
      methods: 'scram-sha-256',
    })
    expect(fs.statSync(path.join(home, 'secrets.json')).mode & 0o077).toBe(0)
  })

  test('a second process attaches and leaves it running; the starter stops it', async () => {
    const first = await run()
    const second = await run()
    expect(first.said.started).toBe(true)
    expect(second.said).toMatchObject({ started: false, pid: first.said.pid, port: first.said.port })
    second.child.stdin?.end()
    await once(second.child, 'exit')
    expect(isAlive(first.said.pid)).toBe(true)
    first.child.kill('SIGTERM')
    expect(await once(first.child, 'exit')).toEqual([143, null])
    expect(isAlive(first.said.pid)).toBe(false)
    const again = await run()
    expect(again.said).toMatchObject({ started: true, port: first.said.port })
  })

  test('four processes at once on an empty folder share one server', async () => {
    const all = await Promise.all([run(), run(), run(), run()])
    expect(new Set(all.map(({ said }) => said.pid)).size).toBe(1)
    expect(all.filter(({ said }) => said.started)).toHaveLength(1)
    expect(fs.readdirSync(path.join(home, 'postgres')).sort()).toEqual(['data', 'log'])
  })

  test('after kill -9 of its starter it lives on and the next process attaches', async () => {
    const first = await run()
    first.child.kill('SIGKILL')
    await once(first.child, 'exit')
    const second = await run()
    expect(second.said).toMatchObject({ started: false, pid: first.said.pid })
  })

  test('after kill -9 of the server a process that needs it brings it back, with everything acknowledged', async () => {
    const { said } = await run()
    await query(said.url, async (sql) => {
      await sql`create table kept (n int)`
      await sql`insert into kept select generate_series(1, 1000)`
    })
    process.kill(said.pid, 'SIGKILL')
    const count = await vi.waitUntil(
      () =>
        query(said.url, (sql) => sql<{ n: number }[]>`select count(*)::int as n from kept`).catch(
          () => undefined,
        ),
      { timeout: 20_000, interval: 100 },
    )
    expect(count?.[0]?.n).toBe(1000)
    servers.add(
      Number(fs.readFileSync(path.join(home, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]),
    )
  })

  test('after kill -9 of both, the next start recovers', async () => {
    const first = await run()
    await query(first.said.url, (sql) => sql`create table kept as select 7 as n`)
    first.child.kill('SIGKILL')
    process.kill(first.said.pid, 'SIGKILL')
    const second = await run()
    expect(second.said.started).toBe(true)
    const [row] = await query(second.said.url, (sql) => sql`select n from kept`)
    expect(row?.n).toBe(7)
  })

  test('a port that somebody else took meanwhile is given up for another', async () => {
    const first = await run()
    first.child.kill('SIGTERM')
    await once(first.child, 'exit')
    const squatter = net.createServer().listen(first.said.port, '127.0.0.1')
    await once(squatter, 'listening')
    const second = await run()
    expect(second.said.port).not.toBe(first.said.port)
    squatter.close()
  })

  test('a server that refuses our password is a clear error, not a second server', async () => {
    const { said } = await run()
    const file = path.join(home, 'secrets.json')
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(/"postgres": ".*?"/, '"postgres": "wrong"'))
    const second = await run()
    expect(second.said.error).toMatch(/refuses our password/)
    expect(isAlive(said.pid)).toBe(true)
  })

  test('a stale lock file that names another program does not block the start', async () => {
    const first = await run()
    first.child.kill('SIGTERM')
    await once(first.child, 'exit')
    const data = path.join(home, 'postgres/data')
    fs.writeFileSync(path.join(data, 'postmaster.pid'), `${process.pid}\n${data}\n1\n${first.said.port}\n`)
    const second = await run()
    expect(second.said.started).toBe(true)
  })
})
