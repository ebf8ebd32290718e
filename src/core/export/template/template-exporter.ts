import type { Exporter } from '../exporter.ts'

/** Whatever a template of the user makes of the notebook. */
export const templateExporter: Exporter = {
  format: 'template',
  name: { en: 'Template', de: 'Vorlage', ar: 'قالب' },
  profiles: [],
  options: [],
  needsTemplate: true,
  // What it is made with is loaded only when it is asked for.
  write: async (input, request) => (await import('./write-template.ts')).writeTemplate(input, request),
}
