'use client'
import { useCallback } from 'react'
import { useTyped } from '@/components/form/use-typed'
import { resources, shortOf, type Resource } from '@/lib/domain/note/resources'

type Props = {
  cats: number
  /** The sentence for each that is short, `{more}` where the number stands, and for none. */
  words: Record<Resource, string>
  enough: string
  lead: string
}

/** Whether there is one of everything for each cat and one more, as it is being counted. */
export function ResourceCheck({ cats, words, enough, lead }: Props) {
  const read = useCallback(
    (field: (name: string) => string): ReturnType<typeof shortOf> | null => {
      const counted = resources.flatMap((of) => {
        const typed = field(`body.resources.${of}`).trim()
        return /^\d+$/.test(typed) ? [[of, Number(typed)] as const] : []
      })
      return counted.length === 0 ? null : shortOf(Object.fromEntries(counted), cats)
    },
    [cats],
  )
  const short = useTyped(read)
  return (
    <p className="small" role="status">
      {short &&
        (short.length > 0
          ? [lead, ...short.map(({ of, more }) => words[of].replace('{more}', String(more)))].join(' ')
          : enough)}
    </p>
  )
}
