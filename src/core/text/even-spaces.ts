/** A text with plain spaces for tabs and those that do not break: of the same length, so that offsets stay. */
export const evenSpaces = (text: string): string => text.replace(/[\u00a0\u202f\t]/g, ' ')
