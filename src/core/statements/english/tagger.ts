import model from 'wink-eng-lite-web-model'
import winkNLP, { type ItsFunction } from 'wink-nlp'
import type { TaggedWord, Tagger } from '../tagged-text.ts'

const nlp = winkNLP(model, ['pos'])
// They are functions without `this`, and the types of wink-nlp leave out the cache that it hands to one of them.
const its = nlp.its as unknown as Readonly<
  Record<'value' | 'precedingSpaces' | 'pos' | 'lemma', ItsFunction<string>>
>

/** Longer runs without white space are no words; how wink-nlp splits them takes the square of their length. */
const noWord = /\S{300,}/g

/** Parts of speech and base forms by wink-nlp and its small English model. */
export const tagEnglish: Tagger = (text) => {
  const found: TaggedWord[] = []
  let from = 0
  for (const { index, 0: run } of text.matchAll(noWord)) {
    const words = tagged(text.slice(from, index))
    const after = text
      .slice(from, index)
      .slice(words.reduce((sum, { space, form }) => sum + space.length + form.length, 0))
    found.push(...words, { space: after, form: run, tag: 'X', lemma: run })
    from = index + run.length
  }
  found.push(...tagged(text.slice(from)))
  return found
}

function tagged(text: string): TaggedWord[] {
  if (text.trim() === '') return []
  const tokens = nlp.readDoc(text).tokens()
  const forms = tokens.out(its.value)
  const spaces = tokens.out(its.precedingSpaces)
  const tags = tokens.out(its.pos)
  const lemmas = tokens.out(its.lemma)
  return forms.map((form, n) => ({
    form,
    space: spaces[n] ?? '',
    tag: tags[n] ?? 'X',
    lemma: lemmas[n] ?? form.toLowerCase(),
  }))
}
