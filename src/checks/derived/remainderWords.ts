/**
 * Words that say that a share is what others leave of a whole: “the other 12 percent”, “5 percent were undecided”. Only
 * those right beside the figure: “the remaining support dropped 12 percent” tells of a fall.
 */
const ABOUT =
  'about|around|some|roughly|only|just|nearly|almost|etwa|rund|knapp|nur|environ|seulement|unos|solo|약|約|约'
const BEFORE = new RegExp(
  `(?:(?<!\\p{L})(?:(?:the|los|las|les|die) )?(?:others?|remaining|rest(?:lich|ant)?e[nrs]?|rest|remainder|leav(?:es?|ing)|` +
    `left|übrigen?|verbleibenden?|blieben|bleiben|autres|restants?|otros|restantes|resto)|나머지(?:는|인)?|남은|` +
    `残(?:る|りの?)|その他の?|其余的?|其餘的?|剩(?:下|余|餘)的?)` +
    `(?:,| (?:is|was|are|were|of|sind|waren|war|est|sont|es|son))?\\s*(?:(?:the|${ABOUT})\\s*)?$`,
  'iu',
)
const UNIT = '(?:\\s*(?:%|％|percent|per cent|prozent|pour cent|por ciento|퍼센트|パーセント))'
const BEHIND = new RegExp(
  `^${UNIT}?(?: of (?:the )?[\\p{L}-]+(?: [\\p{L}-]+)?)?\\s*(?:(?:is|are|was|were|remain(?:s|ed)?|sind|waren|war|sont|étaient|` +
    `están|estaban|eran|은|는|が|は)(?!\\p{L})\\s*)?(?:still\\s+|noch\\s+)?(?:remaining(?!\\p{L})|left(?=\\s*(?:[.,;”"]|$|over))|` +
    `undecided|unsure|uncertain|unaccounted|not sure|unentschlossen|unentschieden|übrig(?!\\p{L})|restants?(?!\\p{L})|indécis|` +
    `indecisos|restantes|(?:did|do) ?n[o’']t (?:know|answer|say|vote)|(?:had|have|gave) no (?:opinion|answer)|` +
    `(?:declined|refused) to (?:say|answer)|abstained|enthielten sich|ne se prononcent pas|no saben?|` +
    `모름|무응답|미정|부동층|기권|未定|未決定|棄権|弃权|尚未决定|尚未決定)`,
  'iu',
)
const NUMBER = /\p{Nd}[\p{Nd}.,]*/u

/** Whether the sentence says so of the figure in these words of it: where they stand several times, at each place. */
export function tellsRemainder(words: string, sentence: string): boolean {
  const { 0: figure, index: from } = NUMBER.exec(words) ?? { 0: words, index: 0 }
  const places = placesOf(words, sentence)
  const whole = places.length > 0 ? sentence : words
  return (places.length > 0 ? places : [0]).every((at) => {
    const start = at + from
    return BEFORE.test(whole.slice(0, start)) || BEHIND.test(whole.slice(start + figure.length))
  })
}

/** “12 percent” does not stand in “112 percent”. */
function placesOf(words: string, sentence: string): readonly number[] {
  const places: number[] = []
  if (words === '') return places
  for (let at = sentence.indexOf(words); at >= 0; at = sentence.indexOf(words, at + words.length)) {
    const isInNumber = /\p{Nd}[.,]?$/u.test(sentence.slice(0, at)) && /^\p{Nd}/u.test(words)
    const goesOn = /\p{Nd}$/u.test(words) && /^[.,]?\p{Nd}/u.test(sentence.slice(at + words.length))
    if (!isInNumber && !goesOn) places.push(at)
  }
  return places
}
