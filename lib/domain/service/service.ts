import type { ServicePlace } from './schema'

export type Service = {
  id: string
  name: string
  minutes: number
  place: ServicePlace
  retired: boolean
  version: number
}
