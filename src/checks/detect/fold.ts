/**
 * The form of text in which word tables are matched: lower case, composed, without invisible characters, in plain
 * width, with straight apostrophes and plain spaces. Letters of another alphabet in a Latin word are read as their
 * twins.
 */
import { foldName } from '../../story/text/words/personName'
import { lazy } from '../../story/text/lazy'

export interface FoldedSentence {
  readonly text: string
  /** The offset in the original of an offset in `text`. */
  readonly origin: (at: number) => number
}

const same = (at: number): number => at

/**
 * Characters that do not fold one to one: invisible, combining, Jamo, of full or half width, in circles, and letters of
 * formulas (“𝐧𝐢𝐧𝐞”, “ℎ”).
 */
const UNEVEN = lazy(
  () =>
    /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B-\u200F\u2060-\u2064\uFE00-\uFE0F\uFEFF\u0300-\u036F\u1100-\u11FF\u3099\u309A\u3164\uFF01-\uFFDC\uFB00-\uFB06\u2460-\u24FF\u2102\u210A-\u2113\u2115\u2119-\u211D\u2124\u2128\u212C-\u2134]|\uDB40|\uD835/,
)
const UNSEEN = lazy(() => /\p{Default_Ignorable_Code_Point}/gu)
const CLUSTER = lazy(() => /[\u1100-\u11FF]+|[\s\S][\u0300-\u036F\u3099\u309A]*/gu)
const MIXED = lazy(
  () => /[a-zß-ÿ]+[\u0370-\u052F][a-zß-ÿ\u0370-\u052F]*|[\u0370-\u052F]+[a-zß-ÿ][a-zß-ÿ\u0370-\u052F]*/g,
)

const SIMPLE: Readonly<Record<string, string>> = { '‘': "'", '’': "'", ʼ: "'", '‐': '-', '‑': '-', '−': '-', '•': ' ' }

export function fold(text: string): FoldedSentence {
  if (/^[ -@[-~]*$/.test(text)) return { text, origin: same }
  if (!UNEVEN().test(text)) return { text: twins(evenly(text)), origin: same }
  const parts: string[] = []
  const offsets: number[] = []
  for (const match of text.matchAll(CLUSTER())) {
    const shown = evenly(match[0].normalize('NFKC').replace(UNSEEN(), ''))
    parts.push(shown)
    for (let unit = 0; unit < shown.length; unit++) offsets.push(match.index)
  }
  offsets.push(text.length)
  return { text: twins(parts.join('')), origin: (at) => offsets[at] ?? text.length }
}

const SMALL_CAPITALS = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ'
const CAPITALS_AS_LETTERS = 'abcdefghijklmnoprstuvwyz'
const SMALL_CAPITAL = new RegExp(`[${SMALL_CAPITALS}]`, 'g')

/** Lower case and simple signs, of equal length. Small capitals are read as their letters: “ɴɪɴᴇᴛʏ”. */
function evenly(text: string): string {
  const lower = text.toLowerCase()
  const kept =
    lower.length === text.length ? lower : [...text].map((one) => (one === 'İ' ? 'i' : one.toLowerCase())).join('')
  return kept
    .replace(/[\s\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/g, ' ')
    .replace(/[‘’ʼ‐‑−•]/g, (sign) => SIMPLE[sign] ?? sign)
    .replace(SMALL_CAPITAL, (sign) => CAPITALS_AS_LETTERS[SMALL_CAPITALS.indexOf(sign)] ?? sign)
}

function twins(text: string): string {
  if (!/[\u0370-\u052F]/.test(text)) return text
  return text.replace(MIXED(), (word) =>
    [...word]
      .map((letter) => (letter > 'ͯ' && foldName(letter).length === letter.length ? foldName(letter) : letter))
      .join(''),
  )
}
