import type { Sql } from 'postgres'
import { insisting } from './roles'

const extensions = ['btree_gist', 'citext', 'pg_trgm']

/** Schemas, extensions and who may use them; the tables come from the migrations, run as their owner. */
export async function prepareSchemas(admin: Sql): Promise<void> {
  const [{ name } = { name: '' }] = await admin<{ name: string }[]>`select current_database() as name`
  await insisting(() => admin`grant create on database ${admin(name)} to app_migrator`)
  await insisting(() => admin`revoke temporary on database ${admin(name)} from public`)
  for (const extension of extensions) {
    const [there] = await admin`select 1 from pg_extension where extname = ${extension}`
    if (!there) await admin`create extension if not exists ${admin(extension)} schema public`
  }
  await admin`create schema if not exists app authorization app_migrator`
  await admin`create schema if not exists pgboss authorization app_migrator`
}

/**
 * As the owner. Rights come with each table as it is made, never in one sweep afterwards: what a migration
 * takes away (changing a signed note, say) stays taken away.
 */
export async function prepareRights(owner: Sql): Promise<void> {
  await owner.unsafe(`
    grant usage on schema app to app_web, app_worker, app_lookup, app_eraser, app_backup;
    grant usage on schema pgboss to app_worker, app_backup;
    alter default privileges revoke execute on functions from public;
    alter default privileges in schema app grant select, insert, update, delete on tables to app_web, app_worker;
    alter default privileges in schema app grant usage, select on sequences to app_web, app_worker;
    alter default privileges in schema app grant execute on functions to app_web, app_worker;
    alter default privileges in schema app grant select, delete on tables to app_eraser;
    alter default privileges in schema app grant select on tables to app_backup;
    alter default privileges in schema app grant select on sequences to app_backup;
    alter default privileges in schema pgboss grant select, insert, update, delete on tables to app_worker;
    alter default privileges in schema pgboss grant execute on functions to app_worker;
    alter default privileges in schema pgboss grant select on tables to app_backup;
  `)
}
