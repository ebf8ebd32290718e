import { paint, toSvg, type Picture } from './shapes.ts'

export type ImageFormat = 'svg' | 'png'
/** An image is finer than the screen, so that it can be printed. */
const scale = 2
/** Browsers draw no canvas with a longer side. */
const longestSide = 16_000

/** Hands a picture over as a file; the browser or the system asks where to put it. */
export async function saveImage(picture: Picture, name: string, format: ImageFormat): Promise<void> {
  const blob = format === 'svg' ? new Blob([toSvg(picture)], { type: 'image/svg+xml' }) : await png(picture)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = `${name}.${format}`
  link.click()
  // The download has begun by then; the memory is given back.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** @throws when the picture is too large for the browser to draw */
async function png(picture: Picture): Promise<Blob> {
  const fits = Math.min(scale, longestSide / Math.max(picture.width, picture.height))
  const canvas = new OffscreenCanvas(Math.ceil(picture.width * fits), Math.ceil(picture.height * fits))
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This picture is too large to be drawn.')
  context.scale(fits, fits)
  // OffscreenCanvas has all of the drawing methods that are used here.
  paint(context as unknown as CanvasRenderingContext2D, picture)
  return canvas.convertToBlob({ type: 'image/png' })
}
