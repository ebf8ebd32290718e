/**
 * A page with the pictures in it that came along in its file. What is not ASCII is left as it is: whoever reads the page finds its
 * encoding out.
 * @param pictures what holds each, by its address
 */
export function withPictures(
  page: Uint8Array,
  pictures: ReadonlyMap<string, string>,
  base: string,
): Uint8Array {
  if (pictures.size === 0) return page
  const text = new TextDecoder('latin1').decode(page)
  const found = text.replace(
    /(<img\b[^>]{0,4000}?\ssrc=)(["'])([^"']{1,2000})\2/gi,
    (whole, before: string, quote: string, source: string) => {
      const plain = source.replaceAll('&amp;', '&')
      const whereTo = URL.canParse(plain, base === '' ? undefined : base)
        ? new URL(plain, base || undefined).href
        : plain
      const address = pictures.get(plain) ?? pictures.get(whereTo)
      return address === undefined ? whole : `${before}${quote}${address}${quote}`
    },
  )
  // `latin1` is read as windows-1252, whose letters have other numbers than their bytes.
  return Uint8Array.from(found, (letter) => byteOf(letter))
}

const high = new Map(
  Array.from(
    new TextDecoder('latin1').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte)),
    (letter, byte) => [letter, byte],
  ),
)
const byteOf = (letter: string): number => high.get(letter) ?? 0x3f
