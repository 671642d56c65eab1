import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'

/** The port of last time when it is free, so that addresses survive a restart; else any free one, kept. */
export async function choosePort(home: string): Promise<number> {
  const file = path.join(home, 'port')
  const last = fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) : 0
  const port = (last && (await listenOnce(last))) || (await freePort())
  fs.writeFileSync(file, `${port}\n`)
  return port
}

export async function freePort(): Promise<number> {
  const port = await listenOnce(0)
  if (!port) throw new Error('No free port on 127.0.0.1 for the database')
  return port
}

function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = net.createServer()
    probe.once('error', () => resolve(undefined))
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : undefined))
    })
  })
}
