import type { HouseholdStory } from '../story'

/** One who needed a step back and was right to, and one who has just begun. */
export const thorsdottir: HouseholdStory = {
  name: 'Þórsdóttir',
  consultant: 'jonas',
  people: [
    {
      name: 'Sigríður Þórsdóttir',
      relation: 'owner',
      email: 'sigridur@thorsdottir.example',
      phone: '07700 900195',
      maySignIn: true,
    },
    { name: 'Callum Reid', relation: 'flatmate', phone: '07700 900196' },
  ],
  street: '17 Dovecot Brae',
  postcode: 'EH11 1ZE',
  lat: 55.9391,
  lng: -3.2236,
  access: 'Garden gate sticks; lift and push. The key box is on the left, behind the ivy.',
  heardFrom: 'social',
  consents: { service_agreement: true, photos: true, recording: true },
  animals: [
    {
      name: 'Skuggi',
      coat: 'cat_blue',
      bornMonthsAgo: 52,
      bornPrecision: 'month',
      sex: 'male',
      neutering: 'neutered',
      origin: 'rescue',
      acquiredMonthsAgo: 30,
      temperament: ['cautious'],
      microchip: '977200008820417',
      vet: { name: 'Canal Side Vets', phone: '0131 496 0161' },
      food: 'Salmon skin, dried cod.',
      triggers: 'Things that follow him: string, tails of coats, the leash.',
      goal: 'Lie in the garden under the pear tree while I read.',
      goalRisk: 'low',
      treat: 'dried cod',
      spot: 'the bedroom rug',
      site: 'own_garden',
      days: '. ggg.gg g g.gggg g g.gggsg g g.sg.t.t t .g.gs.gg.sg .',
      said: {
        13: 'The clip hit the radiator and he was gone under the bed.',
        1: 'Wore it and watched the snow. Nothing happened, which was the point.',
      },
      at: {
        43: {
          to: 'C1',
          seen: 'Sat two metres away with his back to me, then turned round for cod. Loose by the end of the visit.',
          measured: { grams: 5_240, girthMm: 372, neckMm: 254, gear: 'soft vest, size M' },
        },
        36: { to: 'C2', seen: 'Eats with his chin on the harness. The buckle sound no longer turns an ear.' },
        29: {
          to: 'C3',
          seen: 'Four of five drapes, licking his lips once at the third. Gave him a minute; he came back by himself.',
        },
        21: {
          to: 'C4',
          seen: 'Ten minutes worn through supper and a doze. Stiff for five steps, then ordinary.',
        },
        12: {
          to: 'C3',
          seen: 'Leash clipped on: ears flat, low along the wall, under the bed for three minutes. Took cod from the floor once it was off. The wearing itself is fine; it is the thing that follows him.',
        },
        3: {
          to: 'C3',
          reason: 'Sigríður would like to have somebody there when the next thing is clipped on.',
          seen: 'By telephone: wears it through supper, stiff for three steps, then himself. Some days short, none of them frightened.',
        },
      },
    },
    {
      name: 'Tófa',
      coat: 'cat_tabby_silver',
      bornMonthsAgo: 11,
      bornPrecision: 'day',
      sex: 'female',
      neutering: 'neutered',
      origin: 'breeder',
      acquiredMonthsAgo: 8,
      temperament: ['bold'],
      microchip: '977200009960031',
      vet: { name: 'Canal Side Vets', phone: '0131 496 0161' },
      food: 'Everything on a spoon.',
      triggers: 'None found so far.',
      goal: 'Go along to the garden with Skuggi, if she likes it too.',
      goalRisk: 'low',
      treat: 'squeezy tuna',
      spot: 'the windowsill',
      site: 'own_garden',
      showScore: true,
      days: '. gg.ggs.ggGg .',
      said: { 2: 'She sleeps on the harness now. May I call it done?' },
      at: {
        12: {
          to: 'C1',
          seen: 'Climbed my back, then the curtain. Eats anything anywhere; the only question is patience, and it is ours.',
          measured: { grams: 3_310, girthMm: 302, neckMm: 214, gear: 'H harness, size S' },
        },
      },
    },
  ],
  visits: [
    {
      ago: 43,
      service: 'first',
      present: 'Sigríður',
      place: 'bedroom',
      letter:
        'Skuggi came round in his own time, and that is how we will do all of it. For the first week the harness does nothing but lie about.',
    },
    {
      ago: 36,
      service: 'visit',
      present: 'Sigríður',
      place: 'bedroom',
      letter:
        'The buckle has become a boring sound. One second of touch is enough now; if the ears go flat, stop for the day.',
    },
    {
      ago: 29,
      service: 'visit',
      present: 'Sigríður and Callum',
      place: 'bedroom',
      letter:
        'He told you when it was too much and you listened, so he came back. Harness on, dinner down, harness off.',
    },
    {
      ago: 21,
      service: 'visit',
      present: 'Sigríður',
      place: 'bedroom',
      letter:
        'Ten calm minutes. The leash may be clipped on and trail now. Take the shoes and the chair out of the room first.',
    },
    {
      ago: 12,
      service: 'visit',
      present: 'Sigríður',
      place: 'bedroom',
      obstacles: ['cat_unwilling'],
      letter:
        'That was a bit fast for Skuggi, and going back to wearing alone for a week is quite normal. You did the right thing to stop. And welcome, Tófa: hers is the easy part, let it stay easy.',
      internal: 'Next attempt: a ribbon of 20 cm instead of the leash.',
    },
    {
      ago: 3,
      service: 'call',
      present: 'Sigríður, by telephone',
      letter:
        'A week of wearing and nothing following him: just right. On my next visit we try a ribbon as long as my hand, and if it is dull enough, a longer one.',
    },
  ],
  ahead: [
    { days: 2, service: 'visit', message: 'I bring a ribbon to try instead of the leash.' },
    { days: 11, service: 'visit' },
  ],
}
