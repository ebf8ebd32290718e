import model from 'wink-eng-lite-web-model'
import winkNLP, { type ItsFunction } from 'wink-nlp'
import type { Tagger } from '../tagged-text.ts'

const nlp = winkNLP(model, ['pos'])
// They are functions without `this`, and the types of wink-nlp leave out the cache that it hands to one of them.
const its = nlp.its as unknown as Readonly<
  Record<'value' | 'precedingSpaces' | 'pos' | 'lemma', ItsFunction<string>>
>

/** Parts of speech and base forms by wink-nlp and its small English model. */
export const tagEnglish: Tagger = (text) => {
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
