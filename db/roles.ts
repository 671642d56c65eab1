import type { Sql } from 'postgres'

export type Login = 'app_web' | 'app_worker' | 'app_backup'

/** Another process changing the same roles at the same moment: the roles belong to the whole server. */
const meeting = ['42710', '23505', 'XX000', '40P01', '40001']

export async function insisting<T>(work: () => Promise<T>, attempts = 8): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (attempts <= 1 || !meeting.includes((error as { code?: string }).code ?? '')) throw error
    return insisting(work, attempts - 1)
  }
}

/** Creates what is missing; a role that exists keeps its attributes and must still be a harmless one. */
export async function prepareRoles(admin: Sql): Promise<string[]> {
  const wanted = ['app_migrator', 'app_lookup', 'app_eraser', 'app_web', 'app_worker', 'app_backup']
  const known = await admin<
    { rolname: string }[]
  >`select rolname from pg_roles where rolname in ${admin(wanted)}`
  const missing = wanted.filter((role) => !known.some(({ rolname }) => rolname === role))
  for (const role of missing) {
    await insisting(async () => {
      const [there] = await admin`select 1 from pg_roles where rolname = ${role}`
      if (!there) await admin`create role ${admin(role)} nologin nocreatedb nocreaterole`
    })
  }
  await membership(admin, 'app_lookup', 'app_migrator')
  await membership(admin, 'app_eraser', 'app_migrator')
  const [me] = await admin<{ name: string; super: boolean }[]>`
    select rolname as name, rolsuper as super from pg_roles where rolname = current_user`
  if (me && !me.super) await membership(admin, 'app_migrator', me.name)
  await refuseMightyRoles(admin)
  return missing
}

/** Lets `member` act as `role`, which is how the owner's work is done without anybody signing in as it. */
async function membership(admin: Sql, role: string, member: string): Promise<void> {
  const [version] = await admin<
    { number: number }[]
  >`select current_setting('server_version_num')::int as number`
  const kind = (version?.number ?? 0) >= 160_000 ? 'SET' : 'MEMBER'
  const [has] = await admin`select 1 where pg_has_role(${member}, ${role}, ${kind})`
  if (!has) await insisting(() => admin`grant ${admin(role)} to ${admin(member)}`)
}

/** Gives a login the password of its address; nothing is written when it can already sign in with it. */
export async function prepareLogin(admin: Sql, role: Login, url: string, signsIn: boolean): Promise<void> {
  const { username, password } = new URL(url)
  if (decodeURIComponent(username) !== role) {
    throw new Error(`The address for ${role} names the user ${username}: it has to sign in as ${role}`)
  }
  if (signsIn) return
  const [command] = await admin<{ text: string }[]>`
    select format('alter role %I with login password %L', ${role}::text, ${decodeURIComponent(password)}::text) as text`
  if (command) await insisting(() => admin.unsafe(command.text))
}

/** Reading past the row policies is for backups only; where the administrator may not give it, says so. */
export async function letBackupSeeAll(admin: Sql): Promise<boolean> {
  const [role] = await admin<{ sees: boolean }[]>`
    select rolbypassrls as sees from pg_roles where rolname = 'app_backup'`
  if (role?.sees) return true
  return insisting(() => admin`alter role app_backup bypassrls`).then(
    () => true,
    () => false,
  )
}

async function refuseMightyRoles(admin: Sql): Promise<void> {
  const mighty = await admin<{ rolname: string }[]>`
    select rolname from pg_roles r
    where rolname in ('app_web', 'app_worker', 'app_lookup', 'app_eraser', 'app_migrator')
      and (rolsuper or rolbypassrls or (rolname in ('app_web', 'app_worker')
        and (pg_has_role(r.oid, 'app_migrator', 'MEMBER') or pg_has_role(r.oid, 'app_lookup', 'MEMBER')
          or pg_has_role(r.oid, 'app_eraser', 'MEMBER'))))`
  if (mighty.length > 0) {
    const names = mighty.map(({ rolname }) => rolname).join(', ')
    throw new Error(`${names} may see or change more than one practice's rows: take that right away first`)
  }
}
