/** What happens in a room while somebody speaks, as transcripts note it: laughter, applause, calls. */

/** The whole note. */
const EVENT =
  /^\W*(?:laugh\w*|chuckl\w*|applause|applaud\w*|cheer\w*|pause[sd]?|cough\w*|sigh\w*|music|silence|sic|gestur\w*|smil\w*|nod\w*|cries|crying|boo\w*|through interpreter|via interpreter|speaking \w+|begin\w* \w+|lachen|lacht|gelächter|beifall|applaus|heiterkeit|zwischenruf\w*|pause|rires?|applaudissements|risas|aplausos|웃음|박수|환호|침묵|기침|일동 웃음|笑い?|笑声|拍手|鼓掌|掌声|掌聲|沈黙|ضحك|تصفيق|смех|аплодисменты)\W*$/iu

const NOUNS = [
  'laughter|laughs|laughing|applause|cheers|cheering|applauds|boos|booing|crosstalk|interruptions?|interjections?|uproar|disorder',
  '(?:(?:an?|some|several) )?(?:hon(?:ou?rable)?\\.? members?|audience(?: members?)?|voices?|protesters?|hecklers?)',
  '(?:(?:lang ?)?anhaltender |lebhafter )?beifall|heiterkeit|lachen|gelächter|(?:weitere )?zurufe?|zwischenrufe?|gegenrufe?|widerspruch',
  'unruhe|glocke|applaus|bravorufe|buhrufe|pfiffe|zustimmung',
  '(?:vifs |nouveaux |mêmes )?applaudissements|rires|sourires|(?:vives )?(?:exclamations|protestations|interruptions)|mouvements?|brouhaha|huées|bruit',
  'risas|aplausos|rumores|protestas|murmullos|abucheos|(?:vivi )?applausi|risate|commenti|proteste|rialles|aplaudiments|remor',
  'risos|palmas|protestos|gelach|geroffel|hilariteit|rumoer|oklaski|śmiech\\p{L}*|wesołość|applåder|skratt',
  'смех|аплодисменты|шум|оживление|сміх|оплески|ضحك|تصفيق',
]
const GO_ON =
  'from|by|on|in|and|among|at|off|throughout|of|interrupts?|shouts?|bei|beim|von|vom|der|des|auf|im|und|' +
  'sowie|links|rechts|sur|dans|de|des|du|à|et|au|aux|prolongés|vifs|nourris|ironiques|divers|en|y|desde|' +
  'por|dei|del|della|dai|dal|e|di|da|a|prolungati|prolongados|i|na|z|ze|op|van|från|och|в|на|и|з|і|من|في'

/** How the note begins: “Beifall bei der SPD”, not “Silence is no answer”. */
const BEGINS = new RegExp(`^\\W*(?:${NOUNS.join('|')})(?=\\s*$|\\s*[.,;:!–—-]|\\s+(?:${GO_ON})(?!\\p{L}))`, 'iu')
const SIGNS_BEGIN =
  /^\s*(?:일동|장내|거수|의사봉|웃음|박수|환호|笑声|笑聲|拍手|鼓掌|掌声|掌聲)(?:\s?소리|\s?소란)?(?!\p{L})/u
/** Turkish, Korean and Japanese minutes name the event last. */
const ENDS =
  /(?:alkışlar\p{L}*|gürültüler|gülüşmeler|sesleri|하는\s*(?:의원|위원|이|사람)\s*(?:있음|많음)|者あり)[\s.)）]*$/iu

/** Nouns that speech has too: “(voices from the regions were never ignored)”. */
const WEAK =
  /^\W*(?:(?:an?|some|several)\s)?(?:hon|audience|voices?|protesters?|hecklers?|inter\p{L}+|disorder|uproar|widerspruch|unruhe|zustimmung|(?:vives )?(?:exclamations|protestations)|mouvements?|bruit|protest\p{L}*|commenti|rumores|palmas|шум)(?!\p{L})/iu
/** Where those sit who make a noise. */
const BENCHES =
  /(?<!\p{L})(?:bench\p{L}*|gallery|side|house|floor|bei[m]?|links|rechts|abgeordnet\p{L}*|fraktion|bancs|groupes?|gauche|droite|bancos|banchi|settori|deputati|escaños|bancadas?)(?!\p{L})/iu
const MOST_WORDS = 5
/** A verb or a negation: the note is a sentence. */
const CLAUSE =
  /(?<!\p{L})(?:is|are|was|were|be|been|has|have|had|will|never|not|ist|sind|war|waren|wird|wurden?|hat|haben|hatten?|nicht|nie|kein\p{L}*|est|sont|était|étaient|a été|ont|sera|pas|jamais|fue|fueron|es|son|era|han|nunca|sono|è|hanno|mai|foi|foram|são|não)(?!\p{L})|[不没沒]|(?:다|요|죠|까|です|ます|ました|ません|ない)[\s.!?。！？]*$/iu

/** Whether a note that begins with an event is speech all the same. What somebody called out does not count. */
function isSaid(note: string): boolean {
  const told = note.replace(CALLED, '')
  return CLAUSE.test(told) || (WEAK.test(told) && !BENCHES.test(told) && told.trim().split(/\s+/u).length > MOST_WORDS)
}
const CALLED = /[:：“„«"「‘].*$/su

/** “(In progress)”, “（発言する者、離席する者多し）”, “(Continúan los rumores)” */
const GOES_ON =
  /^\s*(?:in progress|(?:(?:発言|離席|退席|呼ぶ)する者|[、,\s])*(?:発言|離席|退席)する者(?:多し|あり|多数)|(?:continúan|siguen|continuam|seguem)\s(?:l[oa]s|os|as)\s(?:rumores|protestas|aplausos|murmullos|protestos|risas))[.。\s]*$/iu

/** “박수가 있었습니다”, “拍手が起きました” */
const HAPPENS =
  /^\s*(?:(?:박수|웃음|환호|소란)\S{0,3}\s?(?:있었습니다|있었음|있음|나왔습니다|터졌습니다|터짐)|(?:拍手|笑い|笑声)[がの](?:起き|起こり|あり)ました)[.。\s]*$/u

/** Whether a note tells what happens: it is an event, or begins or ends with one. */
export const isEvent = (note: string): boolean =>
  HAPPENS.test(note) ||
  GOES_ON.test(note) ||
  ((EVENT.test(note) || BEGINS.test(note) || SIGNS_BEGIN.test(note)) && !isSaid(note)) ||
  ENDS.test(note)

/** An event at the start of a note, and the sentence that it is: “Applause.” */
const SENTENCE = new RegExp(`^\\W*(?:${NOUNS.join('|')})(?!\\p{L})[^.:：!?]{0,80}[.!]\\s+`, 'iu')

export const withoutEvent = (note: string): string => note.replace(SENTENCE, '')
