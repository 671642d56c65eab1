import type { ComponentProps, ReactNode } from 'react'
import type { Icon } from './icon'

export type ButtonLook = 'go' | 'quiet' | 'plain' | 'danger'

type Common = {
  /** One `go` a screen. `danger` only where something is lost for good. */
  look?: ButtonLook
  big?: boolean
  wide?: boolean
  icon?: Icon
  children: ReactNode
}

function classes({
  look = 'quiet',
  big,
  wide,
  className,
}: Partial<Common> & { className?: string | undefined }) {
  return ['btn', look !== 'quiet' && `btn-${look}`, big && 'btn-big', wide && 'btn-wide', className]
    .filter(Boolean)
    .join(' ')
}

export function Button({
  look,
  big,
  wide,
  icon: Drawn,
  children,
  className,
  ...rest
}: Common & ComponentProps<'button'>) {
  return (
    <button type="button" {...rest} className={classes({ ...defined({ look, big, wide }), className })}>
      {Drawn && <Drawn />}
      {children}
    </button>
  )
}

export function ButtonLink({
  look,
  big,
  wide,
  icon: Drawn,
  children,
  className,
  ...rest
}: Common & ComponentProps<'a'>) {
  return (
    <a {...rest} className={classes({ ...defined({ look, big, wide }), className })}>
      {Drawn && <Drawn />}
      {children}
    </a>
  )
}

/** A round button with a drawing only; `label` is read out and shown as a tooltip. */
export function IconButton({
  icon: Drawn,
  label,
  ...rest
}: { icon: Icon; label: string } & ComponentProps<'button'>) {
  return (
    <button type="button" title={label} {...rest} aria-label={label} className="icon-btn">
      <Drawn />
    </button>
  )
}

export function IconLink({
  icon: Drawn,
  label,
  ...rest
}: { icon: Icon; label: string } & ComponentProps<'a'>) {
  return (
    <a title={label} {...rest} aria-label={label} className="icon-btn">
      <Drawn />
    </a>
  )
}

function defined({
  look,
  big,
  wide,
}: {
  look?: ButtonLook | undefined
  big?: boolean | undefined
  wide?: boolean | undefined
}) {
  return { ...(look && { look }), ...(big && { big }), ...(wide && { wide }) }
}
