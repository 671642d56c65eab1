import type { HouseholdStory } from '../story'

export const lindqvist: HouseholdStory = {
  name: 'Nowak-Lindqvist',
  consultant: 'jonas',
  people: [
    {
      name: 'Zofia Nowak',
      relation: 'owner',
      email: 'zofia@nowak.example',
      phone: '07700 900212',
      maySignIn: true,
    },
    {
      name: 'Åke Lindqvist',
      relation: 'partner',
      email: 'ake@lindqvist.example',
      phone: '07700 900213',
      maySignIn: true,
    },
  ],
  street:
    '112 Old Granary Close, Building C (the one behind the bakery, not the one with the red door), third entrance from the canal, stair 4, flat 12, left of the bicycle store',
  postcode: 'EH3 9ZG',
  lat: 55.9424,
  lng: -3.2098,
  access: 'See the address: it really is the third entrance. Ivo (4) naps until two.',
  heardFrom: 'friend',
  consents: { service_agreement: true, photos: false, recording: false, vet_sharing: true },
  animals: [
    {
      name: 'Dumpling 🥟',
      coat: 'cat_white_ginger',
      bornMonthsAgo: 34,
      bornPrecision: 'month',
      sex: 'male',
      neutering: 'neutered',
      origin: 'private',
      acquiredMonthsAgo: 32,
      temperament: ['bold'],
      microchip: '977200009031188',
      vet: { name: 'Union Veterinary Centre', phone: '0131 496 0188' },
      food: 'Cottage cheese, and whatever Ivo drops.',
      triggers: 'Running feet.',
      goal: 'Come along to the canal bench with the pushchair.',
      goalRisk: 'high',
      treat: 'cottage cheese',
      spot: 'the playroom before two o’clock',
      meets: ['child', 'dog'],
      days: '. gg.gsgg g ggg.gsg g t.gg.ggGg.g g ggsg .',
      said: {
        2: 'Ivo held the other end of a string and they both stayed calm. Twenty minutes!',
        3: 'Shorter today, pancakes were more interesting.',
      },
      at: {
        33: {
          to: 'C1',
          seen: 'Rolled over on my shoes. Eats with a four-year-old running round him and only turns an ear.',
          measured: { grams: 5_620, girthMm: 384, neckMm: 262, gear: 'vest, size L' },
        },
        25: { to: 'C2', seen: 'Harness lies in the toy box and is treated like the other toys.' },
        17: { to: 'C3', seen: 'Five of five, asleep by the last one.' },
        5: {
          to: 'C4',
          seen: 'Ten minutes worn during a tower of blocks and its collapse. Looked up, yawned.',
        },
      },
    },
  ],
  visits: [
    {
      ago: 33,
      service: 'first',
      present: 'Zofia and Ivo',
      place: 'playroom',
      letter:
        'Dumpling has nerves like an old sailor, which a child in the house teaches. We still go step by step, because the street is louder than Ivo.',
    },
    {
      ago: 25,
      service: 'visit',
      present: 'Åke',
      place: 'playroom',
      letter: 'The harness has joined the toys. Ivo may give the treat, you do the touching.',
    },
    {
      ago: 17,
      service: 'visit',
      present: 'Zofia',
      place: 'playroom',
      letter:
        'He fell asleep during homework, so I think we may go on. On with dinner, off with the last bite.',
    },
    {
      ago: 11,
      service: 'visit',
      letter: '',
      ends: 'cancelled',
      cancelReason: 'Ivo has a temperature; we find a new day.',
    },
    {
      ago: 5,
      service: 'visit',
      present: 'Zofia and Ivo',
      place: 'playroom',
      obstacles: ['time'],
      letter:
        'A fallen tower and not a hair out of place. The leash may trail now, from five minutes up to twenty over the week. Unhook it from the train set.',
    },
  ],
  ahead: [{ days: 3, service: 'visit', message: 'I come after two, when Ivo is awake.' }],
}
