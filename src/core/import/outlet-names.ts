/** A name by its letters and digits alone. */
export const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** The name of a site as its address has it: `post` of `www.post.example`. */
export const siteOf = (host: string): string => lettersOf(host.replace(/^www\./, '').replace(/\.[a-z]+$/, ''))

/** How many letters and digits there are in a text. */
export const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
