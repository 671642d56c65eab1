import type { HouseholdStory } from '../story'

/** A fright yesterday, and a cat at rest after the dentist. */
export const dangelo: HouseholdStory = {
  name: "D'Angelo",
  consultant: 'mairi',
  people: [
    {
      name: "Chiara D'Angelo",
      relation: 'owner',
      email: 'chiara@dangelo.example',
      phone: '07700 900242',
      maySignIn: true,
    },
  ],
  street: '40 Harvest Road',
  postcode: 'EH8 8ZK',
  lat: 55.9489,
  lng: -3.1702,
  access: 'Garden flat, steps down at the left. Tortellino will be at the glass.',
  heardFrom: 'shelter',
  consents: { service_agreement: true, photos: true, recording: true, vet_sharing: true },
  animals: [
    {
      name: 'Tortellino',
      coat: 'cat_tabby_brown',
      bornMonthsAgo: 25,
      bornPrecision: 'month',
      sex: 'male',
      neutering: 'neutered',
      origin: 'rescue',
      acquiredMonthsAgo: 14,
      temperament: ['bold'],
      microchip: '977200009220760',
      vet: { name: 'Parkside Vets', phone: '0131 496 0156' },
      food: 'Parmesan rind, prawns.',
      cues: 'vieni; piano; casa',
      marks: 'A crooked last joint of the tail',
      triggers: 'Engines: he does not mind them, until he does.',
      goal: 'Have our coffee together on the garden steps.',
      goalRisk: 'low',
      startStage: 'C3',
      lateStartReason: 'The shelter had trained touch and drape; five of five at the first visit.',
      treat: 'a shaving of Parmesan',
      spot: 'the hall',
      site: 'own_garden',
      meets: ['car', 'noise'],
      days: 'g gggsg.gg g gg.gggsg g g.gg.ggsgg g gg.gg.gr .',
      said: {
        1: 'The bin lorry stopped right outside. He bolted through the flat and hid behind the washing machine for forty minutes. Eating again by the evening.',
        2: 'Came within a metre of the door by himself and sat there like a doorman.',
      },
      at: {
        38: {
          to: 'C3',
          seen: 'Five of five drapes at once, purring at Parmesan. Ten seconds buckled and on with his day.',
          measured: { grams: 4_700, girthMm: 354, neckMm: 242, gear: 'H harness, size M' },
        },
        29: { to: 'C4', seen: 'A whole prawn supper in harness, then the sofa.' },
        20: {
          to: 'C5',
          seen: 'Leash trailing for half an hour. Turned once to see what followed him, decided it was only Chiara.',
        },
        9: {
          to: 'C6',
          seen: 'Five of five stop-and-waits, slack all the way. Garden looked over, gap under the gate closed with a board.',
        },
      },
    },
    {
      name: 'Nonna',
      coat: 'cat_cream',
      bornMonthsAgo: null,
      bornPrecision: 'year',
      sex: 'female',
      neutering: 'neutered',
      origin: 'street',
      acquiredMonthsAgo: 9,
      temperament: ['cautious'],
      microchip: '977200009811944',
      vet: { name: 'Parkside Vets', phone: '0131 496 0156' },
      food: 'Soft things. Ricotta.',
      triggers: 'Being hurried.',
      goal: 'Feel the sun on the steps.',
      goalRisk: 'low',
      treat: 'ricotta',
      spot: 'her basket',
      site: 'own_garden',
      days: '. g.gs.ggg g gg.g.sgg.. . ........ .',
      at: {
        29: {
          to: 'C1',
          seen: 'Purred in her basket, ate ricotta from a spoon on the left side of the mouth only. Asked Chiara to have the teeth looked at.',
          vetReferral:
            'Eats on one side only and drops food. Please have the mouth looked at before we go on to touch near the head.',
        },
        20: {
          to: 'C2',
          seen: 'Sleeps with her head on the strap. Vet has her booked for dental work next week.',
        },
        9: {
          to: 'C2',
          reason: 'Two teeth out on Monday. The vet asks for two quiet weeks, and so do we.',
          pauseDays: 15,
          seen: 'Soft food, sleepy, comfortable. No harness, no homework, a warm basket.',
        },
      },
    },
  ],
  visits: [
    {
      ago: 38,
      service: 'first',
      present: 'Chiara',
      place: 'hall',
      letter:
        'The shelter has done lovely work with Tortellino and we can begin at the buckle. Ten minutes of wearing, with ordinary life going on round him.',
    },
    {
      ago: 29,
      service: 'visit',
      present: 'Chiara',
      place: 'hall and bedroom',
      letter:
        'Tortellino may trail the leash. Nonna is new to this: the harness lies beside her basket and that is all. Please ring the vet about the way she chews.',
    },
    {
      ago: 20,
      service: 'visit',
      present: 'Chiara',
      place: 'hall',
      letter:
        'Hold the leash like a cup of coffee that is too full. For Nonna, one second of touch at the shoulder, well away from the head.',
    },
    {
      ago: 9,
      service: 'visit',
      present: 'Chiara',
      place: 'hall and garden',
      letter:
        'The gate is closed, the carrier stands open, the door may open too. Nonna rests until her mouth is well: rest is part of the programme.',
    },
  ],
  ahead: [
    {
      days: 2,
      service: 'visit',
      message: 'After the lorry: no harness until I come, play and food as usual.',
    },
  ],
}
