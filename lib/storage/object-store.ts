import http from 'node:http'
import https from 'node:https'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { AwsV4Signer } from 'aws4fetch'
import type { ObjectStore } from '@/lib/env'
import { knownKey } from './key'
import type { Content, Storage } from './storage'

const emptySum = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
/** A store that says nothing for so long is not there. */
const patience = 15_000
const attempts = 3

type Question = { method: 'GET' | 'PUT' | 'DELETE'; key: string; range?: string; content?: Content }

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
      const parts: Buffer[] = []
      for await (const part of answer as AsyncIterable<Buffer>) parts.push(part)
      return Buffer.concat(parts)
    },
    async part(key, from, to) {
      const answer = await ask({ method: 'GET', key, range: `bytes=${from}-${to}` })
      return answer.statusCode === 404 ? nothingOf(answer) : answer
    },
    async remove(key) {
      const answer = await ask({ method: 'DELETE', key })
      answer.resume()
    },
  }
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

async function send(store: ObjectStore, { method, key, range, content }: Question) {
  const { url, headers } = await new AwsV4Signer({
    ...{ method, url: new URL(knownKey(key), store.bucket).href, service: 's3', region: store.region },
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
