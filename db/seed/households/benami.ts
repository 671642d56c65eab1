import type { HouseholdStory } from '../story'

/** Puts up with the door, does not choose it yet. */
export const benami: HouseholdStory = {
  name: 'Ben-Ami',
  consultant: 'mairi',
  people: [
    {
      name: 'נועה בן־עמי',
      relation: 'owner (Noa)',
      email: 'noa@benami.example',
      phone: '07700 900230',
      maySignIn: true,
    },
    { name: 'Gil Ben-Ami', relation: 'brother, feeds in holidays', phone: '07700 900231' },
  ],
  street: '3 Customs Row, flat 5',
  postcode: 'EH6 7ZJ',
  lat: 55.9741,
  lng: -3.1698,
  access: 'Intercom 5. Come in quickly and close the inner door first.',
  heardFrom: 'vet',
  consents: { service_agreement: true, photos: true, recording: true, vet_sharing: true },
  animals: [
    {
      name: 'Pixel',
      coat: 'cat_seal_point',
      bornMonthsAgo: 40,
      bornPrecision: 'day',
      sex: 'female',
      neutering: 'neutered',
      breed: 'Siamese cross',
      origin: 'breeder',
      acquiredMonthsAgo: 37,
      temperament: ['cautious'],
      microchip: '977200008405512',
      vet: { name: 'Shore Cat Practice', phone: '0131 496 0145' },
      food: 'Turkey mince. Talks about it at length.',
      triggers: 'Trolleys on the cobbles, men’s voices on the stair.',
      goal: 'Sit on the doorstep with me and tell the street what she thinks of it.',
      goalRisk: 'medium',
      startStage: 'C3',
      lateStartReason: 'Has worn a harness for train journeys since she was a kitten; eats and sleeps in it.',
      treat: 'turkey mince',
      spot: 'the hall, three metres from the door',
      site: 'shared_yard',
      meets: ['noise', 'stranger'],
      showScore: true,
      days: 'g gg.ggsgg g gsgg.ggg g gg.ggsgg g o.oo.og.ooo. o',
      said: {
        2: 'Ate everything, never once looked at the door. Very polite, very still.',
        4: 'A trolley went by. One ear, no more.',
      },
      at: {
        40: {
          to: 'C3',
          seen: 'Wore her harness from the moment I asked. Loose, chatty, ate turkey in it; stood still only when a trolley passed outside.',
          measured: { grams: 3_480, girthMm: 310, neckMm: 212, gear: 'vest, size S, well worn' },
        },
        31: { to: 'C4', seen: 'Ten minutes in harness at play and at the bowl. Old hand.' },
        22: {
          to: 'C5',
          seen: 'Twenty minutes with the leash trailing and a long speech about the turkey.',
          measured: {
            grams: 3_500,
            girthMm: 311,
            neckMm: 212,
            gear: 'new vest, size S; old one had a worn seam',
          },
        },
        13: {
          to: 'C6',
          seen: 'Slack leash through every room, five of five stop-and-waits. We read the escape plan aloud and looked at the stair together.',
        },
        7: {
          to: 'C6',
          reason: 'Eats well at the door but does not choose it; no hurry.',
          seen: 'By telephone: eats everything at three metres, does not come nearer, does not leave.',
        },
        0: {
          to: 'C6',
          seen: 'Door open for six minutes. Ate every piece, sat at three metres with her weight on her back feet, never chose the metre nearer. Nose still. She puts up with it for our sake.',
        },
      },
    },
  ],
  visits: [
    {
      ago: 40,
      service: 'first',
      present: 'Noa',
      place: 'living room',
      letter:
        'Pixel knows her harness from the train, so we start there. What is new for her is a door that opens and a world that does not move past by itself.',
    },
    {
      ago: 31,
      service: 'visit',
      present: 'Noa',
      place: 'living room',
      letter:
        'The leash may trail now. If it catches, wait: let her look round and find that nothing holds her.',
    },
    {
      ago: 22,
      service: 'visit',
      present: 'Noa and Gil',
      place: 'living room and hall',
      letter:
        'The old vest has served its time; thank you for replacing it at once. From day four, five gentle stop-and-waits.',
      amendment: {
        hoursLater: 4,
        body: 'The worn seam was on the chest strap, left side. I have kept the old vest as an example.',
        reason: 'Noa asked where exactly, to look at Gil’s spare one.',
        shown: true,
      },
    },
    {
      ago: 13,
      service: 'visit',
      present: 'Noa',
      place: 'hall',
      letter:
        'The door may open: you sit, she picks the distance, the way back is always free. Ten minutes of looking is a full success.',
    },
    {
      ago: 7,
      service: 'call',
      present: 'Noa, by telephone',
      letter:
        'Still and polite is not yet curious. Put the cushion half a metre further back and read a book; she may surprise you.',
    },
    {
      ago: 0,
      slot: 0,
      service: 'visit',
      present: 'Noa',
      place: 'hall and doorstep',
      letter:
        'She stays because you asked her to, not because she wants to see what is out there. So: more waiting, less doing. Open the door, read your book, and let the first step be her idea. It may take two weeks and it will be worth it.',
      internal: 'Film the feet next time: the weight moves before the head does.',
    },
  ],
  ahead: [{ days: 9, service: 'visit' }],
}
