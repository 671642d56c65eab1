import { pino } from 'pino'

/** What may be logged of an error: its kind and place. Messages and details can carry a person's words. */
const err = (error: unknown) =>
  error instanceof Error
    ? {
        name: error.name,
        code: 'code' in error ? error.code : undefined,
        stack: error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')),
        cause:
          error.cause instanceof Error
            ? { name: error.cause.name, code: 'code' in error.cause ? error.cause.code : undefined }
            : undefined,
      }
    : { name: typeof error }

export const log = pino({ level: process.env.LOG_LEVEL ?? 'info', serializers: { err } })
