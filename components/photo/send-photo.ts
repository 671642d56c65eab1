export type Sent = { is: 'kept'; photoId: string } | { is: 'refused'; why: string | undefined }

/** Sends a form with one photo and tells how much of it is there, from 0 to 1. Never throws. */
export function sendPhoto(to: string, form: FormData, tell?: (share: number) => void): Promise<Sent> {
  return new Promise((done) => {
    const request = new XMLHttpRequest()
    const lost = () => done({ is: 'refused', why: undefined })
    request.upload.onprogress = ({ loaded, total }) => tell?.(total > 0 ? loaded / total : 0)
    request.onload = () => {
      const { photoId, message } = toldIn(request.responseText)
      done(photoId === undefined ? { is: 'refused', why: message } : { is: 'kept', photoId })
    }
    request.onerror = lost
    request.onabort = lost
    request.open('POST', to)
    request.setRequestHeader('accept', 'application/json')
    request.send(form)
  })
}

function toldIn(answer: string): { photoId?: string; message?: string } {
  try {
    return JSON.parse(answer) as { photoId?: string; message?: string }
  } catch {
    return {}
  }
}
