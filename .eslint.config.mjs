import fs from 'node:fs'
import path from 'node:path'
import importX from 'eslint-plugin-import-x'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const root = import.meta.dirname
const tests = ['**/*.test.ts', '**/*.test.tsx', 'lib/data/strangers/**', 'db/testing/**', 'e2e/**']

/** Who may not import whom, and why. One place; the message is what a contributor reads. */
const walls = [
  {
    target: './lib/domain',
    from: ['./app/**', './components/**', './db/**', './lib/!(domain)/**', './lib/*.ts'],
    message: 'lib/domain is pure: it imports nothing of ours but itself.',
  },
  {
    target: './lib/format',
    from: ['./app/**', './components/**', './db/**', './lib/!(domain|format|messages)/**'],
    message: 'lib/format turns values into words and figures; it does not know where they come from.',
  },
  {
    target: './components',
    from: ['./app/**', './db/**', './lib/!(domain|format|messages)/**'],
    message: 'Components show things: data and actions arrive as props from the page.',
  },
  {
    target: './app',
    from: ['./db/**'],
    message: 'Pages read through lib/data with a viewer; only lib/data and lib/auth talk to the database.',
  },
  {
    target: './lib/data',
    from: ['./app/**', './components/**', './lib/actions/**', './lib/jobs/**'],
    message: 'lib/data knows the database and the domain, nothing above it.',
  },
  {
    target: './lib/actions',
    from: ['./app/**', './components/**', './db/**'],
    message: 'An action says one verb of lib/data; it does not query and does not render.',
  },
  {
    target: ['./lib', './db', './components'],
    from: ['./app/**'],
    message: 'app is routing only; nothing outside imports it.',
  },
  {
    target: './db/schema',
    from: ['./lib/!(domain)/**', './lib/*.ts'],
    message: 'Storage takes its closed sets from lib/domain and nothing else.',
  },
]

/** A viewer is proved by lib/auth. Whoever could mint one elsewhere could be anybody. */
const mint = {
  target: [
    './app/**',
    './components/**',
    './lib/!(auth|jobs)/**',
    './db/*.ts',
    './db/!(seed|factories|testing)/**',
  ],
  from: ['./lib/auth/mint.ts'],
  message:
    'Only lib/auth, the seed, factories, jobs and tests state who acts; everybody else asks lib/auth/viewer.',
}

const clockAndIntl = [
  { name: 'Intl', message: 'Display of dates, numbers and money lives in lib/format.' },
  { name: 'Date', message: 'Use Temporal; the clock is read at the edge by lib/domain/time or lib/clock.' },
]

const syntax = {
  metadata: {
    selector: 'MemberExpression[property.name=/^(keepMetadata|withMetadata|keepExif)$/]',
    message: 'It would keep where a photo was taken. Only the colour profile may stay: keepIccProfile().',
  },
  inWords: {
    selector: 'MemberExpression[property.name=/^toLocale(Date|Time)?String$/]',
    message: 'Display of dates, numbers and money lives in lib/format.',
  },
  clock: {
    selector: "MemberExpression[object.name='Temporal'][property.name='Now']",
    message: 'now and zone are arguments; the edge reads the clock through lib/clock.',
  },
  html: {
    selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
    message: 'What people write is text. The one script of every page is in app/layout.tsx.',
  },
  rawSql: {
    selector: "MemberExpression[object.name='sql'][property.name=/^(raw|identifier)$/]",
    message: 'Text in place of a name or a statement is how SQL is injected: use columns and parameters.',
  },
  useServer: {
    selector: "ExpressionStatement[directive='use server']",
    message:
      'Whatever says this answers posts from anybody: actions live in lib/actions, made by defineAction.',
  },
  barrel: {
    selector: 'ExportAllDeclaration',
    message: 'Import a thing from where it is; only db/schema is gathered.',
  },
}
const { clock, inWords, useServer, ...always } = syntax

const sentence = 'A sentence of the catalogue: lib/messages has it in every language, text() says it.'
/** What a person reads or hears: as the text of an element, and as the attributes that are read out or shown. */
const literals = [
  'JSXText[value=/[A-Za-z]{2}/]',
  'JSXElement > JSXExpressionContainer > Literal[value=/[A-Za-z]{2}/]',
  'JSXElement > JSXExpressionContainer > TemplateLiteral > TemplateElement[value.raw=/[A-Za-z]{3}/]',
  'JSXAttribute[name.name=/^(aria-label|aria-description|alt|title|placeholder|label|hint|summary|lead)$/] > Literal[value=/[A-Za-z]{2}/]',
].map((selector) => ({ selector, message: sentence }))
/** A title made when the file is read speaks English to everybody. */
const ownTitle = {
  selector: "ExportNamedDeclaration VariableDeclarator[id.name='metadata']",
  message: 'Read in more than one language: export const generateMetadata = titled(() => text(…)(…)).',
}

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
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx,mjs}'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [aliasResolver()],
      'import-x/extensions': ['.ts', '.tsx', '.mjs', '.json'],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { basePath: root, zones: [...walls, mint] }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'no-console': 'error',
      eqeqeq: ['error', 'always'],
      'max-lines': ['error', 250],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // A test fixture that needs nothing has to be written `({}, use)`.
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
      'no-restricted-syntax': ['error', ...Object.values(always)],
    },
  },
  {
    files: ['app/**', 'components/**', 'lib/**', 'db/**'],
    ignores: ['lib/domain/time/**', 'lib/format/**', 'lib/clock.ts', 'lib/actions/**', 'db/cli/**', ...tests],
    rules: {
      'no-restricted-globals': ['error', ...clockAndIntl],
      'no-restricted-syntax': ['error', ...Object.values(always), clock, inWords, useServer],
    },
  },
  {
    files: ['app/**', 'components/**'],
    ignores: ['app/layout.tsx', ...tests],
    rules: {
      'no-restricted-syntax': ['error', ...Object.values(always), clock, inWords, useServer, ...literals],
    },
  },
  {
    files: ['app/{account,home,language,mails,s,sign-in}/**'],
    ignores: tests,
    rules: {
      'no-restricted-syntax': [
        'error',
        ...[...Object.values(always), clock, inWords, useServer],
        ...[...literals, ownTitle],
      ],
    },
  },
  {
    files: ['lib/actions/**'],
    ignores: tests,
    rules: {
      'no-restricted-globals': ['error', ...clockAndIntl],
      'no-restricted-syntax': ['error', ...Object.values(always), clock, inWords],
    },
  },
  {
    files: ['app/**', 'components/**', 'lib/**'],
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
            ...['date-fns', 'date-fns-tz', 'luxon', 'dayjs', 'moment'].map((name) => ({
              name,
              message: 'Two libraries, two answers for one wall time: Temporal only.',
            })),
          ],
        },
      ],
    },
  },
  {
    files: ['app/**', 'components/**'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  // Tests look at everything from outside, and say in one place what a whole story does.
  {
    files: tests,
    rules: {
      'import-x/no-restricted-paths': 'off',
      'max-lines': 'off',
      'no-restricted-imports': 'off',
      'no-restricted-syntax': ['error', syntax.metadata, syntax.barrel],
    },
  },
  { files: ['app/layout.tsx'], rules: { 'no-restricted-syntax': ['error', syntax.barrel, clock, inWords] } },
  { files: ['db/schema/index.ts'], rules: { 'no-restricted-syntax': 'off' } },
  // Data, not code: as long as what they describe.
  { files: ['lib/domain/protocol/*-leash.ts', 'components/ui/icons.tsx'], rules: { 'max-lines': 'off' } },
  { files: ['db/cli/**', 'e2e/**', '.ci/**'], rules: { 'no-console': 'off' } },
)

/** Resolves the `@/` alias and relative imports, so that the walls above see real files. */
function aliasResolver() {
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
