import type { ServiceMark as Mark } from '@/lib/domain/service/marks'

const shapes: Record<Mark, string> = {
  circle: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z',
  square: 'M4 4h16v16H4Z',
  triangle: 'M12 3 22 20.5H2Z',
  diamond: 'M12 1.5 22.5 12 12 22.5 1.5 12Z',
  cross: 'M9 2h6v7h7v6h-7v7H9v-7H2V9h7Z',
  hexagon: 'M7 3h10l5.2 9L17 21H7L1.8 12Z',
}

/** The sign of a service beside its name; the name says what it is. */
export function ServiceMark({ mark }: { mark: Mark }) {
  return (
    <svg className={`service-mark mark-${mark}`} viewBox="0 0 24 24" aria-hidden>
      <path d={shapes[mark]} />
    </svg>
  )
}
