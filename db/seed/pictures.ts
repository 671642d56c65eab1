import sharp from 'sharp'
import { portraitOf } from '@/components/animal/drawing/looks'
import type { Coat } from '@/lib/domain/animal/coats'

const width = 720
const height = 900

/** Walls, floors and the light of the hour. */
const rooms = [
  ['#c9b79a', '#8a6a4a', '#fff3d6'],
  ['#9fb0a8', '#6d5b49', '#f4f7ff'],
  ['#b99a86', '#75583f', '#ffe9c9'],
  ['#a9aab4', '#6a5a4e', '#fff6e4'],
] as const

/** What a phone took of this animal in one of four rooms: our drawing, with the light and the grain of a photo. */
export async function pictureOf(coat: Coat, nth: number): Promise<Buffer> {
  const grain = { type: 'gaussian' as const, mean: 128, sigma: 14 }
  const noise = await sharp({ create: { width, height, channels: 3, background: '#808080', noise: grain } })
    .png()
    .toBuffer()
  const scene = await drawn(sceneOf(coat, nth))
  return sharp(scene)
    .composite([{ input: noise, blend: 'soft-light' }])
    .jpeg({ quality: 84 })
    .toBuffer()
}

/** Arriving photos are never drawings, so that decoder is shut in this process; it opens for ours alone. */
async function drawn(svg: string): Promise<Buffer> {
  const decoder = { operation: ['VipsForeignLoadSvgBuffer'] }
  sharp.unblock(decoder)
  try {
    return await sharp(Buffer.from(svg)).png().toBuffer()
  } finally {
    sharp.block(decoder)
  }
}

function sceneOf(coat: Coat, nth: number): string {
  const [wall, floor, light] = rooms[nth % rooms.length] ?? rooms[0]
  const side = nth % 2 === 0 ? '' : `transform="matrix(-1 0 0 1 ${width} 0)"`
  const animal = portraitOf(coat).replace('<svg ', '<svg x="40" y="132" width="640" height="768" ')
  const all = `width="${width}" height="${height}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${all}>
<defs>
<filter id="far"><feGaussianBlur stdDeviation="9"/></filter>
<filter id="soft" x="-.3" y="-.3" width="1.6" height="1.6"><feGaussianBlur stdDeviation="26"/></filter>
<linearGradient id="sun" x2="1" y2="1"><stop stop-color="#ffe2ac" stop-opacity=".55"/><stop offset=".45" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#20140c" stop-opacity=".55"/></linearGradient>
<radialGradient id="edge" r=".75"><stop offset=".6" stop-opacity="0"/><stop offset="1" stop-opacity=".4"/></radialGradient>
</defs>
<rect ${all} fill="${wall}"/>
<g filter="url(#far)"><g ${side}>
<path d="M-40 640H760V940H-40Z" fill="${floor}"/><path d="M-40 628H760v14H-40Z" fill="#fff" opacity=".35"/>
<path d="M60 60 250 110V360L60 330ZM280 118 470 168V392L280 364Z" fill="${light}" opacity=".75"/>
<path d="M60 350 250 380V560H60ZM280 384 470 412V560H280Z" fill="${light}" opacity=".48"/>
<path d="M600 640c-10-120-60-160-90-190 50 10 90 60 95 130 5-90 40-140 85-160-30 50-60 100-60 220Z" fill="#4d6b45"/>
<path d="M550 630h100l-14 120h-72Z" fill="#a9603f"/><ellipse cx="360" cy="800" rx="420" ry="150" fill="#fff" opacity=".28"/>
</g></g>
<ellipse cx="390" cy="640" rx="270" ry="330" fill="#2a1c10" opacity=".45" filter="url(#soft)"/>
${animal}
<rect ${all} fill="url(#sun)"/><rect ${all} fill="url(#edge)"/>
</svg>`
}
