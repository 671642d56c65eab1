import fs from 'node:fs'
import path from 'node:path'
import importX from 'eslint-plugin-import-x'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** Who may not import whom, and why. One place; the message is what a contributor reads. */
const walls = [
  {
    target: './lib/domain',
    from: ['./app', './components', './db', './lib/!(domain)/**/*'],
    message: 'lib/domain is pure: it imports nothing of ours but itself.',
  },
  {
    target: './components',
    from: ['./db', './lib/data', './lib/auth', './lib/actions', './lib/jobs', './lib/mail', './app'],
    message: 'Components show things: data and actions arrive as props from the page.',
  },
  {
    target: './app',
    from: ['./db'],
    message: 'Pages read through lib/data with a viewer; only lib/data and lib/auth talk to the database.',
  },
  {
    target: './lib/data',
    from: ['./app', './components', './lib/actions', './lib/jobs'],
    message: 'lib/data knows the database and the domain, nothing above it.',
  },
  {
    target: './lib/actions',
    from: ['./app', './components', './db'],
    message: 'An action says one verb of lib/data; it does not query and does not render.',
  },
  {
    target: ['./lib', './db', './components'],
    from: ['./app'],
    message: 'app is routing only; nothing outside imports it.',
  },
  {
    target: './db/schema',
    from: ['./lib/!(domain)/**/*'],
    message: 'Storage takes its closed sets from lib/domain and nothing else.',
  },
]

const clockAndIntl = [
  { name: 'Intl', message: 'Display of dates, numbers and money lives in lib/format.' },
  { name: 'Date', message: 'Use Temporal; the clock is read at the edge by lib/domain/time or lib/clock.' },
]

export default tseslint.config(
  {
    ignores: [
      '.next/**',
      '.data/**',
      '.cache/**',
      'next-env.d.ts',
      'test-results/**',
      'playwright-report/**',
    ],
  },
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx,mjs}'],
    plugins: { 'import-x': importX, 'react-hooks': reactHooks },
    settings: {
      'import-x/resolver': { node: true },
      'import-x/resolver-next': [aliasResolver()],
      'import-x/extensions': ['.ts', '.tsx', '.mjs', '.json'],
    },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'import-x/no-restricted-paths': ['error', { zones: walls }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'no-console': 'error',
      eqeqeq: ['error', 'always'],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['app/**', 'components/**', 'lib/**', 'db/**'],
    ignores: ['lib/domain/time/**', 'lib/format/**', '**/*.test.ts', '**/*.test.tsx'],
    rules: { 'no-restricted-globals': ['error', ...clockAndIntl] },
  },
  {
    files: ['app/**', 'components/**', 'lib/**'],
    ignores: ['lib/domain/**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'postgres', message: 'Only db/ opens connections: use the guarded client.' },
            {
              name: 'next-auth/providers/email',
              message: 'It pulls in nodemailer; lib/auth defines the provider.',
            },
          ],
        },
      ],
    },
  },
  { files: ['db/cli/**', 'e2e/**', '.ci/**'], rules: { 'no-console': 'off' } },
)

/** Resolves the `@/` alias so that the walls above see real files. */
function aliasResolver() {
  const root = import.meta.dirname
  const endings = ['', '.ts', '.tsx', '.mjs', '.json', '/index.ts']
  return {
    interfaceVersion: 3,
    name: 'alias',
    resolve(source, file) {
      if (!source.startsWith('@/') && !source.startsWith('.')) return { found: false }
      const base = source.startsWith('@/')
        ? path.join(root, source.slice(2))
        : path.resolve(path.dirname(file), source)
      for (const ending of endings)
        if (fs.existsSync(base + ending) && fs.statSync(base + ending).isFile())
          return { found: true, path: base + ending }
      return { found: false }
    },
  }
}
