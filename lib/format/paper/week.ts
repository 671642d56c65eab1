import type { Temporal } from 'temporal-polyfill'
import type { SheetBlock } from '@/lib/domain/paper/sheet'
import { dayShort } from '../dates'
import { text } from '../text'

/** A week to fill in by hand, from the day after. */
export function weekToFill(after: Temporal.PlainDate, zone: string, count = 6): SheetBlock {
  const t = text('summary')
  const boxes = (area: 'bodies' | 'foods', keys: readonly string[]) => keys.map((key) => t(`${area}.${key}`))
  return {
    is: 'log',
    caption: t('fridge'),
    dayHead: t('day'),
    days: Array.from({ length: count }, (_, n) => dayShort(after.add({ days: n + 1 }), zone)),
    columns: [
      { head: t('minutes'), boxes: [], width: 'narrow' },
      { head: t('body'), boxes: boxes('bodies', ['loose', 'watchful', 'tense']), width: 'usual' },
      { head: t('food'), boxes: boxes('foods', ['quick', 'slow', 'left']), width: 'usual' },
      { head: t('heard'), boxes: [], width: 'wide' },
    ],
  }
}
