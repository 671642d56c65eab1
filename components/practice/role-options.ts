import type { Option } from '@/components/form/inputs'
import { roles } from '@/lib/domain/access/roles'
import { text } from '@/lib/format/text'

/** The roles as a form offers them, each with what it opens. */
export const roleOptions = (): Option[] => {
  const t = text('settings')
  return roles.map((value) => ({ value, label: t(`role.${value}`), hint: t(`roleHint.${value}`) }))
}
