import { useId, type ReactNode } from 'react'

type Props = {
  title: ReactNode
  /** Said on the right of the rule: a count, a date. */
  aside?: ReactNode
  id?: string
  className?: string
  children: ReactNode
}

/** A section has a title that sits on a rule, as in a field book. */
export function Section({ title, aside, id, className, children }: Props) {
  const made = useId()
  const heading = id ?? made
  return (
    <section aria-labelledby={heading} {...(className && { className })}>
      <div className="title">
        <h2 id={heading}>{title}</h2>
        {aside !== undefined && <span className="tiny">{aside}</span>}
      </div>
      {children}
    </section>
  )
}

/** The head of a page: its name, one quiet line, what can be done here. */
export function PageHead({
  title,
  lead,
  children,
}: {
  title: ReactNode
  lead?: ReactNode
  children?: ReactNode
}) {
  return (
    <header className="page-head">
      <div>
        <h1 className="page-title">{title}</h1>
        {lead !== undefined && <p>{lead}</p>}
      </div>
      {children && <div className="acts">{children}</div>}
    </header>
  )
}
