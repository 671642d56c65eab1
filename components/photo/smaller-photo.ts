/** Pixels a side; what is kept is no larger. */
const longest = 2048

/**
 * The photo as it travels: upright, no larger than what is kept, and already without place and time. What this
 * browser cannot read is sent as it is, and the server says what is wrong with it.
 */
export async function smallerPhoto(file: File): Promise<Blob> {
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(picture.width * scale))
    canvas.height = Math.max(1, Math.round(picture.height * scale))
    const pen = canvas.getContext('2d')
    if (!pen) return file
    // A transparent drawing becomes one on white, not on black.
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const made = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.88))
    return made ?? file
  } catch {
    return file
  }
}
