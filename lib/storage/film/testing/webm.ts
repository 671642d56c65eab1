import { element } from '../elements'

type Wishes = { seconds?: number; docType?: string; codec?: string; live?: boolean; groups?: boolean }

const text = (id: number, said: string) => element(id, Buffer.from(said))
const byte = (id: number, value: number) => element(id, Buffer.from([value >> 8, value & 0xff]))
/** An element whose length its writer did not know yet. */
const open = (id: string) => Buffer.from(`${id}01ffffffffffffff`, 'hex')

/** A film as a browser or a phone would store it, of data that no decoder has to understand. */
export function webmOf({
  seconds = 4,
  docType = 'webm',
  codec = 'V_VP8',
  live = false,
  groups = false,
}: Wishes = {}): Buffer {
  const head = element(0x1a45dfa3, text(0x4282, docType))
  const info = element(
    0x1549a966,
    element(0x2ad7b1, Buffer.from([0x0f, 0x42, 0x40])),
    text(0x7ba9, 'Kiln Row 9'),
    text(0x4d80, 'TellTale'),
    element(0x4461, Buffer.alloc(8, 7)),
  )
  const video = element(0xe0, byte(0xb0, 640), byte(0xba, 360))
  const tracks = element(
    0x1654ae6b,
    element(
      0xae,
      byte(0xd7, 1),
      byte(0x73c5, 1),
      byte(0x83, 1),
      text(0x86, codec),
      text(0x536e, 'TellTale'),
      video,
    ),
    element(
      0xae,
      byte(0xd7, 2),
      byte(0x73c5, 2),
      byte(0x83, 2),
      text(0x86, 'A_OPUS'),
      element(0xe1, byte(0x9f, 1)),
    ),
    element(0xae, byte(0xd7, 3), byte(0x73c5, 3), byte(0x83, 17), text(0x86, 'S_TEXT/UTF8')),
  )
  const clusters = Array.from({ length: Math.max(1, Math.ceil(seconds)) }, (_, second) => {
    const blocks = [0, 500].flatMap((ms) => [1, 2, 3].map((track) => block(track, ms, groups)))
    const inside = [byte(0xe7, second * 1000), ...blocks, text(0xec, 'GPSTRACK')]
    return live ? Buffer.concat([open('1f43b675'), ...inside]) : element(0x1f43b675, ...inside)
  })
  const tags = text(0x1254c367, '+55.9533-003.1883/ TellTale')
  const attached = text(0x1941a469, 'com.apple.quicktime Kiln Row 9')
  const segment = [text(0xec, 'TellTale'), info, tracks, tags, ...clusters, ...(live ? [] : [attached])]
  return Buffer.concat([
    head,
    live ? open('18538067') : Buffer.alloc(0),
    ...(live ? segment : [element(0x18538067, ...segment)]),
  ])
}

function block(track: number, ms: number, groups: boolean): Buffer {
  const said = Buffer.from(track === 3 ? 'GPSTRACK' : `sample-of-${track}`)
  const body = Buffer.concat([Buffer.from([0x80 | track, ms >> 8, ms & 0xff, 0]), said])
  if (!groups) return element(0xa3, body)
  return element(0xa0, element(0xa1, body), element(0x9b, Buffer.from([40])), text(0x75a1, 'TellTale'))
}
