/**
 * Pronouns and verbs of saying in each language: data for speakers of the language to read and extend. They tell who
 * says what, so a change of one of them changes what a quotation claims.
 */

import { lazy } from '../text/lazy'

interface SayingTable {
  readonly pronoun: string
  readonly saying: string
}

/** Words are separated by "|". Only languages with capitals for names: the others count any change. */
export const SAYING_TABLES: Readonly<Record<string, SayingTable>> = {
  en: {
    pronoun:
      'i|me|my|mine|myself|you|your|yours|he|him|his|himself|she|her|hers|herself|it|its|itself|we|us|our|ours|' +
      'they|them|their|theirs|themselves|who|whom|whose|this|that|these|those|both|neither|another|other|others|' +
      'former|latter|one|someone|nobody|everybody|everyone',
    saying:
      'said|says|say|saying|told|tells|tell|telling|asked|asks|ask|asking|added|adds|adding|replied|replies|reply|' +
      'answered|answers|wrote|writes|write|writing|written|tweeted|posted|posts|announced|announces|announcing|' +
      'stated|states|stating|declared|declares|claimed|claims|claim|claiming|insisted|insists|insisting|argued|' +
      'argues|arguing|warned|warns|warning|denied|denies|denying|admitted|admits|admitting|acknowledged|' +
      'acknowledges|confirmed|confirms|confirming|suggested|suggests|suggesting|explained|explains|explaining|' +
      'noted|notes|noting|recalled|recalls|remarked|remarks|testified|testifies|alleged|alleges|alleging|accused|' +
      'accuses|accusing|urged|urges|urging|called|calls|calling|described|describes|describing|quoted|quotes|' +
      'quoting|cited|cites|citing|vowed|vows|promised|promises|demanded|demands|demanding|shouted|joked|quipped|' +
      'mused|wondered|continued|concluded|according|spoke|speaks|speaking|commented|reported|reports|responded|' +
      'responds|exclaimed|whispered|yelled|cried|read|reads|believes|believed|thinks|thought',
  },
  de: {
    pronoun:
      'ich|mich|mir|mein|meine|du|er|ihn|ihm|sein|seine|seinen|seiner|sie|ihr|ihre|ihren|ihrer|es|wir|uns|unser|' +
      'unsere|euch|dieser|diese|dieses|diesen|jener|jene|der|die|das|wer|wen|wem|dessen|deren|beide|andere|anderer',
    saying:
      'sagt|sagte|sagten|gesagt|sage|sagen|fragt|fragte|gefragt|antwortete|antwortet|erklärte|erklärt|betonte|betont|' +
      'erwiderte|ergänzte|meinte|meint|teilte|mitgeteilt|kündigte|behauptete|behauptet|warnte|warnt|forderte|fordert|' +
      'bestätigte|bestätigt|bestritt|dementierte|räumte|schrieb|schreibt|nannte|nennt|zitierte|berichtete|berichtet|' +
      'zufolge|laut|hieß|rief|fügte|hinzu|schilderte|sprach|spricht|äußerte',
  },
  fr: {
    pronoun:
      'je|me|moi|mon|ma|mes|tu|il|lui|son|sa|ses|elle|nous|notre|nos|vous|votre|vos|ils|elles|leur|leurs|eux|on|ce|' +
      'celui|celle|ceux|celles|cette|ces|qui|dont',
    saying:
      'dit|disait|disent|dire|déclare|déclaré|affirme|affirmé|ajoute|ajouté|demande|demandé|répond|répondu|explique|' +
      'expliqué|annonce|annoncé|assure|assuré|estime|estimé|précise|précisé|souligne|souligné|écrit|confirmé|nié|' +
      'démenti|rappelé|lancé|selon|raconte|raconté|indiqué|indique|reconnu|accusé|averti',
  },
  es: {
    pronoun:
      'yo|me|mi|mis|tú|tu|él|ella|su|sus|suyo|nosotros|nos|nuestro|nuestra|ustedes|ellos|ellas|les|le|lo|la|se|este|' +
      'esta|estos|ese|esa|aquel|quien|quienes|cuyo|cuya',
    saying:
      'dijo|dice|dicen|decía|dijeron|declaró|declara|afirmó|afirma|añadió|añade|agregó|preguntó|pregunta|respondió|' +
      'responde|explicó|explica|anunció|anuncia|aseguró|asegura|señaló|señala|indicó|indica|escribió|confirmó|negó|' +
      'advirtió|admitió|según|contó|cuenta|sostuvo|comentó|acusó',
  },
}

const OTHERS =
  'сказал|сказала|сказали|говорит|заявил|заявила|заявили|спросил|спросила|ответил|ответила|добавил|добавила|' +
  'отметил|отметила|подчеркнул|сообщил|сообщила|написал|написала|пояснил|قال|قالت|قالوا|وقال|وقالت|أضاف|وأضاف|' +
  'صرح|صرّح|أكد|أكدت|أوضح|ذكر|أعلن|أعلنت|سأل|تساءل|כתב|אמר|אמרה|הוסיף|שאל|שאלה|sa|sade|säger|frågade|zei|zegt|' +
  'vroeg|disse|diz|perguntou|afirmou|ha detto|dice|disse|chiese|ha chiesto|dedi|sordu|powiedział|powiedziała|zapytał'
const JOINED =
  '말했|말하|밝혔|밝히|전했|전하|설명했|강조했|덧붙|주장했|지적했|반박했|반문했|물었|답했|대답했|토로했|' +
  '라고|다고|述べ|語っ|話し|言っ|尋ね|聞い|答え|問う|問い|説明し|強調し|明らかにし|コメント|说|說|表示|称|稱|问|問|' +
  '回答|强调|強調|指出|写道|寫道'

const WORDS = lazy(
  () => new Set([...Object.values(SAYING_TABLES).map(({ saying }) => saying), OTHERS].join('|').split('|')),
)
const PHRASES = lazy(
  () =>
    new RegExp(
      OTHERS.split('|')
        .filter((one) => one.includes(' '))
        .join('|'),
      'u',
    ),
)
const CJK = lazy(() => new RegExp(JOINED, 'u'))

/**
 * Attributions without a verb of saying: “Those were the words of the minister.” In the languages of the tables; in the
 * others any change counts. Not asked where sentences end: the sentence rule knows verbs only.
 */
const NOUNS = lazy(
  () =>
    new RegExp(
      [
        String.raw`(?<!\p{L})(?:words|word|statement|statements|remark|remarks|comment|comments|quote|quotes|quotation|` +
          String.raw`message|phrase|line|verdict|promise|claim|answer|reply|response)\s(?:of|from|by)(?!\p{L})`,
        String.raw`(?<!\p{L})(?:attributed\sto|in\sthe\swords\sof|courtesy\sof|(?:came|comes)\sfrom)(?!\p{L})`,
        String.raw`(?<!\p{L})(?:worte|wort|aussage|aussagen|zitat|zitate|erklärung|stellungnahme|äußerung|äußerungen|` +
          String.raw`antwort|angaben|mitteilung)(?!\p{L})`,
        String.raw`(?<!\p{L})(?:mots|mot|propos|paroles|parole|déclaration|déclarations|phrase|citation|réponse|` +
          String.raw`communiqué)\s(?:de|du|des|d[’'])`,
        String.raw`(?<!\p{L})(?:palabras|palabra|declaración|declaraciones|frase|cita|respuesta|comunicado)\s(?:de|del)(?!\p{L})`,
      ].join('|'),
      'u',
    ),
)

/** Whether the text says in any way who spoke: with a verb of saying, or with a noun. */
export const tellsWhoseWords = (text: string): boolean => tellsWhoSays(text) || NOUNS().test(text.toLowerCase())

/** Whether the text has a verb of saying, in any of the languages. */
export function tellsWhoSays(text: string): boolean {
  const lower = text.toLowerCase()
  const words = lower.match(/[\p{L}\p{M}]+/gu) ?? []
  if (words.some((word) => WORDS().has(word))) return true
  return /[\u3040-\u9fff\uac00-\ud7af]/.test(text) ? CJK().test(text) : PHRASES().test(lower)
}
