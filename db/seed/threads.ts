import type { Temporal } from 'temporal-polyfill'
import { threadOf, writeToThread } from '@/lib/data/thread'
import { putOnAgenda } from '@/lib/data/thread-use'
import type { GuardianViewer, MemberViewer } from '@/lib/domain/access/viewer'
import { must, type Happening, type StoryClock } from './clock'
import type { Household } from './household'
import type { Trained } from './training'

type Found = { household: Household; animal: Trained }

/** Minutes after the first message, who, what; the last one is not read yet. */
const between: readonly [minutes: number, by: 'owner' | 'consultant', words: string][] = [
  [
    0,
    'owner',
    'Miso put both front paws on the doormat today and had her chicken there. I nearly cried. Is that already the next step, or do we stay?',
  ],
  [
    95,
    'consultant',
    'Both paws! Stay where you are for three more days, same mat, same chicken. Let her be the one who finds it boring.',
  ],
  [130, 'owner', 'Boring is good. Thank you.'],
  [
    1480,
    'owner',
    'The neighbours get their stairs painted on Friday and it will smell. Shall we leave the door out that day?',
  ],
]

/** What a household and its consultant wrote to each other since the day before yesterday. */
export function writesToEachOther(
  find: (name: string) => Found,
  clock: StoryClock,
  first: Temporal.Instant,
): Happening[] {
  const { household, animal } = find('Miso')
  return between.map(([minutes, by, words], nth): Happening => {
    const at = first.add({ minutes })
    return {
      at,
      what: 'writes',
      run: async () => {
        const viewer: GuardianViewer | MemberViewer =
          by === 'owner' ? household.seenBy(0, [animal.id]) : household.consultant
        const { clientId } = household
        await clock.at(at, viewer, async () => {
          const { sendKey: key, messages } = await threadOf(viewer, { clientId }, at)
          if (viewer.kind === 'member')
            must(await putOnAgenda(viewer, { messageId: messages[0]?.id ?? '' }, at), 'the agenda')
          must(
            await writeToThread(viewer, { clientId, key, words, photoId: undefined }, at),
            `message ${nth}`,
          )
        })
      },
    }
  })
}
