import { measuredFields } from '@/lib/domain/observation/live/propose'
import type { AnimalBlock } from '@/lib/domain/note/schema'
import { saidIn, type Fields } from './said'

/** The fields of a draft, with what was watched live of an animal where nobody wrote a measure of their own. */
export function withProposed(fields: Fields, animalId: string, block: Partial<AnimalBlock>): Fields {
  const place = (key: string) => `animals.${animalId}.${key}`
  if (measuredFields.some((key) => saidIn(fields, place(key)) !== '')) return fields
  const proposed = measuredFields.flatMap((key) => {
    const measure = block[key] ?? null
    return measure === null ? [] : [[place(key), String(measure)]]
  })
  return { ...fields, ...(Object.fromEntries(proposed) as Fields) }
}
