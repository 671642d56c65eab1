import { Temporal } from 'temporal-polyfill'
import type { Summary, SummaryAnimal } from '@/lib/domain/note/summary'
import type { MonthOnPaper } from '@/lib/domain/journal/month'
import { nothingYet } from '@/lib/domain/log/progress'
import { loggedSession } from '@/lib/domain/log/testing/logged'
import { places } from '@/lib/domain/observation/vocabulary'
import type { Fridge, Search } from '@/lib/domain/paper/facts'
import { protocolFor } from '@/lib/domain/protocol/library'

const at = Temporal.PlainDateTime.from('2026-11-20T10:15')
const signedAt = Temporal.Instant.from('2026-11-20T11:30:00Z')

const exercise = (name: string, most: boolean) => ({
  exercise: name,
  sentences: most
    ? [
        'Harness on, dinner down, harness off.',
        'Stop while she still eats.',
        'Off again before she asks for it.',
      ]
    : ['Harness on, dinner down.'],
  dose: 'twice a day, five minutes at the most',
  good: 'eats without looking round',
  stop: 'ears flat; tail lashing; crouch; walking backwards; skin twitch',
})
const homeworkOf = (most: boolean) =>
  (most ? ['Buckle', 'Leash drags', 'Open door', 'Two steps'] : ['Buckle']).map((name) =>
    exercise(name, most),
  )

const animalOf = (name: string, most: boolean): SummaryAnimal => ({
  ...{ animalId: 'a', name, species: 'cat', coat: 'cat_tuxedo', photoId: null },
  seen: {
    seen: most ? 'Came by herself, sniffed the buckle, lay down beside it. '.repeat(3) : '',
    ...{ latencyApproachSec: 12, latencyEatSec: 3, latencyStepSec: undefined },
    ...{ longestCalmSec: 130, recoverySec: 40, trialsOk: 4, vetReferral: '' },
  },
  changes: null,
  ...{ decision: 'stay', pauseUntil: null, outcome: null, protocol: protocolFor('cat') },
  stageKey: most ? 'C7' : 'C1',
  homework: homeworkOf(most),
})

/** A visit with these animals: the least there can be to say, or the most. */
export const summaryFor = (names: string[], paper: Summary['paper'], most: boolean): Summary => ({
  ...{ visitId: 'v', practiceName: 'Slow Door Cat Practice', practicePhone: null, paper, units: 'metric' },
  ...{ consultant: 'Ines Okafor', household: 'Berger', service: 'Visit', place: 'home', minutes: 60 },
  ...{ localStart: at, zone: 'Europe/Vienna', signedAt, signedZone: 'Europe/Vienna' },
  ...{ signedBy: 'Ines Okafor', contentHash: '0f'.repeat(32), amendments: [], next: null },
  letter: most ? 'You saw her ears go and you stopped. That is the whole art. '.repeat(3) : '',
  animals: names.map((name) => animalOf(name, most)),
})

const onPaper = (name: string, paper: Summary['paper']) => ({
  ...{ animalId: 'a', name, species: 'cat' as const, coat: 'cat_tuxedo', photoId: null, paper },
  ...{ practiceName: 'Slow Door Cat Practice', practicePhone: '+43 1 234', zone: 'Europe/Vienna' },
  today: at.toPlainDate(),
})

export const fridgeFor = (name: string, paper: Summary['paper'], most: boolean): Fridge => ({
  ...onPaper(name, paper),
  standing: null,
  homework: homeworkOf(most),
  cueWords: most ? 'come, harness, home, wait, bed, carrier, window' : '',
  treats: most ? 'Poached chicken before anything, then tuna water. Bored by biscuits. '.repeat(3) : '',
})

export const searchFor = (name: string, paper: Summary['paper']): Search => ({
  ...onPaper(name, paper),
  born: { on: Temporal.PlainDate.from('2022-05-01'), precision: 'month' },
  ...{ sex: 'female', neutering: 'neutered', breed: 'European shorthair', treats: '' },
  marks: 'A white sock on the left hind leg',
  ...{ microchip: '040098100123456', vetName: '', vetPhone: '' },
  people: [{ name: 'Lena Berger', phone: '+43 660 1234567' }],
})

/** A month of these animals: empty, or with three sessions on every day, every first time, four photos. */
export const monthFor = (names: string[], paper: Summary['paper'], most: boolean): MonthOnPaper => ({
  ...{ month: at.toPlainDate().toPlainYearMonth(), today: at.toPlainDate().add({ days: 9 }), paper },
  ...{ practiceName: 'Slow Door Cat Practice', practicePhone: '+43 1 234' },
  animals: names.map((name) => ({
    ...{ id: 'a', name, species: 'cat', coat: 'cat_tuxedo', photoId: null },
    progress: { ...nothingYet, sessions: most ? sessionsOfDays(30) : [] },
    photos: most ? [2, 9, 16, 23, 29].map(photoOn) : [],
    letter: most ? { words: 'You saw her ears go and you stopped. '.repeat(40), from: 'Ines Okafor' } : null,
  })),
})

const onDay = (day: number) => at.toPlainDate().with({ day })
const photoOn = (day: number) => ({
  ...{ id: `photo-${day}`, animalId: 'a', animalName: 'Moth', day: onDay(day) },
  ...{ format: 'webp' as const, width: 900, height: 1200, durationMs: null },
})
const sessionsOfDays = (days: number) =>
  Array.from({ length: days }, (_, index) =>
    (['Hold the leash, cat leads', 'Leash drags indoors', 'Open door, stay inside'] as const).map(
      (stageName, nth) =>
        loggedSession({
          ...{ id: `${index}-${nth}`, day: onDay(index + 1), stageName, durationSec: 4000, gear: 'leash' },
          ...{ stagePlace: 'outdoor', tension: 'slack', choice: 'came', triggers: ['dog', 'car', 'child'] },
          ...{ kind: index % 3 === 0 ? 'stress_fail' : 'pass', place: places[index % places.length] ?? null },
        }),
    ),
  ).flat()
