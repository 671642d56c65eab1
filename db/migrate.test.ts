import postgres from 'postgres'
import { afterAll, describe, expect, test } from 'vitest'
import { migrate } from './migrate'

const migrationUrl = process.env.MIGRATION_DATABASE_URL ?? ''
const webUrl = process.env.DATABASE_URL ?? ''
const workerUrl = process.env.WORKER_DATABASE_URL ?? ''
const admin = postgres(migrationUrl, { max: 2, onnotice: () => undefined })
afterAll(() => admin.end())

async function freshDatabase(
  suffix: string,
  run: (urls: Record<'migrationUrl' | 'webUrl' | 'workerUrl', string>) => Promise<void>,
) {
  const name = `doorstep_test_${process.pid}_${suffix}`
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href
  await admin`create database ${admin(name)}`
  try {
    await run({ migrationUrl: at(migrationUrl), webUrl: at(webUrl), workerUrl: at(workerUrl) })
  } finally {
    await admin`drop database ${admin(name)} with (force)`
  }
}

describe('migrate', () => {
  test('a second run finds nothing to do', async () => {
    expect(await migrate({ migrationUrl, webUrl, workerUrl })).toEqual(['The tables were up to date.'])
  })

  test('two at once on an empty database: one does the work, both succeed', () =>
    freshDatabase('twice', async (urls) => {
      const results = await Promise.all([migrate(urls), migrate(urls)])
      const idle = results.filter((lines) => lines.includes('The tables were up to date.'))
      expect(idle).toHaveLength(1)
    }))

  test('an administrator who is no superuser is enough', async () => {
    const [{ password } = { password: '' }] = await admin<
      { password: string }[]
    >`select gen_random_uuid() as password`
    const boss = `doorstep_test_admin_${process.pid}`
    await admin.unsafe(`create role ${boss} login createrole password '${password}'`)
    try {
      await freshDatabase('managed', async (urls) => {
        const name = new URL(urls.webUrl).pathname.slice(1)
        await admin`alter database ${admin(name)} owner to ${admin(boss)}`
        await admin`grant app_migrator, app_lookup, app_eraser, app_web, app_worker, app_backup to ${admin(boss)} with admin option`
        const managed = Object.assign(new URL(urls.migrationUrl), {
          username: boss,
          password,
        })
        const done = await migrate({ ...urls, migrationUrl: managed.href })
        expect(done.at(-1)).toMatch(/^Ran \d+ migrations?\.$/)
      })
    } finally {
      await admin`drop role ${admin(boss)}`
    }
  })

  test('the roles of the app own nothing and create nothing', async () => {
    const owned = await admin`
      select c.relname from pg_class c join pg_roles r on r.oid = c.relowner
      where r.rolname in ('app_web', 'app_worker', 'app_backup')`
    expect(owned).toHaveLength(0)
    const strong = await admin`
      select c.relname, r.rolname from pg_class c join pg_namespace n on n.oid = c.relnamespace,
        pg_roles r
      where n.nspname in ('app', 'pgboss', 'app_migrations') and c.relkind in ('r', 'p')
        and r.rolname in ('app_web', 'app_worker')
        and has_table_privilege(r.oid, c.oid, 'TRUNCATE, REFERENCES, TRIGGER')`
    expect(strong).toHaveLength(0)
    const [create] = await admin<{ any: boolean }[]>`
      select bool_or(has_schema_privilege(r, n.nspname, 'CREATE') or has_database_privilege(r, current_database(), 'CREATE, TEMPORARY')) as any
      from pg_namespace n, unnest(array['app_web', 'app_worker', 'app_backup']) r where n.nspname in ('app', 'public', 'pgboss', 'app_migrations')`
    expect(create?.any).toBe(false)
  })

  test.each([
    'alter table app.practice disable row level security',
    'truncate app.practice',
    'set role app_migrator',
    'create table app.mine (id int)',
    'create table public.mine (id int)',
  ])('app_web may not: %s', async (command) => {
    const web = postgres(webUrl, { max: 1 })
    try {
      await expect(web.unsafe(command)).rejects.toMatchObject({ code: '42501' })
    } finally {
      await web.end()
    }
  })

  test('the worker sends and fetches jobs but makes no queue; the web role does not see them', async () => {
    const worker = postgres(workerUrl, { max: 1 })
    const web = postgres(webUrl, { max: 1 })
    try {
      await worker`insert into pgboss.job (name, data) values ('upkeep', '{}')`
      expect(await worker`delete from pgboss.job where name = 'upkeep' returning name`).toHaveLength(1)
      await expect(worker`select pgboss.create_queue('mine', '{"policy":"standard"}')`).rejects.toMatchObject(
        { code: '42501' },
      )
      await expect(web`select 1 from pgboss.job`).rejects.toMatchObject({ code: '42501' })
    } finally {
      await Promise.all([worker.end(), web.end()])
    }
  })
})
