const edgeKey = 'calendar-edge'

/**
 * Arrow keys from visit to visit and from day to day, over the edge into the next days; letters press links of the
 * page. Letters listen only while the focus is in the calendar, so that nobody dictating a word moves a visit.
 */
export function followKeys(area: HTMLElement): () => void {
  const onKey = (event: KeyboardEvent) => {
    const { target, key } = event
    if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return
    if (target.closest('input, select, textarea, dialog')) return
    const inside = area.contains(target)
    const acted = inside
      ? actOn(area, target, key)
      : target === document.body && key in sideways && focusOn(startOf(area))
    if (acted) event.preventDefault()
  }
  document.addEventListener('keydown', onKey)
  const edge = sessionStorage.getItem(edgeKey)
  sessionStorage.removeItem(edgeKey)
  if (edge) focusOn(stopsOf(edge === 'first' ? columnsOf(area)[0] : columnsOf(area).at(-1))[0])
  return () => document.removeEventListener('keydown', onKey)
}

const sideways: Record<string, -1 | 1> = { ArrowLeft: -1, ArrowRight: 1 }
const upright: Record<string, -1 | 1> = { ArrowUp: -1, ArrowDown: 1 }
const links: Record<string, string> = { t: 'today', w: 'week', l: 'list' }

function actOn(area: HTMLElement, from: HTMLElement, key: string): boolean {
  const column = from.closest<HTMLElement>('[data-column]')
  const letter = key.toLowerCase()
  if (key in sideways) return goAcross(area, from, column, sideways[key] ?? 1)
  if (key in upright && column) return goAlong(area, from, column, upright[key] ?? 1)
  if (letter === 'm') return goTo(from.dataset.move)
  if (letter === 'b')
    return press(column?.querySelector('[data-book]') ?? area.querySelector('[data-go="book"]'))
  if (letter === 'd') return press(column?.querySelector('[data-day]') ?? view(area, 'day'))
  if (letter === 't') return press(area.querySelector('[data-go="today"]'))
  const name = links[letter]
  if (name) return press(view(area, name))
  if (key === '?') return showHelp(area)
  return false
}

const columnsOf = (area: Element): HTMLElement[] =>
  [...area.querySelectorAll<HTMLElement>('[data-column]')].filter((one) => one.offsetParent !== null)
const stopsOf = (column: Element | undefined): HTMLElement[] =>
  column ? [...column.querySelectorAll<HTMLElement>('[data-stop]')] : []
const view = (area: Element, name: string) => area.querySelector(`a[href*="view=${name}"]`)
const startOf = (area: Element) =>
  stopsOf(
    columnsOf(area).find((one) => one.matches('.is-today')) ?? columnsOf(area).find((one) => stopsOf(one)[0]),
  )[0]

/** To the visit of the next day that begins nearest to this one, over empty days too; past the last, into the days after. */
function goAcross(area: HTMLElement, from: HTMLElement, column: HTMLElement | null, step: -1 | 1): boolean {
  if (!column) return focusOn(startOf(area))
  const columns = columnsOf(area)
  const own = Number(from.dataset.stop || -1)
  const at = own < 0 ? Number(area.dataset.line ?? own) : own
  area.dataset.line = String(at)
  for (let index = columns.indexOf(column) + step; columns[index]; index += step) {
    const [nearest] = stopsOf(columns[index]).toSorted(
      (a, b) => Math.abs(Number(a.dataset.stop) - at) - Math.abs(Number(b.dataset.stop) - at),
    )
    if (nearest) return focusOn(nearest)
  }
  sessionStorage.setItem(edgeKey, step === 1 ? 'first' : 'last')
  return press(area.querySelector(`[data-go="${step === 1 ? 'after' : 'before'}"]`))
}

/** To the visit before or after; in the list over the end of a day. */
function goAlong(area: HTMLElement, from: HTMLElement, column: HTMLElement, step: -1 | 1): boolean {
  delete area.dataset.line
  const stops = column.closest('.cal-lists') ? columnsOf(area).flatMap(stopsOf) : stopsOf(column)
  const index = stops.indexOf(from)
  return focusOn(index < 0 ? stops[0] : stops[index + step]) || index >= 0
}

function focusOn(element: HTMLElement | undefined): boolean {
  element?.focus()
  return element !== undefined
}

function press(element: Element | null): boolean {
  if (element instanceof HTMLElement) element.click()
  return element !== null
}

function goTo(href: string | undefined): boolean {
  if (href) location.assign(href)
  return href !== undefined
}

function showHelp(area: Element): boolean {
  const help = area.querySelector<HTMLDetailsElement>('[data-help] details')
  if (!help) return false
  help.open = !help.open
  help.querySelector('summary')?.focus()
  return true
}
