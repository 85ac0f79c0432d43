/** Notes in a transcript that are not speech: [laughter], (applause), timecodes, [inaudible]. */
import { INAUDIBLE } from './spokenWords'

const NOTE =
  /\[[^[\]\n]{0,80}\]|［[^［］\n]{0,80}］|【[^【】\n]{0,80}】|〔[^〔〕\n]{0,80}〕|[(（][^()（）\n]{0,60}[)）]|♪+|<[^<>\n]{1,60}>|(?<=\s|^)\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,3})?(?=\s|$)/gu
const UNHEARD =
  /inaudible|unintelligible|indistinct|crosstalk|unclear|unverst[äa]ndlich|inaudible|청취\s?불[능가]|알아듣|聞き取れ|听不清|聽不清|غير مسموع|غير واضح|неразборчиво/iu
const EVENT =
  /^\W*(?:laugh\w*|chuckl\w*|applause|applaud\w*|cheer\w*|pause[sd]?|cough\w*|sigh\w*|music|silence|sic|gestur\w*|smil\w*|nod\w*|cries|crying|boo\w*|through interpreter|via interpreter|speaking \w+|begin\w* \w+|lachen|lacht|gelächter|beifall|applaus|heiterkeit|zwischenruf\w*|pause|rires?|applaudissements|risas|aplausos|웃음|박수|환호|침묵|기침|일동 웃음|笑い?|笑声|拍手|鼓掌|掌声|掌聲|沈黙|ضحك|تصفيق|смех|аплодисменты)\W*$/iu
const TIME = /^\W*(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?\W*$/u

/** The speech: notes become blanks, so that offsets stay; inaudible speech becomes INAUDIBLE. */
export function withoutStageNotes(text: string): string {
  return text.replace(NOTE, (note) => {
    if (UNHEARD.test(note)) return ` ${INAUDIBLE}`.padEnd(note.length)
    // Transcribers also put speech in round brackets.
    const round = note.startsWith('(') || note.startsWith('（')
    const inner = note.slice(1, -1)
    return round && !EVENT.test(inner) && !TIME.test(inner) ? note : ' '.repeat(note.length)
  })
}
