import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { bookingMail, cancellationMail, changeMail, type VisitFacts } from './messages'

const facts: VisitFacts = {
  practiceName: 'Cats & “Co” <slow>',
  name: 'Lena O’Hara 🐈',
  animals: ['Moth', 'Ivy', '<b>Plum</b>'],
  consultant: 'Jonas Weiß',
  localStart: Temporal.PlainDateTime.from('2026-05-14T10:15'),
  zone: 'Europe/Vienna',
  minutes: 60,
  place: 'home',
  address: 'Kiln Row 9, 8010 Graz',
}

test('a booking says when, where, who and for whom, in text and in HTML', () => {
  const { subject, text, html } = bookingMail(facts)
  expect(subject).toBe('Your visit on Thursday 14 May')
  for (const words of ['Thursday 14 May 2026, 10:15', '60 minutes', 'Kiln Row 9, 8010 Graz', 'Jonas Weiß']) {
    expect(text).toContain(words)
    expect(html).toContain(words)
  }
  expect(text).toContain('Moth, Ivy and <b>Plum</b>')
  expect(html).toContain('Moth, Ivy and &lt;b&gt;Plum&lt;/b&gt;')
  expect(html).not.toContain('<slow>')
})

test('a change tells the time before, a cancellation its reason; a practice’s words come along', () => {
  const moved = changeMail(
    { ...facts, message: 'Please bring the harness.' },
    facts.localStart.subtract({ days: 1 }),
  )
  expect(moved.text).toContain('Before: Wednesday 13 May 2026, 10:15')
  expect(moved.text).toContain('Please bring the harness.')
  expect(cancellationMail(facts, 'Ill\nSorry').html).toContain('Ill<br>Sorry')
})

test('a subject is one line', () => {
  const { subject } = bookingMail({ ...facts, animals: ['x'] })
  expect(subject).not.toMatch(/[\r\n]/)
})
