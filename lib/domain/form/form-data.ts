type Tree = { [key: string]: Tree | string | string[] }

const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * The fields of a form as an object: `a.b` nests, `a.0.b` makes lists, a name sent twice becomes a list.
 * Files and React's own fields are left out.
 */
export function fieldsOf(form: FormData): Record<string, unknown> {
  const typed = [...form].filter(([name]) => !name.startsWith('$ACTION'))
  return treeOf(typed.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
}

/** Fields by path as an object, as above; one that is a list already stays one. */
export function treeOf(fields: readonly (readonly [string, string | string[]])[]): Record<string, unknown> {
  const tree: Tree = {}
  for (const [name, value] of fields) {
    const keys = name.split('.')
    if (keys.some((key) => forbidden.has(key))) continue
    let at = tree
    for (const key of keys.slice(0, -1)) {
      const next = at[key]
      at = typeof next === 'object' && !Array.isArray(next) ? next : (at[key] = {})
    }
    const last = keys.at(-1) ?? name
    const before = at[last]
    if (before === undefined) at[last] = value
    else if (typeof before === 'string') at[last] = [before].concat(value)
    else if (Array.isArray(before)) at[last] = before.concat(value)
  }
  return listsOf(tree) as Record<string, unknown>
}

/** What was typed, flat, to be put back into the fields. */
export function typedIn(form: FormData): Record<string, string | string[]> {
  const typed: Record<string, string | string[]> = {}
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$ACTION')) continue
    const values = form.getAll(name).filter((value) => typeof value === 'string')
    const [only] = values
    if (only !== undefined) typed[name] = values.length > 1 ? values : only
  }
  return typed
}

/** Objects whose keys are 0, 1, 2… are lists. */
function listsOf(node: Tree | string | string[]): unknown {
  if (typeof node === 'string' || Array.isArray(node)) return node
  const entries = Object.entries(node).map(([key, value]) => [key, listsOf(value)] as const)
  const isList = entries.length > 0 && entries.every(([key]) => /^\d{1,3}$/.test(key))
  return isList
    ? entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, value]) => value)
    : Object.fromEntries(entries)
}
