import { Phone, Tab } from '@/components/offline/testing/phone'
import { expect, test, vi } from 'vitest'

const lena = { practiceId: 'practice', userId: 'lena' }
const tom = { practiceId: 'practice', userId: 'tom' }
const zone = 'Europe/Vienna'
const typed = { id: 'log-1', stress: '1', signs: ['tail_up', 'slow_blink'], note: 'By the door' }

/** A tab of that phone, with scripts of its own. */
async function opened(phone: Phone) {
  vi.resetModules()
  const tab = new Tab(phone)
  return tab.run(async () => {
    const log = await import('./typed-log')
    const { leaveDevice } = await import('@/components/offline/leave-device')
    return { kill: () => tab.kill(), run: tab.run.bind(tab), log, leaveDevice }
  })
}
const unsaved = () => Promise.resolve(false)
const silent = () => new Phone(() => new Promise(() => undefined))

test('answers outlive the page that was killed, and are nobody else’s and no other animal’s', async () => {
  const phone = silent()
  const first = await opened(phone)
  void first.run(() => first.log.keepTyped(lena, 'moth', { ...typed, note: 'By' }))
  await first.run(() => first.log.keepTyped(lena, 'moth', typed))
  first.kill()
  const again = await opened(phone)
  const left = (owner: typeof lena, animalId: string) =>
    again.run(() => again.log.typedLog(owner, animalId, zone, unsaved))
  expect(await left(lena, 'moth')).toEqual(typed)
  expect(await left(lena, 'ash')).toBeNull()
  expect(await left(tom, 'moth')).toBeNull()
  expect([...phone.storage.values()].join()).not.toContain('By the door')
})

test('they go with the log that was saved, not with another one, and with the sign-out', async () => {
  const { run, log, leaveDevice } = await opened(silent())
  const left = () => run(() => log.typedLog(lena, 'moth', zone, unsaved))
  await run(() => log.keepTyped(lena, 'moth', typed))
  await run(() => log.forgetTyped(lena, 'moth', 'log-0'))
  expect(await left()).toEqual(typed)
  await run(() => log.forgetTyped(lena, 'moth', 'log-1'))
  expect(await left()).toBeNull()
  await run(() => log.keepTyped(lena, 'moth', typed))
  await run(() => leaveDevice(lena))
  expect(await left()).toBeNull()
})

test('what is saved after all does not come back, and is forgotten', async () => {
  const { run, log } = await opened(silent())
  const left = (saved: string) =>
    run(() => log.typedLog(lena, 'moth', zone, (id) => Promise.resolve(id === saved)))
  await run(() => log.keepTyped(lena, 'moth', typed))
  expect(await left('log-0')).toEqual(typed)
  expect(await left('log-1')).toBeNull()
  expect(await left('log-0')).toBeNull()
})
