import sharp from 'sharp'

/** A photo as a phone takes it, larger than what is kept of it. */
export const jpeg = async (name: string) => ({
  ...{ name, mimeType: 'image/jpeg' },
  buffer: await sharp({ create: { width: 2600, height: 1300, channels: 3, background: '#a8743a' } })
    .jpeg()
    .toBuffer(),
})
