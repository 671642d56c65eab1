/** How much of a photo is there, from 0 to 1, from whichever tab sends it. */
export type Share = { lane: string; share: number }

const listeners = new Set<(share: Share) => void>()
let channel: BroadcastChannel | null = null

function air(): BroadcastChannel {
  if (!channel) {
    channel = new BroadcastChannel('doorstep progress')
    channel.onmessage = ({ data }: MessageEvent<Share>) => listeners.forEach((hear) => hear(data))
  }
  return channel
}

export function tellShare(share: Share): void {
  air().postMessage(share)
  listeners.forEach((hear) => hear(share))
}

export function onShare(hear: (share: Share) => void): () => void {
  air()
  listeners.add(hear)
  return () => listeners.delete(hear)
}
