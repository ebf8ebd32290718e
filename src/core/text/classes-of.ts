import type { Element } from 'hast'

/** The names of the classes of an element, with spaces between them; '' where it has none. */
export const classesOf = ({ properties }: Pick<Element, 'properties'>): string =>
  [properties['className'] ?? ''].flat().join(' ')
