import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { wordsApart } from '@/lib/domain/note/difference'
import { text } from '@/lib/format/text'

/** Two texts in one, word by word: what went is crossed out, what came is underlined, and both are said. */
export function Difference({ before, after }: { before: string; after: string }) {
  const t = text('note')
  return (
    <span className="difference" dir="auto">
      {wordsApart(before, after).map(({ text: words, is }, index) =>
        is === 'same' ? (
          words
        ) : is === 'gone' ? (
          <del key={index}>
            <VisuallyHidden>{t('reading.gone')} </VisuallyHidden>
            {words}
          </del>
        ) : (
          <ins key={index}>
            <VisuallyHidden>{t('reading.new')} </VisuallyHidden>
            {words}
          </ins>
        ),
      )}
    </span>
  )
}
