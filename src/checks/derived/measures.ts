/** Measures that figures are counted in: “5 km” is not “5 miles”. */

const MEASURES: readonly (readonly [name: string, pattern: RegExp])[] = [
  [
    'km/h',
    /(?:\p{Nd}\s?(?:km\/h|kmh|kph)(?!\p{L})|kilomet(?:er|re)s? (?:per|an) hour|km\/h|시속\s?[\p{Nd}.,]+\s?(?:km|킬로))/iu,
  ],
  ['mph', /(?:\p{Nd}\s?mph(?!\p{L})|miles (?:per|an) hour)/iu],
  [
    'km',
    /(?:\p{Nd}[\s-]?km(?![\p{L}/²³2])|(?<!square |\p{L})kilom(?:et(?:er|re)s?|ètres?|etros?)(?! (?:per|an) )(?!\p{L})|킬로미터|キロメートル|公里)/iu,
  ],
  ['mile', /(?<!nautical |square |\p{L})miles?(?! (?:per|an) )(?!\p{L})|마일|マイル|英里/iu],
  [
    'metre',
    /(?<!square |cubic |\p{L})(?:met(?:er|re)s?|mètres?|metros?)(?!\p{L})|(?<!킬로|센티|밀리|제곱)미터|(?<!キロ|センチ|ミリ|平方)メートル/iu,
  ],
  ['foot', /(?<!square |on |by |\p{L})(?:feet|foot)(?!\p{L})|\p{Nd}[\s-]?ft(?!\p{L})|피트|フィート|英尺/iu],
  ['kilogram', /\p{Nd}[\s-]?kg(?!\p{L})|(?<!\p{L})kilogram(?:me|m)?s?(?!\p{L})|킬로그램|キログラム|公斤/iu],
  ['pound', /\p{Nd}[\s-]?lbs?(?!\p{L})/iu],
  ['hectare', /(?<!\p{L})(?:hectares?|hectáreas?|hektar)(?!\p{L})|\p{Nd}[\s-]?ha(?!\p{L})|헥타르|ヘクタール|公顷/iu],
  ['acre', /(?<!\p{L})acres?(?!\p{L})|에이커|エーカー|英亩/iu],
  ['Celsius', /°\s?C(?!\p{L})|℃|(?<!\p{L})Celsius(?!\p{L})|섭씨|摂氏|摄氏/iu],
  ['Fahrenheit', /°\s?F(?!\p{L})|℉|(?<!\p{L})Fahrenheit(?!\p{L})|화씨|華氏|华氏/iu],
]

/** The only measure that a text names; '' if it names none or several. */
export function measureIn(text: string): string {
  const [first, second] = MEASURES.filter(([, pattern]) => pattern.test(text))
  return first && !second ? first[0] : ''
}
