import { eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { inTransaction } from '@/db/client'
import { makeVisit, type World } from '@/db/factories/world'
import { internalNote, note, noteAnimal } from '@/db/schema'
import { paths } from '@/lib/paths'
import { checkPage, expect, test } from './fixtures'

const today = () => Temporal.Now.plainDateISO('Europe/Vienna')
/** The note of a visit as the server has it. */
async function noteOf({ practiceId }: World, visitId: string) {
  return inTransaction({ practiceId, role: 'system' }, async (tx) => {
    const [row] = await tx
      .select({ id: note.id, body: note.body, internal: internalNote.body })
      .from(note)
      .leftJoin(internalNote, eq(internalNote.noteId, note.id))
      .where(eq(note.visitId, visitId))
    const blocks = await tx
      .select()
      .from(noteAnimal)
      .where(eq(noteAnimal.noteId, row?.id ?? visitId))
    return { ...row, blocks: blocks.map(({ block }) => block) }
  })
}
const atTen = () => today().toPlainDateTime('10:15')

// What a cut connection and a difference between two devices look like to a browser.
test.use({ tolerated: [/ERR_INTERNET_DISCONNECTED|status of 40[19].*api\/sync/] })

test('a note keeps itself: without signal on the phone, with signal saved, also when the tab is killed', async ({
  world,
  household,
  asConsultant,
}) => {
  const visitId = await makeVisit(world, household, { status: 'arrived', localStart: atTen() })
  const page = await asConsultant()
  const context = page.context()
  const kept = page.getByRole('status').filter({ hasText: /\S/ }).first()
  await page.goto(paths.note(visitId))
  await expect(kept).toHaveText('What you write is kept as you go.')
  await page.getByRole('textbox', { name: 'What Moth did' }).fill('Ate in the harness.')
  await expect(kept).toHaveText('Saved.')
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'What Moth did' })).toHaveValue('Ate in the harness.')

  await expect(kept).toHaveText('What you write is kept as you go.')
  await context.setOffline(true)
  await page.getByRole('textbox', { name: 'A few words to the household' }).fill('You waited for her.')
  await page.getByRole('textbox', { name: 'Weight (g)' }).fill('heavy')
  await page.getByRole('radio', { name: 'fine' }).first().check()
  await expect(kept).toContainText('On this phone, not saved yet.')
  await expect(kept).toContainText('What is marked is only in this form')
  await page.getByRole('textbox', { name: 'Weight (g)' }).fill('4300')
  await expect(kept).not.toContainText('What is marked')
  await page.getByRole('button', { name: 'Save and go on to the decision' }).click()
  await checkPage(page)
  await page.close({ runBeforeUnload: false })

  await context.setOffline(false)
  const again = await context.newPage()
  await again.goto(paths.note(visitId))
  await expect(again.getByRole('textbox', { name: 'A few words to the household' })).toHaveValue(
    'You waited for her.',
  )
  await expect(again.getByText('Saved.', { exact: true })).toBeVisible()
  const saved = await noteOf(world, visitId)
  expect(saved.body).toMatchObject({ letter: 'You waited for her.', pillars: { safe_place: 2 } })
  expect(saved.blocks[0]).toMatchObject({ seen: 'Ate in the harness.', weightGrams: 4300 })
  await again.getByRole('button', { name: 'Save and go on to the decision' }).click()
  await expect(again).toHaveURL(paths.decideNote(visitId))
})

test('two devices write in one place: both texts stay until a person says what holds; other places join', async ({
  world,
  household,
  asConsultant,
}) => {
  const visitId = await makeVisit(world, household, { status: 'arrived', localStart: atTen() })
  const phone = await asConsultant()
  const tablet = await asConsultant()
  const letter = { name: 'A few words to the household' }
  await phone.goto(paths.note(visitId))
  await tablet.goto(paths.note(visitId))
  await expect(phone.getByText('What you write is kept as you go.')).toBeVisible()
  await expect(tablet.getByText('What you write is kept as you go.')).toBeVisible()
  await phone.context().setOffline(true)
  await phone.getByRole('textbox', letter).fill('She came by herself.')
  await phone.getByRole('textbox', { name: 'Only for the practice' }).fill('Lift is broken.')
  await expect(phone.getByText('On this phone, not saved yet.')).toBeVisible()
  await tablet.getByRole('textbox', letter).fill('She slept.')
  await tablet.getByRole('textbox', { name: 'Who was there' }).fill('Lena')
  await expect(tablet.getByText('Saved.', { exact: true })).toBeVisible()

  await phone.context().setOffline(false)
  const asked = phone.getByRole('alert').filter({ hasText: 'Two texts for one place' })
  await expect(asked).toContainText('She slept.')
  await expect(asked).toContainText('She came by herself.')
  expect((await noteOf(world, visitId)).body?.letter).toBe('She slept.')
  await checkPage(phone)
  await asked.getByRole('button', { name: 'Keep both, one after the other' }).click()
  await expect(phone.getByText('Saved.', { exact: true })).toBeVisible()
  await expect(asked).toBeHidden()
  await expect(phone.getByRole('textbox', letter)).toHaveValue('She slept.\nShe came by herself.')
  const saved = await noteOf(world, visitId)
  expect(saved).toMatchObject({
    internal: 'Lift is broken.',
    body: { letter: 'She slept.\nShe came by herself.', present: 'Lena' },
  })
  await phone.reload()
  await expect(phone.getByText('What you write is kept as you go.')).toBeVisible()
  await expect(asked).toBeHidden()
})
