import type { Sql } from 'postgres'

/** The columns by which a row says which household it is of. */
const naming = ['client_id', 'contact_id', 'animal_id', 'visit_id', 'note_id', 'user_id'] as const
export type Named = Record<(typeof naming)[number], string>

type Column = { table: string; name: string; type: string; word: string | null }

/** What a row says where the kind of its column is not enough to know. */
const told: Record<string, string> = {
  'animal_relation.other_id': `'ffffffff-ffff-4fff-bfff-ffffffffffff'`,
  'push_device.endpoint': `'https://push.example/1'`,
  'push_device.p256dh': `decode(repeat('04', 65), 'hex')`,
  'push_device.auth': `decode(repeat('04', 16), 'hex')`,
  'thread_message.words': `'words'`,
  'thread_use.kind': `'note'`,
  'visit_series.occurrences': '4',
  'visit_series.weekdays': `'{4}'`,
}
const samples: Record<string, string> = {
  ...{ uuid: 'gen_random_uuid()', text: `'words'`, bytea: `decode(md5(random()::text), 'hex')` },
  ...{ date: `'2026-05-10'`, 'timestamp with time zone': 'now()', jsonb: `'{}'`, json: `'{}'` },
  ...{ integer: '1', smallint: '8', bigint: '1', 'double precision': '1', boolean: 'true', ARRAY: `'{}'` },
  ...{ tstzrange: `'[2026-05-14,2026-05-15)'`, 'timestamp without time zone': `'2026-05-14 10:00'` },
}

/** Every table of a practice whose rows can name a household, with the columns that a row has to say. */
export async function namingTables(admin: Sql): Promise<Map<string, Column[]>> {
  const columns = await admin<Column[]>`
    select c.table_name as table, c.column_name as name,
      case c.data_type when 'USER-DEFINED' then c.udt_name else c.data_type end as type,
      (select substring(pg_get_constraintdef(k.oid) from '''([^'']+)''::text') from pg_constraint k
        join pg_attribute a on a.attrelid = k.conrelid and k.conkey = array[a.attnum]
        where k.contype = 'c' and k.conrelid = format('app.%I', c.table_name)::regclass
          and a.attname = c.column_name limit 1) as word
    from information_schema.columns c
    where c.table_schema = 'app' and c.is_generated = 'NEVER' and c.is_identity = 'NO'
      and (c.column_name = any (${[...naming, 'practice_id']}) or (c.is_nullable = 'NO' and c.column_default is null)
        or c.table_name || '.' || c.column_name = any (${Object.keys(told)}))
      and exists (select 1 from information_schema.columns p where p.table_schema = 'app'
        and p.table_name = c.table_name and p.column_name = 'practice_id')
      and exists (select 1 from information_schema.columns n where n.table_schema = 'app'
        and n.table_name = c.table_name and n.column_name = any (${[...naming]}))`
  const tables = new Map<string, Column[]>()
  for (const column of columns) tables.set(column.table, [...(tables.get(column.table) ?? []), column])
  return tables
}

/** Writes a row that names the household into each of these tables; whatever else it says is made up. */
export async function nameEverywhere(
  admin: Sql,
  tables: ReadonlyMap<string, readonly Column[]>,
  practiceId: string,
  named: Named,
): Promise<void> {
  const its: Record<string, string> = { ...named, practice_id: practiceId }
  await admin.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    for (const [table, columns] of tables) {
      const values = columns.map(({ name, type, word }) => {
        const known = its[name] ?? (type === 'text' ? word : null)
        return told[`${table}.${name}`] ?? (known === null ? samples[type] : `'${known}'`)
      })
      const names = columns.map(({ name }) => `"${name}"`)
      await tx.unsafe(`insert into app."${table}" (${names.join(', ')}) values (${values.join(', ')})`)
    }
  })
}
