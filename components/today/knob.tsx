import type { StopState } from '@/lib/domain/scheduling/day-line'

/** The mark of a stop: a door that is done, stands open for the next visit, or is still closed. */
export function Knob({ state }: { state: StopState }) {
  return (
    <span className="knob">
      <svg viewBox="0 0 34 40" aria-hidden="true">
        {drawing(state)}
        <path
          d="M1 37h32"
          stroke={state === 'ahead' || state === 'open' ? 'var(--line)' : 'var(--ink)'}
          strokeWidth="2.5"
          strokeLinecap="round"
        />
      </svg>
    </span>
  )
}

const door = 'M7 35V16a10 10 0 0 1 20 0v19Z'

function drawing(state: StopState) {
  if (state === 'done')
    return (
      <>
        <path d={door} fill="var(--green)" stroke="var(--green)" strokeWidth="2" />
        <path
          d="m12 20 3.5 3.5L22 16.500"
          stroke="var(--on-green)"
          strokeWidth="2.5"
          fill="none"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </>
    )
  if (state === 'next' || state === 'here')
    return (
      <>
        <path d={door} fill="var(--paper)" stroke="var(--ink)" strokeWidth="2" />
        <path d="M10 34V16a7 7 0 0 1 14 0v18Z" fill="var(--amber-soft)" />
        <path d="M10 34V17l8 3v16" fill="var(--green)" stroke="var(--ink)" strokeWidth="1.5" />
      </>
    )
  if (state === 'missed')
    return (
      <>
        <path d={door} fill="var(--paper)" stroke="var(--ink)" strokeWidth="2" />
        <path d="m13 19 8 8m0-8-8 8" stroke="var(--ink)" strokeWidth="2" strokeLinecap="round" />
      </>
    )
  return (
    <>
      <path d={door} fill="var(--paper)" stroke="var(--line)" strokeWidth="2" />
      <circle cx="21" cy="24" r="1.6" fill="var(--line)" />
    </>
  )
}
