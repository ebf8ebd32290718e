import { problem } from '../../problem.ts'
import { encodingStated } from '../decode.ts'
import type { Importer } from '../importer.ts'
import { dataAddress } from '../office/pictures.ts'
import { readPropertyList } from './property-list.ts'
import { withPictures } from './with-pictures.ts'

/** A page as Safari saves it: a property list with the page and what belongs to it. */
export const webarchive: Importer = {
  format: 'webarchive',
  noun: { en: 'a Safari web archive', de: 'ein Webarchiv von Safari', ar: 'أرشيف ويب من Safari' },
  extensions: ['webarchive'],
  mediaTypes: ['application/x-webarchive'],
  sniff: ({ text }) => (text.startsWith('bplist00') ? 0.9 : 0),
  async *read({ bytes, fileName, given, take }, { readInner }) {
    const archive = asRecord(listIn(bytes))
    const main = asRecord(archive['WebMainResource'])
    const page = main['WebResourceData']
    if (!(page instanceof Uint8Array)) throw problem('bad-input', 'documentDamaged', {})
    const address = asText(main['WebResourceURL'])
    const others = Array.isArray(archive['WebSubresources']) ? archive['WebSubresources'].map(asRecord) : []
    const pictures = new Map(
      others.flatMap((one) => {
        const [type, content] = [asText(one['WebResourceMIMEType']), one['WebResourceData']]
        if (!/^image\/(?:png|jpeg|gif|webp|avif)$/.test(type) || !(content instanceof Uint8Array)) return []
        const source = dataAddress(content, type)
        return source === undefined ? [] : [[asText(one['WebResourceURL']), source] as const]
      }),
    )
    yield* readInner({
      bytes: withPictures(new Uint8Array(page), pictures, address),
      fileName: fileName.replace(/\.webarchive$/i, '.html'),
      given: { ...given, url: given?.url ?? (/^https?:/.test(address) ? address : undefined) },
      take,
      encoding: encodingStated(page, asText(main['WebResourceTextEncodingName']) || undefined),
    })
  },
}

function listIn(bytes: Uint8Array): unknown {
  try {
    return readPropertyList(bytes)
  } catch (cause) {
    throw problem('bad-input', 'documentDamaged', {}, { cause })
  }
}

const asRecord = (value: unknown): Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value } : {}
const asText = (value: unknown): string => (typeof value === 'string' ? value : '')
