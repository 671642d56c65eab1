import { wentOn, type Watch } from '@/lib/domain/log/stopwatch'
import { deviceNow } from '@/lib/domain/time/device-clock'

// A running stopwatch outlives its page. It holds a moment and no words, and goes with the log or the sign-out.

const place = 'doorstep.watch:'

export const keepWatch = (animalId: string, watch: Watch): void =>
  localStorage.setItem(place + animalId, JSON.stringify(watch))

export function keptWatch(animalId: string): Watch | null {
  try {
    return wentOn(JSON.parse(localStorage.getItem(place + animalId) ?? 'null'), deviceNow())
  } catch {
    return null
  }
}

export const forgetWatch = (animalId: string): void => localStorage.removeItem(place + animalId)

export function forgetWatches(): void {
  for (const name of Object.keys(localStorage)) if (name.startsWith(place)) localStorage.removeItem(name)
}
