import { text } from './text'

/** What stands on a button of the live board, from the path its name is. */
export function buttonWords(name: string): string {
  if (name.startsWith('live.')) return text('live')(name.slice('live.'.length))
  return text('observation')(name.startsWith('body.') ? `${name}.label` : name)
}
