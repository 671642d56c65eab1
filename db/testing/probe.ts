import { randomUUID } from 'node:crypto'
import postgres from 'postgres'

/** A table of its own with a tenant policy, so that the tests of the pool need nothing of the real schema. */
export async function makeProbe() {
  const admin = postgres(process.env.MIGRATION_DATABASE_URL ?? '', { max: 2, onnotice: () => undefined })
  const name = `probe_${randomUUID().slice(0, 8)}`
  await admin.unsafe(`
    create schema ${name};
    create table ${name}.row (practice_id uuid not null, round int not null, step text not null);
    alter table ${name}.row enable row level security;
    create policy tenant on ${name}.row
      using (practice_id = (select nullif(current_setting('app.practice_id', true), '')::uuid))
      with check (practice_id = (select nullif(current_setting('app.practice_id', true), '')::uuid));
    grant usage on schema ${name} to app_web;
    grant select, insert on ${name}.row to app_web;
  `)
  return {
    admin,
    table: `${name}.row`,
    drop: async () => {
      await admin.unsafe(`drop schema ${name} cascade`)
      await admin.end()
    },
  }
}

/** A promise with its key outside: tests wait for a moment instead of sleeping. */
export function moment(): { reached: Promise<void>; reach: () => void } {
  let reach: () => void = () => undefined
  const reached = new Promise<void>((resolve) => (reach = resolve))
  return { reached, reach }
}
