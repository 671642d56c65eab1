import type { HouseholdStory } from '../story'

/** Did well, then two hard days running. */
export const ferreira: HouseholdStory = {
  name: 'Ferreira',
  consultant: 'jonas',
  people: [
    {
      name: 'João Ferreira',
      relation: 'owner',
      email: 'joao@ferreira.example',
      phone: '07700 900263',
      maySignIn: true,
    },
  ],
  street: '27 Weaver’s Green',
  postcode: 'EH6 5ZM',
  lat: 55.9689,
  lng: -3.1876,
  access: 'Back green is reached through the stair. Ask João to go first and close the cellar door.',
  heardFrom: 'vet',
  consents: { service_agreement: true, photos: true, recording: true, vet_sharing: true },
  animals: [
    {
      name: 'Sardinha',
      coat: 'cat_blue_point',
      bornMonthsAgo: 44,
      bornPrecision: 'month',
      sex: 'female',
      neutering: 'neutered',
      origin: 'rescue',
      acquiredMonthsAgo: 20,
      temperament: ['cautious'],
      microchip: '977200008231690',
      vet: { name: 'Leith Links Vets', phone: '0131 496 0138' },
      food: 'Sardines, naturally.',
      triggers: 'Children on scooters.',
      goal: 'Sit on the drying green in the evening sun.',
      goalRisk: 'medium',
      startStage: 'C4',
      lateStartReason: 'Worn a harness daily since summer; João trained it himself from a book, and well.',
      treat: 'half a sardine',
      spot: 'the stair landing',
      site: 'shared_yard',
      meets: ['child', 'noise'],
      days: 'g ggsgg.gg g gg.gggsg g gg.gg.gg g g.gg.ggs g g.g.gt.t t',
      said: {
        1: 'Same again: flat to the ground at the first scooter, home in ten seconds. I feel bad for her.',
        3: 'Two scooters. She scrambled home and would not take the sardine.',
        4: 'Three quiet minutes on the grass!',
      },
      at: {
        45: {
          to: 'C4',
          seen: 'Wears it like a collar. Leash on: turned round twice, then forgot it.',
          measured: { grams: 3_890, girthMm: 330, neckMm: 226, gear: 'vest, size S' },
        },
        36: { to: 'C5', seen: 'Half an hour of trailing leash, meals included.' },
        27: {
          to: 'C6',
          seen: 'Five of five stop-and-waits on the landing. Green looked over with João: cellar door is the one gap.',
        },
        18: {
          to: 'C7',
          seen: 'At the open stair door for five minutes, eating, nose working, one metre from the sill by choice.',
        },
        9: {
          photo: true,
          to: 'C7',
          reason: 'The first quiet week out of three. One more at the same spot before the path is added.',
          seen: 'Three minutes on the drying green, sniffing along the wall, slack. A door banged: still, then on.',
        },
        0: {
          seen: 'A scooter on the path: flat, ears back, straight for the stair. Took half a sardine indoors after two minutes.',
        },
      },
    },
  ],
  visits: [
    {
      ago: 45,
      service: 'first',
      present: 'João',
      place: 'flat and stair',
      letter: 'You have done the hard half already. We take the leash from here, one room at a time.',
    },
    {
      ago: 36,
      service: 'visit',
      present: 'João',
      place: 'flat',
      letter: 'She has forgotten the leash. Now you hold it, with a loose curve, and go where she goes.',
    },
    {
      ago: 27,
      service: 'visit',
      present: 'João',
      place: 'stair landing',
      letter:
        'The list is complete and the carrier stands on the landing. Open the stair door, sit down, wait.',
    },
    {
      ago: 18,
      service: 'visit',
      present: 'João',
      place: 'stair door',
      letter: 'Carry her out, put her down, stand still. If she wants back in, the door is open.',
    },
    {
      ago: 9,
      service: 'visit',
      present: 'João',
      place: 'drying green',
      letter:
        'Three minutes of sniffing, and the bang of a door that she let go by. Same spot, same hour for one more week.',
    },
    {
      ago: 0,
      slot: 3,
      service: 'visit',
      present: 'João',
      place: 'stair door and green',
      ends: 'notBegun',
      letter: '',
    },
  ],
  ahead: [{ days: 8, service: 'visit' }],
}
