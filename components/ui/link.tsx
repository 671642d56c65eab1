import type { ComponentProps } from 'react'

/** A plain link: the browser loads the page. next/link would cost every page 3.3 kB for a moment saved. */
export function Link({
  reach,
  className,
  ...rest
}: ComponentProps<'a'> & { /** Grows to 44 px. */ reach?: boolean }) {
  const name = [reach && 'reach', className].filter(Boolean).join(' ')
  return <a {...rest} {...(name && { className: name })} />
}
