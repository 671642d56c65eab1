import { doorIndex, indexOf, standing, type Journey, type JourneyStage } from './journey'

/** A point of the way. `side` is where its words stand. */
export type PathNode = {
  stage: JourneyStage
  x: number
  y: number
  side: 'left' | 'right'
  loop?: string
  loopFrom?: number
}

export type PathLayout = {
  height: number
  /** y of the wall with the door; 0 when the whole way is indoors and ends at the door. */
  wall: number
  nodes: PathNode[]
  /** Index of the node inside the door, or -1 when no stage is there. */
  doorNode: number
  solid: string
  dotted: string
}

const centre = 179
const columns = [92, 262] as const
const doorTop = 74

/** Lays the way out from the bottom (the first stage) to the top, in a box 358 wide. Pure. */
export function layOutPath({ stages, loops = [] }: Journey): PathLayout {
  const here = standing(stages)
  const door = doorIndex(stages)
  const hasDoor = stages[door]?.place === 'threshold'
  const loopOf = new Map(loops.map((loop) => [indexOf(stages, loop.to), loop]))

  /* Distances are measured upwards from the first stage, then turned over. */
  const up: number[] = []
  let at = 0
  let wallUp = 0
  for (const [index] of stages.entries()) {
    if (index === door) {
      wallUp = index === 0 ? 60 : at + (index - 1 === here ? 150 : 84)
      at = hasDoor ? wallUp : wallUp + doorTop + 56 + (index === here ? 20 : 0)
    } else if (index > 0) {
      if (index - 1 === door && hasDoor) at += doorTop + 56
      else
        at +=
          (index > door ? 58 : 72) +
          (index - 1 === here ? 70 : 0) +
          (loopOf.has(index - 1) ? 14 : 0) +
          (loopOf.has(index) ? 30 : 0)
      if (index === here) at += 14
    }
    up.push(at)
  }
  if (door === stages.length) wallUp = at + (door - 1 === here ? 150 : 84)
  const top =
    door === stages.length
      ? wallUp + doorTop + 30
      : Math.max(at + (stages.length - 1 === here ? 110 : 64), wallUp + doorTop + 60)
  const height = top + 52

  const nodes = stages.map((stage, index): PathNode => {
    const loop = loopOf.get(index)
    const left = (index % 2 === 0) === (door % 2 === 1)
    const inDoor = index === door && hasDoor
    return {
      stage,
      x: inDoor ? centre : left ? columns[0] : columns[1],
      y: top - (up[index] ?? 0),
      side: inDoor || left ? 'right' : 'left',
      ...(loop && { loop: loop.label, loopFrom: indexOf(stages, loop.from) }),
    }
  })
  const wall = top - wallUp
  const reached = here === -1 ? stages.filter(({ state }) => state === 'done').length - 1 : here
  return {
    height,
    wall,
    nodes,
    doorNode: hasDoor ? door : -1,
    ...trace(nodes, wall, door, hasDoor, here, reached),
  }
}

/** The line through all points: solid as far as the animal has come, dotted beyond. */
function trace(
  nodes: PathNode[],
  wall: number,
  door: number,
  hasDoor: boolean,
  here: number,
  reached: number,
) {
  let solid = ''
  let dotted = ''
  const draw = (done: boolean, from: [number, number], to: [number, number]) => {
    const bend = (from[1] - to[1]) * 0.54
    const curve = `M${from[0]} ${from[1]}C${from[0]} ${from[1] - bend} ${to[0]} ${to[1] + bend} ${to[0]} ${to[1]}`
    if (done) solid += curve
    else dotted += curve
  }
  const below: [number, number] = [centre, wall + 18]
  const above: [number, number] = [centre, wall - doorTop]
  const leave = (index: number): [number, number] => {
    const node = nodes[index]
    if (!node) return below
    if (hasDoor && index === door) return above
    return [node.x, node.y - (index === here ? 72 : 8)]
  }
  const reach = (index: number): [number, number] => {
    const node = nodes[index]
    return node ? [node.x, node.y + (index === here ? 6 : 8)] : below
  }
  for (let index = 0; index < nodes.length; index++) {
    const last = index - 1
    if (index === door) {
      if (last >= 0) draw(reached >= index, leave(last), below)
      if (!hasDoor) draw(reached >= index, above, reach(index))
    } else if (index > 0) draw(reached >= index, leave(last), reach(index))
  }
  if (door === nodes.length && nodes.length > 0) draw(false, leave(door - 1), below)
  return { solid, dotted }
}
