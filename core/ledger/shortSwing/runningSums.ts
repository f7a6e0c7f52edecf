import type { Quantities, QuantityList } from './quantities.ts'

/**
 * The running sums of a row of steps: sum `k` is that of the steps 0 to `k`. A step can be changed, and the least of a
 * stretch of sums be found, in time that grows with the logarithm of their number. A binary tree, node 1 its root: each
 * node has the sum of its steps and the least of their running sums, counted from its own beginning.
 */
export class RunningSums<T extends number | bigint> {
  readonly length: number
  private readonly leaves: number
  private readonly sum: QuantityList<T>
  private readonly least: QuantityList<T>
  private readonly q: Quantities<T>

  /** `steps` is not empty. */
  constructor(steps: QuantityList<T>, quantities: Quantities<T>) {
    this.length = steps.length
    this.q = quantities
    this.leaves = 2 ** Math.ceil(Math.log2(steps.length))
    // Steps of zero behind the last one repeat the last sum: they make no stretch's least sum less.
    this.sum = quantities.list(2 * this.leaves)
    this.least = quantities.list(2 * this.leaves)
    for (let k = 0; k < steps.length; k++) {
      this.sum[this.leaves + k] = steps[k]!
      this.least[this.leaves + k] = steps[k]!
    }
    for (let node = this.leaves - 1; node > 0; node--) this.gather(node)
  }

  /** Adds to step `k`, and so to all sums from `k` on. Beyond the last step nothing is done. */
  add(k: number, amount: T): void {
    if (k >= this.length) return
    const leaf = this.leaves + k
    const step = this.q.plus(this.sum[leaf]!, amount)
    this.sum[leaf] = step
    this.least[leaf] = step
    for (let node = leaf >> 1; node > 0; node >>= 1) this.gather(node)
  }

  /** The least of the sums `k` to the last. */
  leastFrom(k: number): T {
    const { q, sum, least } = this
    let node = this.leaves + k
    let before = q.zero
    let here = sum[node]!
    let found = here
    for (; node > 1; node >>= 1) {
      const beside = node ^ 1
      if (beside < node) before = q.plus(before, sum[beside]!)
      else {
        found = this.lesser(found, q.plus(here, least[beside]!))
        here = q.plus(here, sum[beside]!)
      }
    }
    return q.plus(before, found)
  }

  /** The least of the sums 0 to `k`. */
  leastTo(k: number): T {
    let node = this.leaves + k
    let found = this.sum[node]!
    for (; node > 1; node >>= 1) {
      if ((node & 1) === 0) continue
      found = this.lesser(this.least[node - 1]!, this.q.plus(this.sum[node - 1]!, found))
    }
    return found
  }

  /** The last sum that is at most `bound`; there is one. */
  lastAtMost(bound: T): number {
    return Math.min(this.find(bound, true), this.length - 1)
  }

  /** The first sum that is at most `bound`; there is one. */
  firstAtMost(bound: T): number {
    return this.find(bound, false)
  }

  private find(bound: T, isLast: boolean): number {
    const { q, sum, least } = this
    let before = q.zero
    let node = 1
    while (node < this.leaves) {
      const left = 2 * node
      const beforeRight = q.plus(before, sum[left]!)
      const isRight = isLast
        ? !q.isLess(bound, q.plus(beforeRight, least[left + 1]!))
        : q.isLess(bound, q.plus(before, least[left]!))
      if (isRight) before = beforeRight
      node = isRight ? left + 1 : left
    }
    return node - this.leaves
  }

  private gather(node: number): void {
    const { q, sum, least } = this
    const left = 2 * node
    sum[node] = q.plus(sum[left]!, sum[left + 1]!)
    least[node] = this.lesser(least[left]!, q.plus(sum[left]!, least[left + 1]!))
  }

  private lesser(one: T, other: T): T {
    return this.q.isLess(other, one) ? other : one
  }
}
