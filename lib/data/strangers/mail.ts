import { Temporal } from 'temporal-polyfill'
import { mintGuardian } from '@/lib/auth/mint'
import type { GuardianViewer, MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import { nudgeHomework } from '../homework-nudge'
import { chooseHouseholdMails, chooseMemberMails, freeAddress, ownMailsOf } from '../mail-choice'
import { remindOfVisits } from '../reminder'
import { mailOfMessages } from '../thread-mail'
import { writeWeeklyLetter } from '../weekly-letter'
import type { StrangerCase, Target } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')

/** One's choice is asked for without an id; the nearest a stranger comes is to call a person of the target their own. */
const asThem = (stranger: Viewer, { household: { contactId } }: Target): Viewer =>
  stranger.kind === 'guardian' ? mintGuardian({ ...stranger, contactId }) : stranger

export const mail: Record<string, StrangerCase> = {
  mailOfMessages: (stranger) => mailOfMessages(stranger, now),
  ownMailsOf: async (stranger, target) => {
    const mails = await ownMailsOf(asThem(stranger, target))
    return stranger.practiceId === target.world.practiceId ? mails : null
  },
  chooseHouseholdMails: (stranger, target) =>
    chooseHouseholdMails(
      asThem(stranger, target) as GuardianViewer,
      { reminder: false, messages: false, homeworkHour: 9 },
      now,
    ),
  chooseMemberMails: async (stranger, { world }) => {
    const answer = await chooseMemberMails(stranger as MemberViewer, { messages: false, weekly: false })
    return stranger.practiceId === world.practiceId ? answer : null
  },
  freeAddress: (stranger, { household }) => freeAddress(stranger, { id: household.contactId }),
  remindOfVisits: (stranger) => remindOfVisits(stranger, now),
  nudgeHomework: (stranger) => nudgeHomework(stranger, now),
  writeWeeklyLetter: async (stranger) => (await writeWeeklyLetter(stranger as MemberViewer, now)) || null,
}
