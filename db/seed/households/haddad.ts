import type { HouseholdStory } from '../story'

/** Brand new: one telephone call so far, the first visit tomorrow. */
export const haddad: HouseholdStory = {
  name: 'Haddad',
  consultant: 'mairi',
  people: [
    {
      name: 'ليلى حداد',
      relation: 'owner (Layla)',
      email: 'layla@haddad.example',
      phone: '07700 900177',
      maySignIn: true,
    },
  ],
  street: '4 Cooper’s Stair, flat 3F1',
  postcode: 'EH7 5ZC',
  lat: 55.9601,
  lng: -3.1782,
  access: 'Third floor, no lift. Knock, do not ring: Zaatar is afraid of the bell.',
  heardFrom: 'search',
  consents: { service_agreement: true, photos: false, vet_sharing: true },
  animals: [
    {
      name: 'Zaatar',
      coat: 'cat_tabby_ginger',
      bornMonthsAgo: null,
      bornPrecision: 'year',
      sex: 'male',
      neutering: 'neutered',
      origin: 'street',
      acquiredMonthsAgo: 5,
      temperament: ['cautious', 'fearful_of_people'],
      food: 'Sardines. Layla thinks also labneh.',
      triggers: 'The doorbell; men in boots; the hoover.',
      notes: 'Lived outdoors in Limassol until spring. Sits at the window all evening.',
      goal: 'Go down to the courtyard at dusk, when nobody is about.',
      goalRisk: 'medium',
      minDaysFactor: 1.5,
      treat: 'a flake of sardine',
      spot: 'the window seat',
      site: 'shared_yard',
      days: '. .',
      at: {
        1: {
          to: 'C0',
          seen: 'By telephone: hides for an hour after visitors, eats when the room is quiet, no outdoor time since April. Layla can name two stress signs; we will find the third together.',
        },
      },
    },
  ],
  visits: [
    {
      ago: 1,
      service: 'call',
      present: 'Layla, by telephone',
      ends: 'draft',
      triedBefore: 'A friend’s harness, once. He backed out of it in two seconds.',
      letter:
        'Thank you for telling me so much about Zaatar. Until I come, please do only one thing: find out what he would cross a room for. Three foods on three saucers, and write down the order.',
    },
  ],
  ahead: [
    {
      days: 1,
      service: 'first',
      message: 'I will knock, sit on the floor and be very boring. No need to bring Zaatar out.',
    },
    { days: 13, service: 'visit' },
  ],
}
