import type { HouseholdStory } from '../story'

/** The bold one who is ready: her owner is the one the demo can sign in as. */
export const orourke: HouseholdStory = {
  name: "O'Rourke & Sharma",
  consultant: 'mairi',
  people: [
    {
      name: "Niamh O'Rourke",
      relation: 'owner',
      email: 'niamh@orourke.example',
      phone: '07700 900141',
      maySignIn: true,
    },
    { name: 'Arjun Sharma', relation: 'partner', phone: '07700 900142' },
  ],
  street: '9 Whinhill Gardens, flat 1F2',
  postcode: 'EH9 1ZA',
  lat: 55.9372,
  lng: -3.1945,
  access:
    'Buzzer says SHARMA. Second door on the first landing; shoes off, please. Miso waits behind the door.',
  heardFrom: 'vet',
  consents: { service_agreement: true, photos: true, recording: true, vet_sharing: true },
  animals: [
    {
      name: 'Miso',
      coat: 'cat_tortoiseshell',
      bornMonthsAgo: 29,
      bornPrecision: 'month',
      sex: 'female',
      neutering: 'neutered',
      origin: 'rescue',
      acquiredMonthsAgo: 22,
      temperament: ['bold'],
      microchip: '977200009143820',
      vet: { name: 'Meadow Walk Vets', phone: '0131 496 0117' },
      food: 'Poached chicken before anything, then tuna water. Bored by biscuits.',
      triggers: 'The bin lorry on Tuesdays; the upstairs dog on the stairs.',
      notes: 'Plays fetch with hair ties: collect them before a session.',
      showScore: true,
      goal: 'Sit in the back green with us on Sunday mornings.',
      goalRisk: 'medium',
      treat: 'poached chicken',
      spot: 'the kitchen rug',
      site: 'shared_yard',
      days: '. g.ggsgg g gg.gtgg g s.gtg.ggggGgg g',
      said: {
        1: 'Wore it for the whole of dinner and then fell asleep in it.',
        5: 'Walked off with the hair tie in her mouth, harness and all.',
        9: 'Bin lorry came early. We stopped and played instead.',
      },
      at: {
        30: {
          to: 'C1',
          seen: 'Met me at the door, tail up, and took chicken from my hand within a minute. Loose for all five minutes of watching; one look at the window when a dog passed.',
          measured: { grams: 4_120, girthMm: 338, neckMm: 232, gear: 'soft vest, size S' },
        },
        22: {
          to: 'C2',
          seen: 'Slept beside the harness with one paw on the strap. Eats with it touching her bowl.',
        },
        14: {
          to: 'C3',
          seen: 'Five of five touches and drapes, eating within two seconds each time. Put her own head through the loop for chicken, twice.',
          measured: { grams: 4_150, girthMm: 340, neckMm: 232, gear: 'soft vest, size S, middle holes' },
        },
        0: {
          seen: 'Harness on before dinner without a pause, ten minutes of ordinary eating and hair-tie chasing. Stiff in the back legs for the first three steps only.',
        },
      },
    },
  ],
  visits: [
    {
      ago: 30,
      service: 'first',
      present: 'Niamh and Arjun',
      place: 'kitchen and hall',
      triedBefore: 'A harness straight on and out to the green, last summer. She lay flat for ten minutes.',
      homeGaps: 'No high place in the kitchen: a shelf above the radiator would be used.',
      letter:
        'It was a pleasure to meet Miso. Last summer went wrong because everything came at once, not because she cannot learn it. This week the harness is only furniture: it lies beside her bowl and nobody touches her with it.',
    },
    {
      ago: 22,
      service: 'visit',
      present: 'Niamh',
      place: 'kitchen',
      letter:
        'She has decided that the harness is hers, which is exactly what we wanted. Next is one second of touch and a piece of chicken, five times, and then you put it away while she still wants more.',
    },
    {
      ago: 14,
      service: 'visit',
      present: 'Niamh and Arjun',
      place: 'kitchen',
      letter:
        'Thank you for keeping the sessions so short; it shows. From today one buckle may close for a heartbeat. If she lies down, open it, feed her, and tell me. I would rather go slowly now than twice.',
      amendment: {
        hoursLater: 26,
        corrects: 'seen',
        body: 'Four of five touches and drapes, eating within two seconds each time. Put her own head through the loop for chicken, twice.',
        reason: 'Arjun’s video of the visit shows that she turned away from the third.',
        shown: true,
      },
    },
    {
      ago: 0,
      slot: 2,
      service: 'visit',
      present: 'Niamh',
      place: 'kitchen',
      ends: 'notBegun',
      letter: '',
    },
  ],
  ahead: [{ days: 8, service: 'visit', message: 'Please have the leash and a clear kitchen floor ready.' }],
}
