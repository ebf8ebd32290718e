import { problem } from '../problem.ts'
import type { Exporter } from './exporter.ts'
import { markdownExporter } from './markdown/markdown-exporter.ts'

export const exporters: readonly Exporter[] = [markdownExporter]

/** @throws Problem `unsupported` */
export function exporterFor(format: string): Exporter {
  const exporter = exporters.find((candidate) => candidate.format === format)
  if (exporter) return exporter
  const known = exporters.map((candidate) => candidate.format).join(', ')
  throw problem('unsupported', 'noExportFormat', { format, known })
}
