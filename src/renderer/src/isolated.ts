/** Foreign words within a sentence of the window: their signs go their own way, and the sentence its own (Unicode UAX #9, isolates). */
export const isolated = (words: string): string => `\u2068${words}\u2069`
