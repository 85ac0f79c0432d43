/** Notes in a transcript that are not speech: [laughter], (applause), timecodes, [inaudible]. */
import { INAUDIBLE } from './spokenWords'

const NOTE =
  /\[[^[\]\n]{0,80}\]|［[^［］\n]{0,80}］|【[^【】\n]{0,80}】|〔[^〔〕\n]{0,80}〕|[(（][^()（）\n]{0,60}[)）]|♪+|<[^<>\n]{1,60}>|(?<=\s|^)\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,3})?(?=\s|$)/gu
/** Words were said that nobody wrote down: not heard, or left out. */
const UNHEARD = new RegExp(
  [
    'inaud|unintellig|indistinct|indiscern|indecipherable|cross-?\\s?talk|overtalk|unclear|garbled|muffled|^.\\?+.$',
    'audio (?:drops?|cuts?|lost|gap|out|missing|break)|(?:lost|break in|gap in) (?:the )?audio|\\bunint\\b|\\bgap\\b',
    'expletive|bleep|redacted|\\b(?:deleted|omitted|missing|censored)\\b',
    'unverst|nicht (?:zu )?versteh|\\bunv\\b|\\bakustisch|undeutlich|onverstaanbaar|onhoorbaar|ohörbar|uhørlig|uhørbar|utydelig|oklart',
    'inintellig|incompréhens|inaudib|incomprens|ininteligib|inintelig|inaudív|\\binint\\b|incompreens',
    'niesłyszal|niezrozumia|неразборч|нрзб|неслышно|нерозбірлив|нечутно|anlaşılm|duyulm|tidak (?:jelas|terdengar)|không nghe|không rõ',
    'अस्पष्ट|सुनाई नहीं|ไม่ได้ยิน|ไม่ชัด|غير مسموع|غير واضح|غير مفهوم|לא ברור|לא נשמע|לא מובן',
    '청취\\s?불[능가]|알아듣|안\\s?들[리림]|불분명|판독\\s?불|聞き取れ|聴き取れ|聴取不[能可]|不明瞭|听不[清见]|聽不[清見]|无法辨|無法辨',
  ].join('|'),
  'iu',
)
const EVENT =
  /^\W*(?:laugh\w*|chuckl\w*|applause|applaud\w*|cheer\w*|pause[sd]?|cough\w*|sigh\w*|music|silence|sic|gestur\w*|smil\w*|nod\w*|cries|crying|boo\w*|through interpreter|via interpreter|speaking \w+|begin\w* \w+|lachen|lacht|gelächter|beifall|applaus|heiterkeit|zwischenruf\w*|pause|rires?|applaudissements|risas|aplausos|웃음|박수|환호|침묵|기침|일동 웃음|笑い?|笑声|拍手|鼓掌|掌声|掌聲|沈黙|ضحك|تصفيق|смех|аплодисменты)\W*$/iu
const TIME = /^\W*(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?\W*$/u

/** A note in round brackets has few words: “(the missing ones came back to us)” is speech. */
const MOST_WORDS = 4

/** The speech: notes become blanks, so that offsets stay; inaudible speech becomes INAUDIBLE. */
export function withoutStageNotes(text: string): string {
  return text.replace(NOTE, (note) => {
    // Transcribers also put speech in round brackets.
    const round = note.startsWith('(') || note.startsWith('（')
    const inner = note.slice(1, -1)
    if (UNHEARD.test(note) && !(round && inner.split(/\s+/u).length > MOST_WORDS))
      return ` ${INAUDIBLE}`.padEnd(note.length)
    return round && !EVENT.test(inner) && !TIME.test(inner) ? note : ' '.repeat(note.length)
  })
}
