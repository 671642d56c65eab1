import { isHeic } from '@/lib/domain/photo/photo'

export type Kind = 'jpeg' | 'png' | 'webp' | 'heic' | 'mp4' | 'webm'

/** What the first bytes say a file is; its name and its declared type say nothing. */
export function kindOf(given: Uint8Array): Kind | null {
  const head = Buffer.from(given.buffer, given.byteOffset, Math.min(given.length, 16))
  const at = (from: number, to: number) => head.subarray(from, to).toString('latin1')
  if (at(0, 3) === '\xff\xd8\xff') return 'jpeg'
  if (at(0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (at(0, 4) === 'RIFF' && at(8, 12) === 'WEBP') return 'webp'
  if (isHeic(head)) return 'heic'
  // Old QuickTime files begin without saying what they are.
  if (at(4, 8) === 'ftyp' ? !/^avi[fs]$/.test(at(8, 12)) : /^(moov|mdat|wide)$/.test(at(4, 8))) return 'mp4'
  if (at(0, 4) === '\x1a\x45\xdf\xa3') return 'webm'
  return null
}

export const isFilm = (kind: Kind | null): kind is 'mp4' | 'webm' => kind === 'mp4' || kind === 'webm'

/** Long enough that the noise of a photo does not spell one by chance. */
const pages = ['<script', '<!doctype', '<html>', '<svg xmlns', '<?php']

/**
 * Whether a picture is a second thing at once: a page, a program, a document or an archive in the same bytes.
 * It would be left behind anyway; somebody who sends one is told so. What phones append (a moving picture, a
 * depth map) is none of these.
 */
export function carriesMore(given: Uint8Array): boolean {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.length)
  if (bytes.subarray(0, 1024).includes('%PDF-')) return true
  // The end of an archive's table stands within its last 64 kB.
  if (bytes.subarray(-65_600).includes('PK\x05\x06', 0, 'latin1')) return true
  const lower = bytes.toString('latin1').toLowerCase()
  return pages.some((mark) => lower.includes(mark))
}
