/** The first steps of the paths somebody may be sent on to after signing in. */
const rooms = [
  'today',
  'calendar',
  'clients',
  'animals',
  'visits',
  'settings',
  'home',
  'print',
  'account',
  'protocols',
]

/**
 * Where to go on after signing in, or undefined: only a plain path of this site. Anything a browser might
 * read as another address (backslashes, double slashes, control characters, their encoded forms) is none.
 */
export function safeNext(text: string | null | undefined): string | undefined {
  if (!text || text.length > 500 || !/^\/[\w\-./?=&%:,+~@]*$/.test(text)) return undefined
  const [path = '', query = ''] = text.split(/\?(.*)/s)
  const [, first = ''] = path.split('/')
  const decoded = decodedOnce(path)
  if (decoded === undefined || /[\\\s%\u0000-\u001f\u007f]|\/\/|\/\.{1,2}(\/|$)/.test(decoded))
    return undefined
  if (!rooms.includes(first)) return undefined
  const kept = query.split('&').filter((part) => part !== '' && !part.startsWith('_rsc'))
  return kept.length > 0 ? `${path}?${kept.join('&')}` : path
}

function decodedOnce(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}
