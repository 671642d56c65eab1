import type { HouseholdStory } from '../story'

/** The rat. */
export const macaskill: HouseholdStory = {
  name: 'MacAskill',
  consultant: 'jonas',
  people: [
    {
      name: 'Euan MacAskill',
      relation: 'owner',
      email: 'euan@macaskill.example',
      phone: '07700 900184',
      maySignIn: true,
    },
  ],
  street: '22 Ropewalk Lane, flat 2',
  postcode: 'EH6 6ZD',
  lat: 55.9752,
  lng: -3.1725,
  access: 'Entrance from the yard. The rat room is the one with the blackout curtain.',
  heardFrom: 'article',
  consents: { service_agreement: true, photos: true, recording: true, vet_sharing: true },
  animals: [
    {
      name: 'Professor Plum',
      species: 'rat',
      coat: 'rat_hooded',
      bornMonthsAgo: 9,
      bornPrecision: 'month',
      sex: 'male',
      neutering: 'intact',
      origin: 'breeder',
      acquiredMonthsAgo: 7,
      temperament: ['bold'],
      vet: { name: 'Harbour Exotics', phone: '0131 496 0152' },
      food: 'Cooked pasta, peas, the skin of yoghurt.',
      triggers: 'The extractor fan. Anything that smells of ferret.',
      notes: 'Lives with his brothers Green and Mustard, who are not in training. Weighed every Sunday.',
      goal: 'Explore the roof terrace on a leash while I water the tomatoes.',
      goalRisk: 'low',
      treat: 'a curl of cooked pasta',
      spot: 'the bathroom floor',
      site: 'balcony',
      days: '. gg.ggg g g.gggg g sggg.gtggg g g.gg.gs.g.sg.s. s',
      said: {
        2: 'Spent the whole time behind the laundry basket. Happy as anything, no steps.',
        7: 'Five minutes, leash loose, pasta at the end.',
      },
      at: {
        41: {
          to: 'R1',
          seen: 'Quiet breathing, bright, comes to the hand for pasta within seconds. 468 g.',
          measured: {
            grams: 468,
            girthMm: 142,
            neckMm: 96,
            lengthMm: 138,
            gear: 'figure-eight with breakaway clip',
          },
        },
        34: { to: 'R2', seen: 'Climbs over the harness to get to his brothers and has stopped noticing it.' },
        27: {
          to: 'R3',
          seen: 'Five of five steps onto the open harness, strap touched his side three times, whiskers forward.',
          measured: {
            grams: 471,
            girthMm: 143,
            neckMm: 96,
            lengthMm: 138,
            gear: 'figure-eight, one finger under the strap',
          },
        },
        16: {
          photo: true,
          to: 'R4',
          seen: 'Twelve minutes fastened, foraging in the scatter mat. One short scratch at the chest strap, then back to work.',
        },
        7: {
          to: 'R4',
          reason: 'Two short evenings this week. One more week in the bathroom before the cue word.',
          seen: 'By telephone: five minutes most evenings, leash loose, twice behind the basket. Eats well.',
        },
        0: {
          seen: 'Leash on, four minutes in the bathroom, most of it spent behind the basket. Ears relaxed, took every piece of pasta.',
        },
      },
    },
  ],
  visits: [
    {
      ago: 41,
      service: 'first',
      present: 'Euan',
      place: 'rat room',
      letter:
        'Professor Plum is well and curious, and he has company, which is the first thing I look for. The harness goes into the cage and stays there: treat every sniff, do nothing else.',
    },
    {
      ago: 34,
      service: 'visit',
      present: 'Euan',
      place: 'rat room',
      letter:
        'He has made the harness part of the climbing frame. Now he comes to it for pasta, and the harness never comes to him.',
    },
    {
      ago: 27,
      service: 'visit',
      present: 'Euan',
      place: 'rat room',
      letter:
        'Two minutes today, three or four tomorrow, off at the first struggle. Keep weighing on Sundays and send me the number.',
    },
    {
      ago: 16,
      service: 'visit',
      present: 'Euan',
      place: 'bathroom',
      letter:
        'A lovely fortnight. The leash only hangs there for now: no guiding, no lifting by it, a treat for any step forward.',
      amendment: {
        hoursLater: 21,
        body: 'Weight on the Sunday after the visit: 474 g, reported by Euan.',
        reason: 'The figure arrived after I had signed.',
        shown: true,
      },
    },
    {
      ago: 7,
      service: 'call',
      present: 'Euan, by telephone',
      letter:
        'Some evenings he walks, some evenings he is a rat behind a basket. Both are fine. Change the treat every third day and keep to five minutes.',
    },
    {
      ago: 0,
      slot: 1,
      service: 'visit',
      present: 'Euan',
      place: 'bathroom',
      ends: 'draft',
      letter:
        'The basket is more interesting than we are. Try the empty hallway, half the time and a better treat.',
    },
  ],
  ahead: [{ days: 9, service: 'visit' }],
}
