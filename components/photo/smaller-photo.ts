/** Pixels a side; what is kept is no larger. */
const longest = 2048
/** Pixels a side of a picture to look at while the photo waits. */
const glance = 320

type Drawable = { source: CanvasImageSource; width: number; height: number }

/**
 * The photo as it travels: upright, no larger than what is kept, and already without place and time. What this
 * browser cannot read is sent as it is, and the server says what is wrong with it.
 */
export const smallerPhoto = async (file: Blob): Promise<Blob> => (await drawnAnew(file, longest)) ?? file

/** The photo as it travels, and a small one to look at; nulls where this browser cannot read it. */
export async function photoWithCopy(file: Blob): Promise<{ whole: Blob; copy: Blob } | null> {
  const whole = await drawnAnew(file, longest)
  const copy = whole && (await drawnAnew(whole, glance))
  return whole && copy && { whole, copy }
}

/** A small picture of what a film shows just now. */
export const copyOfFrame = (film: HTMLVideoElement): Promise<Blob | null> =>
  drawn({ source: film, width: film.videoWidth, height: film.videoHeight }, glance)

async function drawnAnew(file: Blob, most: number): Promise<Blob | null> {
  const picture = await createImageBitmap(file).catch(() => null)
  if (!picture) return null
  const { width, height } = picture
  const made = await drawn({ source: picture, width, height }, most).catch(() => null)
  picture.close()
  return made
}

async function drawn({ source, width, height }: Drawable, most: number): Promise<Blob | null> {
  const scale = Math.min(1, most / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  const pen = canvas.getContext('2d')
  if (!pen) return null
  // A transparent drawing becomes one on white, not on black.
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(source, 0, 0, canvas.width, canvas.height)
  return new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.88))
}
