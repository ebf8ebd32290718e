import { describe, expect, it } from 'vitest'
import { withoutLinkLists } from '../../../src/core/import/link-lists.ts'

const link = (text: string): string => `<a href="/other">${text}</a>`

describe('what leads to other articles', () => {
  it.each([
    [
      'a heading with its list',
      `<p>Stays.</p><h3>You may also like…</h3><ul><li>${link('Another')}</li></ul><p>Stays too.</p>`,
    ],
    [
      'a line',
      `<p>Stays.</p><p><strong>Related: ${link('Another article of ours')}</strong></p><p>Stays too.</p>`,
    ],
    [
      'lines below a heading',
      `<p>Stays.</p><p>Read more</p><p>${link('One')}</p><p>${link('Two')}</p><p>Stays too.</p>`,
    ],
    [
      'what is for readers of the page only',
      '<p>Stays.</p><div>Advertisement</div><p>Continue Reading Below</p><p>Stays too.</p>',
    ],
    [
      'in another language',
      `<p>Stays.</p><h2>Lesen Sie auch</h2><ul><li>${link('Anderes')}</li></ul><p>Stays too.</p>`,
    ],
    [
      'where readers comment',
      '<p>Stays.</p><section id="respond"><h3>Kommentar verfassen</h3><p>Gib ihn hier ein.</p></section><p>Stays too.</p>',
    ],
    [
      'how long it takes',
      '<p>Stays.</p><p>Lesezeit: 3 Minuten</p><p>Stays too.</p><h2>Auch interessant</h2>',
    ],
    [
      'how to see a picture',
      '<p>Stays.</p><p>Bild anzeigen</p><p>Keine Kommentare (erst nach Freigabe)</p><p>Stays too.</p>',
    ],
  ])('goes: %s', (_what, html) => {
    expect(withoutLinkLists(html)).toBe('<p>Stays.</p><p>Stays too.</p>')
  })

  it.each([
    [
      'words of its own',
      `<p>Related: the council said so, as ${link('we wrote')} on Monday, and again today.</p>`,
    ],
    [
      'notes and sources',
      `<h2>References</h2><ol><li>${link('A study')}</li></ol><h2>See also</h2><ul><li>${link('Ferries')}</li></ul>`,
    ],
    [
      'a heading with text below',
      '<h3>Read more</h3><p>People read more than they used to, says the library.</p>',
    ],
    ['a last paragraph that begins alike', '<p>They met.</p><p>More in sorrow than in anger, she said.</p>'],
    [
      'a list of links without such a heading',
      `<p>The documents:</p><ul><li>${link('The contract')}</li></ul>`,
    ],
  ])('but not %s', (_what, html) => {
    expect(withoutLinkLists(html)).toBe(html)
  })
})
