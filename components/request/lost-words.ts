import type { OpenRequest } from '@/lib/domain/request/pages'
import { listOf } from '@/lib/format/list'
import { text } from '@/lib/format/text'

/** That somebody else was given the times of a request. */
export const lostWords = (choices: OpenRequest['choices']): string =>
  text('request')('lost', { times: listOf(choices.map(({ label }) => label)) })
