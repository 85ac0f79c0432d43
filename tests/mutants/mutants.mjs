/**
 * One-line changes that each break one rule of the fact (product rules 1-6, 8). The tests must fail on every one.
 * `find` must occur exactly once in `file`; `tests` are the test files that are expected to notice.
 */
export const mutants = [
  { rule: 1, what: 'words do not extend over tokens to the right', file: 'src/story/factWords.ts', find: 'while (isInsideToken(text, end)) end +=', replace: 'while (false && isInsideToken(text, end)) end +=', tests: ['tests/story'] },
  { rule: 1, what: 'words do not extend over tokens to the left', file: 'src/story/factWords.ts', find: 'while (isInsideToken(text, start)) start -=', replace: 'while (false && isInsideToken(text, start)) start -=', tests: ['tests/story'] },
  { rule: 1, what: 'a sign before a number is not part of it', file: 'src/story/factWords.ts', find: 'if (SIGN.test(base) || CURRENCY.test(base)) return true', replace: 'if (CURRENCY.test(base)) return true', tests: ['tests/story'] },
  { rule: 1, what: 'closing punctuation counts', file: 'src/story/factWords.ts', find: "return rest === '' ? trimmed : rest", replace: 'return trimmed', tests: ['tests/story'] },
  { rule: 1, what: 'Korean particles are taken in', file: 'src/story/factWords.ts', find: 'if (CJK.test(base) || CJK.test(right)) return isNumber(base) && isNumber(right)', replace: 'if (CJK.test(base) || CJK.test(right)) return true', tests: ['tests/story'] },
  { rule: 1, what: 'a hole in a tag goes unnoticed', file: 'src/story/assessFact.ts', find: 'if (a.block === b.block) return a.to === b.from', replace: 'if (a.block === b.block) return true', tests: ['tests/story'] },
  { rule: 2, what: 'changed words do not lapse', file: 'src/story/assessFact.ts', find: 'const wordsChanged = !sameWords(words, current.words)', replace: 'const wordsChanged = false', tests: ['tests/story'] },
  { rule: 2, what: 'case does not count', file: 'src/story/compare.ts', find: "    .replace(INVISIBLE, '')\n    .normalize('NFC')\n    .replace(WHITE_SPACE, ' ')\n    .replace(DOUBLE_QUOTES, '\"')\n    .replace(SINGLE_QUOTES, \"'\")\n    .trim()", replace: "    .replace(INVISIBLE, '')\n    .normalize('NFC')\n    .replace(WHITE_SPACE, ' ')\n    .replace(DOUBLE_QUOTES, '\"')\n    .replace(SINGLE_QUOTES, \"'\")\n    .toLowerCase()\n    .trim()", tests: ['tests/story'] },
  { rule: 2, what: 'curly quotation marks count', file: 'src/story/compare.ts', find: "    .replace(DOUBLE_QUOTES, '\"')\n    .replace(SINGLE_QUOTES, \"'\")\n    .trim()", replace: '    .trim()', tests: ['tests/story'] },
  { rule: 2, what: 'only verified lapses', file: 'src/story/assessFact.ts', find: 'status: reasons.length > 0 ?', replace: "status: reasons.length > 0 && current.status === 'verified' ?", tests: ['tests/story'] },
  { rule: 3, what: 'overtyping drops the tag (owner’s edits)', file: 'src/document/editStory.ts', find: 'if (whole && range.to > range.from) Object.assign', replace: 'if (false && whole) Object.assign', tests: ['tests/document'] },
  { rule: 3, what: 'overtyping drops the tag (window)', file: 'src/editor/facts/keepTag.ts', find: 'if (kept.length === 0) return []', replace: 'return []', tests: ['tests/editor/facts.test.ts'] },
  { rule: 3, what: 'a verdict of wrong is forgotten with its words', file: 'src/story/assessFact.ts', find: "const found = record.untagged ? undefined : [last, current?.words ?? '']", replace: 'const found = record.untagged ? undefined : [last]', tests: ['tests/newsroom/dodges.test.ts'] },
  { rule: 4, what: 'a changed sentence goes unnoticed', file: 'src/story/assessFact.ts', find: "reasons.push('context')", replace: 'reasons.push()', tests: ['tests/story'] },
  { rule: 4, what: 'a changed preceding sentence goes unnoticed', file: 'src/story/assessFact.ts', find: 'precedingChanged: QUOTE_LIKE.has(tag.type) &&', replace: 'precedingChanged: false &&', tests: ['tests/story'] },
  { rule: 4, what: 'abbreviations end sentences', file: 'src/story/sentences.ts', find: 'return !ABBREVIATIONS.has(lower)', replace: 'return true', tests: ['tests/story'] },
  { rule: 5, what: 'a pasted copy keeps the id', file: 'src/editor/clipboard/storyClipboard.ts', find: '(id) => moved && !present.has(id))', replace: '() => true)', tests: ['tests/editor/facts.test.ts', 'tests/editor/factsMoved.test.ts'] },
  { rule: 5, what: 'cut and paste makes a new fact', file: 'src/editor/clipboard/storyClipboard.ts', find: '(id) => moved && !present.has(id))', replace: '() => false)', tests: ['tests/editor/facts.test.ts', 'tests/editor/factsMoved.test.ts'] },
  { rule: 5, what: 'a split between words lapses', file: 'src/story/assessFact.ts', find: 'if (!onlyBreaks(copy[a.block]?.text.slice(a.to)) ||', replace: 'if (a.block !== b.block ||', tests: ['tests/story'] },
  { rule: 5, what: 'a lost tag reads cut', file: 'src/story/assessFact.ts', find: "found === undefined ? 'cut' : 'lost'", replace: "'cut'", tests: ['tests/story'] },
  { rule: 6, what: 'part of a longer figure counts as the words', file: 'src/story/assessFact.ts', find: 'if (!sameWords(text.slice(whole.from, whole.to), wanted)) continue', replace: '', tests: ['tests/story'] },
  { rule: 7, what: 'evidence taken away goes unnoticed', file: 'src/story/assessFact.ts', find: 'if (signOff.evidence.some((hash) => !now.has(hash))) return true', replace: '', tests: ['tests/story'] },
  { rule: 7, what: 'changed ground rules go unnoticed', file: 'src/story/assessFact.ts', find: "reasons.push('groundRules')", replace: 'reasons.push()', tests: ['tests/story'] },
  { rule: 8, what: 'the author may verify', file: 'src/story/entitlement.ts', find: "if (isAuthor && !alone) return `${by} is the author or has a byline: someone else must verify this.`", replace: '', tests: ['tests/story', 'tests/newsroom'] },
  { rule: 8, what: 'who last changed the words may verify', file: 'src/story/entitlement.ts', find: 'if (record.lastChangers.includes(by) && !alone) return', replace: 'if (false) return', tests: ['tests/story', 'tests/newsroom'] },
  { rule: 8, what: 'verified needs no evidence', file: 'src/story/entitlement.ts', find: "if (!evidence.some((item) => item.stance === 'supports' && item.locator.trim() !== '')) {", replace: 'if (false) {', tests: ['tests/story', 'tests/newsroom'] },
  { rule: 8, what: 'a window may add a fact in another name', file: 'src/document/checkWindowUpdate.ts', find: 'else if (readTag(id, value)?.by !== rules.by)', replace: 'else if (false)', tests: ['tests/document'] }
]
