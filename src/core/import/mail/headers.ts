/** A few lines of headers, as mail has them. */
const mailHeaders = /^(?:[A-Za-z][A-Za-z-]*:[^\n]*\r?\n(?:[ \t][^\n]*\n)*){2}/

/** Whether a text begins as a message does (RFC 5322). */
export const isMail = (text: string): boolean =>
  mailHeaders.test(text) && /^(?:from|to|subject|date|received|return-path|message-id):/im.test(text)
