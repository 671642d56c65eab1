import { ESLint } from 'eslint'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const eslint = new ESLint({ cwd: root, overrideConfigFile: `${root}.eslint.config.mjs` })

const database = "import { database } from '@/db/client'\nexport const x = database\n"
const viewer = "import { mintSystem } from '@/lib/auth/mint'\nexport const x = mintSystem\n"
const action = "'use server'\nexport const x = 1\n"

// A wall that nobody runs into looks like one that is not there: each is tried.
test.each([
  ['lib/domain/x.ts', database, 'lib/domain is pure'],
  ['lib/domain/x.ts', "import { now } from '../clock'\nexport const x = now\n", 'lib/domain is pure'],
  ['lib/format/x.ts', database, 'lib/format'],
  ['components/x.tsx', database, 'Components show'],
  [
    'components/x.tsx',
    "import { currentHats } from '@/lib/auth/viewer'\nexport const x = currentHats\n",
    'Components show',
  ],
  ['app/x/page.tsx', database, 'Pages read'],
  ['lib/actions/x.ts', database, 'An action says'],
  [
    'lib/data/x.ts',
    "import { defineAction } from '../actions/define'\nexport const x = defineAction\n",
    'nothing above',
  ],
  ['db/schema/x.ts', viewer, 'closed sets'],
  ['db/x.ts', "import x from '@/app/layout'\nexport const y = x\n", 'routing only'],
  ['lib/data/x.ts', viewer, 'state who acts'],
  ['app/x/page.tsx', viewer, 'state who acts'],
  ['db/x.ts', viewer, 'state who acts'],
  ['lib/data/x.ts', 'export const x = new Date()\n', 'Temporal'],
  [
    'lib/data/x.ts',
    "import { Temporal } from 'temporal-polyfill'\nexport const x = Temporal.Now.instant()\n",
    'clock',
  ],
  ['components/x.tsx', 'export const x = new Intl.NumberFormat()\n', 'lib/format'],
  ['components/x.tsx', 'export const x = (1).toLocaleString()\n', 'lib/format'],
  ['app/x/page.tsx', action, 'defineAction'],
  ['lib/data/x.ts', action, 'defineAction'],
  [
    'lib/storage/x.ts',
    'export const x = (photo: { withMetadata(): void }) => photo.withMetadata()\n',
    'photo',
  ],
  [
    'lib/data/x.ts',
    "import { sql } from 'drizzle-orm'\nexport const x = (y: string) => sql.raw(y)\n",
    'injected',
  ],
  ['lib/jobs/x.ts', "import postgres from 'postgres'\nexport const x = postgres\n", 'guarded client'],
  ['lib/jobs/x.ts', "console.log('x')\n", 'console'],
])('%s may not: %j', async (filePath, code, reason) => {
  const [report] = await eslint.lintText(code, { filePath: `${root}${filePath}` })
  expect(report?.messages.map(({ message }) => message).join('\n')).toContain(reason)
})

test.each([
  ['lib/data/x.ts', database],
  ['lib/auth/x.ts', database + viewer.replaceAll(' x ', ' y ')],
  ['db/seed/x.ts', viewer],
  ['lib/jobs/x.ts', viewer],
  ['lib/data/x.test.ts', viewer],
  ['lib/actions/x.ts', action],
  ['db/cli/x.ts', "console.log('x')\n"],
  ['lib/domain/time/x.ts', 'export const x = new Date()\n'],
])('%s may: %j', async (filePath, code) => {
  const [report] = await eslint.lintText(code, { filePath: `${root}${filePath}` })
  expect(report?.messages.map(({ message }) => message)).toEqual([])
})
