import fs from 'node:fs'
import path from 'node:path'
import { buildNext, freePort, root, startNext } from '../next-process'

const folder = path.join(root, '.cache', 'bare')
const files = {
  'next.config.mjs': `export default { turbopack: { root: ${JSON.stringify(root)} } }\n`,
  'app/layout.jsx':
    'export default function Layout({ children }) {\n  return <html lang="en"><body>{children}</body></html>\n}\n',
  'app/page.jsx':
    "import { headers } from 'next/headers'\nexport default async function Page() {\n  await headers()\n  return <h1>Bare</h1>\n}\n",
}

/** What every figure is compared with: one dynamic page of the same Next, with nothing in it. */
export async function startBare(): Promise<{ origin: string; ms: number; stop: () => Promise<void> }> {
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    fs.writeFileSync(path.join(folder, name), text)
  }
  const env = { ...process.env, DATABASE_URL: '' }
  if (!fs.existsSync(path.join(folder, '.next', 'BUILD_ID'))) buildNext(folder, env)
  const origin = `http://127.0.0.1:${await freePort()}`
  const log = path.join(root, '.cache', 'bare.log')
  return { origin, ...(await startNext({ mode: 'start', folder, origin, env, log, first: '/' })) }
}
