import postgres from 'postgres'

/** Why this login may not serve people, or null: it must not see past the row policies. */
export async function complaintAboutRole(url: string): Promise<string | null> {
  const one = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined })
  try {
    const [role] = await one<{ name: string; mighty: boolean; owns: boolean }[]>`
      select current_user as name, r.rolsuper or r.rolbypassrls as mighty,
        coalesce(pg_has_role(to_regrole('app_migrator'), 'MEMBER'), false) as owns
      from pg_roles r where r.rolname = current_user`
    if (role?.mighty) {
      return `DATABASE_URL signs in as ${role.name}, who sees every practice's rows: use the role app_web.`
    }
    return role?.owns
      ? `DATABASE_URL signs in as ${role.name}, who owns the tables: use the role app_web.`
      : null
  } finally {
    await one.end({ timeout: 1 })
  }
}
