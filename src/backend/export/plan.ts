import type * as z from 'zod'
import type { ExportSelection } from '../../contract/exports.ts'
import type { Exporter, ExportRequest } from '../../core/export/exporter.ts'
import { modelVersion } from '../../storage/read-model/tables.ts'
import { version } from '../program/version.ts'

export type Selection = z.infer<typeof ExportSelection>

/** What is to be exported, and how. */
export interface Plan {
  selection: Selection
  exporter: Exporter
  request: Omit<ExportRequest, 'places'>
  /** What its files in a folder are told from others by. */
  by: string
  /** All that its files depend on besides the notebook. */
  mark: string
}

/** @throws Problem `unsupported` for a format or a profile that there is not */
export async function planOf(selection: Selection): Promise<Plan> {
  const { exporterFor, profileOf } = await import('../../core/export/registry.ts')
  const { format, template, shown, options, language, articles, claims, confidential } = selection
  const exporter = exporterFor(format)
  const profile = profileOf(exporter, selection.profile)
  // Files of templates go by the template.
  const by = [
    format,
    ...(exporter.splitsByProfile ? [profile] : []),
    ...(template ? [template.fileName] : []),
    // A list as it is shown is a file of its own.
    ...(shown && exporter.isTable ? ['shown', shown.list] : []),
  ].join('/')
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const request = { options, profile, template, language }
  const asked = { ...request, format, articles, claims, shown, confidential }
  return {
    selection,
    exporter,
    request,
    by,
    mark: JSON.stringify({ version, modelVersion, zone, ...asked }),
  }
}
