/** How often it is looked, in milliseconds. */
const interval = 2

/**
 * Measures the longest time in which a thread did nothing but work of its own: what a window would have to wait. Time in which
 * the system gave the processor to others is left out, by the thread's own clock.
 */
export class Stretches {
  #longest = 0
  #cpu = 0
  #timer: NodeJS.Timeout | undefined

  start(): void {
    this.#cpu = cpuTime()
    this.#timer = setInterval(() => {
      const cpu = cpuTime()
      this.#longest = Math.max(this.#longest, cpu - this.#cpu)
      this.#cpu = cpu
    }, interval)
  }

  /** @returns milliseconds */
  stop(): number {
    clearInterval(this.#timer)
    return this.#longest
  }
}

function cpuTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}
