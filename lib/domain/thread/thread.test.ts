import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { urgentWords } from '@/lib/messages/urgent'
import { everyDay } from '@/lib/domain/scheduling/every-day'
import { officeAt } from './office'
import { isQuiet } from './quiet'
import { threadRuleSchema, writeSchema } from './schema'
import { urgentIn, urgentKinds, type UrgentKind } from './urgent'

/** As people write in a fright. */
const said: [UrgentKind, string][] = [
  ['vet_now', 'Miso is not breathing well'],
  ['vet_now', 'she is NOT BREATHING!!'],
  ['vet_now', 'he can’t breathe properly'],
  ['vet_now', 'She is breathing really fast with her mouth open'],
  ['vet_now', 'I think she ate a lily'],
  ['vet_now', "he can't pee since this morning"],
  ['vet_now', 'there was a car, he got hit by it'],
  ['vet_now', 'sie atmet nicht richtig'],
  ['vet_now', 'Er bekommt keine Luft'],
  ['vet_now', 'Vergiftung? Sie hat Schokolade gefressen'],
  ['vet_now', 'No respira bien'],
  ['vet_now', 'le cuesta respirar'],
  ['injury', 'Hi, Miso is limping a bit since the walk'],
  ['injury', 'she is limpng'],
  ['injury', 'her paw is bleeding'],
  ['injury', 'is blood on the harness normal?'],
  ['injury', 'Sie humpelt seit gestern'],
  ['injury', 'Er blutet an der Pfote'],
  ['injury', 'Cojea de la pata derecha'],
  ['injury', 'está sangrando'],
  ['vet', 'She has not eaten since yesterday'],
  ['vet', "hasn't been eating for a day"],
  ['vet', 'he won’t eat'],
  ['vet', 'she has eaten nothing all day'],
  ['vet', 'Sie frisst seit gestern nicht'],
  ['vet', 'er hat den ganzen Tag nichts gefressen'],
  ['vet', 'No ha comido nada desde ayer'],
  ['stuck', 'her leg is stuck in the harness, what do I do'],
  ['stuck', 'I cant get the harness off'],
  ['stuck', 'Sie steckt im Geschirr fest'],
  ['stuck', 'Das Geschirr geht nicht mehr ab'],
  ['stuck', 'está enredada en el arnés'],
  ['escaped', 'He escaped!'],
  ['escaped', 'she got out and we cannot find her'],
  ['escaped', 'slipped out of the harness and is gone'],
  ['escaped', 'she excaped through the window'],
  ['escaped', 'Er ist weggelaufen'],
  ['escaped', 'Sie ist seit heute Morgen weg'],
  ['escaped', 'Se ha escapado'],
  ['escaped', 'no la encuentro por ninguna parte'],
  ['bite', 'she bit me and it is deep'],
  ['bite', 'Sie hat mich gebissen'],
  ['bite', 'me ha mordido'],
]

const calm = [
  'Thursday is fine, see you at four.',
  'She chose to walk to the door by herself today, two minutes!',
  'Which harness do you recommend, the blue one or the vest?',
  'Wir haben heute zehn Minuten geübt und sie war ganz locker.',
  'Können wir den Termin auf Freitag legen?',
  'Hoy ha estado tranquila en la puerta, cinco minutos.',
  '¿Podemos cambiar la cita al viernes?',
  'Thank you, that helped a lot.',
]

describe('urgent words', () => {
  test.each(said)('%s: %s', (kind, words) => {
    expect(urgentIn(words, urgentWords)).toContain(kind)
  })

  test.each(calm)('leaves in peace: %s', (words) => {
    expect(urgentIn(words, urgentWords)).toEqual([])
  })

  test('are known in capitals, without accents and with one letter wrong', () => {
    for (const [kind, words] of said) {
      expect(urgentIn(words.toUpperCase(), urgentWords), words).toContain(kind)
      expect(urgentIn(words.normalize('NFD').replace(/\p{M}/gu, ''), urgentWords), words).toContain(kind)
    }
  })

  test('each language says each of them, and a denial is no reason to be silent', () => {
    for (const words of urgentWords)
      for (const kind of urgentKinds) expect(words[kind].length).toBeGreaterThan(2)
    expect(urgentIn('She is no longer limping', urgentWords)).toEqual(['injury'])
    expect(urgentIn('', urgentWords)).toEqual([])
  })
})

describe('office hours', () => {
  const zone = 'Europe/London'
  const at = (wall: string) => Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).toInstant()
  const weekly = { ...everyDay('09:00', '17:30') }
  delete weekly[6]
  delete weekly[7]
  const mairi = { weekly, exceptions: [], timeOff: [] }
  const say = (wall: string, more = {}, closings: Parameters<typeof officeAt>[1] = []) => {
    const office = officeAt([{ ...mairi, ...more }], closings, zone, at(wall))
    const moment = office.is === 'open' ? office.until : office.from
    return `${office.is} ${moment?.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' }) ?? '-'}`
  }

  test('say until when, or from when on, over night, the weekend and closing days', () => {
    expect(say('2026-05-14T10:00')).toBe('open 2026-05-14T17:30')
    expect(say('2026-05-14T17:30')).toBe('closed 2026-05-15T09:00')
    expect(say('2026-05-15T20:00')).toBe('closed 2026-05-18T09:00')
    const day = Temporal.PlainDate.from('2026-05-18')
    const closed = [{ day, kind: 'closed' as const, name: 'Victoria Day' }]
    expect(say('2026-05-15T20:00', {}, closed)).toBe('closed 2026-05-19T09:00')
    const office = officeAt([mairi], closed, zone, at('2026-05-18T12:00'))
    expect(office).toMatchObject({ is: 'closed', closing: 'Victoria Day' })
  })

  test('time off is away, a break is not; nobody at all promises nothing', () => {
    const off = (from: string, until: string) => ({
      timeOff: [{ from: Temporal.PlainDateTime.from(from), until: Temporal.PlainDateTime.from(until) }],
    })
    expect(say('2026-05-14T10:00', off('2026-05-14T00:00', '2026-05-16T00:00'))).toBe(
      'closed 2026-05-18T09:00',
    )
    expect(say('2026-05-14T10:00', off('2026-05-14T12:00', '2026-05-14T14:00'))).toBe('open 2026-05-14T12:00')
    expect(say('2026-05-14T13:00', off('2026-05-14T12:00', '2026-05-14T14:00'))).toBe(
      'closed 2026-05-14T14:00',
    )
    expect(officeAt([], [], zone, at('2026-05-14T10:00'))).toEqual({
      is: 'closed',
      from: null,
      closing: null,
    })
  })

  test('the quiet hours are the reader’s', () => {
    expect(isQuiet(at('2026-05-14T20:59'), zone)).toBe(false)
    expect(isQuiet(at('2026-05-14T21:00'), zone)).toBe(true)
    expect(isQuiet(at('2026-05-14T06:59'), zone)).toBe(true)
    expect(isQuiet(at('2026-05-14T07:00'), zone)).toBe(false)
    expect(isQuiet(at('2026-05-14T20:30'), 'Europe/Vienna')).toBe(true)
  })
})

test('a message says something or shows something, and a rule is within bounds', () => {
  const clientId = '018f4b6e-0000-4000-8000-000000000001'
  const read = (more: object) => writeSchema.safeParse({ clientId, key: '1', ...more })
  expect(read({ words: ' hello ' }).data?.words).toBe('hello')
  expect(read({ words: '  ' }).error?.issues[0]).toMatchObject({ path: ['words'], message: 'required' })
  expect(read({ words: '', photoId: clientId }).success).toBe(true)
  expect(read({ words: 'x'.repeat(4001) }).error?.issues[0]?.message).toBe('tooLong')
  const rule = (more: object) => threadRuleSchema.safeParse({ version: '0', ...more })
  expect(rule({}).data).toEqual({ awayNote: '', awayUntil: null, version: 0 })
  expect(rule({ monthly: '0' }).success).toBe(false)
  expect(rule({ awayUntil: '2026-02-30' }).success).toBe(false)
})
