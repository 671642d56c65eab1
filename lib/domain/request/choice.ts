import { Temporal } from 'temporal-polyfill'

/** A time that was asked for, "2026-05-15T11:45/<consultant>": on the wall of the home, and with whom. */
export type Choice = { wall: Temporal.PlainDateTime; consultantId: string }

export function choiceOf(value: string): Choice {
  const [wall = '', consultantId = ''] = value.split('/')
  return { wall: Temporal.PlainDateTime.from(wall), consultantId }
}
