import { slowDoor } from '../slow-door'
import type { HouseholdStory } from '../story'

/** Two siblings who could not be more different, worked at the same visits. */
export const gruenberg: HouseholdStory = {
  name: 'Grünberg',
  consultant: 'mairi',
  people: [
    {
      name: 'Lotte Grünberg',
      relation: 'owner',
      email: 'lotte@gruenberg.example',
      phone: '07700 900163',
      maySignIn: true,
    },
    { name: 'Finn Grünberg', relation: 'son, 14', email: 'finn@gruenberg.example', maySignIn: true },
  ],
  street: '31 Saltpan Terrace',
  postcode: 'EH15 2ZB',
  lat: 55.9508,
  lng: -3.1142,
  access:
    'Main door with the blue tiles. Ring once: Quince hides at the second ring. Parking on the promenade side.',
  heardFrom: 'friend',
  consents: { service_agreement: true, photos: true, recording: false, vet_sharing: true },
  animals: [
    {
      name: 'Fig',
      coat: 'cat_tuxedo',
      bornMonthsAgo: 19,
      bornPrecision: 'day',
      sex: 'male',
      neutering: 'neutered',
      origin: 'private',
      acquiredMonthsAgo: 17,
      temperament: ['bold', 'territorial'],
      microchip: '977200009517204',
      vet: { name: 'Shoreline Veterinary Practice', phone: '0131 496 0133' },
      food: 'Anything, and then Quince’s.',
      triggers: 'Gulls on the sill.',
      goal: 'Walk to the sea wall and watch the gulls, with Finn holding the leash.',
      goalRisk: 'high',
      treat: 'freeze-dried prawn',
      spot: 'the long hall',
      site: 'own_garden',
      meets: ['other_animal', 'stranger'],
      days: '. gg.gsgg g gg.ggsg g gtg.ggg g gg.gggsg g gg.ggsg.gg g',
      said: {
        2: 'Finn did five stop-and-waits by himself. Five out of five!',
        6: 'Not today, thank you. He wanted the window.',
      },
      at: {
        44: {
          to: 'C1',
          seen: 'Into my bag before it was open. Loose throughout, eats beside a stranger, comes when Finn clicks his tongue.',
          measured: { grams: 4_880, girthMm: 365, neckMm: 248, gear: 'H harness, size M' },
        },
        36: {
          to: 'C2',
          seen: 'Carries the harness about by its strap. Nothing left to do at this step but enjoy it.',
        },
        28: {
          to: 'C3',
          seen: 'Five of five, head through the loop by following a prawn. Sat down and waited for the next one.',
        },
        20: {
          to: 'C4',
          seen: 'Twelve minutes worn during supper and a puzzle feeder. One shake at the start, as after a bath.',
          measured: { grams: 4_910, girthMm: 366, neckMm: 248, gear: 'H harness, size M, one hole wider' },
        },
        11: {
          to: 'C5',
          seen: 'Twenty-five minutes with the leash trailing, including a sprint after the ball. Looked back once when it caught a chair leg, then waited to be freed.',
          safety: ['microchip', 'vaccines', 'neutered', 'harness_fit'],
        },
        0: { seen: 'Slack leash the length of the hall, turns for a prawn in four of five stop-and-waits.' },
      },
    },
    {
      name: 'Quince',
      coat: 'cat_black',
      bornMonthsAgo: 19,
      bornPrecision: 'day',
      sex: 'female',
      neutering: 'neutered',
      origin: 'private',
      acquiredMonthsAgo: 17,
      temperament: ['cautious'],
      microchip: '977200009517219',
      vet: { name: 'Shoreline Veterinary Practice', phone: '0131 496 0133' },
      food: 'Cream cheese from a spoon; nothing by hand yet.',
      triggers: 'Velcro. The second ring of the doorbell.',
      goal: 'Not mind the carrier or the harness, so that holidays are not a drama.',
      goalRisk: 'low',
      protocol: slowDoor,
      treat: 'cream cheese on a spoon',
      spot: 'under the piano stool',
      subtle: true,
      days: '. .s..g.s s g.gg.gg g s.s..g. s .s.g..s. s .s..g.s..s s',
      gotInTheWay: { 2: 'hid', 3: 'unsure', 5: 'hid', 8: 'no_time', 12: 'hid' },
      said: { 4: 'She licked the spoon and left. Finn says that still counts.' },
      at: {
        44: {
          to: 'C1',
          seen: 'Watched from under the piano stool for forty minutes, ears forward, then crossed the rug for cream cheese while I looked away.',
          measured: {
            grams: 3_640,
            girthMm: 318,
            neckMm: 220,
            gear: 'none yet; ask for a vest with buckles, no Velcro',
          },
        },
        36: {
          to: 'C1',
          seen: 'Walks round the harness in a wide curve when it lies by the bowl. At two metres she eats.',
        },
        28: {
          to: 'C2',
          seen: 'Eats with the harness a hand away and walked past it twice without a look. Her own pace, and a good one.',
        },
        20: { to: 'C2', seen: 'Calm, and elsewhere in her thoughts: two touches of five, then the window.' },
        11: {
          to: 'C2',
          seen: 'Two of five touches, ears a little back before each, then a yawn and away. Not interested after the second spoon.',
        },
        0: {
          seen: 'Two of five touches, with a lip lick before each. Came back for the spoon by herself after a minute.',
        },
      },
    },
  ],
  visits: [
    {
      ago: 44,
      service: 'first',
      present: 'Lotte and Finn',
      place: 'living room',
      letter:
        'Two cats, two clocks. Fig would wear a coat tomorrow; Quince needs you to have all the time in the world. Please work them in separate rooms and never let one wait behind the door.',
      homeGaps: 'One feeding place for two cats: a second one out of sight of the first.',
    },
    {
      ago: 36,
      service: 'visit',
      present: 'Lotte',
      place: 'living room and hall',
      letter:
        'Fig goes on. Quince stays where she is, and that is no step down: the harness moves two metres further away and stays there until she forgets it.',
    },
    {
      ago: 28,
      service: 'visit',
      present: 'Lotte and Finn',
      place: 'hall',
      letter:
        'Quince walked past the harness without a look today. That is a bigger step than anything Fig did. Thank you for the second feeding place, it has made her room quieter.',
    },
    {
      ago: 20,
      service: 'visit',
      present: 'Finn',
      place: 'hall',
      obstacles: ['time'],
      letter:
        'Exam week is a good reason for three short sessions instead of seven. Fig may drag the leash from now on: clear the hall first and never leave the room while it is on.',
    },
    {
      ago: 11,
      service: 'visit',
      present: 'Lotte and Finn',
      place: 'hall',
      letter:
        'Finn, you are the one being walked now: a loose curve in the leash at all times. Before any door opens we go through the safety list together; some of it is ticked, the escape plan and the garden are still to do.',
      internal:
        'Lotte asked for the sea wall by Christmas. Said kindly that Fig decides; come back to it when the list is done.',
    },
    {
      ago: 0,
      slot: 3,
      service: 'visit',
      present: 'Lotte and Finn',
      place: 'hall',
      ends: 'notBegun',
      letter: '',
    },
  ],
  ahead: [
    {
      days: 10,
      service: 'visit',
      message: 'We will read the escape plan aloud and look at the garden together.',
    },
  ],
}
