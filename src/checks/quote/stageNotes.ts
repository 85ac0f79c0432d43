/**
 * Brackets in a transcript: notes ([laughter], timecodes, [inaudible]), interjections of others, and words that the
 * transcriber put in. None of them is surely what the speaker of the turn said.
 */
import type { Turn } from '../../story/assessment/copy/transcript'
import { isEvent } from './spoken/stageEvents'
import { interjectionsIn } from './interjections'
import { INAUDIBLE } from './spokenWords'
import type { Region } from '../detect/statement'

const NOTE =
  /\[[^[\]\n]{0,300}\]|［[^［］\n]{0,300}］|【[^【】\n]{0,300}】|〔[^〔〕\n]{0,300}〕|[(（](?:[^()（）\n]|[(（][^()（）\n]{0,80}[)）]){0,1000}[)）]|♪+|<[^<>\n]{1,60}>|(?<=\s|^)\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,3})?(?=\s|$)/gu
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
const TIME = /^\W*(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?\W*$/u

const BRACKET = /^[[［【〔<(（]/u
const LETTER = /[\p{L}\p{N}]/u
/** Markup that a copied page left: <i>, </span>. */
const TAG = /^<\/?(?:b|i|u|s|em|strong|br|p|span|font|div|a|c|v|lang|ruby|rt|sup|sub)(?:[\s./][^<>]*)?>$/iu

/** A note in round brackets has few words: “(the missing ones came back to us)” is speech. */
const MOST_WORDS = 4

export interface Heard {
  /** Notes are blanks, so that offsets stay; inaudible speech is INAUDIBLE. */
  readonly speech: string
  /** Words that the transcriber put in square brackets: heard, guessed or explained. Their brackets are blanks. */
  readonly added: readonly Region[]
  /** Round brackets: speech, or a note of the transcriber's own words. Nobody can tell. */
  readonly unclear: readonly Region[]
  /** Those of them that are a paragraph of their own. */
  readonly asides: readonly Region[]
  /** What others called out, each a turn of its own. */
  readonly interjections: readonly Turn[]
}

/** `labels`: the speakers of the transcript. */
export function heardIn(text: string, labels: readonly string[]): Heard {
  const added: Region[] = []
  const unclear: Region[] = []
  const asides: Region[] = []
  const interjections: Turn[] = []
  const speech = text.replace(NOTE, (note: string, at: number) => {
    // Transcribers also put speech in round brackets.
    const round = note.startsWith('(') || note.startsWith('（')
    const inner = note.slice(1, -1)
    const blank = ' '.repeat(note.length)
    // A timecode, or a tune.
    if (!BRACKET.test(note)) return blank
    if (UNHEARD.test(note) && !(round && inner.split(/\s+/u).length > MOST_WORDS))
      return ` ${INAUDIBLE}`.padEnd(note.length)
    const calls = interjectionsIn(inner, round ? labels : undefined)
    interjections.push(...calls)
    if (calls.length > 0 || isEvent(inner) || TIME.test(inner) || TAG.test(note) || !LETTER.test(inner)) return blank
    if (!round) {
      added.push({ from: at, to: at + note.length })
      return ` ${inner} `
    }
    const place = { from: at, to: at + note.length }
    unclear.push(place)
    if (standsAlone(text, place)) asides.push(place)
    return note
  })
  // A line break parts a paragraph in brackets from speech. It ends no sentence.
  return { speech: speech.replaceAll('\n', ' '), added, unclear, asides, interjections }
}

/** Whether a line has nothing but these brackets. */
const standsAlone = (text: string, { from, to }: Region): boolean =>
  /(?:^|\n)\s*$/u.test(text.slice(Math.max(0, from - 20), from)) && /^\s*(?:\n|$)/u.test(text.slice(to, to + 20))
