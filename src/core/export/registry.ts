import { problem } from '../problem.ts'
import type { Exporter } from './exporter.ts'
import { csvExporter, xlsxExporter } from './tables/table-exporters.ts'
import { templateExporter } from './template/template-exporter.ts'
import { memoExporter } from './memo/memo-exporter.ts'
import { markdownExporter } from './markdown/markdown-exporter.ts'

export const exporters: readonly Exporter[] = [
  markdownExporter,
  memoExporter,
  csvExporter,
  xlsxExporter,
  templateExporter,
]

/** @throws Problem `unsupported` */
export function exporterFor(format: string): Exporter {
  const exporter = exporters.find((candidate) => candidate.format === format)
  if (exporter) return exporter
  const known = exporters.map((candidate) => candidate.format).join(', ')
  throw problem('unsupported', 'noExportFormat', { format, known })
}

/** The profile that is meant: the first one unless another is asked for. @throws Problem `unsupported` for one that there is not */
export function profileOf({ name, profiles }: Exporter, profile: string | undefined): string | undefined {
  if (profile === undefined) return profiles[0]?.name
  if (profiles.some((one) => one.name === profile)) return profile
  const known = profiles.map((one) => one.name).join(', ')
  throw problem('unsupported', 'noExportProfile', {
    format: name.en,
    profile,
    known: known === '' ? '–' : known,
  })
}
