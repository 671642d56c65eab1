import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import { answerFrom, type Verdict } from '@/lib/domain/sync/answer'
import type { Operation } from '@/lib/domain/sync/operation'
import type { Dice } from './dice'
import type { Phone } from './phone'

export type Sent = { phone: Phone; cookie: string; key: string; body: string }
/** What the server answered to an operation when it first did. */
export type Told = { phone: Phone; key: string; operation: Operation; verdict: Verdict }

/** What may become of a request: most arrive, all else happens on the road. */
const fates = [
  ...(['arrives', 'arrives', 'arrives', 'arrives', 'arrives'] as const),
  ...([
    'lost',
    'unheard',
    'unheard',
    'late',
    'again later',
    'twice at once',
    'proxy',
    'half an answer',
  ] as const),
]

/**
 * Between phones and the server: drops requests and answers, brings some twice, some when nobody waits for them any
 * more and others came first. Keeps what the server said to whom; the same key has to hear the same every time.
 */
export class Network {
  perfect = false
  requests = 0
  readonly told: Told[] = []
  private readonly late: Sent[] = []
  /** What should never have been heard. A phone that throws away a broken answer must not hide it. */
  readonly wrong: unknown[] = []
  private readonly heard = new Map<string, Verdict>()
  private readonly bodies = new Set<string>()

  constructor(
    private readonly dice: Dice,
    private readonly serve: (sent: Sent) => Promise<Response>,
    private readonly onTold: (told: Told) => void,
  ) {}

  readonly carry = async (phone: Phone, { headers, body }: RequestInit): Promise<Response> => {
    const key = new Headers(headers).get('idempotency-key') ?? ''
    const sent: Sent = { phone, cookie: phone.cookie, key, body: String(body) }
    const lost = () => new TypeError('Failed to fetch')
    const fate = this.perfect ? 'arrives' : this.dice.one(fates)
    await pause(this.perfect ? 0 : this.dice.roll(6))
    if (!phone.online || fate === 'lost') throw lost()
    if (fate === 'proxy') return new Response('<html>502 Bad Gateway</html>', { status: 502 })
    if (fate === 'late' || fate === 'again later') this.late.push(sent)
    if (fate === 'late') throw lost()
    const twin = fate === 'twice at once' ? this.deliver(sent) : null
    const answer = await this.deliver(sent)
    await twin
    if (!phone.online || fate === 'unheard') throw lost()
    if (fate === 'half an answer') return new Response((await answer.text()).slice(0, 9), answer)
    return answer
  }

  /** One that was thought lost arrives after all. */
  async bringLate(): Promise<boolean> {
    const [sent] = this.late.splice(this.dice.roll(Math.max(1, this.late.length)), 1)
    if (sent) await this.deliver(sent)
    return sent !== undefined
  }

  private async deliver(sent: Sent): Promise<Response> {
    this.requests += 1
    const answer = await this.serve(sent)
    const heard = answerFrom(answer.status, await answer.clone().json(), answer.headers.get('retry-after'))
    if (heard.state !== 'later' && heard.state !== 'signedOut' && heard.state !== 'otherPerson')
      try {
        this.hear(sent, heard)
      } catch (error) {
        this.wrong.push(error)
      }
    return answer
  }

  private hear({ phone, key, body }: Sent, verdict: Verdict): void {
    const before = this.heard.get(key)
    if (before) return expect(verdict, 'the same key hears the same').toEqual(before)
    this.heard.set(key, verdict)
    expect(this.bodies.has(body), 'one operation has one key').toBe(false)
    this.bodies.add(body)
    const { operation } = JSON.parse(body) as { operation: Operation }
    this.told.push({ phone, key, operation, verdict })
    this.onTold({ phone, key, operation, verdict })
  }
}
