'use server'
import { revealCode, saveDoor } from '@/lib/data/door'
import { doorSchema, revealSchema } from '@/lib/domain/door/schema'
import { paths } from '@/lib/paths'
import { defineAction } from './define'

export const writeDoor = defineAction({
  as: 'member',
  schema: doorSchema,
  verb: saveDoor,
  then: ({ clientId }) => paths.client(clientId),
})

/** The code reaches the page in the answer to the tap, and nowhere else. */
export const showCode = defineAction({
  as: 'member',
  schema: revealSchema,
  verb: revealCode,
  tells: (shown) => (shown.is === 'code' ? { code: shown.code } : { [shown.is]: 'yes' }),
})
