import { eq } from 'drizzle-orm'
import { expect, type Page } from '@playwright/test'
import { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import { makePlan, type Household, type World } from '@/db/factories/world'
import { session } from '@/db/schema'
import { paths } from '@/lib/paths'

export const today = () => Temporal.Now.plainDateISO('Europe/Vienna')
/** A plan that began four days ago. */
export const underWay = (world: World, household: Household, stageKey = 'C3') =>
  makePlan(world, household, { stageKey, enteredOn: today().subtract({ days: 4 }) })

/** Opens the log and waits until it has everything it needs where the signal goes. */
export async function openLog(page: Page, path = paths.homeLog()): Promise<void> {
  await page.goto(path)
  await expect(page.locator('form[data-without-signal]')).toBeVisible()
}

/** What was written down of the animal, by whomever. */
export const logsOf = ({ practiceId }: World, { animalId }: Household) =>
  inTransaction({ practiceId, role: 'system' }, (tx) =>
    tx
      .select({
        id: session.id,
        by: session.recordedByName,
        durationSec: session.durationSec,
        note: session.note,
      })
      .from(session)
      .where(eq(session.animalId, animalId)),
  )
