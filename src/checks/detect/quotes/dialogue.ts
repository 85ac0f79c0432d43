/**
 * Speech without quotation marks: a line that begins with a dash (“— Who let you in? asked the guard”), and the lines
 * of a transcript (“Q: …”). A credit line that begins with a dash is not speech.
 */
import { tellsWhoSays } from '../../../story/language/sayings'
import type { Region } from '../statement'

const DASH = /^\s*(?:[—–―─]{1,2}|——|-{1,2}(?=\s?[\p{L}¿¡“"]))\s*/u
const TURN =
  /^\s*(?:Q|A|Question|Answer|Frage|Antwort|Réponse|Pregunta|Respuesta|문|답|질문|답변|問|答|问|记者|記者)\s?[:：]\s*/u
/** Words that open a line of credits. Sources: agencies' style guides (AP, AFP, dpa, EFE, 연합뉴스, 共同通信). */
const CREDIT =
  /^(?:(?:With|By|Additional|Reporting|Edited|Compiled|Photos?|Pictures?|Source|Sources|Translated|Contributed|Updated|Associated|Text|Video|Graphic|From|Staff|Avec|Par|Propos|Traduction|Crédits?|Photo|Recueilli|Con|Por|Información|Redacción|Traducción|Fotos?|Fuente|Mit|Von|Mitarbeit|Quelle|Bild|Übersetz\p{L}+|Redaktion|Aus)\s|(?:취재|사진|자료|글|제공|편집|取材|写真|文|構成|编辑|来源|图|編輯|記者|记者)(?:\s?[=:：・／/·]|\s\p{L}+$))/u
/** A line of credits that begins with a name. */
const NAMED_CREDIT = /^\p{Lu}[\p{L}.’'-]+ (?:\p{Lu}[\p{L}.’'-]* ){1,3}(?:contributed|reported|edited|compiled)\b/u
/** A sentence ends here, or marks begin behind one: “――次の舞台は春です。「待ち遠しい」”. A period may end “Inc.” there. */
const END = /[.!?…。！？](?:["”’»」』)]*)\s*$|[!?…。！？]\s?[“„«「『"]/u

/** The lines of speech of a text, without dash and attribution. */
export function dialogueIn(text: string): readonly Region[] {
  if (!/[—–―─:：-]/.test(text)) return []
  const found: Region[] = []
  let start = 0
  for (const line of text.split('\n')) {
    for (const { from, to } of inLine(line)) found.push({ from: start + from, to: start + to })
    start += line.length + 1
  }
  return found
}

function inLine(line: string): readonly Region[] {
  const turn = TURN.exec(line)
  if (turn) return turn[0].length < line.trimEnd().length ? [{ from: turn[0].length, to: line.trimEnd().length }] : []
  const dash = DASH.exec(line)
  if (!dash) return []
  const from = dash[0].length
  const words = line.slice(from).trimEnd()
  if (words === '' || CREDIT.test(words) || NAMED_CREDIT.test(words) || !/\p{L}/u.test(words)) return []
  if (!isSpoken(words, dash[0].trim())) return []
  const first = { from, to: from + withoutAttribution(words) }
  // “—Vámonos —dijo Ana—. Es tarde.”: the speech goes on after its attribution.
  const more = /[\p{L}»”]\s?[—–―][.,;:]?\s+(?=[\p{Lu}¿¡\p{Ll}])/u.exec(line.slice(first.to))
  if (!more || !/^\s?[—–―]/u.test(line.slice(first.to))) return [first]
  return [first, { from: first.to + more.index + more[0].length, to: line.trimEnd().length }]
}

function isSpoken(words: string, dash: string): boolean {
  const speaks = /[?!？！¿¡]/u.test(words) || tellsWhoSays(words)
  // A hyphen also begins the lines of lists.
  if (dash.startsWith('-')) return speaks || /(?:다|요|까|죠|나|냐)[.…]?$/u.test(words)
  return speaks || END.test(words) || /(?:か|です|ます|だ|다|요|까|나|吗|嗎|呢)$/u.test(words)
}

/** Length of the words before their attribution: “, said the postman”, “ —suspiró un antiguo esclusero”. */
function withoutAttribution(words: string): number {
  const spanish = /[\p{L}\p{N}.,?!…»”]\s?[—–―]\s?(?=\p{Ll})/u.exec(words)
  if (spanish) return spanish.index + 1
  const limit = Math.max(0, words.length - 160)
  for (let at = words.length - 2; at > limit; at--) {
    if (!/[,?!…，？！]/u.test(words.charAt(at))) continue
    const rest = words.slice(at + 1)
    if (!/^\s+\p{Ll}|^\s+\p{L}+\s+\p{Ll}/u.test(rest) || !tellsWhoSays(rest)) continue
    return /[,，]/u.test(words.charAt(at)) ? at : at + 1
  }
  return words.length
}
