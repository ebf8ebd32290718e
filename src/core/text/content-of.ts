import type { ElementContent, Parents } from 'hast'

/** What stands in an element or a document: a doctype, which only a document may have, is never asked for here. */
export const contentOf = ({ children }: Parents): ElementContent[] => children as ElementContent[]
