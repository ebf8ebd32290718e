import type { Exported, ExportedFile, ExportInput, ExportRequest } from '../exporter.ts'
import { Catalogue } from '../markdown/catalogue.ts'
import { written } from '../markdown/mdast.ts'
import { memoContent } from './memo-content.ts'
import { memoDocument } from './memo-document.ts'
import { memoPage } from './memo-page.ts'

/** One document on the claims that are chosen. */
export async function writeMemo(input: ExportInput, request: ExportRequest = {}): Promise<Exported> {
  const { profile = 'html' } = request
  const catalogue = new Catalogue(input, { ...request, profile: 'plain' })
  const words = written(memoContent(catalogue))
  const file = async (): Promise<ExportedFile> => {
    if (profile === 'markdown') return { path: 'memo.md', content: words }
    if (profile === 'docx')
      return { path: 'memo.docx', content: await memoDocument(words, input.title), words }
    return { path: 'memo.html', content: memoPage(words, input.title, catalogue.language) }
  }
  return {
    count: 1,
    withheld: catalogue.withheld,
    files: [await file()],
    missing: () => catalogue.asked.missing,
  }
}
