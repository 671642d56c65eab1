import { icon } from './icon'
import { House } from './icons'

/* Our own shapes. Each state keeps its shape in black and white. */
export const AdvanceSign = icon(<path d="M3 19h6v-6h6V7h6m-3-3 3 3-3 3" />)
export const BackSign = icon(<path d="M3 5h6v6h6v6h6m-3-3 3 3-3 3" />)
export const StaySign = icon(
  <>
    <path d="M3 15h18" />
    <circle cx="12" cy="9.5" r="3.2" fill="currentColor" stroke="none" />
  </>,
)
export const PauseSign = icon(<path d="M8.5 5v14M15.5 5v14" strokeWidth="3.2" />)
export const IndoorsSign = House
export const FlagSign = icon(
  <>
    <path d="M5 22V3" />
    <path d="M5 3.5 20 8.5 5 13.500Z" fill="currentColor" />
  </>,
)
export const VetSign = icon(<path d="M9 3h6v6h6v6h-6v6H9v-6H3V9h6Z" fill="currentColor" />)
export const UnsignedSign = icon(
  <>
    <path d="M3 20h18" strokeDasharray="2.5 3.5" />
    <path d="m13.5 5.5 5 5L9 20l-5.5.5L4 15Z" />
  </>,
)
export const SignedSign = icon(
  <>
    <path d="M3 20h18" />
    <path d="m5.5 11.5 4.5 4.5 9-10.5" />
  </>,
)
export const SafetySign = icon(
  <>
    <path d="M5 20V10a7 7 0 0 1 14 0v10" />
    <path d="M2 20h20M9 13h6" />
  </>,
)
export const QuietSign = icon(
  <>
    <circle cx="5" cy="12" r="1.6" fill="currentColor" />
    <circle cx="12" cy="12" r="1.6" fill="currentColor" />
    <circle cx="19" cy="12" r="1.6" fill="currentColor" />
  </>,
)
export const PassMark = icon(<circle cx="12" cy="12" r="7.5" fill="currentColor" />)
export const ShortMark = icon(<circle cx="12" cy="12" r="6.8" strokeWidth="2.4" />)
export const StressMark = icon(<path d="M12 20 3.5 5h17Z" fill="currentColor" />)
