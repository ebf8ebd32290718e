import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { root } from './build-if-needed.ts'
import { chromiumArgs, ensureChromium } from './find-chromium.ts'

/** `npm run icons`: the icons of the desktop program from their drawings, in every size and container that systems ask for. */
const folder = join(root, 'resources/icons')
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
/** Up to this size the drawing for small icons is taken: fewer, thicker lines. */
const smallUpTo = 32

const executablePath = ensureChromium()
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: [...chromiumArgs],
})
const images = new Map<number, Buffer>()
try {
  for (const size of sizes) {
    const drawing = readFileSync(join(folder, size <= smallUpTo ? 'icon-small.svg' : 'icon.svg'), 'utf8')
    const page = await browser.newPage({ viewport: { width: size, height: size } })
    await page.setContent(
      `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`,
    )
    images.set(size, await page.screenshot({ omitBackground: true }))
    await page.close()
  }
} finally {
  await browser.close()
}

const image = (size: number): Buffer => images.get(size) ?? Buffer.alloc(0)

/** Windows: a directory of images, each a PNG (ICO as of Windows Vista). */
function ico(which: readonly number[]): Buffer {
  const head = Buffer.alloc(6 + 16 * which.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(which.length, 4)
  let offset = head.length
  for (const [index, size] of which.entries()) {
    const at = 6 + 16 * index
    // 256 is written as 0.
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(image(size).length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += image(size).length
  }
  return Buffer.concat([head, ...which.map(image)])
}

/** macOS: parts with a type for each size, each a PNG (Apple Icon Image format). */
function icns(): Buffer {
  const types: [string, number][] = [
    ['icp4', 16],
    ['icp5', 32],
    ['ic07', 128],
    ['ic08', 256],
    ['ic09', 512],
    ['ic10', 1024],
    ['ic11', 32],
    ['ic12', 64],
    ['ic13', 256],
    ['ic14', 512],
  ]
  const parts = types.map(([type, size]) => {
    const head = Buffer.alloc(8)
    head.write(type, 'ascii')
    head.writeUInt32BE(8 + image(size).length, 4)
    return Buffer.concat([head, image(size)])
  })
  const head = Buffer.alloc(8)
  head.write('icns', 'ascii')
  head.writeUInt32BE(8 + parts.reduce((sum, part) => sum + part.length, 0), 4)
  return Buffer.concat([head, ...parts])
}

mkdirSync(folder, { recursive: true })
for (const size of sizes) writeFileSync(join(folder, `${size}x${size}.png`), image(size))
writeFileSync(join(folder, 'icon.ico'), ico([16, 24, 32, 48, 64, 128, 256]))
writeFileSync(join(folder, 'icon.icns'), icns())
console.log(`icons in ${sizes.length} sizes, icon.ico, icon.icns`)
