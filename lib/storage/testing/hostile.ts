import sharp from 'sharp'
import { words } from '../film/boxes'
import { mp4Of } from '../film/testing/mp4'
import { webmOf } from '../film/testing/webm'
import { bombs } from './bombs'
import { drawings, otherKinds } from './other-kinds'

export type Hostile = {
  what: string
  name: string
  bytes: Buffer
  /** What has to come of it; left out where both a clean copy and a refusal are right. */
  must?: 'keep' | 'refuse'
  /** Width and height it has to be kept with. */
  size?: [number, number]
}

const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="55,57.198N" exif:TellTale="yes"/>
</rdf:RDF></x:xmpmeta>`
/** Noise, so that a cut hits picture and not padding. */
const noise = (width: number, height: number) =>
  sharp(Buffer.from(Array.from({ length: width * height * 3 }, (_, at) => (at * 7919) % 251)), {
    raw: { width, height, channels: 3 },
  })
/** Telling where and with what it was taken, in EXIF, XMP and its profile. */
const telling = () =>
  noise(120, 80)
    .withExif({
      IFD0: { Make: 'TellTale', Copyright: 'Somebody' },
      IFD3: { GPSLatitude: '55/1 57/1 0/1', GPSLongitude: '3/1 11/1 0/1' },
    })
    .withXmp(xmp)
    .withIccProfile('p3')
const text = (said: string) => Buffer.from(said, 'latin1')

/** More than two hundred files that nobody should send, each different. */
export async function hostileFiles(): Promise<Hostile[]> {
  const [jpeg, png, webp] = await Promise.all([
    telling().jpeg().toBuffer(),
    telling().png().toBuffer(),
    telling().webp().toBuffer(),
  ])
  const pictures = { jpeg, png, webp }
  const films = { mp4: mp4Of(), webm: webmOf() }
  const all = { ...pictures, ...films }
  return [
    ...(await turned()),
    ...Object.entries(pictures).map(([kind, bytes]) => ({
      ...{ what: `${kind} with its place`, name: `IMG.${kind}`, bytes },
      must: 'keep' as const,
    })),
    ...cut(all),
    ...(await twoAtOnce(pictures, films)),
    ...misnamed(all),
    ...tiny(),
    ...(await bombs(jpeg)),
    ...drawings(),
    ...(await otherKinds()),
    ...mutated(all),
  ]
}

async function turned(): Promise<Hostile[]> {
  const upright = await noise(120, 80).withXmp(xmp).jpeg().toBuffer()
  return [1, 2, 3, 4, 5, 6, 7, 8].map((orientation) => ({
    what: `jpeg, orientation ${orientation}, with its place in EXIF and XMP`,
    name: 'IMG_2031.JPG',
    bytes: Buffer.concat([upright.subarray(0, 2), exifOf(orientation), upright.subarray(2)]),
    must: 'keep',
    size: orientation < 5 ? [120, 80] : [80, 120],
  }))
}

/** What a camera writes: how it was held, what it is, and where it was. */
function exifOf(orientation: number): Buffer {
  const entry = (tag: number, type: number, count: number, value: number) => {
    const bytes = Buffer.alloc(12)
    bytes.writeUInt16BE(tag)
    bytes.writeUInt16BE(type, 2)
    bytes.writeUInt32BE(count, 4)
    if (type === 3) bytes.writeUInt16BE(value, 8)
    else bytes.writeUInt32BE(value, 8)
    return bytes
  }
  const places = { make: 50, gps: 60, latitude: 90 }
  const tiff = Buffer.concat([
    ...[text('MM\0*'), words(8), text('\0\x03')],
    ...[entry(0x010f, 2, 9, places.make), entry(0x0112, 3, 1, orientation), entry(0x8825, 4, 1, places.gps)],
    ...[words(0), text('TellTale\0\0'), text('\0\x02'), entry(1, 2, 2, 0x4e000000)],
    ...[entry(2, 5, 3, places.latitude), words(0), words(55, 1, 57, 1, 0, 1)],
  ])
  const body = Buffer.concat([text('Exif\0\0'), tiff])
  const head = Buffer.from('ffe10000', 'hex')
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

const cut = (all: Record<string, Buffer>): Hostile[] =>
  Object.entries(all).flatMap(([kind, bytes]) =>
    [0.02, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9].map((share) => ({
      what: `${kind} cut to ${share}`,
      name: `cut.${kind}`,
      bytes: bytes.subarray(0, Math.floor(bytes.length * share)),
      // The end of a film may be tags alone.
      ...(share <= 0.5 || kind in { jpeg: 1, png: 1 } ? { must: 'refuse' as const } : {}),
    })),
  )

async function twoAtOnce(
  pictures: Record<string, Buffer>,
  films: Record<string, Buffer>,
): Promise<Hostile[]> {
  const behind = {
    archive: text('PK\x03\x04secret' + 'PK\x05\x06' + '\0'.repeat(18)),
    page: text('<html><script>steal()</script>'),
    program: text('<?php system(1);'),
    drawing: text('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    document: text('%PDF-1.7 hidden'),
  }
  const both = (files: Record<string, Buffer>, must?: 'refuse') =>
    Object.entries(files).flatMap(([kind, bytes]) =>
      Object.entries(behind).map(([what, more]) => ({
        what: `${kind} with a ${what} behind it`,
        name: `two.${kind}`,
        bytes: Buffer.concat([bytes, more]),
        ...(must && what !== 'document' ? { must } : {}),
      })),
    )
  const inFront = Object.entries({ ...pictures, ...films }).map(([kind, bytes]) => ({
    what: `a page in front of ${kind}`,
    name: `front.${kind}`,
    bytes: Buffer.concat([behind.page, bytes]),
    must: 'refuse' as const,
  }))
  const comment = Buffer.concat([
    text('\xff\xd8\xff\xfe\0\x22<script>alert(document.cookie)</script>'),
    pictures.jpeg?.subarray(2) ?? text(''),
  ])
  const script = {
    what: 'jpeg with a script as its comment',
    name: 'xss.jpg',
    bytes: comment,
    must: 'refuse' as const,
  }
  return [...both(pictures, 'refuse'), ...both(films), ...inFront, script]
}

function misnamed(all: Record<string, Buffer>): Hostile[] {
  const names = [
    '../../../etc/passwd',
    'a.svg',
    'x.php\0.jpg',
    '.htaccess',
    'CON',
    `${'long'.repeat(60)}.jpg`,
  ]
  return Object.entries(all).flatMap(([kind, bytes]) =>
    names.map((name) => ({
      what: `${kind} called ${name.slice(0, 20)}`,
      name,
      bytes,
      must: 'keep' as const,
    })),
  )
}

const tiny = (): Hostile[] =>
  Array.from({ length: 14 }, (_, length) => ({
    what: `${length} bytes`,
    name: 'tiny.jpg',
    bytes: Buffer.from('ffd8ffe000104a46494600010100', 'hex').subarray(0, length),
    must: 'refuse' as const,
  }))

/** The same mistakes on every run: a small generator of its own. */
function mutated(all: Record<string, Buffer>): Hostile[] {
  let seed = 7
  const next = (below: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below
  return Object.entries(all).flatMap(([kind, whole]) =>
    Array.from({ length: 14 }, (_, which) => {
      const bytes = Buffer.from(whole)
      for (let flips = 0; flips <= which * 2; flips++) bytes[next(bytes.length)] = next(256)
      return { what: `${kind} with ${which * 2 + 1} wrong bytes`, name: `odd.${kind}`, bytes }
    }),
  )
}
