export type Sent = { is: 'kept' } | { is: 'refused'; why: string | undefined }

/** Sends a form with one photo and tells how much of it is there, from 0 to 1. Never throws. */
export function sendPhoto(to: string, form: FormData, tell: (share: number) => void): Promise<Sent> {
  return new Promise((done) => {
    const request = new XMLHttpRequest()
    const lost = () => done({ is: 'refused', why: undefined })
    request.upload.onprogress = ({ loaded, total }) => tell(total > 0 ? loaded / total : 0)
    request.onload = () =>
      done(request.status === 201 ? { is: 'kept' } : { is: 'refused', why: messageIn(request.responseText) })
    request.onerror = lost
    request.onabort = lost
    request.open('POST', to)
    request.setRequestHeader('accept', 'application/json')
    request.send(form)
  })
}

function messageIn(answer: string): string | undefined {
  try {
    return (JSON.parse(answer) as { message?: string }).message
  } catch {
    return undefined
  }
}
