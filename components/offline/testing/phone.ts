import { AsyncLocalStorage } from 'node:async_hooks'
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { Locks } from './locks'

// Browsers of several devices in one process. What a script reaches by a global name is that of the tab it runs in:
// its device's disk, locks and cookie. A tab that was killed never hears anything again.

type Network = (phone: Phone, init: RequestInit) => Promise<Response>
type Opened = { disk: IDBDatabase[]; air: Air[] }

/** A device: what stays on it when its tabs are gone. */
export class Phone {
  readonly disk = new IDBFactory()
  readonly locks = new Locks()
  readonly storage = new Map<string, string>()
  readonly tabs: Tab[] = []
  online = true
  /** Whose session cookie it holds. */
  cookie = ''

  constructor(readonly network: Network) {}

  /** Events of every tab's window, as when the connection is back. */
  ring(event: string): void {
    for (const tab of this.tabs) tab.run(() => tab.window.dispatchEvent(new Event(event)))
  }
}

/** One tab. */
export class Tab {
  readonly window = new EventTarget()
  readonly opened: Opened = { disk: [], air: [] }
  alive = true

  constructor(readonly phone: Phone) {
    phone.tabs.push(this)
  }

  /** Runs a script of this tab. */
  run<Value>(script: () => Value): Value {
    return inTab.run(this, script)
  }

  /** In the middle of whatever it does: only what was written to the disk by now is there afterwards. */
  kill(): void {
    this.alive = false
    this.phone.tabs.splice(this.phone.tabs.indexOf(this), 1)
    this.opened.disk.forEach(shut)
    this.phone.locks.free(this)
  }

  /** An answer from outside, which a dead tab waits for in vain. */
  async hears<Value>(answer: Promise<Value>): Promise<Value> {
    try {
      const value = await answer
      return this.alive ? value : await never()
    } catch (error) {
      if (this.alive) throw error
      return never()
    }
  }
}

const never = () => new Promise<never>(() => undefined)
/** What a script of a dead tab gets for a transaction, as `idb` would ask it. */
const deaf = new Proxy({}, { get: () => never })
const silence = { store: deaf, objectStore: () => deaf, done: never() } as unknown as IDBTransaction

function shut(database: IDBDatabase): void {
  database.close()
  database.transaction = () => silence
}

const inTab = new AsyncLocalStorage<Tab>()
const tab = (): Tab => {
  const here = inTab.getStore()
  if (!here) throw new Error('no tab runs this')
  return here
}

/** The line between the tabs of one device. */
class Air {
  onmessage: ((event: { data: unknown }) => void) | null = null
  private readonly tab = tab()

  constructor() {
    this.tab.opened.air.push(this)
  }

  postMessage(data: unknown): void {
    for (const other of this.tab.phone.tabs)
      if (other !== this.tab)
        for (const air of other.opened.air) other.run(() => air.onmessage?.({ data: structuredClone(data) }))
  }
}

function open(name: string, version: number): IDBOpenDBRequest {
  const here = tab()
  const request = here.phone.disk.open(name, version)
  request.addEventListener('success', () => {
    here.opened.disk.push(request.result)
    if (!here.alive) shut(request.result)
  })
  return request
}

/** Of a lock's request, the work is what comes last. */
function lock(name: string, ...rest: [() => unknown] | [{ signal?: AbortSignal }, () => unknown]) {
  const here = tab()
  const work = rest.at(-1) as () => unknown
  const signal = rest.length === 2 ? rest[0].signal : undefined
  return here.alive ? here.hears(here.phone.locks.request(here, name, work, signal)) : never()
}

const outside = globalThis.fetch
const globals = {
  indexedDB: { open },
  BroadcastChannel: Air,
  localStorage: {
    getItem: (name: string) => tab().phone.storage.get(name) ?? null,
    setItem: (name: string, value: string) => void tab().phone.storage.set(name, value),
    removeItem: (name: string) => void tab().phone.storage.delete(name),
  },
  navigator: {
    locks: { request: lock },
    get onLine() {
      return tab().phone.online
    },
  },
  document: { hidden: false, addEventListener: () => undefined },
  addEventListener: (...to: Parameters<EventTarget['addEventListener']>) =>
    tab().window.addEventListener(...to),
  fetch: (address: string, init: RequestInit) => {
    const here = inTab.getStore()
    // What answers is on the other side: nothing there is in a tab.
    if (!here) return outside(address, init)
    return here.alive ? here.hears(inTab.exit(() => here.phone.network(here.phone, init))) : never()
  },
}
for (const [name, value] of Object.entries(globals))
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
