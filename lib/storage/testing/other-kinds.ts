import sharp from 'sharp'
import { box } from '../film/boxes'
import { mp4Of } from '../film/testing/mp4'
import { webmOf } from '../film/testing/webm'
import type { Hostile } from './hostile'

const text = (said: string) => Buffer.from(said, 'latin1')
const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#a73' } })

/** Drawings can carry programs: none is taken, whatever it is called. */
export function drawings(): Hostile[] {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  const ways = {
    plain: svg,
    'with a prolog': `<?xml version="1.0"?>${svg}`,
    'with a mark in front': `\xef\xbb\xbf${svg}`,
    'with blanks in front': `\n\n   ${svg}`,
    'with a file of the server': `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>`,
    'that calls elsewhere':
      '<svg xmlns="http://www.w3.org/2000/svg"><image href="http://169.254.169.254/"/></svg>',
    'that laughs a thousand million times': `<!DOCTYPE svg [${Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')}]><svg>&l9;</svg>`,
  }
  return Object.entries(ways).flatMap(([what, said]) =>
    ['svg', 'jpg'].map((ending) => ({
      ...{ what: `svg ${what}, as ${ending}`, name: `drawing.${ending}`, bytes: text(said) },
      must: 'refuse' as const,
    })),
  )
}

/** What is a file, but no photo or video that browsers show. */
export async function otherKinds(): Promise<Hostile[]> {
  const kinds: Record<string, Buffer> = {
    gif: await plain(8, 8).gif().toBuffer(),
    tiff: await plain(8, 8).tiff().toBuffer(),
    avif: await plain(8, 8).avif().toBuffer(),
    heic: text('\0\0\0\x18ftypheic\0\0\0\0mif1heic'),
    bmp: text('BM\x3a\0\0\0\0\0\0\0\x36\0\0\0'),
    ico: text('\0\0\x01\0\x01\0'),
    pdf: text('%PDF-1.7\n1 0 obj'),
    zip: text('PK\x03\x04'),
    elf: text('\x7fELF\x02\x01\x01'),
    exe: text('MZ\x90\0'),
    mp3: text('ID3\x04\0\0'),
    avi: text('RIFF\x10\0\0\0AVI LIST'),
    mkv: webmOf({ docType: 'matroska' }),
    json: text('{"photo":true}'),
    fragmented: Buffer.concat([mp4Of(), box('moof')]),
    divx: mp4Of({ codec: 'XVID' }),
    'too long': mp4Of({ seconds: 45 }),
  }
  return Object.entries(kinds).map(([what, bytes]) => ({ what, name: 'photo.jpg', bytes, must: 'refuse' }))
}
