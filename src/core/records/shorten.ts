/** A text that fits into a label. */
export const shorten = (text: string, length = 60): string =>
  text.length <= length ? text : `${text.slice(0, length).trimEnd()}…`
