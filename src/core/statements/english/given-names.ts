/** Given names that are common in English news, for whom “he” and “she” may mean. Put together for Ascribe; those of both are left out. */
const men = `aaron abdul adam ahmed al alan albert alejandro alexander alfred ali amir andrei andrew andy anthony antonio arthur barack
  barry ben benjamin bernard bernie bill billy bob bobby boris brad brandon brian bruce bryan carl carlos charles charlie chris
  christopher chuck clarence colin craig dan daniel dave david dennis dick dmitry don donald doug douglas duncan ed eddie edward
  edwin elon emmanuel enrique eric ernest ethan evan felix fernando francisco frank fred gabriel gary gavin gene george gerald
  gilbert giuseppe glenn gordon graham grant greg gregory guillermo gustavo hans harold harry hassan henry herbert howard hugh hussein
  ian ibrahim igor isaac ivan jack jacob jaime jake james jan jared jason javier jeb jeff jeffrey jeremy jerome jerry jesse jim jimmy
  joaquin joe joel johannes john johnny jon jonathan jorge jose josé joseph josh joshua juan julian julio justin karl keith ken kenneth
  kevin khalid khizr kyle larry lawrence lee leo leonard liam lincoln lindsey louis lucas luis luke malcolm manuel marc marco marcus
  mario mark martin marvin matt matteo matthew max michael mick miguel mike mikhail milton mitch mitt mohamed mohammad mohammed
  muhammad narendra nathan ned neil nelson nicholas nick nigel nikolai noah oleg oliver omar oscar otto pablo patrick paul pavel pedro
  pete peter phil philip rafael ralph ramon rand randy raul ray raymond reince ricardo richard rick ricky rob robert roberto rod
  rodrigo roger roland ron ronald ross rudy rupert russell ryan salman sam samuel santiago saul scott sean sebastian sergei sergio
  seth sidney simon stanley stefan stephen steve steven stuart ted terry theodore thomas tim timothy toby todd tom tommy tony trevor
  trey tyler vernon victor vincent vladimir wallace walter warren wayne william winston xavier yusuf zachary`
const women = `abigail adele agnes aisha alexandra alice alicia alison allison amanda amber amina amy ana andrea angela angelina anita ann anna
  anne annie april ashley audrey ava barbara beatrice becky bella beth betsy betty beverly brenda bridget britney candice carla carly
  carmen carol caroline carolyn catherine cecile charlotte chelsea cheryl christina christine cindy claire clara claudia condoleezza
  crystal cynthia daisy dana danielle daphne dawn debbie deborah debra denise diana diane dolores donna doris dorothy edith eileen elaine
  eleanor elena eliza elizabeth ella ellen emily emma erica erin esther eva evelyn fatima fiona florence frances gabrielle gail
  geraldine gina ginny gloria grace greta gwen hannah harriet heather heidi helen hillary holly hope huma ida ilse ines irene iris isabel
  isabella ivanka jacqueline jane janet janice jasmine jean jeanne jennifer jenny jessica jill joan joanna joanne josephine joy joyce
  judith judy julia julie karen kate katherine kathleen kathryn kathy katie katrina kellyanne kimberly kirsten kristen kristin laura
  lauren leah leila leslie lillian linda lisa liz lori lorraine louise lucia lucy lydia lynn madeleine madeline malala mandy margaret
  maria marie marina marion marissa marjorie marta martha mary maureen megan megyn melania melanie melissa meredith mia michele michelle
  mildred miriam molly monica nadia nancy naomi natalia natalie natasha nicole nina nora norma olga olivia pamela patricia paula pauline
  peggy penelope penny phyllis priya rachel rebecca regina renee rita roberta rosa rosalind rose rosemary ruth sally samantha sandra sara
  sarah sasha sharon sheila shirley sofia sonia sophia sophie stacy stella stephanie sue susan suzanne svetlana sylvia tamara tammy tanya
  tara teresa theresa tiffany tina tracy ursula valerie vanessa vera veronica victoria violet virginia vivian wendy yasmin yolanda yvette
  yvonne zoe`

const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))
const he = setOf(men)
const she = setOf(women)
const heTitle = /^(?:Mr|Sir|Lord|King|Prince|Father|Herr)\.?$/
const sheTitle = /^(?:Mrs|Ms|Miss|Dame|Lady|Queen|Princess|Frau|Madame)\.?$/
const heNoun =
  /(?:^|[a-z]|-)(?:man|men|father|son|brother|husband|boy|king|prince|uncle|grandfather|widower|actor|waiter|priest)$/
const sheNoun =
  /(?:^|[a-z]|-)(?:woman|women|mother|daughter|sister|wife|girl|queen|princess|aunt|grandmother|widow|actress|waitress|nun)$/

export type Gender = 'he' | 'she'

/** What a name or a noun phrase says of it; undefined where it says nothing. */
export function genderOf(name: string): Gender | undefined {
  const [first = ''] = name.split(/[ \u00a0]/)
  if (heTitle.test(first)) return 'he'
  if (sheTitle.test(first)) return 'she'
  const given = first.toLowerCase()
  if (he.has(given)) return 'he'
  if (she.has(given)) return 'she'
  const last =
    name
      .toLowerCase()
      .split(/[ \u00a0]/)
      .at(-1) ?? ''
  if (sheNoun.test(last)) return 'she'
  return heNoun.test(last) ? 'he' : undefined
}
