import { IconButton } from '@/components/ui/button'
import { SunMoon } from '@/components/ui/icons'
import { text } from '@/lib/format/text'

/** Light or dark, for pages without a person menu. The page script listens. */
export function ThemeToggle() {
  return <IconButton icon={SunMoon} label={text('shell')('theme')} data-theme-toggle="" />
}
