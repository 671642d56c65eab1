import type { HomeworkDraft } from '@/lib/domain/note/schema'
import { plain, subheading } from '@/lib/domain/paper/pieces'
import type { SheetBlock } from '@/lib/domain/paper/sheet'
import { text } from '../text'

/** The exercises, side by side where there are several. */
export function exercises(items: readonly HomeworkDraft[]): SheetBlock[] {
  const named = items.length > 1
  const half = Math.ceil(items.length / 2)
  const said = (some: readonly HomeworkDraft[]) => some.flatMap((item) => exercise(item, named))
  return named
    ? [{ is: 'columns', left: said(items.slice(0, half)), right: said(items.slice(half)) }]
    : said(items)
}

/** Its sentences, how much, and what good looks like. */
function exercise({ exercise: name, sentences, dose, good }: HomeworkDraft, named: boolean): SheetBlock[] {
  const t = text('summary')
  return [
    ...(named && name ? [subheading(name)] : []),
    { is: 'steps', items: [...sentences, ...(dose ? [`${t('dose')}: ${dose}`] : [])] },
    ...(good ? [plain(`${t('good')}: ${good}`)] : []),
  ]
}
