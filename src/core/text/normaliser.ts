/**
 * The version of the rules by which the text of record is made (`canonical.ts`, `phrasing.ts`). A text keeps those that it was made
 * by; what was read by older ones can be read again, as a new version.
 *
 * 1 had neither formulas nor links within the page; 2 not what `writePhrasing` writes; 3 had soft hyphens in its words;
 * 4 read some notes, struck words and formulas as parts of figures, and left out some controls within sentences.
 */
export const normaliser = 5
