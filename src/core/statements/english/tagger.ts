import model from 'wink-eng-lite-web-model'
import winkNLP, { type ItsFunction } from 'wink-nlp'
import type { Tagger } from '../tagged-text.ts'

const nlp = winkNLP(model, ['pos'])
const { its } = nlp
// The types of wink-nlp leave out the cache that it hands to this function.
const lemma = its.lemma as unknown as ItsFunction<string>

/** Parts of speech and base forms by wink-nlp and its small English model. */
export const tagEnglish: Tagger = (text) => {
  const tokens = nlp.readDoc(text).tokens()
  const forms = tokens.out(nlp.its.value)
  const spaces = tokens.out(nlp.its.precedingSpaces)
  const tags = tokens.out(nlp.its.pos)
  const lemmas = tokens.out(lemma)
  return forms.map((form, n) => ({
    form,
    space: spaces[n] ?? '',
    tag: tags[n] ?? 'X',
    lemma: lemmas[n] ?? form.toLowerCase(),
  }))
}
