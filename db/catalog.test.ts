import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, describe, expect, test } from 'vitest'
import { makeHousehold, makeWorld } from './factories/world'

const admin = postgres(process.env.MIGRATION_DATABASE_URL ?? '', { max: 2, onnotice: () => undefined })
const web = postgres(process.env.DATABASE_URL ?? '', { max: 2, onnotice: () => undefined })
afterAll(() => Promise.all([admin.end(), web.end()]))

const appRoles = ['app_web', 'app_worker', 'app_backup', 'app_lookup', 'app_eraser']

/** What may run with the rights of its owner, before a practice is known; each answers with little. */
const lookups = [
  'animals_of_home',
  'any_practice',
  'choose_locale',
  // Inside a practice: a pattern cannot use its index below a row policy. Says itself who may ask.
  'clients_like',
  'count_share_view',
  'ensure_user',
  // Inside a practice, of a request that stands; whoever else calls it is refused (see lib/data/erasure.test.ts).
  'erase_household',
  'hat_of_user',
  'open_calendar_feed',
  'open_share_link',
  'open_stop_link',
  // One yes or no each, for the row policies of share links and what they are told.
  'photo_may_travel',
  'sign_out_everywhere',
  'stop_mails',
  'vet_is_open',
  'viewers_of_session',
]

/** A sign-in mail belongs to no practice, so practice_id may be empty there and leads nothing. */
const withoutTenantKey = ['outbox']

const tables = await admin<{ name: string; tenant: boolean }[]>`
  select c.relname as name, exists (select 1 from pg_attribute a
    where a.attrelid = c.oid and a.attname = 'practice_id' and not a.attisdropped) as tenant
  from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') order by 1`

describe.each(tables)('table $name', ({ name, tenant }) => {
  test('is owned by the migrator, and its row policies hold for the owner as well', async () => {
    const [table] = await admin`
      select r.rolname as owner, c.relrowsecurity as enabled, c.relforcerowsecurity as forced
      from pg_class c join pg_roles r on r.oid = c.relowner where c.oid = ${`app."${name}"`}::regclass`
    expect(table).toEqual({ owner: 'app_migrator', enabled: true, forced: true })
  })

  test('has policies that guard what is read and what is written', async () => {
    const policies = await admin<Policy[]>`
      select policyname, permissive, cmd, roles, qual, with_check from pg_policies
      where schemaname = 'app' and tablename = ${name}`
    const forEverybody = policies.filter(
      ({ roles }) => !['app_migrator', 'app_lookup', 'app_eraser'].some((one) => roles.includes(one)),
    )
    const whole = forEverybody.filter((one) => one.permissive === 'PERMISSIVE' && one.qual && one.with_check)
    expect(whole.length).toBeGreaterThan(0)
    for (const { policyname, cmd, qual, with_check } of forEverybody) {
      if (cmd !== 'INSERT') expect(qual, policyname).toMatch(/current_setting/)
      if (cmd === 'INSERT' || cmd === 'UPDATE' || cmd === 'ALL') {
        expect(with_check, policyname).not.toBeNull()
      }
    }
  })

  test.runIf(tenant)('says what a calendar feed may read of it, and lets it write nothing', async () => {
    const [policy] = await admin`
      select permissive, cmd, qual ~ 'feed' as "saysWhat", with_check ~ 'feed' and with_check !~ ' OR ' as "writesNothing"
      from pg_policies where schemaname = 'app' and tablename = ${name} and policyname = 'feed'`
    expect(policy).toEqual({ permissive: 'RESTRICTIVE', cmd: 'ALL', saysWhat: true, writesNothing: true })
  })

  test.runIf(tenant && !withoutTenantKey.includes(name))('has its keys led by the practice', async () => {
    const keys = await admin<{ name: string; kind: string; columns: string[]; target: string }[]>`
      select i.indexrelid::regclass::text as name, array(select a.attname from unnest(i.indkey) with ordinality k (n, at)
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.n order by k.at)::text[] as columns
      from pg_index i where i.indrelid = ${`app."${name}"`}::regclass and i.indisunique`
    expect(keys.length).toBeGreaterThan(0)
    // A token's hash is looked up before a practice is known; nobody can guess or choose one.
    const led = keys.filter(({ columns }) => columns.join() !== 'token_hash')
    expect(led.filter(({ columns }) => columns[0] !== 'practice_id')).toEqual([])
    const [column] = await admin`select is_nullable from information_schema.columns
      where table_schema = 'app' and table_name = ${name} and column_name = 'practice_id'`
    expect(column?.is_nullable).toBe('NO')
  })

  test.runIf(tenant)('points at rows of its own practice only', async () => {
    const links = await admin<{ name: string; columns: string[]; target: string; led: boolean }[]>`
      select con.conname as name, con.confrelid::regclass::text as target,
        array(select a.attname from unnest(con.conkey) with ordinality k (n, at)
          join pg_attribute a on a.attrelid = con.conrelid and a.attnum = k.n order by k.at)::text[] as columns,
        exists (select 1 from pg_attribute a where a.attrelid = con.confrelid and a.attname = 'practice_id'
          and not a.attisdropped) as led
      from pg_constraint con where con.contype = 'f' and con.conrelid = ${`app."${name}"`}::regclass`
    const crossing = links.filter(({ led, columns }) => led && !columns.includes('practice_id'))
    expect(crossing).toEqual([])
  })

  test('shows nothing and takes nothing where nobody said who asks', async () => {
    const [row] = await web<{ n: number }[]>`select count(*)::int as n from ${web(`app.${name}`)}`
    expect(row?.n).toBe(0)
    // 42501 is the policy's refusal; where a trigger of ours looks first, it sees no row to agree with.
    expect(await attempt(name)).toMatch(/^(42501|DS00\d)$/)
  })
})

type Policy = {
  policyname: string
  permissive: string
  cmd: string
  roles: string
  qual: string | null
  with_check: string | null
}

/** Inserts a plausible row as app_web without a word about who asks; answers with the SQLSTATE. */
async function attempt(table: string): Promise<string | undefined> {
  const columns = await admin<{ name: string; type: string }[]>`
    select a.attname as name, format_type(a.atttypid, a.atttypmod) as type from pg_attribute a
    where a.attrelid = ${`app."${table}"`}::regclass and a.attnum > 0 and not a.attisdropped
      and a.attnotnull and not a.atthasdef and a.attidentity = ''`
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  const values = columns.map(({ type }) => `${sample(type)}::${type}`).join(', ')
  const row = columns.length > 0 ? `(${names}) values (${values})` : 'default values'
  return web.unsafe(`insert into app."${table}" ${row}`).then(
    () => 'it was taken',
    (error: { code?: string }) => error.code,
  )
}

function sample(type: string): string {
  if (type.endsWith('[]')) return "'{}'"
  if (type === 'uuid') return `'${randomUUID()}'`
  if (/^timestamp|^date/.test(type)) return "'2026-05-14'"
  if (type === 'tstzrange') return "'[2026-05-14,2026-05-15)'"
  if (type === 'jsonb') return "'{}'"
  if (type === 'app.role') return "'owner'"
  if (/int|double|numeric/.test(type)) return '1'
  if (type === 'boolean') return 'false'
  return type === 'bytea' ? "'\\x00'" : "'x'"
}

describe('schema app', () => {
  test('has tables, and every view asks with the rights of whoever reads it', async () => {
    expect(tables.length).toBeGreaterThan(20)
    const views = await admin`
      select relname from pg_class where relnamespace = 'app'::regnamespace and relkind in ('v', 'm')
        and not coalesce(reloptions @> array['security_invoker=true'], false)`
    expect(views).toEqual([])
  })

  test('lends the rights of another role in the known look-ups only, each on a fixed path', async () => {
    const lent = await admin<{ name: string; owner: string; path: string | null }[]>`
      select p.proname as name, pg_get_userbyid(p.proowner) as owner,
        (select c from unnest(p.proconfig) c where c like 'search_path=%') as path
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema') order by 1`
    expect(lent.map(({ name }) => name)).toEqual(lookups)
    for (const { name, owner, path } of lent) {
      expect(path, name).toMatch(/^search_path=pg_catalog, (public, )?pg_temp$/)
      expect(owner, name).toBe(name === 'erase_household' ? 'app_eraser' : 'app_lookup')
    }
  })

  test('finds no household by its words for whoever sees one household only', async () => {
    const world = await makeWorld()
    await makeHousehold(world, { name: 'Findable' })
    const found = (role: string) =>
      web.begin(async (tx) => {
        await tx`select set_config('app.practice_id', ${world.practiceId}, true), set_config('app.role', ${role}, true)`
        return tx`select * from app.clients_like(array['%indab%'])`
      })
    expect(await found('consultant')).toHaveLength(1)
    for (const role of ['guardian', 'share']) expect(await found(role)).toHaveLength(0)
  })

  test('lets the public call none of them', async () => {
    const open = await admin`
      select p.proname from pg_proc p where p.pronamespace = 'app'::regnamespace and p.prosecdef
        and has_function_privilege('public', p.oid, 'EXECUTE')`
    expect(open).toEqual([])
  })
})

describe('the roles of the app', () => {
  test('are no superusers, make nothing and are not the owner', async () => {
    const roles = await admin<{ rolname: string }[]>`
      select rolname, rolsuper, rolcreaterole, rolcreatedb, rolreplication,
        pg_has_role(oid, 'app_migrator', 'MEMBER') as owner, rolbypassrls as past
      from pg_roles where rolname in ${admin(appRoles)}`
    const harmless = {
      rolsuper: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      owner: false,
    }
    expect(roles).toHaveLength(appRoles.length)
    for (const role of roles)
      expect(role).toEqual({ rolname: role.rolname, past: role.rolname === 'app_backup', ...harmless })
  })

  test('are what the addresses of the app sign in as', async () => {
    const [row] = await web`select current_user::text as name`
    expect(row?.name).toBe('app_web')
  })
})
