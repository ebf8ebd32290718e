import type { Element, ElementContent, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { lettersIn } from './outlet-names.ts'
import { textContent } from '../text/text-content.ts'
import { contentOf } from '../text/content-of.ts'

/** What publishers write above lists of their other articles, in the languages that most pages are in. */
const heading = new RegExp(
  String.raw`^[^\p{L}]*(?:you may (?:also )?(?:like|be interested)|related(?: (?:articles?|stories|posts|content|news|links|coverage|topics))?|most (?:read|popular|viewed|shared)|more (?:from|on|in|stories|news)|read (?:more|next|also)|see (?:more|also on)|recommended(?: for you)?|don['’]t miss|trending(?: now)?|popular(?: posts| now)?|also read|continue reading|latest (?:news|stories)|what to read next|editor['’]s picks?|(?:noch )?mehr (?:zum thema|aus der|aus dem|von|infos)|das könnte (?:sie|dich) auch interessieren|lesen sie auch|auch interessant|meistgelesen|(?:ähnliche|weitere|neueste|aktuelle) (?:artikel|beiträge|themen|meldungen|[\p{L}]*tipps)|à lire aussi|lire aussi|sur le même sujet|les plus lus|te puede interesar|(?:lee|lea|mira|vea) también|mira:|vea:|lea:|relacionad[oa]s?|più letti|leggi anche|(?:leia|veja) (?:também|mais)|lees ook|читайте также)(?![\p{L}])`,
  'iu',
)
/** What is longer has words of its own. */
const longestHeading = 70
const longestLine = 400
const blocks = new Set([
  'p',
  'div',
  'ul',
  'ol',
  'section',
  'aside',
  'nav',
  'h2',
  'h3',
  'h4',
  'h5',
  'li',
  'figure',
  'table',
])

/**
 * Takes out what leads to other articles: a heading that says so with the list of links below it, and lines that are nothing but such
 * a word and a link. What has words of its own stays. Notes and sources have other headings.
 */
export function withoutLinkLists(html: string): string {
  const tree = fromHtml(html, { fragment: true })
  const counts = new WeakMap<Nodes, Count>()
  count(tree, false, counts)
  visit(tree, counts)
  return toHtml(tree)
}

/** The letters of a node, and how many of them are links. */
interface Count {
  all: number
  linked: number
}

function count(node: Nodes, isLinked: boolean, counts: WeakMap<Nodes, Count>): Count {
  if (node.type === 'text') {
    const all = lettersIn(node.value)
    return { all, linked: isLinked ? all : 0 }
  }
  if (!('children' in node)) return none
  const isLink = isLinked || (node.type === 'element' && node.tagName === 'a')
  const sum = { all: 0, linked: 0 }
  for (const child of node.children) {
    const { all, linked } = count(child, isLink, counts)
    sum.all += all
    sum.linked += linked
  }
  counts.set(node, sum)
  return sum
}
const none: Count = { all: 0, linked: 0 }

function visit(node: Nodes, counts: WeakMap<Nodes, Count>): void {
  if (!('children' in node)) return
  const children = contentOf(node)
  const kept: ElementContent[] = []
  const lastFull = children.findLastIndex((child) => !isBare(child, counts))
  // Below such a heading, until something else comes.
  let isBelow = false
  for (const [at, child] of children.entries()) {
    if (child.type !== 'element' || !blocks.has(child.tagName)) {
      if (child.type === 'element' || (child.type === 'text' && /\S/.test(child.value))) isBelow = false
      visit(child, counts)
      kept.push(child)
      continue
    }
    const isEmpty = (counts.get(child)?.all ?? 0) === 0
    if (!isEmpty && (isFurniture(child, counts) || isOfReaders(child))) continue
    const head = headLength(child, counts)
    const next = children.slice(at + 1, at + 6).find((one) => one.type === 'element')
    const isLast = at > lastFull && isHeading(child)
    if (head > 0 && (isLast || isLinks(child, head, counts) || (next && isLinks(next, 0, counts)))) {
      isBelow = !isLinks(child, head, counts)
      continue
    }
    if (isBelow && (isEmpty || isLinks(child, 0, counts))) continue
    isBelow = false
    visit(child, counts)
    kept.push(child)
  }
  node.children = kept
}

/** What stands between the paragraphs of a page and belongs to none, by what it is there for. */
const furniture = new RegExp(
  `^(?:${[
    'advert(?:s|isement|isements)?|sponsored(?: content)?|anzeige|werbung|publicité|publicidad|pubblicità|publicidade|advertentie|реклама',
    String.raw`skip to (?:main )?content|(?:story |article )?continues? (?:reading )?below(?: this ad\w*)?`,
    'this slideshow requires javascript|(?:load|show|see) more|lade weitere inhalte|mehr (?:laden|anzeigen)|ver más|voir plus|mostra altro',
    'share(?: this)?(?: article| story| post)?(?: on (?:facebook|twitter|whatsapp|linkedin))?|(?:artikel |beitrag )?(?:teilen|drucken)|compartir|partager|condividi|compartilhar|delen|поделиться',
    String.raw`(?:(?:artikel|beitrag) gefallen|enjoyed? this(?: article| post)?)\?.{0,60}`,
    String.raw`(?:leave a|post a|view|show|no|\d+) comments?(?: yet)?|comments|(?:einen |\d+ |keine )?kommentare?(?: (?:schreiben|verfassen|hinterlassen|abgeben|anzeigen))?(?: \(.{0,60}\))?`,
    'deja un comentario|laisser un commentaire|lascia un commento|deixe um comentário|geef een reactie|dodaj komentarz',
    'print(?: this)?(?: article)?|(?:bild|grafik|foto) (?:anzeigen|vergrößern|öffnen)(?: bild schließen)?|zum vergrößern .{0,40}|(?:click|tap) to enlarge|quellen (?:ein|aus)blenden',
    String.raw`subscribe(?: now)?|sign (?:in|up)|log ?in|get the app|(?:sign up|subscribe) (?:for|to) (?:our|the) [\p{L} ]{0,40}newsletter`,
    String.raw`vorschau auf den (?:nächsten|vorherigen) artikel|(?:next|previous) (?:article|post|story)|(?:nächster|vorheriger) (?:artikel|beitrag)`,
    String.raw`(?:©|copyright) ?(?:\(c\) ?)?\d{4}.{0,60}|all rights reserved|alle rechte vorbehalten`,
    String.raw`(?:\d+ )?min(?:ute)?s? read|(?:lesezeit|lesedauer|reading time|read time|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura)[: ]{1,2}.{0,20}|ten tekst przeczytasz.{0,30}`,
  ].join('|')})[ .!:…]*$`,
  'iu',
)

function isFurniture(element: Element, counts: WeakMap<Nodes, Count>): boolean {
  const { all } = counts.get(element) ?? none
  return all <= longestHeading && furniture.test(textContent(element).replace(/\s+/g, ' ').trim())
}

/** Where readers comment, or are asked to. */
const isOfReaders = ({ properties }: Element): boolean =>
  /^(?:respond|comments?|kommentare?|disqus_thread|comment-?form)$/i.test(properties['id'] ?? '')

const isHeading = ({ tagName }: Element): boolean => /^h[1-6]$/.test(tagName)

/** Whether nothing stands in a part, or only such a heading. */
const isBare = (node: ElementContent, counts: WeakMap<Nodes, Count>): boolean =>
  node.type === 'element'
    ? (counts.get(node)?.all ?? 0) === 0 || (isHeading(node) && headLength(node, counts) > 0)
    : node.type !== 'text' || !/\S/.test(node.value)

/** How many letters the words of such a heading have that an element is, or begins with; 0 for any other. */
function headLength(element: Element, counts: WeakMap<Nodes, Count>): number {
  const { all } = counts.get(element) ?? none
  if (all === 0 || all > longestLine) return 0
  const words = textContent(element).replace(/\s+/g, ' ').trim()
  const found = heading.exec(words)?.[0]
  if (found === undefined) return 0
  return words.length <= longestHeading || isLinks(element, lettersIn(found), counts) ? lettersIn(found) : 0
}

/** Whether nearly all words of an element are links, those of its heading apart. */
function isLinks(element: ElementContent, head: number, counts: WeakMap<Nodes, Count>): boolean {
  const { all, linked } = counts.get(element) ?? none
  return linked > 0 && linked >= 0.85 * (all - head)
}
