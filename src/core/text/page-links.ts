import type { Nodes } from 'hast'
import { ownMark } from './marked-places.ts'

/**
 * Makes links whole against the address of the page. Links within the page (to footnotes and back) stay, with the names of
 * what they lead to; all other names go, and so do addresses that lead nowhere.
 * @param hasMarks whether an importer of ours has marked places in it (`ownMark`); what else is called so is somebody else's
 */
export function resolveLinks(tree: Nodes, baseUrl: string | undefined, hasMarks = false): void {
  const names = new Set<string>()
  visit(tree, (properties) => {
    if (typeof properties['id'] === 'string') names.add(properties['id'])
  })
  const wanted = new Set<string>()
  visit(tree, (properties) => {
    const { href } = properties
    if (typeof href !== 'string') return
    const name = nameWithin(href, baseUrl)
    if (name !== undefined && names.has(name)) {
      wanted.add(name)
      properties['href'] = `#${encodeURIComponent(name)}`
      return
    }
    const whole = name === undefined ? resolve(href, baseUrl) : undefined
    if (whole === undefined) delete properties['href']
    else properties['href'] = whole
  })
  visit(tree, (properties) => {
    const { id } = properties
    if (typeof id !== 'string') return
    const isKept = id.startsWith(ownMark) ? hasMarks : wanted.delete(id)
    if (!isKept) delete properties['id']
  })
}

type Properties = Record<string, unknown>

function visit(node: Nodes, work: (properties: Properties) => void): void {
  if (node.type === 'element') work(node.properties)
  if ('children' in node) for (const child of node.children) visit(child, work)
}

/** The name that a link within the page leads to; undefined for other links. */
function nameWithin(href: string, baseUrl: string | undefined): string | undefined {
  if (href.startsWith('#')) return decoded(href.slice(1))
  if (baseUrl === undefined || !URL.canParse(href, baseUrl) || !href.includes('#')) return undefined
  const url = new URL(href, baseUrl)
  const [here, there] = [new URL(baseUrl), url].map(
    ({ origin, pathname, search }) => origin + pathname + search,
  )
  return here === there ? decoded(url.hash.slice(1)) : undefined
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

function resolve(href: string, baseUrl: string | undefined): string | undefined {
  const url = baseUrl !== undefined && URL.canParse(href, baseUrl) ? new URL(href, baseUrl) : undefined
  if (url) return url.href
  return URL.canParse(href) ? new URL(href).href : undefined
}
