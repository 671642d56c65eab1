/** A channel to every part of every tab of this device, the one that speaks included; opened where somebody uses it. */
export function airOf<News>(name: string) {
  const listeners = new Set<(news: News) => void>()
  const toAll = (news: News) => listeners.forEach((hear) => hear(news))
  let channel: BroadcastChannel | null = null
  const open = (): BroadcastChannel => {
    if (!channel) {
      channel = new BroadcastChannel(name)
      channel.onmessage = ({ data }: MessageEvent<News>) => toAll(data)
    }
    return channel
  }
  return {
    tell: (news: News): void => {
      open().postMessage(news)
      toAll(news)
    },
    /** Gives back how to stop. */
    hear: (listener: (news: News) => void): (() => void) => {
      open()
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
