import { impliedLevel } from '../../body'
import type { LiveEvent } from '../event'
import type { Milestone } from '../milestones'

/**
 * The same questions asked the slow way, without spans: walk every millisecond, apply what was tapped in it,
 * count. Instants of the events lie within a few hundred milliseconds of each other.
 */
export function byTheMillisecond(events: readonly LiveEvent[], now: number) {
  const undone = events.flatMap((event) => (event.what === 'undo' ? [event.of] : []))
  const standing = events
    .filter((event) => event.what !== 'undo' && !undone.includes(event.id))
    .sort(
      (a, b) => a.at - b.at || (a.device < b.device ? -1 : a.device > b.device ? 1 : a.counter - b.counter),
    )
  const [first] = standing
  const last = standing.at(-1)
  if (!first || !last) return null
  const started = standing.some(({ what }) => what === 'start')

  const ran = new Map<number, number>()
  let [running, worn, duration, streak, longest, uneasy, slowest] = [false, false, 0, 0, 0, 0, 0]
  let [calm, everWorn, everUneasy]: [boolean | null, boolean, boolean] = [null, false, false]
  let end = Math.max(now, last.at)
  for (let at = first.at; ; at += 1) {
    ran.set(at, duration)
    for (const event of standing.filter((one) => one.at === at)) {
      if (event.what === 'start' || (event === first && !started && event.what !== 'stop')) running = true
      if (event.what === 'stop') running = false
      if (event.what === 'gear') worn = event.on
      const level = event.what === 'sign' ? impliedLevel([event.sign]) : 0
      if (event.what === 'body') calm = event.level <= 1
      if (event.what === 'recovered') calm = true
      if (event.what === 'red' || level >= 2) calm = false
      everWorn ||= worn
      everUneasy ||= calm === false
      if (!(running && worn && calm)) streak = 0
      if (calm !== false) uneasy = 0
    }
    if (at === last.at && !running) end = last.at
    if (at >= end) break
    if (running) duration += 1
    streak = running && worn && calm ? streak + 1 : 0
    uneasy = calm === false ? uneasy + 1 : 0
    longest = Math.max(longest, streak)
    slowest = Math.max(slowest, uneasy)
  }
  const latency = (milestone: Milestone) => {
    const cue = standing.findIndex((event) => event.what === 'cue' && event.of === milestone)
    const from = standing[cue] ?? (standing.find(({ what }) => what === 'start') || first)
    const reached = standing.find(
      (event, index) => index > cue && event.what === 'reached' && event.milestone === milestone,
    )
    return reached ? Math.max(0, (ran.get(reached.at) ?? 0) - (ran.get(from.at) ?? 0)) : null
  }
  return {
    durationMs: duration,
    running,
    longestCalmWearMs: everWorn && calm !== null ? longest : null,
    recovery: everUneasy ? { ms: slowest, over: calm !== false } : null,
    approach: latency('approach'),
    eat: latency('eat'),
    step: latency('step'),
  }
}
