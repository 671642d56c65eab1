import { clock } from './clock'

/** Minutes between two starts somebody can drop on. */
const step = 15

/** A visit that is held, and how far below its top, in minutes. */
type Held = { block: HTMLElement; grab: number; length: number; ghost: HTMLElement }

/**
 * Visits can be dragged to another time of the same consultant. Dropping moves nothing: it opens the page that says
 * what the move would do, which the form of moving leads to as well.
 */
export function followDrag(area: HTMLElement): () => void {
  let held: Held | undefined
  const onStart = (event: DragEvent) => {
    const block = closest(event, '[data-drag]')
    const lane = block?.closest<HTMLElement>('[data-lane]')
    if (!block || !lane || !event.dataTransfer) return
    const box = block.getBoundingClientRect()
    const ghost = document.createElement('span')
    ghost.className = 'cal-drop'
    held = {
      ...{ block, ghost },
      grab: (event.clientY - box.top) / pixelsOf(lane),
      length: Number(block.style.getPropertyValue('--d')),
    }
    event.dataTransfer.effectAllowed = 'move'
    event.dataTransfer.setData('text/plain', block.textContent)
    block.classList.add('is-dragged')
  }
  const onOver = (event: DragEvent) => {
    const lane = held && laneFor(held, event)
    if (!held || !lane) return
    event.preventDefault()
    const start = startIn(lane, held, event)
    held.ghost.style.setProperty('--a', String(start - Number(lane.dataset.top)))
    held.ghost.style.setProperty('--d', String(held.length))
    held.ghost.textContent = clock(start)
    if (held.ghost.parentElement !== lane) lane.append(held.ghost)
  }
  const onDrop = (event: DragEvent) => {
    const lane = held && laneFor(held, event)
    const href = held?.block.dataset.move
    if (!held || !lane || !href) return
    event.preventDefault()
    const query = new URLSearchParams({
      day: lane.dataset.lane ?? '',
      time: clock(startIn(lane, held, event)),
    })
    location.assign(`${href}?${query.toString()}`)
  }
  const onEnd = () => {
    held?.block.classList.remove('is-dragged')
    held?.ghost.remove()
    held = undefined
  }
  const all = { dragstart: onStart, dragover: onOver, drop: onDrop, dragend: onEnd } as const
  for (const [name, listener] of Object.entries(all)) area.addEventListener(name as 'drop', listener)
  return () => {
    for (const [name, listener] of Object.entries(all)) area.removeEventListener(name as 'drop', listener)
  }
}

const closest = (event: DragEvent, selector: string) =>
  event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null

/** A lane that is somebody else's takes no drop: who comes is changed on the page of the visit. */
function laneFor({ block }: Held, event: DragEvent): HTMLElement | undefined {
  const lane = closest(event, '[data-lane]')
  const theirs = lane?.dataset.person
  return lane && (theirs === undefined || theirs === block.dataset.drag) ? lane : undefined
}

const pixelsOf = (lane: HTMLElement) => lane.offsetHeight / Number(lane.dataset.span)

/** Minutes after midnight, on the step, inside the lane. */
function startIn(lane: HTMLElement, { grab, length }: Held, event: DragEvent): number {
  const top = Number(lane.dataset.top)
  const under = (event.clientY - lane.getBoundingClientRect().top) / pixelsOf(lane) - grab
  const last = Number(lane.dataset.span) - length
  return top + Math.max(0, Math.min(Math.floor(last / step), Math.round(under / step))) * step
}
