import 'server-only'
import { notFound } from 'next/navigation'
import { NotFound } from '@/lib/domain/result/result'

/** A page's load: what is not there for this viewer becomes the one 404. */
export async function orNotFound<T>(loading: Promise<T>): Promise<T> {
  try {
    return await loading
  } catch (error) {
    if (error instanceof NotFound) notFound()
    throw error
  }
}
