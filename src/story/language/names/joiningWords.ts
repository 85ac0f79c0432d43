/** Words between two people who may share a family name: “Ana and Luis Ruiz”, “Ana and her brother Luis Ruiz”. */

/** A pattern for one word that joins two people. */
export const AND = '(?:and|or|und|oder|et|ou|y|e|en|og|och)'

/** A pattern for what stands before another name of the same person: “aka Zora”, “A/K/A Zora”, “real name: Zora”. */
export const AKA =
  '(?:[Aa][./]?[Kk][./]?[Aa]\\.?|[Ff][./]?[Kk][./]?[Aa]\\.?|[Aa]lias|ALIAS|' +
  '(?:(?:[Aa]lso|[Bb]etter|[Ff]ormerly)\\s)?[Kk]nown\\sas|[Aa]lso\\scalled|(?:[Rr]eal|[Tt]rue|[Bb]irth)\\sname:?|' +
  'dite?|genannt|vulgo|dett[oa]|apodad[oa])'

/**
 * What one is to another of the same family, in the languages of the desk. Not what is another word in one of them:
 * “Herr und Frau Wilson”, “and so far”, “und nicht”, “e prima”.
 */
const RELATIVES = `brother, sister, twin, half-brother, half-sister, mother, father, son, daughter, wife, husband,
  uncle, aunt, cousin, nephew, niece, grandmother, grandfather, grandson, granddaughter, brothers, sisters,
  Bruder, Schwester, Zwilling, Mutter, Vater, Sohn, Tochter, Ehefrau, Mann, Ehemann, Onkel, Tante, Cousin,
  Cousine, Neffe, Nichte, Großmutter, Großvater, Enkel, Enkelin,
  frère, sœur, jumeau, jumelle, mère, père, fils, fille, femme, épouse, mari, époux, oncle, tante, cousin, cousine,
  neveu, nièce,
  hermano, hermana, gemelo, gemela, madre, padre, hijo, hija, esposa, esposo, mujer, marido, tío, tía, sobrino,
  sobrina,
  fratello, sorella, gemello, gemella, figlio, figlia, moglie, marito, zio, zia, cugino, cugina, nipote,
  irmão, irmã, gêmeo, gêmea, mãe, pai, filho, filha, mulher, sobrinho, sobrinha,
  broer, zus, moeder, vader, zoon, dochter, vrouw, echtgenoot, echtgenote, oom, neef,
  bror, syster, søster, mamma, pappa, søn, sønn, datter, dotter, hustru, kone, mand`
/** They stand behind the word in Romance languages: “su hermano mayor Luis”. */
const AGES = 'mayor|menor|maggiore|minore|maior|aîné|aînée|cadet|cadette|jumeau|jumelle'

/** A pattern for “her late brother”: a few small words, and what one is to the other. */
export const RELATIVE = `(?:\\p{Ll}+\\s){0,3}(?:${RELATIVES.split(/[,\s]+/u).join('|')})(?:\\s(?:${AGES}))?`
