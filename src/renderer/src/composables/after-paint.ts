/** A window that is not looked at paints nothing; then it is gone on without, after so long, in milliseconds. */
const longest = 100

/** Once what was just changed is on the screen: what is posted in a frame's callback comes right behind its paint. */
export const afterPaint = (): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, longest)
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        clearTimeout(timer)
        port1.close()
        resolve()
      }
      port2.postMessage(null)
    })
  })
