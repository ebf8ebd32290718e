/** What pictures are made of; painted on the screen and written to files from the same list. Lengths are CSS pixels. */
export type Shape =
  | {
      kind: 'box'
      x: number
      y: number
      width: number
      height: number
      fill: string
      stroke?: string
      isDashed?: boolean
      /** Which ends fade out, since nobody knows exactly where they are, or they have none. */
      fades?: Fading
      radius?: number
    }
  | {
      kind: 'line'
      from: [number, number]
      to: [number, number]
      stroke: string
      width: number
      isDashed?: boolean
    }
  | { kind: 'circle'; x: number; y: number; radius: number; fill: string; stroke?: string }
  | {
      kind: 'words'
      x: number
      y: number
      text: string
      fill: string
      size: number
      isBold?: boolean
      anchor?: 'start' | 'middle' | 'end'
    }

export type Fading = 'both' | 'start' | 'end'

export interface Picture {
  width: number
  height: number
  background: string
  shapes: readonly Shape[]
}

const footHeight = 28

/** The picture with a line of words under it. */
export const withFoot = ({ height, shapes, ...picture }: Picture, text: string, fill: string): Picture => ({
  ...picture,
  height: height + footHeight,
  shapes: [
    ...shapes,
    // What goes on below the picture would be in the way of the words.
    {
      kind: 'box',
      x: 0,
      y: height,
      width: picture.width,
      height: footHeight,
      fill: picture.background,
    },
    { kind: 'words', x: 12, y: height + 18, text, fill, size: 12 },
  ],
})

const font = "'Inter Variable', system-ui, sans-serif"
const fadeLength = 0.35
const dash = [3, 2]

/** Paints a picture; the canvas may be finer than CSS pixels. */
export function paint(
  context: CanvasRenderingContext2D,
  { width, height, background, shapes }: Picture,
): void {
  context.fillStyle = background
  context.fillRect(0, 0, width, height)
  for (const shape of shapes) paintShape(context, shape)
}

function paintShape(context: CanvasRenderingContext2D, shape: Shape): void {
  context.setLineDash('isDashed' in shape && shape.isDashed ? dash : [])
  if (shape.kind === 'words') {
    context.font = `${shape.isBold ? 600 : 400} ${shape.size}px ${font}`
    context.textAlign = shape.anchor === 'middle' ? 'center' : (shape.anchor ?? 'start')
    context.fillStyle = shape.fill
    context.fillText(shape.text, shape.x, shape.y)
    return
  }
  context.beginPath()
  if (shape.kind === 'line') {
    context.moveTo(...shape.from)
    context.lineTo(...shape.to)
    context.lineWidth = shape.width
  } else if (shape.kind === 'circle') context.arc(shape.x, shape.y, shape.radius, 0, 2 * Math.PI)
  else context.roundRect(shape.x, shape.y, shape.width, shape.height, shape.radius ?? 0)
  if (shape.kind !== 'line') {
    context.fillStyle = shape.kind === 'box' && shape.fades ? fading(context, shape) : shape.fill
    context.fill()
    context.lineWidth = 1
  }
  if (shape.stroke === undefined) return
  context.strokeStyle = shape.stroke
  context.stroke()
}

/** Where along a box its colour is clear, and where full. */
const stopsOf = (fades: Fading = 'both'): { at: number; isClear: boolean }[] => [
  { at: 0, isClear: fades !== 'end' },
  { at: fadeLength, isClear: false },
  { at: 1 - fadeLength, isClear: false },
  { at: 1, isClear: fades !== 'start' },
]

function fading(
  context: CanvasRenderingContext2D,
  { x, width, fill, fades }: { x: number; width: number; fill: string; fades?: Fading },
): CanvasGradient {
  const gradient = context.createLinearGradient(x, 0, x + width, 0)
  const clear = `color-mix(in srgb, ${fill} 10%, transparent)`
  for (const { at, isClear } of stopsOf(fades)) gradient.addColorStop(at, isClear ? clear : fill)
  return gradient
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string =>
  // XML has no way to write other control characters, halves of characters, and what is none.
  text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n]|[\ufffe\uffff]/gu, '')
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
const rounded = (value: number): string => String(Math.round(value * 100) / 100)

/** The picture as an SVG 1.1 file that stands alone. */
export function toSvg({ width, height, background, shapes }: Picture): string {
  const faded: Gradients = new Map()
  const body = shapes.map((shape) => shapeToSvg(shape, faded)).join('\n')
  const gradients = [...faded.values()].map(
    ({ id, fill, fades }) =>
      `<linearGradient id="${id}">${stopsOf(fades)
        .map(
          ({ at, isClear }) =>
            `<stop offset="${at}" stop-color="${fill}"${isClear ? ' stop-opacity="0.1"' : ''}/>`,
        )
        .join('')}</linearGradient>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${rounded(width)}" height="${rounded(height)}" viewBox="0 0 ${rounded(width)} ${rounded(height)}" font-family="${escaped(font)}">
<defs>${gradients.join('')}</defs>
<rect width="100%" height="100%" fill="${background}"/>
${body}
</svg>
`
}

type Gradients = Map<string, { id: string; fill: string; fades: Fading }>

function shapeToSvg(shape: Shape, faded: Gradients): string {
  const stroke = shape.kind === 'words' || shape.stroke === undefined ? '' : ` stroke="${shape.stroke}"`
  const dashes = 'isDashed' in shape && shape.isDashed ? ` stroke-dasharray="${dash.join(' ')}"` : ''
  if (shape.kind === 'words')
    return `<text x="${rounded(shape.x)}" y="${rounded(shape.y)}" font-size="${shape.size}" fill="${shape.fill}"${shape.isBold ? ' font-weight="600"' : ''}${shape.anchor ? ` text-anchor="${shape.anchor}"` : ''}>${escaped(shape.text)}</text>`
  if (shape.kind === 'line')
    return `<line x1="${rounded(shape.from[0])}" y1="${rounded(shape.from[1])}" x2="${rounded(shape.to[0])}" y2="${rounded(shape.to[1])}" stroke-width="${rounded(shape.width)}"${stroke}${dashes}/>`
  if (shape.kind === 'circle')
    return `<circle cx="${rounded(shape.x)}" cy="${rounded(shape.y)}" r="${rounded(shape.radius)}" fill="${shape.fill}"${stroke}/>`
  const { x, y, width, height, fill, fades, radius } = shape
  const key = `${fades ?? ''} ${fill}`
  if (fades && !faded.has(key)) faded.set(key, { id: `fade-${faded.size}`, fill, fades })
  return `<rect x="${rounded(x)}" y="${rounded(y)}" width="${rounded(width)}" height="${rounded(height)}" rx="${radius ?? 0}" fill="${fades ? `url(#${faded.get(key)?.id})` : fill}"${stroke}${dashes}/>`
}
