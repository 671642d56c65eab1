import type { HouseholdStory } from '../story'

/** Going well until a limp was seen: the vet comes first. */
export const mueller: HouseholdStory = {
  name: 'Müller-Reid',
  consultant: 'jonas',
  people: [
    {
      name: 'Jürgen Müller',
      relation: 'owner',
      email: 'juergen@mueller.example',
      phone: '07700 900285',
      maySignIn: true,
    },
    {
      name: 'Ailsa Reid',
      relation: 'owner',
      email: 'ailsa@reid.example',
      phone: '07700 900286',
      maySignIn: true,
    },
  ],
  street: '71 Hopefield Street, flat 2F3',
  postcode: 'EH10 4ZP',
  lat: 55.9341,
  lng: -3.2077,
  access: 'Second floor, middle door. Käthe sits on the hat shelf and will inspect you from above.',
  heardFrom: 'breeder',
  consents: { service_agreement: true, photos: true, recording: false, vet_sharing: true },
  animals: [
    {
      name: 'Käthe',
      coat: 'cat_tabby_silver',
      bornMonthsAgo: 31,
      bornPrecision: 'day',
      sex: 'female',
      neutering: 'neutered',
      breed: 'Norwegian Forest Cat',
      origin: 'breeder',
      acquiredMonthsAgo: 28,
      temperament: ['bold'],
      microchip: '276098106512377',
      vet: { name: 'Bruntsfield Cat Vets', phone: '0131 496 0191' },
      food: 'Quark, rabbit.',
      cues: 'Käthe; fein; Korb',
      marks: 'Tufts between the toes, a pale ring around the left eye',
      triggers: 'Umbrellas.',
      goal: 'Come up the hill with us and lie in the heather.',
      goalRisk: 'high',
      startStage: 'C3',
      lateStartReason: 'The breeder puts soft vests on the whole litter; she never minded one.',
      treat: 'a lick of quark',
      spot: 'the long corridor',
      days: 'g gg.gggsg g gg.gg.gg g gg.gs.gg.g g g.ggv.. .',
      said: {
        3: 'Jumped down from the hat shelf and held her left front paw up afterwards. Eats and plays, but she does not put weight on it.',
        4: 'Walked me to the kitchen and back, twice.',
      },
      at: {
        37: {
          photo: true,
          to: 'C3',
          seen: 'Came down from the hat shelf in three stages and put her nose into the vest herself.',
          measured: { grams: 5_060, girthMm: 376, neckMm: 252, gear: 'vest, size M, long coat' },
        },
        28: { to: 'C4', seen: 'Fifteen minutes worn, hat shelf included. Mind the fur in the buckle.' },
        19: { to: 'C5', seen: 'Leash trailing up and down the corridor for twenty-five minutes.' },
        8: {
          to: 'C5',
          seen: 'Slack leash, four of five stop-and-waits. The stair is for next time: list still to be gone through.',
          safety: ['microchip', 'vaccines', 'neutered'],
        },
        2: {
          to: 'C5',
          pauseDays: 10,
          reason: 'Until a vet has seen the paw.',
          seen: 'By telephone: jumped down from the hat shelf yesterday and has held the left front paw up since. Eats, plays lying down, sleeps well.',
          vetReferral:
            'Does not put weight on the left front paw. Please have it seen before the next session.',
        },
      },
    },
  ],
  visits: [
    {
      ago: 37,
      service: 'first',
      present: 'Jürgen and Ailsa',
      place: 'corridor',
      letter:
        'Käthe has met harnesses before any of us met her. We begin with wearing it through ordinary evenings.',
    },
    {
      ago: 28,
      service: 'visit',
      present: 'Ailsa',
      place: 'corridor',
      letter: 'Comb the ruff before you buckle, it catches. The leash may trail from today.',
    },
    {
      ago: 19,
      service: 'visit',
      present: 'Jürgen',
      place: 'corridor',
      letter: 'She leads, you follow; if the leash is ever tight, it is our mistake and not hers.',
    },
    {
      ago: 8,
      service: 'visit',
      present: 'Jürgen and Ailsa',
      place: 'corridor',
      ends: 'draft',
      letter:
        'Four of five, and a corridor walked with a slack leash. Before the stair we go through the safety list together.',
    },
    {
      ago: 2,
      service: 'call',
      present: 'Ailsa, by telephone',
      letter:
        'Thank you for ringing at once. Käthe rests: no harness, no hat shelf if you can help it, food and company as usual. Please let the vet see the paw before we do anything else, and send me what they say.',
    },
  ],
  ahead: [
    { days: 5, service: 'call', message: 'To hear what the vet says. No training until then, please.' },
  ],
}
