import { copyOfFrame } from './smaller-photo'

/** So long a browser may need to open a film; then it goes unseen, and the server looks. */
const patience = 4_000

/** How long a film is, in seconds, and a small picture of its beginning; nulls where this browser cannot tell. */
export async function lookAtFilm(file: Blob): Promise<{ seconds: number | null; copy: Blob | null }> {
  const film = document.createElement('video')
  const address = URL.createObjectURL(file)
  try {
    Object.assign(film, { muted: true, playsInline: true, preload: 'auto', src: address })
    await new Promise<void>((done) => {
      for (const heard of ['loadeddata', 'error'] as const) film.addEventListener(heard, () => done())
      setTimeout(done, patience)
    })
    const copy = film.videoWidth > 0 ? await copyOfFrame(film).catch(() => null) : null
    return { seconds: Number.isFinite(film.duration) ? film.duration : null, copy }
  } finally {
    film.removeAttribute('src')
    film.load()
    URL.revokeObjectURL(address)
  }
}
