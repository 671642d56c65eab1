import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { verbsOfData } from '@/lib/data/strangers/verbs'
import { verbOfAction } from './define'
import { openActions } from './define-open'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Actions without a verb of lib/data, each with its reason: nobody is signed in yet, or nothing else is meant. */
const withoutVerb: Record<string, string> = {
  askForSignInMail: 'in front of the door: answers the same whoever asks',
  signInWithCode: 'in front of the door: the code is what proves the person',
  signInWithCard: 'in front of the door: the printed code is what proves the person',
  setUpPractice: 'in front of the door: holds the set-up link of an empty database',
  unlockShared: 'in front of the door: the PIN of a link is what proves its holder',
  signOut: 'ends the session of the browser that asks, and no other',
}

const actions = await everyAction()
const verbs = await everyVerb()

describe('server actions', () => {
  test('live in lib/actions, where defineAction makes them', () => {
    const elsewhere = filesSaying('use server').filter((file) => !file.startsWith('lib/actions/'))
    expect(elsewhere).toEqual([])
  })

  test.each(actions)('$file: $name says a verb that strangers have tried', ({ name, action }) => {
    if (name in withoutVerb) return expect(verbOfAction.has(action)).toBe(false)
    const verb = verbOfAction.get(action)
    expect(verb, `${name} is not made by defineAction`).toBeDefined()
    // strangers.test.ts demands a case for each of these.
    expect(verbs.get(verb as object), `the verb of ${name} is not an export of lib/data`).toBeDefined()
  })

  test('the ones in front of the door are known by name, and all still there', () => {
    const named = actions.filter(({ name }) => name in withoutVerb)
    expect(named.map(({ name }) => name).sort()).toEqual(Object.keys(withoutVerb).sort())
    const open = actions.filter(({ action }) => openActions.has(action)).map(({ name }) => name)
    expect(open.filter((name) => !(name in withoutVerb))).toEqual([])
  })
})

async function everyAction(): Promise<{ file: string; name: string; action: object }[]> {
  const files = filesSaying('use server').flatMap(
    (file) => /^lib\/actions\/([\w-]+)\.ts$/.exec(file)?.[1] ?? [],
  )
  const modules = await Promise.all(
    files.map(async (file) => ({
      file,
      made: (await import(`../actions/${file}.ts`)) as Record<string, object>,
    })),
  )
  return modules.flatMap(({ file, made }) =>
    Object.entries(made).map(([name, action]) => ({ file, name, action })),
  )
}

/** The functions themselves, so that a verb wrapped on the way to its action is noticed. */
async function everyVerb(): Promise<Map<object, string>> {
  const found = new Map<object, string>()
  for (const { file, name } of verbsOfData()) {
    const made = (await import(`../data/${file}.ts`)) as Record<string, object>
    if (made[name]) found.set(made[name], name)
  }
  return found
}

function filesSaying(directive: string): string[] {
  return ['app', 'components', 'lib'].flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
      .map((file) => `${folder}/${file}`)
      .filter((file) =>
        new RegExp(`^\\s*['"]${directive}['"]`, 'm').test(fs.readFileSync(root + file, 'utf8')),
      ),
  )
}
