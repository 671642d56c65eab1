import type { ReactNode } from 'react'
import type { FormAction } from '@/lib/domain/result/form-state'
import { sentencesOf } from '@/lib/format/text'
import { FormIsland } from './form-island'
import type { SchemaName } from './schemas'

export type Defaults = Record<string, string | string[] | undefined>

type Props = {
  /** A server action, passed down by the page. */
  action: FormAction
  schema: SchemaName
  defaults?: Defaults
  /** Names the form for screen readers and for what is kept over a sign-in. */
  label: string
  className?: string
  children: ReactNode
}

/** A form that works without JavaScript and gets better with it. Fields are the children. */
export function Form(props: Props) {
  return <FormIsland {...props} sentences={sentencesOf('errors')} />
}
