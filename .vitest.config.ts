import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))
const shared = {
  resolve: { alias: { '@': root, 'server-only': `${root}node_modules/server-only/empty.js` } },
}

const pure = [
  'lib/{domain,format,ical,messages,paper,push}/**/*.test.ts',
  'components/**/*.test.{ts,tsx}',
  '.ci/**/*.test.ts',
]

/** Two projects: `unit` needs nothing, `data` starts the embedded PostgreSQL once for all files. */
export default defineConfig({
  test: {
    // Two at once also on two cores: what waits for the database or a clock leaves room.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: pure,
          testTimeout: 30_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'data',
          include: ['{app,db,lib}/**/*.test.{ts,tsx}'],
          exclude: pure,
          globalSetup: ['db/testing/global-setup.ts'],
          env: {
            NEXTAUTH_URL: 'http://localhost:3000',
            NEXTAUTH_SECRET: 'of-the-tests-only-0123456789abcdef',
            PHOTO_FOLDER: `${root}.cache/photos`,
            S3_URL: '',
          },
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
