/**
 * What English words do that tell of somebody's words, thoughts or wishes, by base form (verbs, and nouns made of them). A word may be
 * in several classes. Put together for Ascribe.
 */
const classes: Readonly<Record<string, string>> = {
  say: `say tell state add note remark comment observe mention declare announce explain report relate recount recite utter reply respond
    answer retort quip joke muse interject opine volunteer reiterate repeat continue conclude begin recall remember`,
  write: `write tweet retweet post blog pen email text publish quote cite caption headline`,
  talk: `talk speak discuss chat debate converse address lecture preach testify elaborate reflect brief advise inform notify remind
    assure caution counsel lobby consult interview`,
  claim: `claim assert contend maintain insist allege argue posit submit avow swear vouch affirm purport profess hold reason theorize
    hypothesize suggest propose hint imply insinuate intimate signal indicate`,
  admit: `admit acknowledge concede confess confirm verify disclose reveal divulge leak expose recognize accept grant allow`,
  deny: `deny reject dismiss dispute refute rebut contradict disavow disown repudiate counter rebuff disagree challenge question doubt
    decline refuse renounce recant retract object oppose`,
  ask: `ask inquire wonder query question request demand beg plead appeal implore petition seek quiz press probe poll survey`,
  order: `order command direct instruct urge encourage exhort push prod persuade convince invite recommend advise warn forbid ban
    prohibit require insist press call`,
  promise: `promise pledge vow swear commit guarantee threaten offer agree undertake propose plan intend aim mean resolve decide
    determine opt choose prepare expect consider contemplate`,
  think: `think believe feel suspect suppose assume presume imagine reckon guess figure conclude judge deem consider regard view see
    perceive understand know realize recognize remember forget recall find discover learn infer deduce`,
  expect: `expect predict forecast project foresee anticipate estimate calculate speculate bet gamble prophesy envision hope await`,
  want: `want wish hope desire long yearn crave prefer like love hate need fear worry dread regret lament mourn care`,
  praise: `praise laud hail commend applaud celebrate salute extol compliment credit thank congratulate endorse back support favor
    champion embrace welcome defend justify admire cheer tout promote bless approve`,
  blame: `criticize blame accuse condemn denounce attack slam blast rip assail decry deride mock ridicule insult rebuke chide scold
    chastise castigate lambaste lash lament bemoan complain gripe grumble protest rail rant fault censure disparage denigrate vilify
    indict charge sue slap knock hit bash skewer taunt scoff sneer belittle`,
  call: `call describe label brand dub term characterize portray depict paint cast name liken compare refer`,
  show: `show find prove demonstrate indicate suggest reveal document detail illustrate reflect confirm point read list estimate rank
    rate record measure`,
  cite: `cite quote invoke reference allude mention attribute credit note echo paraphrase`,
  emphasize: `emphasize stress underscore underline highlight highlight tout boast brag trumpet exaggerate stress focus point single`,
  emotion: `fear worry hope regret surprise shock outrage concern trouble anger upset frustrate please delight excite disappoint alarm
    confuse baffle stun enthuse gush sigh laugh cry shout yell scream whisper mutter murmur groan chant sing bark snap growl`,
  seem: `seem appear look sound`,
  sign: `sign vote nominate petition elect back rate lean favour favor prefer choose`,
  noun: `statement comment remark claim assertion allegation accusation charge view opinion belief thought idea notion hope fear concern
    worry doubt argument contention suggestion suspicion speculation prediction forecast estimate assessment conclusion finding report
    news rumor rumour promise pledge vow threat warning call plea demand request question answer reply response explanation admission
    confession denial rejection refusal criticism complaint praise endorsement support opposition plan proposal intention desire wish
    decision announcement declaration testimony account story description quote quotation letter memo email tweet post message op-ed
    editorial interview speech address word claim sense feeling conviction expectation goal aim vision interpretation point argument
    insistence acknowledgment acknowledgement recommendation advice judgment judgement ruling opinion verdict`,
  according: `according reportedly allegedly purportedly supposedly apparently per says`,
  attitude: `confident certain sure convinced optimistic pessimistic hopeful skeptical sceptical doubtful wary afraid fearful worried
    concerned nervous anxious eager willing reluctant unwilling ready happy glad proud sorry angry furious upset frustrated
    disappointed surprised aware unaware critical supportive opposed dismissive determined committed clear adamant blunt candid
    grateful thankful interested unsure uncertain uncomfortable comfortable open keen tired sick unhappy outraged`,
}

/** Those who say something and are not named: people, bodies, papers. */
const sayers: Readonly<Record<string, string>> = {
  people: `people person man woman official officer source figure insider witness survivor resident neighbour neighbor relative friend
    parent mother father son daughter wife husband brother sister family colleague member representative delegate spokesman
    spokeswoman spokesperson aide adviser advisor staffer employee worker volunteer executive director manager owner chief head
    chairman chairwoman chair secretary president minister mayor governor senator congressman congresswoman lawmaker legislator
    politician diplomat envoy negotiator mediator investigator prosecutor lawyer attorney judge justice general commander soldier
    veteran doctor nurse teacher student professor scholar scientist researcher historian economist engineer expert analyst
    strategist consultant journalist reporter columnist editor author writer blogger commentator pundit host anchor moderator
    critic opponent rival supporter backer ally fan follower activist advocate campaigner protester demonstrator organizer leader
    candidate nominee frontrunner contender voter donor delegate citizen immigrant refugee patient passenger driver farmer trader
    businessman billionaire mogul pastor priest bishop pope rabbi imam agent detective sheriff guard victim suspect defendant
    plaintiff respondent participant user reader viewer listener customer shareholder investor conservative liberal progressive
    democrat republican libertarian moderate independent other everyone everybody someone somebody nobody anyone`,
  body: `police authority government administration ministry department office agency inquiry institute regulator council commission
    committee board assembly parliament congress senate house court jury party union company firm bank university school college
    hospital army navy military press campaign group organization organisation association coalition team camp
    industry state country nation city town county public electorate community church establishment paper
    site website coastguard coast-guard brigade`,
  outlet: `media newspaper magazine outlet station channel television broadcaster tabloid daily weekly network`,
  paper: `report study survey audit memo memorandum letter email e-mail document statement filing transcript minutes record recording
    poll data statistic article story column editorial op-ed essay book memoir post tweet message blog ad video speech
    interview complaint lawsuit suit indictment affidavit ruling opinion order law bill rule map chart page note invitation
    research analysis review evidence result finding number`,
}

const byWord = new Map<string, string[]>()
for (const [name, words] of Object.entries(classes))
  for (const word of new Set(words.trim().split(/\s+/))) byWord.set(word, [...(byWord.get(word) ?? []), name])

const sayer = new Map(
  Object.entries(sayers).flatMap(([name, words]) =>
    words.split(/\s+/).map((word): [string, string] => [word, name]),
  ),
)

/** Whether a noun, in its base form, means people, a body or a paper; empty for others. */
export const sayerOf = (lemma: string): string => sayer.get(lemma) ?? sayer.get(lemma.replace(/s$/, '')) ?? ''

/** The classes of a word in its base form. */
export const classesOf = (lemma: string): readonly string[] => byWord.get(lemma) ?? []
