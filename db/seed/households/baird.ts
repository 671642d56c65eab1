import type { HouseholdStory } from '../story'

/** The cat who says no, and a kind way of hearing it. */
export const baird: HouseholdStory = {
  name: 'Baird',
  consultant: 'mairi',
  people: [
    {
      name: 'Morag Baird',
      relation: 'owner',
      email: 'morag@baird.example',
      phone: '0131 496 0174',
      maySignIn: true,
    },
    { name: 'Iain Baird', relation: 'son', phone: '07700 900204' },
  ],
  street: '58 Candlemaker’s Wynd, flat GF',
  postcode: 'EH7 4ZF',
  lat: 55.9612,
  lng: -3.1848,
  access: 'Ground floor. Morag is hard of hearing: ring long, then wait. Tea is not optional.',
  heardFrom: 'vet',
  consents: { service_agreement: true, photos: true, recording: false, vet_sharing: true },
  animals: [
    {
      name: 'Mrs Pettigrew',
      coat: 'cat_tabby_white',
      bornMonthsAgo: 118,
      bornPrecision: 'year',
      sex: 'female',
      neutering: 'neutered',
      origin: 'rescue',
      acquiredMonthsAgo: 70,
      temperament: ['cautious'],
      microchip: '977200003361925',
      vet: { name: 'Calton Cat Clinic', phone: '0131 496 0129' },
      food: 'Ham, warmed. Custard on feast days.',
      triggers: 'Being held. Being looked at while being held.',
      goal: 'Come out to the bench with me in the afternoon.',
      goalRisk: 'low',
      treat: 'warm ham',
      spot: 'the armchair by the gas fire',
      site: 'shared_yard',
      days: '. g.gggg g gs.gggg g s.s.o.sn.s.n. s .n.n.s.n.n.n n n.n.n..n n',
      said: {
        1: 'Saw the harness, went behind the settee and had her dinner there.',
        6: 'She looked at me as if I had suggested a bath.',
      },
      at: {
        51: {
          to: 'C1',
          seen: 'Received me from her armchair, slow blinks, took ham at once. Walked to the window and back to show that she could.',
          measured: { grams: 4_460, girthMm: 356, neckMm: 240, gear: 'soft vest, size M' },
        },
        44: { to: 'C2', seen: 'Harness on the arm of the chair, cat asleep against it.' },
        36: { to: 'C3', seen: 'Four of five drapes with custard. Calm, and rather regal about it.' },
        22: {
          to: 'C3',
          seen: 'One buckle closed for two seconds: looked at it, looked at us, walked off and washed. No fear in the body anywhere.',
        },
        9: {
          to: 'C3',
          reason:
            'Going back will not change her answer: touch and drape are fine, wearing is what she declines. One more week with the lightest vest and half the time, then we talk about the indoor programme.',
          seen: 'Left the room at the sight of the lighter vest and ate her ham next door. Not frightened; decided.',
        },
        0: {
          seen: 'The vest came out of the bag and Mrs Pettigrew went behind the settee. Ate warm ham there, purring. The same answer for four weeks, without fear.',
        },
      },
    },
  ],
  visits: [
    {
      ago: 51,
      service: 'first',
      present: 'Morag',
      place: 'sitting room',
      letter:
        'Mrs Pettigrew is in fine form for a lady of her years. We start with the harness on the arm of the chair and no plans at all.',
      homeGaps: 'None worth the name; the window seat is the best in town.',
    },
    {
      ago: 44,
      service: 'visit',
      present: 'Morag',
      place: 'sitting room',
      letter: 'She has slept against it, so it may touch her now: a second, a piece of ham, finished.',
    },
    {
      ago: 36,
      service: 'visit',
      present: 'Morag and Iain',
      place: 'sitting room',
      letter:
        'Custard opens many doors. One buckle for a heartbeat, then off again, and only when she comes to you.',
    },
    {
      ago: 22,
      service: 'visit',
      present: 'Morag',
      place: 'sitting room',
      obstacles: ['cat_unwilling'],
      letter:
        'Not stressed, just not interested. Half the time, better reward, and no more than one try a day.',
    },
    {
      ago: 9,
      service: 'visit',
      present: 'Morag',
      place: 'sitting room',
      obstacles: ['cat_unwilling'],
      letter:
        'We try the lightest vest for one more week. Please do not coax. If she says no again, that is an answer too, and I have an idea about the window that she may like better.',
      internal: 'Morag would be relieved rather than sad. Bring the bird feeder leaflet.',
    },
    {
      ago: 0,
      slot: 1,
      service: 'visit',
      present: 'Morag',
      place: 'sitting room',
      ends: 'draft',
      obstacles: ['cat_unwilling'],
      letter:
        'Mrs Pettigrew has told us very politely, and we have heard her. Not every cat wants this. The bench can come to her instead: a feeder at the window, a shelf to watch it from, and you beside her in the afternoon.',
    },
  ],
  ahead: [{ days: 7, service: 'call', message: 'A short call to hear how the window went.' }],
}
