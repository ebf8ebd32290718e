/** The little that is used of edtf.js, which has no types of its own. */
declare module 'edtf' {
  /** @throws Error if the expression is not EDTF */
  export default function edtf(expression: string): { min: number; max: number }
}
