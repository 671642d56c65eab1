import type { HouseholdStory } from '../story'

/** Two cats outdoors already, one of them an old hand. */
export const campbell: HouseholdStory = {
  name: 'Campbell-Ito',
  consultant: 'mairi',
  people: [
    {
      name: 'Hana Campbell-Ito',
      relation: 'owner',
      email: 'hana@campbell.example',
      phone: '07700 900251',
      maySignIn: true,
    },
    {
      name: 'Rory Campbell',
      relation: 'owner',
      email: 'rory@campbell.example',
      phone: '07700 900252',
      maySignIn: true,
    },
  ],
  street: '15 Orchard Bank',
  postcode: 'EH4 2ZL',
  lat: 55.9597,
  lng: -3.2181,
  access: 'Side gate, always closed behind you. Two cats, one camera over the shed.',
  heardFromWords: 'The talk at the library',
  heardFrom: 'other',
  consents: { service_agreement: true, photos: true, recording: true, vet_sharing: true },
  animals: [
    {
      name: 'Mochi',
      coat: 'cat_white',
      bornMonthsAgo: 33,
      bornPrecision: 'month',
      sex: 'female',
      neutering: 'neutered',
      origin: 'breeder',
      acquiredMonthsAgo: 30,
      temperament: ['cautious'],
      microchip: '977200009002377',
      vet: { name: 'Dean Village Vets', phone: '0131 496 0164' },
      food: 'Bonito flakes.',
      triggers: 'Rooks. Wet grass.',
      goal: 'Sit under the plum tree with Captain.',
      goalRisk: 'low',
      startStage: 'C3',
      lateStartReason: 'Wears a harness at the vet’s and eats in it.',
      treat: 'bonito flakes',
      spot: 'the back step',
      site: 'own_garden',
      meets: ['other_animal', 'noise'],
      days: 'g gg.gsggg g ggg.ggsg g gg.ggg.g g g.gs.sgs s g.gg.g g g.gg .',
      said: {
        1: 'Two whole minutes on the step. She smelled every leaf of the geranium.',
        4: 'Back in after forty seconds, and out again by herself.',
      },
      at: {
        48: {
          to: 'C3',
          seen: 'Eats in harness, stands a little stiff. Rooks in the tree outside: ears, no more.',
          measured: { grams: 3_720, girthMm: 322, neckMm: 222, gear: 'vest, size S' },
        },
        39: { to: 'C4', seen: 'Ten minutes worn, half of them asleep on Rory.' },
        30: { to: 'C5', seen: 'The leash trails and she has stopped checking it.' },
        21: { to: 'C6', seen: 'Slack leash, four of five stop-and-waits, chooses the back hall each time.' },
        12: {
          photo: true,
          to: 'C6',
          seen: 'A wet week: looked at the rain from the mat and went to bed. Not stressed, only sensible.',
        },
        5: {
          to: 'C7',
          seen: 'Within a metre of the open door for six minutes, eating bonito, nose working. Stepped onto the sill by herself and came back when a rook called.',
        },
      },
    },
    {
      name: 'Captain',
      coat: 'cat_chocolate',
      bornMonthsAgo: 76,
      bornPrecision: 'year',
      sex: 'male',
      neutering: 'neutered',
      origin: 'rescue',
      acquiredMonthsAgo: 40,
      temperament: ['bold'],
      microchip: '977200006627081',
      vet: { name: 'Dean Village Vets', phone: '0131 496 0164' },
      food: 'Bacon rind, in moderation.',
      triggers: 'Fireworks.',
      goal: 'Walk the length of the lane and back before breakfast.',
      goalRisk: 'medium',
      startStage: 'C5',
      lateStartReason:
        'Had two years on a leash with his former owner; slack leash indoors from the first minute.',
      treat: 'a crumb of bacon rind',
      spot: 'the hall',
      site: 'own_garden',
      meets: ['dog', 'stranger', 'noise'],
      days: 'g ggg.gggg g gg.gg.gg g g.gg.tgg g gg.gg.gg g .g.gg. g g.g. .',
      said: {
        2: 'Went round the corner of the lane, listened to a dog, had a think, went on.',
        7: 'Lay in the one patch of sun for half an hour. So did I.',
      },
      at: {
        48: {
          to: 'C5',
          seen: 'Stood at the door in harness as if he had a tram to catch. Slack leash through the whole house.',
          measured: { grams: 6_140, girthMm: 402, neckMm: 274, gear: 'H harness, size L, leather' },
        },
        39: { to: 'C6', seen: 'Waits when asked, turns for bacon, carried in the towel like a parcel.' },
        30: { to: 'C7', seen: 'Five minutes in the doorway, tail up, half of him already outside.' },
        21: {
          to: 'C7',
          reason:
            'Fireworks every night this week. He is ready; the town is not. Two more quiet weeks at the same spot.',
          seen: 'Plum tree and back, slack, sniffing. One banger far off: low for ten seconds, then on with the grass.',
        },
        12: {
          to: 'C8',
          seen: 'Sat under the plum tree as if he had planted it. Led himself home after eleven minutes.',
          measured: { grams: 6_110, girthMm: 402, neckMm: 274, gear: 'H harness, size L, buckles oiled' },
        },
        5: {
          photo: true,
          to: 'C8',
          seen: 'The lane, both sides, a parked van inspected underneath. A dog behind a hedge: stood, listened, loose again in twenty seconds.',
        },
      },
    },
  ],
  visits: [
    {
      ago: 48,
      service: 'first',
      present: 'Hana and Rory',
      place: 'house and garden',
      letter:
        'Captain remembers everything and Mochi is learning from the best. They go out on different days until both find it dull.',
    },
    {
      ago: 39,
      service: 'visit',
      present: 'Hana',
      place: 'hall and garden',
      letter:
        'The garden is looked over: the lilies are out, thank you, and the hole by the compost is closed. Captain gets the open door first.',
    },
    {
      ago: 30,
      service: 'visit',
      present: 'Hana and Rory',
      place: 'back step',
      letter:
        'Captain’s first minutes under the plum tree. Mochi holds her own leash lesson indoors: you follow, she leads.',
    },
    {
      ago: 21,
      service: 'visit',
      present: 'Rory',
      place: 'hall and back step',
      obstacles: ['other'],
      letter:
        'Fireworks week. Nothing new for Captain until they are over; Mochi’s door may open at seven in the morning, when it is quiet.',
    },
    {
      ago: 12,
      service: 'visit',
      present: 'Hana',
      place: 'garden',
      letter:
        'Rain for Mochi, the lane for Captain. One new thing at a time: either the far side or the busier hour, not both.',
      amendment: {
        hoursLater: 44,
        body: 'For the practice: Hana rang. The van driver asked to stroke Captain and was let; he was fine. Talked about saying no on his behalf.',
        reason: 'Heard two days later, belongs to this visit.',
        shown: false,
      },
    },
    {
      ago: 5,
      service: 'visit',
      present: 'Hana and Rory',
      place: 'garden and lane',
      letter:
        'Mochi stepped onto the sill because she wanted to. Thirty seconds of sniffing count, and so does turning back. Captain goes on as he is: distance does not matter, bushes and sun do.',
    },
  ],
  ahead: [
    { days: 4, service: 'visit', message: 'Early, at the quiet hour, if that suits you.' },
    { days: 13, service: 'visit' },
  ],
}
