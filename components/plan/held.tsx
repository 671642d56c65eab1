import { Notice } from '@/components/ui/notice'
import { text } from '@/lib/format/text'

/** What nobody can decide against today, in its sentence; nothing where nothing holds. */
export function Held({ by, title }: { by: string | null; title?: string }) {
  if (by === null) return null
  return (
    <Notice tone="care" title={title ?? text('plan')('hold')}>
      {text('readiness')(`refusal.${by}`)}
    </Notice>
  )
}
