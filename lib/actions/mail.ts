'use server'
import { chooseHouseholdMails, chooseMemberMails, freeAddress } from '@/lib/data/mail-choice'
import { oneId } from '@/lib/domain/client/schema'
import { householdMailsSchema, memberMailsSchema } from '@/lib/domain/mail/kinds'
import { defineAction } from './define'

export const chooseMailsAtHome = defineAction({
  as: 'guardian',
  schema: householdMailsSchema,
  verb: chooseHouseholdMails,
  said: 'mails.saved',
})

export const chooseMailsAtWork = defineAction({
  as: 'member',
  schema: memberMailsSchema,
  verb: chooseMemberMails,
  said: 'mails.saved',
})

export const freeOneAddress = defineAction({ as: 'member', schema: oneId, verb: freeAddress })
