/**
 * Which of a number of things belong together, as joins come in; each join is nearly constant in time (disjoint sets with
 * path halving and union by size, after Tarjan, 1975).
 */
export class UnionFind {
  readonly #parent: Int32Array
  readonly #size: Int32Array

  constructor(length: number) {
    this.#parent = Int32Array.from({ length }, (_, at) => at)
    this.#size = new Int32Array(length).fill(1)
  }

  /** The one that stands for all that `at` was joined with. */
  find(at: number): number {
    const parent = this.#parent
    let current = at
    for (let next = parent[current] ?? current; next !== current; next = parent[current] ?? current) {
      parent[current] = parent[next] ?? next
      current = parent[current] ?? next
    }
    return current
  }

  join(a: number, b: number): void {
    const [one, other] = [this.find(a), this.find(b)]
    if (one === other) return
    const [sizeOne, sizeOther] = [this.#size[one] ?? 1, this.#size[other] ?? 1]
    const [root, child] = sizeOne >= sizeOther ? [one, other] : [other, one]
    this.#parent[child] = root
    this.#size[root] = sizeOne + sizeOther
  }
}
