import http from 'node:http'
import https from 'node:https'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { AwsV4Signer } from 'aws4fetch'
import { Temporal } from 'temporal-polyfill'
import type { ObjectStore } from '@/lib/env'
import { isKey, knownKey } from './key'
import type { Content, Storage } from './storage'

const emptySum = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
/** A store that says nothing for so long is not there. */
const patience = 15_000
const attempts = 3

type Question = { range?: string; content?: Content } & (
  | { method: 'GET' | 'PUT' | 'DELETE'; key: string }
  /** What there is, after where the last answer ended. */
  | { method: 'GET'; listAfter: string }
)

/** Photos in a bucket that nobody but this process reads: signed requests, never a public address. */
export function objectStorage(store: ObjectStore): Storage {
  const ask = (question: Question) => answered(store, question)
  return {
    async put(key, content) {
      const answer = await ask({ method: 'PUT', key, content })
      answer.resume()
    },
    async get(key) {
      const answer = await ask({ method: 'GET', key })
      if (answer.statusCode === 404) return nothingOf(answer)
      return wholeOf(answer)
    },
    async part(key, from, to) {
      const answer = await ask({ method: 'GET', key, range: `bytes=${from}-${to}` })
      return answer.statusCode === 404 ? nothingOf(answer) : answer
    },
    async remove(key) {
      const answer = await ask({ method: 'DELETE', key })
      answer.resume()
    },
    async *keptBefore(moment) {
      for (let after = '', more = true; more; more = after !== '') {
        const list = (await wholeOf(await ask({ method: 'GET', listAfter: after }))).toString()
        yield [...list.matchAll(entry)].flatMap(([, key = '', at = '']) =>
          isKey(key) && Temporal.Instant.compare(Temporal.Instant.from(at), moment) < 0 ? [key] : [],
        )
        after = /<NextContinuationToken>([^<]+)</.exec(list)?.[1]?.replaceAll('&amp;', '&') ?? ''
      }
    },
  }
}

/** One file of a list: the end of its name, which is our key, and when it came. */
const entry = /<Contents>.*?<Key>[^<]*?([^/<]+\/[^/<]+)<\/Key>.*?<LastModified>([^<]+)<.*?<\/Contents>/gs

async function wholeOf(answer: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of answer) parts.push(part)
  return Buffer.concat(parts)
}

const nothingOf = (answer: http.IncomingMessage): null => {
  answer.resume()
  return null
}

/** The store's answer, asked again where it was busy or did not answer; every question may be asked twice. */
async function answered(store: ObjectStore, question: Question): Promise<http.IncomingMessage> {
  for (let attempt = 1; ; attempt++) {
    const answer = await send(store, question).catch((error: Error) => error)
    const status = answer instanceof Error ? 0 : (answer.statusCode ?? 0)
    if (!(answer instanceof Error)) {
      if (status < 300 || (status === 404 && question.method !== 'PUT')) return answer
      answer.resume()
    }
    const passing = status === 0 || status === 429 || status >= 500
    if (!passing || attempt === attempts) {
      const cause = answer instanceof Error ? answer : undefined
      throw new Error(`the photo store answered ${question.method} with ${status || 'nothing'}`, { cause })
    }
    await pause(100 * 2 ** attempt)
  }
}

/** Where a question goes: to a file, or to the bucket itself, asked for what lies in our part of it. */
function addressOf({ bucket }: ObjectStore, question: Question): URL {
  if ('key' in question) return new URL(knownKey(question.key), bucket)
  const [, name = '', ...ours] = bucket.pathname.split('/')
  const address = new URL(`/${name}`, bucket)
  address.searchParams.set('list-type', '2')
  if (ours.join('')) address.searchParams.set('prefix', decodeURIComponent(ours.join('/')))
  if (question.listAfter) address.searchParams.set('continuation-token', question.listAfter)
  return address
}

async function send(store: ObjectStore, question: Question) {
  const { method, range, content } = question
  const { url, headers } = await new AwsV4Signer({
    ...{ method, url: addressOf(store, question).href, service: 's3', region: store.region },
    ...{ accessKeyId: store.accessKeyId, secretAccessKey: store.secretAccessKey },
    headers: { 'x-amz-content-sha256': content?.sha256 ?? emptySum, ...(range ? { range } : {}) },
  }).sign()
  const request = (url.protocol === 'https:' ? https : http).request(url, {
    method,
    headers: { ...Object.fromEntries(headers), ...(content ? { 'content-length': content.size } : {}) },
    timeout: patience,
  })
  request.on('timeout', () => request.destroy(new Error('the photo store is silent')))
  const answer = new Promise<http.IncomingMessage>((hear, fail) => {
    request.once('response', hear)
    request.once('error', fail)
  })
  // A refusal may come before everything is sent; then the answer counts, not the broken pipe.
  await Promise.all([
    answer,
    pipeline(content ? Readable.from(content.read()) : [], request).catch(() => answer),
  ])
  return answer
}
