import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readArticle } from '../../../support/read-article.ts'

const sentence =
  'The council met on the evening of that day and heard both of the sides that had written to it. '
const png = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
)

/** A page that unpacks itself: what stands before the archive counts in its places, and the page goes on behind it. */
function packed(behind = '--></body></html>'): Uint8Array {
  const inner = `<!doctype html><html><!--\n Page saved with SingleFile \n url: https://post.example.org/ferry \n saved date: Wed Mar 05 2031 10:11:12 GMT+0100\n--><head><meta charset="utf-8"><title>A council met</title></head><body><article><h1>A council met</h1>
    <p>${sentence.repeat(4)}</p><p><img src="images/0.png" alt="">${sentence.repeat(4)} Ende: Grüße.</p></article></body></html>`
  const prelude = strToU8('<!DOCTYPE html> <html data-sfz><meta charset=utf-8><title></title><body><!--')
  const zip = zipSync({ 'index.html': strToU8(inner), 'images/0.png': png })
  const view = new DataView(zip.buffer)
  const end = zip.length - 22
  const first = view.getUint32(end + 16, true)
  view.setUint32(end + 16, first + prelude.length, true)
  for (let at = first; at < end;) {
    view.setUint32(at + 42, view.getUint32(at + 42, true) + prelude.length, true)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return new Uint8Array([...prelude, ...zip, ...strToU8(behind)])
}

describe('a compressed page of SingleFile', () => {
  it.each(['', '--></body></html>', `-->${'<script>x()</script>'.repeat(6_000)}`])(
    'is the page in it',
    async (behind) => {
      const page = await readArticle({ bytes: packed(behind), fileName: 'page.u.zip.html' })
      expect(page).toMatchObject({
        title: 'A council met',
        urls: ['https://post.example.org/ferry'],
        copy: { address: null, made: '2031-03-05' },
      })
      expect(page.text.text).toContain('Grüße.')
      expect(page.text.html).toContain('src="data:image/png')
    },
  )

  it('that is damaged says so', async () => {
    const broken = packed().subarray(0, 300)
    await expect(readArticle({ bytes: broken, fileName: 'page.html' })).rejects.toThrow(/page\.html/)
  })
})
