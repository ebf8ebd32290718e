/** The articles of the sample notebook, written for Ascribe. The country, its people and its press are invented. */
export interface SampleArticle {
  key: 'post' | 'today' | 'gazette' | 'review' | 'statement'
  fileName: string
  html: string
}

interface Page {
  title: string
  author: string
  outlet: string
  date: string
  url: string
  paragraphs: string[]
}

function page({ title, author, outlet, date, url, paragraphs }: Page): string {
  const metas = [
    `<meta property="og:title" content="${title}">`,
    `<meta property="og:site_name" content="${outlet}">`,
    ...(author === '' ? [] : [`<meta name="author" content="${author}">`]),
    `<meta property="article:published_time" content="${date}T06:00:00Z">`,
    `<link rel="canonical" href="${url}">`,
  ]
  const body = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title} | ${outlet}</title>
${metas.join('\n')}
</head><body><article><h1>${title}</h1>
${body}
</article></body></html>
`
}

const wire = [
  'LORNE (North Wire) – Envoys of the Assembly and the Maritime Council held face-to-face talks on the island of Lorne in late February, sources said, in what would be the first direct contact between the two sides since the straits were closed in October.',
  'Two people briefed on the talks, who asked not to be named because they were not authorised to speak, told North Wire that the meeting lasted four hours and ended without a signed text.',
  'One of them said a second round was planned for the middle of March. The other said that no date had been set.',
  'The Assembly’s envoy, Ilse Marren, did not answer requests for comment. The Maritime Council said it would not discuss rumours.',
  'About 1,500 people have been killed since the fighting began, according to the Ministry of Health of the Outer Isles. The figure could not be verified.',
]

/** What the Lorne Gazette's desk made of the wire's words. */
const editedInLorne = (paragraph: string): string =>
  paragraph
    .replace('the meeting lasted four hours', 'their meeting on our island went on for four hours')
    .replace('would not discuss rumours', 'does not discuss rumours')

export const sampleArticles: readonly SampleArticle[] = [
  {
    key: 'post',
    fileName: 'Harbour Post 4 March 2031.html',
    html: page({
      title: 'Envoys met in secret on Lorne, officials say',
      author: 'M. Adair',
      outlet: 'The Harbour Post',
      date: '2031-03-04',
      url: 'https://harbourpost.example/2031/03/04/envoys-lorne',
      paragraphs: [
        'Two people briefed on the talks told North Wire that envoys of both sides met on the island of Lorne in late February, the first direct contact since the straits were closed.',
        'A spokeswoman for the Assembly, Ilse Marrin, said the envoy “has the authority to speak to anyone” but would not say whom he had met. The Maritime Council called the report “an invention from beginning to end”.',
        'The Ministry of Health of the Outer Isles puts the dead at more than 1,480; a hospital network that keeps its own register counts 1,112 by the end of January.',
        'It was not clear who had spoken for the Council. Mr. Oban Teller’s office did not answer questions.',
        'A harbour pilot who works the ferry route to Lorne said that he had taken “three men with briefcases and no luggage” across on the evening of 26 February. He asked that his name not be printed, for fear of losing his licence.',
        'Fishing boats have stayed in port since the closure. Prices for diesel on the outer islands have doubled, according to the Chamber of Trade, and the winter stores of two villages are nearly empty.',
      ],
    }),
  },
  {
    key: 'today',
    fileName: 'Isles Today 3 March 2031.html',
    html: page({
      title: 'Secret talks held on Lorne, sources say',
      author: 'North Wire',
      outlet: 'Isles Today',
      date: '2031-03-03',
      url: 'https://islestoday.example/news/secret-talks-lorne',
      paragraphs: wire,
    }),
  },
  {
    key: 'gazette',
    fileName: 'Lorne Gazette 4 March 2031.html',
    html: page({
      title: 'Talks on our island: what is known',
      author: '',
      outlet: 'Lorne Gazette',
      date: '2031-03-04',
      url: 'https://lornegazette.example/4-march-talks',
      paragraphs: [
        ...wire.slice(0, 4).map(editedInLorne),
        'Nobody at the harbour office could confirm that a boat had called outside the timetable. The inn above the harbour was closed for the week, its owner said, “for a private party that paid in advance”.',
      ],
    }),
  },
  {
    key: 'review',
    fileName: 'Strait Review 6 March 2031.html',
    html: page({
      title: 'Counting the dead: why the figures differ',
      author: 'Dana Quill and Per Osei',
      outlet: 'The Strait Review',
      date: '2031-03-06',
      url: 'https://straitreview.example/counting-the-dead',
      paragraphs: [
        'Three numbers are in use for the people killed since October. They do not contradict each other as much as it seems, because they do not count the same thing.',
        'The Ministry of Health reported 1,483 deaths on 1 March. Its count takes in people who are missing for more than thirty days.',
        'The Outer Isles Hospital Network, which enters a death only when a body has been identified, had 1,112 names on 31 January. “We publish names, not estimates,” said its registrar, Dr. Anselm Roe.',
        'The figure of “about 1,500” that a news agency reported on Monday is the ministry’s, rounded up.',
        'Else Maren, who speaks for the Assembly, said on Wednesday that the Assembly “accepts the ministry’s count for now”. The Maritime Council said that both figures were “inflated for effect” and at first gave none of its own. A day later its secretary, Oban Teller, put the dead, the missing included, at between 700 and 900.',
        'A former ministry official with direct knowledge of the count said on background that about a tenth of the missing had since been found alive.',
      ],
    }),
  },
  {
    key: 'statement',
    fileName: 'Maritime Council statement 4 March 2031.html',
    html: page({
      title: 'Statement on reports of a meeting',
      author: '',
      outlet: 'Maritime Council',
      date: '2031-03-04',
      url: 'https://maritimecouncil.example/statements/2031-03-04',
      paragraphs: [
        'The Maritime Council has taken note of reports, spread by a news agency and reprinted by several newspapers, of a meeting on the island of Lorne.',
        'No representative of the Council has met, on Lorne or elsewhere, any envoy of the Assembly. The report is an invention from beginning to end.',
        'The Council repeats that the straits will stay closed until the inspection of all vessels has been agreed.',
        'Questions may be put to the office of the Council’s secretary, Oban Teller.',
      ],
    }),
  },
]
