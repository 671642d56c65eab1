import { z } from 'zod'
import { canonical } from '@/lib/domain/note/canonical'
import { operationSchema } from './operation'

/** Whose device it was when it happened. Sent by nobody else, taken from nobody else. */
const ownerSchema = z.object({ practiceId: z.uuid(), userId: z.uuid() })

/**
 * What is posted. Its key travels in the header `Idempotency-Key`; the same key means the same operation,
 * however often it comes.
 */
const envelopeSchema = z.object({
  owner: ownerSchema,
  /** By the device's clock, in milliseconds since 1970. */
  madeAt: z.int().min(0),
  operation: operationSchema,
})

/** One request of a device, read. `content` is what its key stands for, as it was sent: no version of ours adds to it. */
export type FromDevice = z.output<typeof envelopeSchema> & { key: string; content: string }

/**
 * Reads a request. 'unknown' is one of a later version than this, which may be understood soon; 'unreadable' one
 * that will never be.
 */
export function readEnvelope(key: string | null, posted: unknown): FromDevice | 'unknown' | 'unreadable' {
  const [keyRead, read] = [z.uuid().safeParse(key), envelopeSchema.safeParse(posted)]
  if (keyRead.success && read.success)
    return { ...read.data, key: keyRead.data, content: textOfOperation((posted as Posted).operation) }
  const kind = (posted as Partial<Posted> | null)?.operation?.kind
  const known = operationSchema.options.some(({ shape }) => shape.kind.value === kind)
  return keyRead.success && typeof kind === 'string' && !known ? 'unknown' : 'unreadable'
}
type Posted = { operation: { kind?: unknown } }

/** What a key stands for: two requests under one key have to agree in this text. */
export const textOfOperation = (operation: unknown): string => canonical(operation)
