import type { Sql } from 'postgres'

/** What a database holds, small enough to keep: per table rows and a checksum, and the rules as checksums. */
export type Fingerprint = {
  rows: Record<string, { count: number; checksum: string }>
  rules: Record<string, string>
  migrations: string[]
}

const ours = `n.nspname in ('app', 'app_migrations', 'pgboss')`
const rules = {
  tables: `select concat_ws(' ', c.oid::regclass, c.relkind, c.relrowsecurity, c.relforcerowsecurity, c.relowner::regrole, c.relacl) as line
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours}`,
  columns: `select concat_ws(' ', c.oid::regclass, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attacl) as line
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where ${ours} and a.attnum > 0 and not a.attisdropped`,
  policies: `select concat_ws(' ', p.polrelid::regclass, p.polname, p.polcmd, p.polpermissive, p.polroles::regrole[],
      pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) as line from pg_policy p`,
  constraints: `select concat_ws(' ', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as line
    from pg_constraint c join pg_namespace n on n.oid = c.connamespace where ${ours}`,
  functions: `select concat_ws(' ', pg_get_functiondef(p.oid), p.proowner::regrole, p.proacl) as line
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${ours} and p.prokind = 'f'`,
  triggers: `select pg_get_triggerdef(t.oid) as line from pg_trigger t where not t.tgisinternal`,
  roles: `select concat_ws(' ', rolname, rolsuper, rolbypassrls, rolcanlogin, rolcreaterole) as line
    from pg_roles where rolname like 'app%'`,
}

/** Reads every row of ours, and with it the checksum of every page they are on. */
export async function fingerprint(admin: Sql): Promise<Fingerprint> {
  return (await admin.begin('isolation level repeatable read read only', async (tx) => {
    await tx`select set_config('TimeZone', 'UTC', true), set_config('extra_float_digits', '1', true)`
    const tables = await tx.unsafe<{ name: string }[]>(`
      select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where ${ours} and c.relkind = 'r' order by 1`)
    const print: Fingerprint = { rows: {}, rules: {}, migrations: [] }
    for (const { name } of tables) {
      const [row] = await tx.unsafe<{ count: number; checksum: string }[]>(`
        select count(*)::int as count, coalesce(sum(hashtextextended(t::text, 0)), 0)::text as checksum from ${name} t`)
      if (row) print.rows[name] = { ...row }
    }
    for (const [kind, lines] of Object.entries(rules)) {
      const [row] = await tx.unsafe<{ sum: string }[]>(`
        select count(*) || ' ' || coalesce(md5(string_agg(line, E'\\n' order by line collate "C")), '') as sum from (${lines}) l`)
      print.rules[kind] = row?.sum ?? ''
    }
    if ('app_migrations.__drizzle_migrations' in print.rows) {
      const found = await tx.unsafe<{ hash: string }[]>(
        'select hash from app_migrations.__drizzle_migrations order by created_at',
      )
      print.migrations = found.map(({ hash }) => hash)
    }
    return print
  })) as Fingerprint
}

/** The places where two differ, in words; empty when they hold the same. */
export function differences(expected: Fingerprint, found: Fingerprint): string[] {
  const names = [...new Set([...Object.keys(expected.rows), ...Object.keys(found.rows)])]
  const tables = names.flatMap((name) => {
    const [was, is] = [expected.rows[name], found.rows[name]]
    if (was?.count === is?.count && was?.checksum === is?.checksum) return []
    return [
      `${name}: ${was?.count ?? 'no'} rows expected, ${is?.count ?? 'no'} found, or with other contents`,
    ]
  })
  const kinds = Object.keys(expected.rules).filter((kind) => expected.rules[kind] !== found.rules[kind])
  return [...tables, ...kinds.map((kind) => `the ${kind} are not the same`)]
}
