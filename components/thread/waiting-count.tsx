import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { text } from '@/lib/format/text'

/** How many wait, as a number beside the word of their room; nothing where none does. */
export function WaitingCount({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <>
      <span className="waiting" aria-hidden="true">
        {count}
      </span>
      <VisuallyHidden>{text('shell')('waiting', { count })}</VisuallyHidden>
    </>
  )
}
