/**
 * Words behind a number that are no unit of it: “$4 million since 2019”, “300 pro Kopf”, “40 could not swim”.
 * Prepositions, conjunctions, articles, common verbs, and adverbs of time. Pronouns, numbers and adjectives are not
 * here (“300 more”), nor words that are a noun or a unit in another of the four languages: French “car”, English
 * “12-car pileup”; Spanish “ha”, “500 ha of forest”.
 *
 * Source: the function words of each language (functionWords.ts) and words from reports, chosen by hand.
 */
const NO_UNITS =
  'a about across after against ago ahead along alongside already also although amid among an and are around as ' +
  'at back be because been before behind being below beneath beside besides between beyond but by came can could ' +
  'despite did do does down during even ever every except fell for from grew had has have if in including inside ' +
  'instead into is just last like may might must near nearly never nor not of off on only onto or out outside ' +
  'over own per plus rather rose said says shall should since so still than that the then there though through ' +
  'throughout to today tomorrow tonight toward towards under unless unlike until up upon versus via was were when ' +
  'where whereas which while who whose will with within without worth would yesterday yet ' +
  'aber ab als am an auf aus bei beim bis davon dem den der des die doch durch ein eine einem einen einer für ' +
  'gegen hat hatte hatten haben im in ist laut mit nach noch nun oder ohne pro seit sind so sowie später über und ' +
  'unter vom von vor waren weil wenn werden wird wurde wurden während zu zum zur zwischen ' +
  'au aux avec avant ce ces chez contre dans depuis des dès du elle en entre est et été étaient était il ils la ' +
  'le les leur lors mais ont ou où par pendant pour puis qui que sans selon sont un une vers y ' +
  'al ante antes con de del desde durante el ella entre era eran es están fue fueron han hasta hay las los más ' +
  'mientras para pero por que según sin sobre tras una ya'

/** The words as one alternative of a regular expression; the first letter is small or a capital, as in a headline. */
export const noUnitAlternatives = (): string =>
  [...new Set(NO_UNITS.split(' '))]
    .map((word) => `[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${word.slice(1)}`)
    .join('|')
