import type { Sql, TransactionSql } from 'postgres'

/** The connection of a transaction is gone, or the transaction is over: nothing more may be sent through it. */
export class ConnectionLost extends Error {
  override name = 'ConnectionLost'
  constructor() {
    super('This transaction is over or its connection was lost; nothing more was sent')
  }
}

type State = { over: boolean; entered: boolean; closing: () => boolean }
type Body = (tx: TransactionSql) => unknown

/**
 * Makes postgres.js fail closed. The driver rejects a transaction whose connection dropped, but lets its
 * callback go on: the next statement, or the driver's own COMMIT, then reaches another tenant's transaction.
 * .github/decisions/driver-guard.md has the story.
 */
export function guard<Pool extends Sql>(pool: Pool): Pool {
  const closing = watchCloses(pool)
  const begin = async (...args: [Body] | [string, Body]) => {
    const body = args[args.length - 1] as Body
    const options = typeof args[0] === 'string' ? args[0] : ''
    for (let attempt = 1; ; attempt++) {
      const state: State = { over: false, entered: false, closing }
      try {
        return await pool.begin(options, (tx) => {
          state.entered = true
          return enter(tx, state, body, true)
        })
      } catch (error) {
        if (state.entered || attempt > 3 || !isDrop(error)) throw error
      } finally {
        state.over = true
      }
    }
  }
  return new Proxy(pool, {
    apply: refuseBare,
    get(target, key) {
      if (key === 'begin') return begin
      if (key === 'unsafe' || key === 'file' || key === 'reserve') return refuseBare
      return Reflect.get(target, key) as unknown
    },
  })
}

/** Runs a transaction's or savepoint's callback; after a loss it never hands control back to the driver. */
async function enter(tx: TransactionSql, state: State, body: Body, outermost = false): Promise<unknown> {
  try {
    return await body(handle(tx, state))
  } finally {
    if (state.closing()) await new Promise(setImmediate)
    if (state.over) await new Promise(() => undefined)
    if (outermost) state.over = true
  }
}

function handle(tx: TransactionSql, state: State): TransactionSql {
  const refuseIfLost = () => {
    if (state.over || state.closing()) throw new ConnectionLost()
  }
  const savepoint = async (...args: [Body] | [string, Body]) => {
    refuseIfLost()
    const body = args[args.length - 1] as Body
    const inner = (deeper: TransactionSql) => enter(deeper, state, body)
    return await (typeof args[0] === 'string' ? tx.savepoint(args[0], inner) : tx.savepoint(inner))
  }
  return new Proxy(tx, {
    apply(target, self, args) {
      refuseIfLost()
      return Reflect.apply(target, self, args) as unknown
    },
    get(target, key) {
      if (key === 'savepoint') return savepoint
      const value = Reflect.get(target, key) as unknown
      if (typeof value !== 'function') return value
      return (...args: unknown[]) => {
        refuseIfLost()
        return Reflect.apply(value, target, args) as unknown
      }
    },
  })
}

/**
 * True from the moment any connection of the pool closes until the promises that hang on it have settled:
 * in between, a transaction cannot yet know whether the loss was its own, so every handle refuses.
 */
function watchCloses(pool: Sql): () => boolean {
  let pending = 0
  const told = pool.options.onclose
  pool.options.onclose = (id) => {
    pending++
    queueMicrotask(() => process.nextTick(() => pending--))
    told?.(id)
  }
  return () => pending > 0
}

/**
 * The connection dropped before BEGIN was answered, so nothing has happened yet and BEGIN may be sent again.
 * (After a drop under a running statement the driver reports the old error once more on the new connection.)
 */
function isDrop(error: unknown): boolean {
  const code = String((error as { code?: unknown } | null)?.code)
  return ['57P01', '57P02', 'CONNECTION_CLOSED', 'ECONNRESET', 'EPIPE'].includes(code)
}

function refuseBare(): never {
  throw new Error('Statements run inside a transaction: use inTransaction or begin')
}
