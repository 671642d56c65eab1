/** The door on its step. */
export function DoorMark() {
  return (
    <svg viewBox="0 0 26 30" aria-hidden="true">
      <path d="M5 24V12a8 8 0 0 1 16 0v12Z" fill="var(--green)" />
      <circle cx="16.7" cy="17" r="1.3" fill="var(--paper)" />
      <path d="M1 25.5h24M3.5 29h19" stroke="var(--ink)" strokeWidth="2" strokeLinecap="round" />
    </svg>
  )
}

/** The name of the house; on paper and in shared pages the name of the practice stands in its place. */
export function Wordmark({ href, name = 'Doorstep' }: { href?: string; name?: string }) {
  return href ? (
    <a className="mark" href={href}>
      <DoorMark />
      {name}
    </a>
  ) : (
    <span className="mark">
      <DoorMark />
      {name}
    </span>
  )
}
