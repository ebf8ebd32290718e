import { locate } from '../core/anchoring/locate.ts'
import type { Finding } from '../contract/contract.ts'
import { Problem } from '../core/problem.ts'
import { originalExtension } from '../core/records/article.ts'
import type { Id } from '../core/records/base.ts'
import { readText } from '../core/text/read-text.ts'
import { readIfThere } from '../storage/files.ts'
import { sha256 } from '../storage/content-store.ts'
import type { NotebookStore } from '../storage/notebook-store.ts'

/** Looks at everything in a notebook: documents, texts, originals, offsets, references and the log. */
export async function checkNotebook(store: NotebookStore): Promise<Finding[]> {
  const findings: Finding[] = store.model
    .damaged()
    .map(({ document, message }) => ({ where: document, message }))
  const report = (where: string, message: string): void => {
    findings.push({ where, message })
  }
  const exists = (id: Id): boolean => store.model.whereIs(id) !== null
  for (const id of store.model.ids('article')) {
    await guarded(`articles/${id}.json`, report, () => checkArticle(store, id, report, exists))
  }
  for (const id of store.model.ids('claim')) {
    await guarded(`claims/${id}.json`, report, () => checkClaim(store, id, report, exists))
  }
  const named = new Set(findings.map(({ where }) => where))
  for (const [id, document] of await store.documentsByLog()) {
    if (!exists(id) && !named.has(document)) report(document, `lacks ${id}, which the log has`)
  }
  for (const message of store.findings) report('log', message)
  for (const message of await store.damagedLogLines()) report('log', message)
  return findings
}

/** A document that cannot be read is a finding, not the end of the check. */
async function guarded(where: string, report: Report, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    report(where, error.message)
  }
}

async function checkClaim(
  store: NotebookStore,
  id: Id,
  report: Report,
  exists: (id: Id) => boolean,
): Promise<void> {
  const claim = await store.need('claim', id)
  const where = `claims/${id}.json`
  for (const evidence of claim.evidence) {
    for (const target of [evidence.annotation, evidence.article]) {
      if (target !== null && !exists(target))
        report(where, `rests on ${target}, which is not in the notebook`)
    }
    for (const hop of evidence.chain)
      if (!exists(hop.source)) report(where, `names the source ${hop.source}, which is not in the notebook`)
  }
  for (const relation of claim.relations)
    if (!exists(relation.claim))
      report(where, `is related to ${relation.claim}, which is not in the notebook`)
  for (const tag of claim.tags)
    if (!exists(tag)) report(where, `has the tag ${tag}, which is not in the notebook`)
}

type Report = (where: string, message: string) => void

async function checkArticle(
  store: NotebookStore,
  id: Id,
  report: Report,
  exists: (id: Id) => boolean,
): Promise<void> {
  const where = `articles/${id}.json`
  const article = await store.need('article', id)
  if (article.outlet !== null && !exists(article.outlet))
    report(where, `names the outlet ${article.outlet}, which is not in the notebook`)
  for (const tag of article.tags)
    if (!exists(tag)) report(where, `has the tag ${tag}, which is not in the notebook`)
  const texts = new Map<number, string>()
  for (const version of article.versions) {
    try {
      const text = readText(await store.content.text(version.text.sha256))
      texts.set(version.n, text)
      if (text.length !== version.text.length)
        report(
          where,
          `version ${version.n} should have ${version.text.length} characters and has ${text.length}`,
        )
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      report(where, error.message)
    }
    const path = store.content.originalPath(version.original.sha256, originalExtension(version.original))
    const original = await readIfThere(path)
    if (original === null)
      report(where, `the original of version ${version.n} (“${version.original.fileName}”) is missing`)
    else if (sha256(original) !== version.original.sha256)
      report(where, `the original of version ${version.n} was changed`)
  }
  for (const annotation of await store.annotationsOf(id)) {
    const text = texts.get(annotation.version)
    if (text === undefined || annotation.state === 'orphan') continue
    if (locate(text, annotation).state !== 'exact')
      report(where, `the highlight ${annotation.id} does not stand at its place`)
    for (const tag of annotation.tags)
      if (!exists(tag)) report(where, `the highlight ${annotation.id} has a tag that is not in the notebook`)
  }
}
