/** Where the digits of other scripts begin: Arabic, Persian, Devanagari, Bengali, Thai, full width. */
const rows = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10]

/** Digits of other scripts as those of ASCII; Unicode has them in rows of ten. */
export const withAsciiDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹०-९০-৯๐-๙０-９]/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    return String(code - (rows.findLast((row) => row <= code) ?? code))
  })
