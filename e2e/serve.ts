import { announce } from './live-server'
import { startApp } from './server'

// npm run e2e:serve: a development server on a test database that stays, for writing journeys against it.

const port = process.env.PORT ? { port: Number(process.env.PORT) } : {}
const app = await startApp({ development: true, ...port })
const withdraw = announce(app)
console.log(`Journeys run against ${app.origin} until this is stopped (Ctrl-C).`)
await new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
})
withdraw()
await app.stop()
