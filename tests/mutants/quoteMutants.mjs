/** Changes that each break one rule of the quote check. See mutants.mjs. */

import { mutant } from './quoteMutant.mjs'

/** Who is said to have said it. */
const speakers = [
  mutant(
    'the copy is not read for a speaker',
    'speaker/saidBy.ts',
    'copy ? readAttribution(copy, labels) : undefined',
    'undefined',
  ),
  mutant(
    'the copy may name another speaker than the tag',
    'speaker/saidBy.ts',
    "if (read?.sure && resolved.kind === 'one')",
    'if (false)',
  ),
  mutant(
    'a pronoun means nobody',
    'speaker/attribution/readAttribution.ts',
    'if (found) return found',
    'if (false) return found',
  ),
  mutant(
    'a pronoun of a graf before means nobody',
    'speaker/attribution/readAttribution.ts',
    '...(pronoun ? earlier.toReversed() : [])',
    '',
  ),
  mutant(
    'who is told says it',
    'speaker/attribution/subjectBesideVerb.ts',
    'if (isBefore && before && PASSIVE.test(',
    'if (false && before && PASSIVE.test(',
  ),
  mutant(
    'the first of several names says it',
    'speaker/attribution/speakerInClause.ts',
    "if (chosen === 'several') return NOBODY",
    "if (chosen === 'several') return undefined",
  ),
  mutant(
    'Arabic and Hebrew name the speaker before the verb',
    'speaker/attribution/subjectBesideVerb.ts',
    "const VERB_FIRST = new Set(['ar', 'he'])",
    'const VERB_FIRST = new Set([])',
  ),
  mutant(
    'words behind the quotation name nobody',
    'speaker/attribution/readAttribution.ts',
    'return behind ?? leading',
    'return leading',
  ),
  mutant(
    'words before the quotation name nobody',
    'speaker/attribution/readAttribution.ts',
    'return behind ?? leading',
    'return behind',
  ),
  mutant(
    'a sentence that says whose words they were names nobody',
    'speaker/attribution/readAttribution.ts',
    'const next = found ? undefined : afterwards(',
    'const next = found || true ? undefined : afterwards(',
  ),
  mutant(
    'somebody’s lawyer is somebody',
    'speaker/attribution/mentions.ts',
    'const owner = POSSESSIVE.test(phrase)',
    'const owner = false && POSSESSIVE.test(phrase)',
  ),
  mutant(
    '김민수 측 is 김민수',
    'speaker/attribution/joinedMentions.ts',
    'const to = end + lengthOfTheirs',
    'const to = end + 0 * lengthOfTheirs',
  ),
  mutant(
    'a neighbor is who was named before',
    'speaker/attribution/speakerInClause.ts',
    'isUnnamed(text, reader.language, verb, side)',
    'false',
  ),
  mutant(
    'whom “Ortiz, 54,” tells it says it',
    'speaker/attribution/subjectBesideVerb.ts',
    'after !== undefined && !led && !isTold &&',
    'after !== undefined &&',
  ),
  mutant('who answers a question asks it', 'speaker/attribution/koreanClauses.ts', '[ASKED, NOT_SAID,', '[NOT_SAID,'),
  mutant(
    'whom the critic was appointed by says it',
    'speaker/attribution/isSomebodyElse.ts',
    'isMention(chosen) && isInClause(text, verb, chosen)',
    'false',
  ),
  mutant(
    '이 장관이 나가자 시민들이: the minister says it',
    'speaker/attribution/speakerInClause.ts',
    'isFollowed(text.slice(chosen.to))',
    'false',
  ),
  mutant(
    'who never said it said it',
    'speaker/attribution/speakerInClause.ts',
    'reader.onlyNames !== true && isDenied(text, chosen, verb)',
    'false',
  ),
  mutant(
    '이철수 국방부 장관 is any 장관',
    'speaker/attribution/joinedMentions.ts',
    'if (beforeOf && isName && isOf)',
    'if (false)',
  ),
  mutant(
    '임명된 국방부 장관 is a person',
    'speaker/attribution/joinedMentions.ts',
    'KOREAN_NAME.test(word) && !otherWords().has(word)',
    'word.length === 3 || !otherWords().has(word)',
  ),
  mutant(
    'the president of France is President Yoon',
    'speaker/attribution/isSomebodyElse.ts',
    "return meant.kind === 'one' && !isNamed",
    "return false && meant.kind === 'one' && !isNamed",
  ),
  mutant(
    'Roe’s aide Jane Lee is Roe',
    'speaker/name/compareNames.ts',
    '(isWhose(a, b) ||',
    '(false && isWhose(a, b) ||',
  ),
  mutant(
    '미국 대통령 is any 대통령',
    'speaker/name/compareNames.ts',
    'if (title.authority !== undefined && title',
    'if (false && title',
  ),
  mutant(
    'the former foreign secretary is the foreign secretary',
    'speaker/name/compareNames.ts',
    'if (a.former !== b.former && [a, b]',
    'if (false && [a, b]',
  ),
  mutant('대통령 비서실장 is 대통령', 'speaker/name/koreanName.ts', '|| isOfStaff(at) ?', '?'),
  mutant('the Roe campaign is Roe', 'speaker/attribution/mentions.ts', 'name + (isTheirs ? 1 : 0)', 'name'),
  mutant(
    'David Lammy’s lawyer is David Lammy',
    'speaker/name/compareNames.ts',
    'if (a.theirs === b.theirs) return false',
    'return false',
  ),
  mutant(
    'whom something is said to says it',
    'speaker/attribution/mentions.ts',
    'const object = PREPOSITIONS.has(before)',
    'const object = false && PREPOSITIONS.has(before)',
  ),
  mutant(
    'Korean, Japanese and Chinese words to somebody are by somebody',
    'speaker/attribution/joinedMentions.ts',
    'object: isObject(text, one, language)',
    'object: false',
  ),
  mutant(
    'Mr. and Mrs. are one',
    'speaker/name/compareNames.ts',
    "(left === 'woman' && right === 'man')",
    "(left === 'nobody' && right === 'man')",
  ),
  mutant('Mr. is Gov.', 'speaker/name/compareNames.ts', 'if (!untitled.address ||', 'if (true ||'),
  mutant(
    'Mr. BAKER is Gov. Baker',
    'speaker/name/compareNames.ts',
    'titled.every((office) => MEMBER.has(office) || isHead(office))',
    'true',
  ),
  mutant(
    'Choe is Cho',
    'speaker/name/compareNames.ts',
    'compared(a, b, isPart(a, b))',
    'compared(a, b, mayBeSpelledAs)',
  ),
  mutant('Speaker 1 is Speaker 10', 'speaker/name/compareNames.ts', '(isInitial(part) &&', '(part.length === 1 &&'),
  mutant('of two seats one member speaks', 'speaker/name/compareNames.ts', 'a.seat !== b.seat', 'a.seat === b.seat'),
  mutant(
    'who runs for president is the president',
    'speaker/name/koreanName.ts',
    '(runsFor(words, offices, at) ||',
    '(false ||',
  ),
  mutant('a call is the speaker’s', 'stageNotes.ts', 'calls.length > 0 || isEvent(inner)', 'isEvent(inner)'),
  mutant('[not] is a note', 'stageNotes.ts', 'if (!round) {', 'if (!round) return blank\n    if (!round) {'),
  mutant(
    'words from round brackets are said',
    'cuts/cuts.ts',
    "add('within', fromUnclearBrackets(turn, stretches))",
    '',
  ),
  mutant('n’ negates nothing', 'words/romance.ts', `negation: "n'"`, `negation: "x'"`),
  mutant(
    'Gov. is Sen.',
    'speaker/name/compareNames.ts',
    "if (these.some((office) => those.includes(office))) return 'same'",
    "return 'same'",
  ),
  mutant(
    'father and son are one',
    'speaker/name/compareNames.ts',
    'if (a.generation !== undefined && b.generation',
    'if (false && b.generation',
  ),
  mutant(
    'Ben Carson is Candy Carson',
    'speaker/name/spacedName.ts',
    'if (mayBeGiven(at)) lead = word\n      continue',
    'continue',
  ),
  mutant(
    'a deputy prime minister is a prime minister',
    'speaker/name/titles.ts',
    'return viceTitle(words, at) ?? (found',
    'return (found',
  ),
  mutant(
    'the shadow foreign secretary is the foreign secretary',
    'speaker/name/spacedName.ts',
    'if (parts.length === 0 && isViceOf(words, at)) {',
    'if (false) {',
  ),
  mutant(
    '부총리 is a prime minister',
    'speaker/name/joinedName.ts',
    'offices.length > 0 && ofVice.test(rest)',
    'false',
  ),
  mutant('Kim Jong Il is Kim Jong Un', 'speaker/name/spacedName.ts', 'isJoining(word) && !isLast', 'isJoining(word)'),
  mutant(
    '“Don” is only a form of address',
    'speaker/name/spacedName.ts',
    'if (mayBeGiven(at)) lead = word\n      }',
    '}',
  ),
  mutant('Van Dijk is not Jan van Dijk', 'speaker/name/compareNames.ts', '&&\n    !b.words.includes(lead)', ''),
  mutant(
    'Al-Sisi is called Al',
    'speaker/name/spacedName.ts',
    "&&\n    !new RegExp(`${written[at] ?? ''}[-‐’']`, 'u').test(text)",
    '',
  ),
  mutant(
    '“Le sénateur” is called Le',
    'speaker/name/spacedName.ts',
    '&&\n    titleAt(words, at + 1) === undefined',
    '',
  ),
  mutant(
    'an initial stands for nobody',
    'speaker/name/compareNames.ts',
    '(isInitial(part) && other.startsWith(part)',
    '(false && other.startsWith(part)',
  ),
  mutant(
    'two given names of one family are one',
    'speaker/name/compareNames.ts',
    "return bySurnames(a, b) ?? bySurnames(b, a) ?? 'different'",
    "return 'same'",
  ),
  mutant(
    'a former president is the president',
    'speaker/name/compareNames.ts',
    "if (a.former !== b.former) return 'unknown'",
    '',
  ),
  mutant(
    'a name that fits several is one of them',
    'speaker/name/resolveSpeaker.ts',
    "return { kind: 'several', labels: same }",
    "return { kind: 'one', labels: same }",
  ),
  {
    ...mutant(
      'a name is compared with all others as often as there are labels',
      'speaker/name/resolveSpeaker.ts',
      'names.length <= MOST_NAMES && names.every',
      'names.every',
    ),
    tests: ['tests/checks/quote/resolveSpeaker.test.ts'],
  },
  mutant(
    'accents and dots of a name count',
    'speaker/name/foldedName.ts',
    "/[\\u0900-\\u0DFF\\u0E00-\\u0EFF\\u3099\\u309A]/u.test(marks) ? marks : ''",
    'marks',
  ),
  mutant(
    'the title behind a name counts as nothing',
    'speaker/name/parseName.ts',
    'const more = name.offices.length > 0 ? [] :',
    'const more = name.offices.length >= 0 ? [] :',
  ),
  mutant(
    'a turn without a name is anybody’s',
    'checkQuote.ts',
    "resolved.kind !== 'none' && turn.speaker !== undefined",
    "resolved.kind !== 'none' && turn.speaker === undefined ||",
  ),
  mutant(
    'an ambiguous name matches',
    'checkQuote.ts',
    "if (said && said.resolved.kind !== 'one') return unclear(found, read, said)",
    '',
  ),
  mutant(
    'words of an unknown speaker are never cut',
    'checkQuote.ts',
    'cuts: worst.cuts, insertions }',
    'cuts: [], insertions }',
  ),
  mutant(
    'words in brackets of an unknown speaker were said',
    'checkQuote.ts',
    'cuts: worst.cuts, insertions }',
    'cuts: worst.cuts }',
  ),
  mutant(
    'of two speakers the one with fewer cuts counts',
    'checkQuote.ts',
    'b.cuts.length > a.cuts.length ? b : a',
    'b.cuts.length < a.cuts.length ? b : a',
  ),
  {
    ...mutant(
      'a cut of an unknown speaker’s words passes',
      '',
      "'ambiguous'),\n          ...toAccept(quote, finding)",
      "'ambiguous'),",
    ),
    file: 'src/checks/rules/facts/quoteMatch.ts',
  },
  mutant(
    'two speakers of the same words are one',
    'checkQuote.ts',
    'if (speakers.length > 1) {',
    'if (speakers.length > 99) {',
  ),
]

/** Words that a transcript lost, and sounds that are not words. */
const lost = [
  mutant('[indiscernible] is no speech', 'stageNotes.ts', '|indiscern|', '|'),
  mutant('[expletive] is no speech', 'stageNotes.ts', "'expletive|bleep|", "'bleep|"),
  mutant('[unv.] is no speech', 'stageNotes.ts', '|\\\\bunv\\\\b|', '|'),
  mutant(
    'a transcript has one language',
    'indexTranscript.ts',
    'indexTurn(turn, languageOfTurn(turn.text, language), style, named)',
    'indexTurn(turn, language, style, named)',
  ),
  mutant(
    'a figure is read as the first language writes it',
    'checkQuote.ts',
    'const own = readIn(turn.language)',
    'const own = read',
  ),
  mutant(
    'a word of another language changes the language of its turn',
    'words/recognise.ts',
    '(isForeign(text, language) && wordsFor(text, own) >= SURE)',
    'own !== language',
  ),
  mutant('KKK is a drawn-out sound', 'fillers.ts', ' && !CAPITALS.test(word.same)', ''),
  mutant('KKK in captions is a drawn-out sound', 'fillers.ts', '!caseless && DRAWN_OUT', 'DRAWN_OUT'),
]

/** Words that nobody is named for. */
const open = [
  mutant('words of nobody match', 'checkQuote.ts', "{ speakerOpen: checksText('quote.nobodyNamed') }", '{}'),
  mutant('an unnamed turn is the one speaker’s', 'checkQuote.ts', '=== 1 && found.every(isNamed)', '=== 1'),
  mutant(
    'a single speaker must be named',
    'checkQuote.ts',
    'distinctPeople(labels).length === 1',
    'labels.length === 0',
  ),
  mutant(
    'the copy may name somebody who is not there',
    'speaker/saidBy.ts',
    'if (!mayBeMeant) return { name: named, resolved, inCopy: read.name }',
    '',
  ),
  mutant(
    'a graf of nothing but a quotation is nobody’s',
    'speaker/attribution/readAttribution.ts',
    "return ofGrafBefore(earlier.at(-1) ?? '', reader)",
    'return undefined',
  ),
  mutant(
    'the words before a colon of the graf before name nobody',
    'speaker/attribution/readAttribution.ts',
    "introduces && introduces !== 'pronoun' ? introduces :",
    '',
  ),
  mutant('“stressed” says nothing', 'words/english.ts', 'stressed, stresses, ', ''),
  mutant(
    'Thai names and verbs are one word',
    'speaker/attribution/speakerInClause.ts',
    "reader.language === 'th' ?",
    'false ?',
  ),
  mutant('“le juge” is a verb', 'speaker/attribution/mentions.ts', '&& !isTitleNoun(tokens, folded, at, language)', ''),
  mutant(
    '“disse a prefeita” is said to her',
    'speaker/attribution/mentions.ts',
    'isArticle(tokens, at, language) ?',
    'false ?',
  ),
  {
    ...mutant(
      'an open speaker only warns',
      '',
      "          'quoteSpeaker',\n          'block',",
      "          'quoteSpeaker',\n          'warn',",
    ),
    file: 'src/checks/rules/facts/quoteMatch.ts',
  },
  {
    ...mutant('stet quote calls words of nobody clear', '', '...(speakerOpen === undefined ||', '...(true ||'),
    file: 'src/newsroom/reading/quoteAgainst.ts',
    tests: ['tests/cli/facts/quote.test.ts'],
  },
]

/** What a quotation leaves out or adds. */
const cuts = [
  mutant(
    'words in brackets were said',
    'checkQuote.ts',
    "insertions.length > 0 ? 'matchesWithInsertion' :",
    "insertions.length > 99 ? 'matchesWithInsertion' :",
  ),
  mutant(
    'a negation in brackets says nothing',
    'cuts/cuts.ts',
    "kind === 'negation' || kind === 'condition' || kind === 'sign'",
    "kind === 'condition' || kind === 'sign'",
  ),
  mutant(
    'a condition in brackets says nothing',
    'cuts/cuts.ts',
    "kind === 'negation' || kind === 'condition' || kind === 'sign'",
    "kind === 'negation' || kind === 'sign'",
  ),
  mutant('a Thai space ends no clause', 'cuts/cuts.ts', "(language !== 'th' ||", "(language !== 'th' || true ||"),
  mutant('a Thai space ends a condition too', 'cuts/cuts.ts', "<= (kind === 'condition' ? 1 : 0)", '<= 0'),
  mutant('a Thai figure is a clause of its own', 'cuts/cuts.ts', '&& !isFigure(before) && !isFigure(after)', ''),
  mutant('a note that it was said so is an insertion', 'readQuote.ts', '!AS_SAID.test(inner)', 'true'),
  mutant('round brackets of a Korean quotation were said', 'readQuote.ts', "piece.replace(ROUND, '[$1]')", 'piece'),
  mutant(
    'a condition cut away says nothing',
    'words/nearPhrases.ts',
    "list === 'count' && keys.length === 1 && words[0]?.sign",
    "list === 'condition' || (list === 'count' && keys.length === 1 && words[0]?.sign)",
  ),
  mutant(
    'a negation counts only beside the cut',
    'words/nearPhrases.ts',
    "list === 'count' && keys.length === 1 && words[0]?.sign",
    "list === 'negation' || (list === 'count' && keys.length === 1 && words[0]?.sign)",
  ),
  mutant(
    'a hedge counts only beside the cut',
    'words/nearPhrases.ts',
    "list === 'count' && keys.length === 1 && words[0]?.sign",
    "list === 'hedge' || (list === 'count' && keys.length === 1 && words[0]?.sign)",
  ),
  mutant(
    'a number cut away says nothing',
    'words/nearPhrases.ts',
    "list === 'count' && keys.length === 1 && words[0]?.sign",
    "list === 'number' || (list === 'count' && keys.length === 1 && words[0]?.sign)",
  ),
  mutant(
    'a modal verb counts only beside the cut',
    'words/nearPhrases.ts',
    "list === 'count' && keys.length === 1 && words[0]?.sign",
    "list === 'modal' || (list === 'count' && keys.length === 1 && words[0]?.sign)",
  ),
  mutant(
    '“two” counts only beside the cut',
    'words/nearPhrases.ts',
    "list === 'count' && keys.length === 1 && words[0]?.sign",
    "list === 'count'",
  ),
  mutant(
    '“some” counts only beside the cut',
    'words/nearPhrases.ts',
    "list === 'count' && keys.length === 1 && words[0]?.sign",
    "list === 'about' || (list === 'count' && keys.length === 1 && words[0]?.sign)",
  ),
  mutant(
    'a Chinese sign in another word is a number',
    'words/nearPhrases.ts',
    "list === 'count' && keys.length === 1 && words[0]?.sign",
    'false',
  ),
  mutant('in May is perhaps', 'cuts/nearWords.ts', "if (word.key === 'May' && !word.initial) return undefined", ''),
  mutant(
    'a sign cut away says nothing',
    'cuts/nearWords.ts',
    "if (same === '-' || same === '+' || same === '±')",
    'if (false)',
  ),
  mutant(
    'what is elided says nothing',
    'cuts/cuts.ts',
    "for (const [from, to] of runsOf(stretch.to, next.from, inSentence)) add('within', near(from, to))",
    '',
  ),
  mutant(
    'what is cut at the end says nothing',
    'cuts/cuts.ts',
    'const end = edgeOf(words, last.to, 1)',
    'const end = last.to',
  ),
  mutant(
    'a question is a statement',
    'cuts/lostQuestions.ts',
    "if (mark === '?') lost.push(MARK)",
    "if (mark === 'x') lost.push(MARK)",
  ),
  mutant('a question without its mark is a statement', 'cuts/lostQuestions.ts', 'else lost.push(...hits)', ''),
  mutant(
    'a statement is a question',
    'cuts/lostQuestions.ts',
    "if (asks && mark === '.' && hits.length === 0) lost.push(MARK)",
    '',
  ),
  mutant(
    'a question mark behind the closing mark is nobody’s',
    'readQuote.ts',
    'const asks = /^[”"»」』’\'\\])]*[?？؟]/u.test(following)',
    'const asks = false',
  ),
]

/** Quotations in another language than what was said. */
const translations = [
  {
    ...mutant(
      'another language than the transcript’s only warns',
      '',
      "'translation',\n            'block',",
      "'translation',\n            'warn',",
    ),
    file: 'src/checks/rules/facts/quoteMatch.ts',
  },
  {
    ...mutant('a translation needs no language', '', 'NO_LANGUAGE.test(language)', 'false'),
    file: 'src/checks/rules/story/translation.ts',
  },
  mutant(
    'an interpreter’s words are never compared',
    'quoteOfFact.ts',
    "check.result === 'translation' && translation?.officialInterpreter",
    "check.result === 'differs' && translation?.officialInterpreter",
  ),
]

/** Which tag a quotation needs. */
const tags = [
  {
    ...mutant(
      'a quotation may be tagged as anything',
      '',
      "kind === 'quote' ? isQuote(fact) : isAnswered(fact)",
      'isAnswered(fact)',
    ),
    file: 'src/checks/rules/copy/untaggedStatements.ts',
    tests: ['tests/checks/runChecks.test.ts'],
  },
]

export const quoteMutants = [...speakers, ...lost, ...open, ...cuts, ...translations, ...tags]
