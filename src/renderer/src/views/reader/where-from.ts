/** Where what is told of an article was found, by the name that its importer gives it; what is not known is told as it is. */
const places = [
  ['heading', /^(?:h[1-6]$|first heading)/i],
  ['byline', /^(?:byline|link to the author|rel author)/i],
  ['file', /^file name$/i],
  ['page', /^first page$/i],
  ['properties', /^(?:PDF:|its properties)/i],
  ['title', /^title(?: of the document)?$/i],
  ['address', /^(?:address|url)/i],
  [
    'self',
    /^(?:og:|twitter:|article:|dc|citation_|parsely|sailthru|meta|itemprop|JSON-LD|name=|property=|front ?matter|author$|date|pubdate|time)/i,
  ],
] as const
export type WhereFrom = (typeof places)[number][0]

export const whereFrom = (from: string): WhereFrom | undefined =>
  places.find(([, pattern]) => pattern.test(from))?.[0]
