import type { ComponentProps, ReactNode } from 'react'
import { text } from '@/lib/format/text'
import { Button, IconButton, type ButtonLook } from './button'
import type { Icon } from './icon'
import { X } from './icons'

/* Browsers open and close these by the command attribute; the page script does it for older ones. */
const command = (name: 'show-modal' | 'close', id: string) =>
  ({ command: name, commandfor: id }) as ComponentProps<'button'>

type OpenProps = { dialog: string; look?: ButtonLook; icon?: Icon; children: ReactNode }

export function OpenDialog({ dialog, children, ...rest }: OpenProps) {
  return (
    <Button {...rest} {...command('show-modal', dialog)} aria-haspopup="dialog">
      {children}
    </Button>
  )
}

export function CloseDialog({ dialog, children, look }: OpenProps) {
  return (
    <Button {...(look && { look })} {...command('close', dialog)}>
      {children}
    </Button>
  )
}

/** A native modal dialog. Focus, Escape and the rest of the page being inert are the browser's work. */
export function Dialog({
  id,
  title,
  children,
  actions,
}: {
  id: string
  title: ReactNode
  children: ReactNode
  actions?: ReactNode
}) {
  return (
    <dialog id={id} className="dialog" aria-labelledby={`${id}-title`}>
      <div className="dialog-head">
        <h2 id={`${id}-title`}>{title}</h2>
        <IconButton icon={X} label={text('ui')('close')} {...command('close', id)} />
      </div>
      {children}
      {actions && <div className="acts dialog-acts">{actions}</div>}
    </dialog>
  )
}
