/** What the door of photos said. */
export type Heard = { status: number; body: unknown; retryAfter: string | null }

/** So long without a byte going out, or without an answer once all are there, means: no answer. */
const patience = 90_000
/** Milliseconds between two words about how far it is. */
const pace = 200

/** Sends a form with one photo and tells how much of it is there, from 0 to 1. Null where no answer came; never throws. */
export function sendPhoto(to: string, form: FormData, tell?: (share: number) => void): Promise<Heard | null> {
  return new Promise((done) => {
    const request = new XMLHttpRequest()
    let patient = setTimeout(() => request.abort(), patience)
    let told = -pace
    const end = (heard: Heard | null) => {
      clearTimeout(patient)
      done(heard)
    }
    request.upload.onprogress = ({ loaded, total, timeStamp }) => {
      clearTimeout(patient)
      patient = setTimeout(() => request.abort(), patience)
      if (loaded < total && timeStamp - told < pace) return
      told = timeStamp
      tell?.(total > 0 ? loaded / total : 0)
    }
    request.onload = () =>
      end({
        status: request.status,
        body: read(request.responseText),
        retryAfter: request.getResponseHeader('retry-after'),
      })
    request.onerror = () => end(null)
    request.onabort = () => end(null)
    request.open('POST', to)
    request.setRequestHeader('accept', 'application/json')
    request.send(form)
  })
}

function read(answer: string): unknown {
  try {
    return JSON.parse(answer)
  } catch {
    return null
  }
}
