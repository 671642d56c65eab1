'use client'
import { unstable_rethrow, usePathname } from 'next/navigation'
import {
  startTransition,
  use,
  useActionState,
  useEffect,
  useId,
  useRef,
  useState,
  useTransition,
  type FormEvent,
  type ReactNode,
  type RefObject,
} from 'react'
import { get, useForm as useFields } from 'react-hook-form'
import { typedIn } from '@/lib/domain/form/form-data'
import { untouched, type FormAction, type FormState } from '@/lib/domain/result/form-state'
import { FormAnswer } from './form-answer'
import { FormContext } from './form-context'
import { forget, keep, kept, type Typed } from './kept-fields'
import { resolverFor } from './resolver'
import { sentOr, WhenCutOff } from './when-cut-off'
import { WhenTyped, type TypedKeeper } from './when-typed'
import type { SchemaName } from './schemas'

type Props = {
  action: FormAction
  schema: SchemaName
  defaults?: Record<string, string | string[] | undefined>
  label: string
  className?: string
  children: ReactNode
  sentences: Record<string, string>
}

/** Begins anew when what was typed before comes back: nothing remembers its fields as empty. */
export function FormIsland(props: Props) {
  const place = `${usePathname()}#${props.label}`
  const page = use(WhenTyped)
  const element = useRef<HTMLFormElement>(null)
  const touched = useRef(new Set<string>())
  const [begun, setBegun] = useState<Begun>({ turn: 0, restored: null })
  useEffect(() => {
    let left = false
    void leftBehind(page, place).then((back) => {
      if (!back || left) return
      const meanwhile = answersIn(element.current, touched.current)
      startTransition(() =>
        setBegun(({ turn }) => ({ turn: turn + 1, ...back, restored: { ...back.restored, ...meanwhile } })),
      )
    })
    return () => {
      left = true
    }
  }, [page, place])

  const onTyped = (name: string) => {
    touched.current.add(name)
    if (page && element.current) page.keep(typedIn(new FormData(element.current)))
  }
  const onSaved = () => {
    forget(place)
    page?.forget()
  }
  const anew = () => {
    onSaved()
    touched.current.clear()
    element.current?.dispatchEvent(new Event('anew'))
    setBegun(({ turn }) => ({ turn: turn + 1, restored: null }))
  }
  return <FormItself {...props} key={begun.turn} {...{ place, element, onTyped, anew, onSaved }} {...begun} />
}

type Begun = {
  turn: number
  restored: Typed | null
  sentAs?: string | undefined
}

/** What was typed and not saved: kept by the page, or over a sign-in that ended. */
async function leftBehind(page: TypedKeeper | null, place: string): Promise<Omit<Begun, 'turn'> | null> {
  const ofPage = await page?.left()
  if (ofPage) return { restored: ofPage, sentAs: [ofPage.id ?? []].flat()[0] }
  const ofSignIn = kept(place)
  return ofSignIn && { restored: ofSignIn }
}

/** The fields of these names as they are answered; a blank one says ''. */
function answersIn(form: HTMLFormElement | null, names: ReadonlySet<string>): Typed {
  const typed = form ? typedIn(new FormData(form)) : {}
  return Object.fromEntries([...names].map((name) => [name, typed[name] ?? '']))
}

type Own = Omit<Begun, 'turn'> & {
  place: string
  element: RefObject<HTMLFormElement | null>
  onTyped: (name: string) => void
  anew: () => void
  onSaved: () => void
}

function FormItself({
  action,
  schema,
  defaults = {},
  label,
  className,
  children,
  sentences,
  place,
  element,
  onTyped,
  anew,
  onSaved,
  restored,
  sentAs,
}: Props & Own) {
  const id = useId()
  const cutOff = use(WhenCutOff)
  const [fromServer, formAction] = useActionState(action, untouched)
  const [answered, setAnswered] = useState<FormState | null>(null)
  const answer = answered ?? fromServer
  const [pending, startSending] = useTransition()
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set())
  const fields = useFields({ mode: 'onTouched', resolver: resolverFor(schema, id) })

  const send = () => {
    const form = element.current
    if (!form) return
    const data = new FormData(form, submitterOf(form))
    startSending(async () => {
      const next = await answerOf(
        cutOff ? sentOr(cutOff, action) : action,
        answer,
        data,
        sentences.busy ?? '',
      ).catch((goesOn: unknown) => {
        // To another page, because it is saved.
        onSaved()
        throw goesOn
      })
      if (next.status === 'signedOut') keep(place, data)
      else forget(place)
      startTransition(() => {
        setAnswered(next)
        setChanged(new Set())
      })
    })
  }
  /** Found here, before sending: the field takes the focus, the sentence stands above. */
  const refuseHere = () =>
    setAnswered({ ...answer, status: 'invalid', message: sentences.checkFields ?? '', errors: {} })
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    rememberSubmitter(event)
    void fields.handleSubmit(send, refuseHere)(event)
  }

  return (
    <form
      ref={element}
      id={id}
      action={formAction}
      onSubmit={onSubmit}
      onChange={(event) => {
        const { name } = event.target as unknown as HTMLInputElement
        setChanged((before) => new Set(before).add(name))
        onTyped(name)
      }}
      noValidate
      aria-label={label}
      data-without-signal={cutOff ? '' : undefined}
      className={className}
    >
      <FormContext
        value={{
          register: fields.register,
          registerBox: (name, first) =>
            first ? fields.register(name) : { ...fields.register(name), ref: () => undefined },
          startsWith: (name) => restored?.[name] ?? answer.values[name] ?? defaults[name],
          errorAt: (name) => {
            const own = (get(fields.formState.errors, name) as { message?: string } | undefined)?.message
            if (own) return sentences[own] ?? sentences.invalid
            return changed.has(name) ? undefined : answer.errors[name]
          },
          theirsAt: (name) => answer.theirs?.[name],
          theirsLabel: sentences.conflictTheirs ?? '',
          version: answer.version,
          sentAs,
          offers: answer.offers ?? [],
          pending,
          id,
        }}
      >
        <FormAnswer answer={answer} restored={restored !== null} anew={anew} sentences={sentences} />
        {children}
      </FormContext>
    </form>
  )
}

/** A lost connection keeps the form as it is and says so; anything else is the server's answer. */
async function answerOf(
  action: FormAction,
  before: FormState,
  data: FormData,
  busy: string,
): Promise<FormState> {
  try {
    return await action(before, data)
  } catch (error) {
    unstable_rethrow(error)
    return { status: 'refused', message: busy, errors: {}, values: {}, turn: before.turn + 1 }
  }
}

const submitters = new WeakMap<HTMLFormElement, HTMLElement>()

function rememberSubmitter(event: FormEvent<HTMLFormElement>) {
  const { submitter } = event.nativeEvent as SubmitEvent
  if (submitter) submitters.set(event.currentTarget, submitter)
}

function submitterOf(form: HTMLFormElement): HTMLElement | undefined {
  const submitter = submitters.get(form)
  return submitter?.isConnected ? submitter : undefined
}
