/** Why a mail that was written does not go after all. */
export const dropReasons = ['late', 'reader_gone', 'address_stopped', 'not_wanted', 'visit_changed'] as const
export type DropReason = (typeof dropReasons)[number]

/** What a mail says of a visit: whether it stands and, where that is what the mail tells, when and with whom. */
export type SaidOfVisit = {
  visitId: string
  stands: boolean
  /** On the wall of the home, "2026-05-14T10:00:00". */
  start?: string
  consultantId?: string
}

/** A mail is still right while one of the visits it speaks of is as it says; one that speaks of none always is. */
export const isStillRight = (
  said: readonly SaidOfVisit[],
  stood: readonly (Required<Omit<SaidOfVisit, 'visitId'>> & { visitId: string })[],
): boolean =>
  said.length === 0 ||
  said.some(({ visitId, stands, start, consultantId }) => {
    const now = stood.find((one) => one.visitId === visitId)
    return (
      now?.stands === stands &&
      (start === undefined || start === now.start) &&
      (consultantId === undefined || consultantId === now.consultantId)
    )
  })
