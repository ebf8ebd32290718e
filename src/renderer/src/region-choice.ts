/** Where figures and dates are written in ways of their own, as BCP 47. */
export const regions = [
  'en-GB',
  'en-US',
  'en-IN',
  'de-DE',
  'de-AT',
  'de-CH',
  'fr-FR',
  'es-ES',
  'it-IT',
  'pt-BR',
  'nl-NL',
  'ru-RU',
  'ar-EG',
  'zh-CN',
  'ja-JP',
] as const
/** A region, or that of the system. */
export type RegionChoice = 'system' | (typeof regions)[number]
