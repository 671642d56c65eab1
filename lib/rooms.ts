const practiceRooms = {
  today: 'today',
  mileage: 'today',
  calendar: 'calendar',
  visits: 'calendar',
  requests: 'calendar',
  waiting: 'calendar',
  clients: 'clients',
  messages: 'messages',
  animals: 'animals',
  protocols: 'settings',
  settings: 'settings',
} as const
const ownerRooms = {
  '': 'home',
  progress: 'home',
  log: 'log',
  plan: 'plan',
  visits: 'visits',
  messages: 'messages',
} as const

export type PracticeRoom = (typeof practiceRooms)[keyof typeof practiceRooms]
export type OwnerRoom = (typeof ownerRooms)[keyof typeof ownerRooms]

/** Which room of the consultant's house a path lies in. */
export const practiceRoomOf = (path: string): PracticeRoom | undefined =>
  lookUp(practiceRooms, partsOf(path)[0] ?? '')

/** Which room of the animal owner's house a path below /home lies in. */
export const ownerRoomOf = (path: string): OwnerRoom | undefined => lookUp(ownerRooms, partsOf(path)[1] ?? '')

const partsOf = (path: string) => (path.split('?')[0] ?? '').split('/').slice(1)

function lookUp<T extends Record<string, string>>(rooms: T, part: string): T[keyof T] | undefined {
  return Object.hasOwn(rooms, part) ? rooms[part as keyof T] : undefined
}
