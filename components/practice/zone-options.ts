import type { Option } from '@/components/form/inputs'
import { zoneNames } from '@/lib/format/zones'

export const zoneOptions = (): Option[] =>
  zoneNames().map((value) => ({ value, label: value.replaceAll('_', ' ').replaceAll('/', ' / ') }))
