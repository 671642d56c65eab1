/** How a photo or film is kept. Whatever arrives as MOV is rewritten as MP4. */
export const photoFormats = ['webp', 'mp4', 'webm'] as const
export type PhotoFormat = (typeof photoFormats)[number]

/** A film is this short, so that it shows one thing and travels from a doorstep. Ours. */
export const mostFilmSeconds = 30
/** Seconds over it that are let go: a phone's own limit ends a little late. */
export const filmGrace = 1
/** At most this many bytes of a picture, and of a film: 30 seconds of a phone at its usual setting. Ours. */
export const mostPictureBytes = 12 * 1024 * 1024
export const mostFilmBytes = 100 * 1024 * 1024

/** What a file field offers to take. Without HEIC in it, an iPhone sends JPEG by itself. */
export const pictureTypes = 'image/jpeg,image/png,image/webp'
export const filmTypes = 'video/mp4,video/quicktime,video/webm'

/** Whether a file begins as one of the formats of Apple's cameras does, which few browsers can read. */
export const isHeic = (head: Uint8Array): boolean =>
  /^ftyp(hei[cfmsx]|hev[cmx]|mif1|msf1)$/.test(String.fromCharCode(...head.subarray(4, 12)))
