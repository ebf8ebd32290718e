import { paint, toSvg, type Picture } from './shapes.ts'

export type ImageFormat = 'svg' | 'png'
/** An image is finer than the screen, so that it can be printed. */
const scale = 2
/** Browsers draw no canvas with a longer side. */
const longestSide = 16_000

/**
 * Hands a picture over as a file; the browser or the system asks where to put it.
 * @returns whether the browser could draw it: not where it is too large
 */
export async function saveImage(picture: Picture, name: string, format: ImageFormat): Promise<boolean> {
  const blob = format === 'svg' ? new Blob([toSvg(picture)], { type: 'image/svg+xml' }) : await png(picture)
  if (!blob) return false
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = `${name}.${format}`
  link.click()
  // The download has begun by then; the memory is given back.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  return true
}

async function png(picture: Picture): Promise<Blob | undefined> {
  const fits = Math.min(scale, longestSide / Math.max(picture.width, picture.height))
  const canvas = new OffscreenCanvas(Math.ceil(picture.width * fits), Math.ceil(picture.height * fits))
  const context = canvas.getContext('2d')
  if (!context) return undefined
  context.scale(fits, fits)
  // OffscreenCanvas has all of the drawing methods that are used here.
  paint(context as unknown as CanvasRenderingContext2D, picture)
  return canvas.convertToBlob({ type: 'image/png' })
}
