import sharp from 'sharp'
import { Temporal } from 'temporal-polyfill'
import type { GuardianViewer, MemberViewer, Viewer } from '@/lib/domain/access/viewer'
import { officeHoursFor } from '../office-hours'
import { threadOf, writeToThread } from '../thread'
import { messagesWaiting, threadList } from '../thread-list'
import { addThreadPhoto, openThreadPhoto } from '../thread-photo'
import { saveThreadRule, threadRuleOf } from '../thread-rule'
import { agendaOf, putIntoNote, putOnAgenda, tickAgenda } from '../thread-use'
import type { StrangerCase, Target } from './cases'

const now = Temporal.Instant.from('2026-05-14T08:00:00Z')
const picture = () =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: '#884' } })
    .png()
    .toBuffer()

/** A message in the thread of the household, which its practice put on the agenda. */
async function written({ world, household: { clientId } }: Target): Promise<string> {
  const message = { clientId, key: 'x', words: 'Rest her paw.', photoId: undefined }
  await writeToThread(world.consultant, message, now)
  const thread = await threadOf(world.consultant, { clientId }, now)
  const messageId = thread.messages[0]?.id ?? ''
  await putOnAgenda(world.consultant, { messageId }, now)
  return messageId
}

async function photographed({ world, household: { clientId } }: Target): Promise<string> {
  const kept = await addThreadPhoto(world.consultant, { clientId, bytes: await picture() }, now)
  if (!kept.ok) throw new Error(kept.reason)
  return kept.value.photoId
}

export const thread: Record<string, StrangerCase> = {
  threadOf: async (stranger, target) => {
    await written(target)
    return threadOf(stranger, { clientId: target.household.clientId }, now)
  },
  writeToThread: async (stranger, { household: { clientId } }) =>
    writeToThread(stranger, { clientId, key: 'x', words: 'x', photoId: undefined }, now),
  threadList: async (stranger, target) => {
    await written(target)
    return threadList(stranger)
  },
  messagesWaiting: async (stranger, target) => {
    await written(target)
    return messagesWaiting(stranger)
  },
  addThreadPhoto: async (stranger, { household: { clientId } }) =>
    addThreadPhoto(stranger, { clientId, bytes: await picture() }, now),
  openThreadPhoto: async (stranger, target) => openThreadPhoto(stranger, await photographed(target)),
}

export const threadUse: Record<string, StrangerCase> = {
  putOnAgenda: async (stranger, target) =>
    putOnAgenda(stranger as MemberViewer, { messageId: await written(target) }, now),
  tickAgenda: async (stranger, target) =>
    tickAgenda(stranger as MemberViewer, { messageId: await written(target), done: true }, now),
  putIntoNote: async (stranger, target) =>
    putIntoNote(stranger as MemberViewer, { messageId: await written(target) }, now),
  agendaOf: async (stranger, target) => {
    await written(target)
    return agendaOf(stranger, target.visitId, now)
  },
}

export const threadRule: Record<string, StrangerCase> = {
  threadRuleOf: async (stranger, { world }) => {
    const rule = { awayNote: 'Away', awayUntil: null, monthly: 10, version: 0 }
    await saveThreadRule(world.boss, rule)
    const { awayNote, monthly } = await threadRuleOf(stranger)
    return [awayNote || null, monthly]
  },
  saveThreadRule: async (stranger, { world }) => {
    const rule = { awayNote: 'Away', awayUntil: null, monthly: 10, version: 0 }
    await saveThreadRule(world.boss, rule)
    // The owner of another practice says it of their own.
    return stranger.kind === 'member' ? null : saveThreadRule(stranger as Viewer as MemberViewer, rule)
  },
}

export const officeHours: Record<string, StrangerCase> = {
  // Of the stranger's own practice, where there is one: a household hears hours and never whose.
  officeHoursFor: (stranger) =>
    stranger.kind === 'guardian'
      ? Promise.resolve(null)
      : officeHoursFor(stranger as Viewer as GuardianViewer, now),
}
