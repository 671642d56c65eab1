import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { inTransaction } from '@/db/client'
import { writeNews } from '@/lib/mail/news'
import { paths } from '@/lib/paths'
import { checkPage, expect, test } from './fixtures'

test('an owner reads what is new, the count goes, and what is not wanted stands there no more', async ({
  world: { practiceId },
  household: { animalId, clientId, guardian },
  asGuardian,
}) => {
  await inTransaction({ practiceId, role: 'system' }, (tx) =>
    writeNews(
      tx,
      ...(['homework_changed', 'request_declined'] as const).map((kind) => ({
        ...{ practiceId, kind, key: `${kind}:${randomUUID()}`, told: { clientId } },
        about: { animalId, clientId },
      })),
    ),
  )
  const page = await asGuardian({ guardian })
  await page.goto(paths.home())
  await page.getByRole('link', { name: 'What is new: 2 things' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'What is new' })).toBeVisible()
  await expect(page.getByRole('link', { name: /There is new homework for .* new/ })).toBeVisible()
  await checkPage(page)
  await page.getByRole('link', { name: /There is an answer to the visit you asked for/ }).click()
  await expect(page).toHaveURL(paths.homeVisits())
  await expect(page.getByRole('link', { name: 'What is new', exact: true })).toBeVisible()

  await page.goto(paths.ownMails())
  const shown = page.getByRole('form', { name: 'In the app and on devices' })
  const inTheList = shown.getByRole('group', { name: 'Stands in “What is new”' })
  await inTheList.getByRole('checkbox', { name: 'Summaries and new homework' }).uncheck()
  await shown.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await checkPage(page)
  await page.goto(paths.news())
  await expect(page.getByRole('link', { name: /There is an answer/ })).toBeVisible()
  await expect(page.getByText('There is new homework')).toBeHidden()
})

test('who works here finds nothing new, and is told what will stand there', async ({ asConsultant }) => {
  const page = await asConsultant()
  await page.goto(paths.news())
  await expect(page.getByText('Nothing yet')).toBeVisible()
})

test('an owner lets a device ring, sees it on the list, chooses when it may, and takes it away', async ({
  household: { guardian },
  asGuardian,
}) => {
  const page = await asGuardian({ guardian })
  await page.context().grantPermissions(['notifications'])
  await pushServiceOf(page, 'answers')
  await page.goto(paths.ownMails())
  const devices = page.getByRole('region', { name: 'Devices that ring' })
  await expect(devices.getByText('No device rings.')).toBeVisible()
  await devices.getByRole('button', { name: 'Ring this device' }).click()
  await expect(devices.getByText('this device', { exact: true })).toBeVisible()
  await expect(devices.getByText('This device rings from now on.')).toBeVisible()
  await checkPage(page)

  const choice = page.getByRole('form', { name: 'In the app and on devices' })
  await choice.getByLabel('From', { exact: true }).selectOption('22:00')
  await choice.getByLabel('Until', { exact: true }).selectOption('7:00')
  await choice.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.reload()
  await expect(choice.getByLabel('From', { exact: true })).toHaveValue('22')
  await expect(devices.getByRole('button', { name: 'Ring this device' })).toBeHidden()

  await page.evaluate(() => sessionStorage.removeItem('subscribed'))
  await page.reload()
  await expect(devices.getByText('This browser lost what it rings by.')).toBeVisible()
  await checkPage(page)
  await devices.getByRole('button', { name: 'Ring this device' }).click()
  await expect(devices.getByText('This device rings from now on.')).toBeVisible()
  await expect(devices.getByRole('listitem')).toHaveCount(1)

  await devices.getByRole('button', { name: 'Take away' }).click()
  await expect(devices.getByText('No device rings.')).toBeVisible()
  await expect(devices.getByRole('button', { name: 'Ring this device' })).toBeVisible()
})

test('where the browser’s own service is not reached or the browser may not, the page says so and changes nothing', async ({
  household: { guardian },
  asGuardian,
}) => {
  const page = await asGuardian({ guardian })
  await page.context().grantPermissions(['notifications'])
  await pushServiceOf(page, 'is not reached')
  await page.goto(paths.ownMails())
  const devices = page.getByRole('region', { name: 'Devices that ring' })
  await devices.getByRole('button', { name: 'Ring this device' }).click()
  await expect(devices.getByText(/could not be reached. Nothing was changed/)).toBeVisible()
  await checkPage(page)
  await page.context().clearPermissions()
  await page.evaluate(() => {
    Notification.requestPermission = () => Promise.resolve('denied')
  })
  await devices.getByRole('button', { name: 'Ring this device' }).click()
  await expect(devices.getByText(/This browser does not allow it/)).toBeVisible()
  await page.reload()
  await expect(devices.getByText('No device rings.')).toBeVisible()
})

/** The maker's service behind the browser, which no machine of ours can be: it gives an address, or nobody answers. */
const pushServiceOf = (page: Page, how: 'answers' | 'is not reached') =>
  page.addInitScript((answers) => {
    Notification.requestPermission = () => Promise.resolve('granted')
    PushManager.prototype.getSubscription = () => {
      const key = sessionStorage.getItem('subscribed')
      const applicationServerKey = Uint8Array.from((key ?? '').split(',').map(Number)).buffer
      const made = { options: { applicationServerKey }, unsubscribe: () => Promise.resolve(true) }
      return Promise.resolve(key === null ? null : (made as unknown as PushSubscription))
    }
    PushManager.prototype.subscribe = async (options) => {
      if (!answers) throw new DOMException('Registration failed - push service error', 'AbortError')
      const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, [
        'deriveBits',
      ])
      const text = (bytes: ArrayBuffer | Uint8Array) =>
        btoa(String.fromCharCode(...new Uint8Array(bytes)))
          .replaceAll('+', '-')
          .replaceAll('/', '_')
          .replaceAll('=', '')
      const keys = {
        p256dh: text(await crypto.subtle.exportKey('raw', pair.publicKey)),
        auth: text(crypto.getRandomValues(new Uint8Array(16))),
      }
      const endpoint = 'https://push.example.com/this-browser'
      sessionStorage.setItem('subscribed', String(options?.applicationServerKey))
      return { toJSON: () => ({ endpoint, keys }) } as unknown as PushSubscription
    }
  }, how === 'answers')
