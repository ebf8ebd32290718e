import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Rectangle } from 'electron'
import * as z from 'zod'

const Bounds = z.object({ x: z.int(), y: z.int(), width: z.int().min(300), height: z.int().min(200) })
const fileName = 'window.json'

/** The place and size that the window had; a good size the first time. */
export function rememberedBounds(folder: string): Partial<Rectangle> {
  try {
    return Bounds.parse(JSON.parse(readFileSync(join(folder, fileName), 'utf8')))
  } catch {
    return { width: 1280, height: 820 }
  }
}

export function rememberBounds(folder: string, bounds: Rectangle): void {
  try {
    writeFileSync(join(folder, fileName), JSON.stringify(bounds))
  } catch {
    // Only a convenience.
  }
}
