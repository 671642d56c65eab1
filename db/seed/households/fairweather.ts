import type { HouseholdStory } from '../story'

/** Silent for twelve days, a visit where nobody opened, and a cat who chose the window. */
export const fairweather: HouseholdStory = {
  name: 'Fairweather',
  consultant: 'mairi',
  people: [
    {
      name: 'Tom Fairweather',
      relation: 'owner',
      email: 'tom@fairweather.example',
      phone: '07700 900221',
      maySignIn: true,
    },
  ],
  street: '6 Linden Mews',
  postcode: 'EH4 3ZH',
  lat: 55.9556,
  lng: -3.2254,
  access: 'Works nights: never before eleven. Bell at the side.',
  heardFrom: 'search',
  consents: { service_agreement: true, photos: true, vet_sharing: false },
  animals: [
    {
      name: 'Orkney',
      coat: 'cat_white_grey',
      bornMonthsAgo: 61,
      bornPrecision: 'year',
      sex: 'male',
      neutering: 'neutered',
      origin: 'rescue',
      acquiredMonthsAgo: 26,
      temperament: ['cautious', 'territorial'],
      microchip: '977200007734560',
      food: 'Mackerel from the tin, cold.',
      triggers: 'The neighbour’s tom at the cat flap.',
      goal: 'Patrol the mews once a day without a fight.',
      goalRisk: 'medium',
      treat: 'cold mackerel',
      spot: 'the back hall',
      site: 'shared_yard',
      meets: ['cat'],
      days: '. gg.ggsg g g.ggggg g gg.gtgg.gg g gg.gs.gg ............',
      said: { 12: 'On nights from tomorrow. Will try to keep it up.' },
      at: {
        47: {
          to: 'C1',
          seen: 'Patrolled the room, marked my bag, ate mackerel on his third round.',
          measured: { grams: 5_980, girthMm: 396, neckMm: 268, gear: 'H harness, size L' },
        },
        39: { to: 'C2', seen: 'Steps over the harness on his way to the bowl.' },
        31: { to: 'C3', seen: 'Five of five; leaned into the strap.' },
        20: { to: 'C4', seen: 'Fifteen minutes worn, twice round the flat, a wash, a nap.' },
      },
    },
    {
      name: 'Agatha',
      coat: 'cat_calico',
      bornMonthsAgo: 149,
      bornPrecision: 'year',
      sex: 'female',
      neutering: 'neutered',
      origin: 'rescue',
      acquiredMonthsAgo: 26,
      temperament: ['fearful_of_people'],
      food: 'Chicken broth.',
      triggers: 'Hands from above.',
      goal: 'Smell the garden again. She had one, before.',
      goalRisk: 'low',
      minDaysFactor: 1.5,
      treat: 'chicken broth from a saucer',
      spot: 'the airing cupboard',
      days: '. s.s..gs s g.gg.gg g .o.n..s.n. n g..g...g ............',
      gotInTheWay: { 9: 'visitors', 10: 'visitors', 11: 'worried' },
      said: { 16: 'Sat on the window shelf for an hour with her nose in the grass tray.' },
      at: {
        47: {
          to: 'C1',
          seen: 'In the airing cupboard throughout, awake, breathing slowly. Drank broth when I had left the room.',
        },
        39: {
          to: 'C1',
          seen: 'Walks round the harness, drinks her broth when it is behind the door. Good enough for a first week.',
        },
        31: { to: 'C2', seen: 'Drinks with the harness a hand away, twice in front of me.' },
        20: {
          to: 'CE',
          reason:
            'At her age every session costs her a quiet day, and what Tom wants for her is the smell of the garden, not the walk. We bring the garden in.',
          seen: 'Two touches, then behind the boiler for a quarter of an hour. Her shoulders stay tight until the harness is out of the room.',
        },
      },
    },
  ],
  visits: [
    {
      ago: 47,
      service: 'first',
      present: 'Tom',
      place: 'whole flat',
      letter:
        'Orkney runs the house and Agatha lives in its quietest corner. We teach the first and listen to the second.',
    },
    {
      ago: 39,
      service: 'visit',
      present: 'Tom',
      place: 'back hall',
      letter: 'Orkney goes on. For Agatha the harness moves behind the door; her broth stays where it is.',
    },
    {
      ago: 31,
      service: 'visit',
      present: 'Tom',
      place: 'back hall',
      letter:
        'Both did something brave this week. Keep the sessions at the same hour, after your sleep, not before.',
    },
    {
      ago: 20,
      service: 'visit',
      present: 'Tom',
      place: 'back hall',
      letter:
        'Agatha has had enough of harnesses and we thank her for trying. Grass in a tray, a shelf at the window, the catnip from your mother’s garden: that is her outdoors now. Orkney may trail his leash.',
      internal: 'Tom took it well; he had hoped somebody would say it.',
    },
    { ago: 6, service: 'visit', letter: '', ends: 'noShow' },
  ],
  ahead: [
    {
      days: 6,
      service: 'visit',
      message: 'We missed each other last time. If nights are still on, an afternoon suits me as well.',
    },
  ],
}
