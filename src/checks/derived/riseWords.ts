/**
 * Words for a rise or a fall by a figure, in the languages of the number words. Does not see those outside of the words
 * it is given, “rose to”, which says a level, and words that have other meanings beside shares: “declined to answer”,
 * “dropped out”, “gained 12 percent of the votes”.
 */

const WESTERN =
  /(?<!\p{L})(?:rose|rise[ns]?|(?:grew|grown)(?!\sup)|f(?:ell|alls|allen)(?!\s(?:ill|sick|asleep|short|behind)(?!\p{L}))|(?:in|de)creas(?:e[ds]?|ing)|climbed|jumped|surged|plunged|slumped|(?:(?<!(?:make|makes|made|making)\s)up|down)(?=\s(?:by\s)?\p{Nd})|stieg(?:en)?|gestiegen|sank(?:en)?|gesunken|fiel(?:en)?|gefallen|zugenommen|abgenommen|Anstieg|Rückgang|Zuwachs|augment(?:e|é|ée|ent|ait|ation|er)|hausse|baiss(?:e|é|ée|er)|recul(?:e|é|er)?|subió|subid[ao]|subida|aument(?:ó|o|a|ar|aron)|bajó|cayó|caída|aumentado)(?!\p{L})(?!\s(?:to|auf|à|a|hasta)(?!\p{L}))/iu
const EASTERN =
  /올랐|오른(?=\s|$)|상승|하락|증가|감소|늘었|늘어|줄었|줄어|떨어졌|떨어진|급등|급락|上昇|下落|増加|增加|減少|减少|上升|下降|上涨|上漲|下跌|上がっ|下がっ|増え|減っ/u
/** “Real wages rose 2 percent”: by 5, less 3 of inflation. */
const REAL = /(?<!\p{L})(?:real|réel)|실질|実質|实际|實質/iu

export const tellsRise = (words: string): boolean => (WESTERN.test(words) || EASTERN.test(words)) && !REAL.test(words)
