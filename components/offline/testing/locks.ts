type Turn = { name: string; holder: unknown; begin: () => void }
type Work<Value> = () => Value | Promise<Value>

/** The Web Locks of one device: whoever asks first, first; a tab that is gone holds nothing. */
export class Locks {
  private lines = new Map<string, Turn[]>()

  async request<Value>(
    holder: unknown,
    name: string,
    work: Work<Value>,
    signal?: AbortSignal,
  ): Promise<Value> {
    const line = this.lines.get(name) ?? []
    this.lines.set(name, line)
    let turn: Turn | undefined
    try {
      await new Promise<void>((begin, refuse) => {
        turn = { name, holder, begin }
        signal?.addEventListener('abort', () => refuse(new DOMException('aborted', 'AbortError')))
        if (signal?.aborted) refuse(new DOMException('aborted', 'AbortError'))
        else if (line.push(turn) === 1) begin()
      })
      return await work()
    } finally {
      if (turn) this.leave(turn)
    }
  }

  /** A tab is closed: its turns are over, those that it waits for too. */
  free(holder: unknown): void {
    for (const turn of [...this.lines.values()].flat()) if (turn.holder === holder) this.leave(turn)
  }

  private leave(turn: Turn): void {
    const line = this.lines.get(turn.name) ?? []
    const at = line.indexOf(turn)
    if (at < 0) return
    line.splice(at, 1)
    if (at === 0) line[0]?.begin()
  }
}
