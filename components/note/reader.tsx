import { text } from '@/lib/format/text'

/** Who reads what is written here, said at every part of the note. */
export function Reader({ practiceOnly = false }: { practiceOnly?: boolean }) {
  return <>{text('note')(practiceOnly ? 'notShown' : 'shown')}</>
}
