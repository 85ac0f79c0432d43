/**
 * Verbs and small words behind the number of a name that end as plurals do: "Rule 10 holds", "l'article 12 dans".
 * Source: collected by hand from headlines and reports of laws, roads, flights and rooms.
 */
export const NO_PLURALS =
  'says holds runs opens closes replaces requires allows bans covers applies gives makes takes airs shows leads ' +
  'goes comes ends begins starts stops meets sits stands lets gets sets puts adds asks calls does has keeps tells ' +
  'states reads means needs wants bars forbids permits protects limits governs carries serves links connects ' +
  'reopens returns reports rises falls rates ranks plays features stars boards departs arrives lands crashes ' +
  'vanishes passes fails shields grants exempts shuts burns always perhaps besides towards afterwards sometimes ' +
  'alors lors puis moins leurs hors tous toujours parfois ailleurs jamais certes fixes impose precise ' +
  'tras además detrás quizás apenas entonces jueves viernes lunes martes miércoles'
