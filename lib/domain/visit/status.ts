/** A visit's way: booked, (confirmed), arrived, done; or cancelled; or nobody opened the door. */
export const visitStatuses = ['booked', 'confirmed', 'arrived', 'done', 'cancelled', 'no_show'] as const
export type VisitStatus = (typeof visitStatuses)[number]

/** The statuses in which a visit holds its consultant's time (the database's exclusion constraint says the same). */
export const holdingStatuses = [
  'booked',
  'confirmed',
  'arrived',
  'done',
] as const satisfies readonly VisitStatus[]

export const canArrive = (status: VisitStatus): boolean => status === 'booked' || status === 'confirmed'
export const canCancel = canArrive
export const canMove = canArrive
export const canReassign = canArrive
/** What was called off may be taken up again while it lies ahead. */
export const canRestore = (status: VisitStatus, ahead: boolean): boolean => ahead && status === 'cancelled'
export const canLeave = (status: VisitStatus): boolean => status === 'arrived'

/** Nobody opened: said once the visit should have begun, also where the consultant had tapped "arrived". */
export const canBeNoShow = (status: VisitStatus, began: boolean): boolean =>
  began && (canArrive(status) || status === 'arrived')
