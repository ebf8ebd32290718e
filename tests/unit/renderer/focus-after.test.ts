import { JSDOM } from 'jsdom'
import { beforeEach, describe, expect, it, vi } from 'vitest'

const { window } = new JSDOM('', { pretendToBeVisual: true })
vi.stubGlobal('document', window.document)
vi.stubGlobal('HTMLElement', window.HTMLElement)
vi.stubGlobal('AbortController', window.AbortController)
vi.stubGlobal('requestAnimationFrame', window.requestAnimationFrame.bind(window))
vi.stubGlobal('CSS', { escape: (text: string) => text })
// Nothing is laid out here: what is in the document is there.
window.HTMLElement.prototype.getClientRects = function (this: HTMLElement) {
  return (this.isConnected ? [1] : []) as unknown as DOMRectList
}
const { focusAfter } = await import('../../../src/renderer/src/composables/use-focus-after.ts')
const { document } = window

const find = (selector: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`there is no ${selector}`)
  return found
}
const focused = (): string => (document.activeElement?.id ?? '') || (document.activeElement?.tagName ?? '')

describe('the focus after something was done', () => {
  beforeEach(() => {
    document.body.innerHTML = `<main id="main"><section><h2 id="title">Open work</h2><ul>${['a', 'b', 'c']
      .map((id) => `<li data-item id="item-${id}"><button id="${id}" class="aside">Set aside</button></li>`)
      .join('')}</ul></section><button id="other">Other</button></main>`
  })

  it('is at the next item, when its own goes away at once, or a long time after', async () => {
    find('#b').focus()
    void focusAfter(() => find('#item-b').remove())
    await expect.poll(focused).toBe('c')
    find('#a').focus()
    void focusAfter(() => setTimeout(() => find('#item-a').remove(), 2_500))
    await expect.poll(focused, { timeout: 10_000 }).toBe('c')
  })

  it('is at the heading when nothing is left in the list', async () => {
    find('#b').focus()
    void focusAfter(() => document.querySelectorAll('li').forEach((item) => item.remove()))
    await expect.poll(focused).toBe('title')
  })

  it('is at the control that is named', async () => {
    find('#a').focus()
    void focusAfter(() => {
      find('#item-a').innerHTML =
        '<button id="first">First</button><button id="undo" data-focus="undo.a">Undo</button>'
    }, ['undo.a'])
    await expect.poll(focused).toBe('undo')
  })

  it('stays where one went meanwhile', async () => {
    find('#a').focus()
    void focusAfter(() => {
      find('#other').focus()
      setTimeout(() => find('#item-a').remove(), 20)
    })
    await new Promise((done) => window.requestAnimationFrame(() => done(null)))
    await expect.poll(() => document.querySelector('#item-a')).toBeNull()
    expect(focused()).toBe('other')
  })
})
