/** Changes that each break one rule of the leak scan. See mutants.mjs. */

const SCAN = 'src/projection/scan'
const TESTS = [
  'tests/projection/scan/forms.test.ts',
  'tests/projection/scan/lookalikes.test.ts',
  'tests/projection/scan/leakScan.test.ts',
  'tests/checks/sets/leaks.test.ts',
]

const mutant = (what, file, find, replace, tests = TESTS) => ({
  rule: 'protection',
  what,
  file: `${SCAN}/${file}`,
  find,
  replace,
  tests,
})

/** Letters that look alike, and middle names. */
const names = [
  {
    rule: 'protection',
    what: 'an employer before a title is sought as a name',
    file: 'src/story/desk/mayBeName.ts',
    find: ' || (!isPerson && HAN_BODIES.test(word))',
    replace: '',
    tests: ['tests/projection/scan/titledNames.test.ts'],
  },
  {
    rule: 'protection',
    what: 'a person who is called as a town leaves without the title',
    file: 'src/story/desk/mayBeName.ts',
    find: 'has(key)) return isPerson',
    replace: 'has(key)) return false',
    tests: ['tests/projection/scan/titledNames.test.ts'],
  },
  {
    rule: 'protection',
    what: 'a person whose name has a particle leaves without the title',
    file: 'src/story/desk/bareNames.ts',
    find: "isNameOfOneWord(lettersOf(words)[0] ?? '',",
    replace: 'isNameOfOneWord(words,',
    tests: ['tests/projection/scan/titledNames.test.ts'],
  },
  {
    rule: 'protection',
    what: 'an employer is a person where the role is addressed',
    file: 'src/story/desk/bareNames.ts',
    find: 'else isBehind = shorter.isPerson',
    replace: 'else isBehind ||= shorter.isPerson',
    tests: ['tests/projection/scan/titledNames.test.ts'],
  },
  {
    rule: 'protection',
    what: 'a confirmation of a sentence that was cut short holds in review',
    file: 'src/gate/confirmedNames.ts',
    find: 'isCleared ? [key, ...cutKeys] : [key]',
    replace: '[key, ...cutKeys]',
    tests: ['tests/story/view/formerRule.test.ts'],
  },
  mutant(
    'a short family name behind a title leaves in capitals',
    'seek/seekTerm.ts',
    '? [name, name.toUpperCase()] : [name]',
    '? [name] : [name]',
    ['tests/projection/scan/titledNames.test.ts'],
  ),
  mutant(
    'contacts of merged sources are sought as one note',
    'protectedTerms.ts',
    '.split(BETWEEN_NOTES)',
    ".split('no sign parts them')",
    ['tests/newsroom/sources/mergedTerms.test.ts'],
  ),
  mutant(
    'a confirmed name is confirmed under another header',
    'placeOfName.ts',
    'canonicalJson([words, [block, ...others].map((index) => belongs(copy, index, rule))])',
    'canonicalJson([words, [block, ...others].map((index) => String(belongs(copy, index, rule)))])',
    ['tests/projection/scan/leakScan.test.ts'],
  ),
  mutant(
    'a confirmed name is confirmed at every place of its sentence',
    'placeOfName.ts',
    'return same.length === 1 ? key :',
    'return same.length > 0 ? key :',
    ['tests/projection/scan/leakScan.test.ts'],
  ),
  mutant('a capital I is no small l', 'lookalikes/foldLookalikes.ts', 'capitalI: true', 'capitalI: false'),
  mutant(
    'more look-alikes than Unicode lists are letters of their own',
    'lookalikes/foldLookalikes.ts',
    "for (const [image = '', signs = ''] of [...table.lookalikes, ...Object.entries(more.lookalikes)])",
    "for (const [image = '', signs = ''] of table.lookalikes)",
  ),
  mutant('ғ and ǫ spell no small capitals', 'shownReadings.ts', 'if (LENT.test(text) &&', 'if (false &&'),
  mutant('rn is no m', 'lookalikes/likenessPattern.ts', "m: '(?:m|rn)'", "m: 'm'"),
  mutant(
    'a single word is read as loosely as a name',
    'lookalikes/likenessPattern.ts',
    "const alike = how === 'strict' ? STRICT : LOOSE",
    'const alike = LOOSE',
  ),
  mutant(
    'capitals look like small letters',
    'seek/seekName.ts',
    '[spelling, spelling.toUpperCase(), spelling.toLowerCase()]',
    '[spelling]',
  ),
  mutant(
    'initials are not found',
    'seek/seekName.ts',
    'if (!spaced || parts.length < 2 ||',
    'if (spaced || parts.length < 2 ||',
  ),
  mutant(
    'the family name first is another name',
    'seek/seekName.ts',
    'parts.length > 1 && parts.length <= MOST_TURNED',
    'parts.length > 99 && parts.length <= MOST_TURNED',
  ),
  mutant(
    'umlauts by hand are another name',
    'seek/spellings.ts',
    'return plain === composed ? [name] : [name, plain]',
    'return [name]',
  ),
  mutant(
    'a declined Slavic name is another name',
    'seek/seekName.ts',
    'return `${stem}[^${GAP_SIGN}]{0,3}`',
    'return escapePattern(part)',
  ),
  mutant(
    'spaces part the signs of a name',
    'seek/seekName.ts',
    'return [...part].map(hanPattern).join(`${GAP_SIGN}?`)',
    'return part',
  ),
  mutant(
    'a traditional character is another one than its simplified form',
    'seek/hanForms.ts',
    "return forms === undefined || forms.size < 2 ? sign : `(?:${[...forms].join('|')})`",
    'return sign',
  ),
  mutant(
    'letters with spaces between are no name',
    'seek/seekName.ts',
    'if (!/^[a-z]{3,24}$|^[\\u0430-\\u044f]{3,24}$/u.test(part)) return plain',
    'return plain',
  ),
  mutant(
    'a Korean name with a space is another name',
    'seek/seekName.ts',
    'if (/^[가-힣]{2,4}$/.test(part)) return hangulPattern(part)',
    '',
  ),
  mutant(
    'syllables of other words are a Korean name',
    'seek/seekName.ts',
    '(!isHangul || standsInHangul(original, place)) &&',
    '',
  ),
  mutant('a sentence end stands in a name', 'seek/middleName.ts', 'if (/^[.!?]/.test(between)) return false', ''),
  mutant('a line end or comma stands in a name', 'seek/middleName.ts', 'if (!BETWEEN.test(between)) return false', ''),
  mutant(
    'a long word with a point stands in a name',
    'seek/middleName.ts',
    'tokens.some((token, index) => token.length > 3 && pointAfter(between, index))',
    'false',
  ),
  mutant('words of a headline stand in a name', 'seek/middleName.ts', '!isHeadlineWord(token) &&', ''),
  mutant(
    'two names run together are one',
    'seek/middleName.ts',
    '(!RUN_TOGETHER.test(token) || JOINED.test(token)) &&',
    '',
  ),
  mutant('a small particle parts a name', 'seek/middleName.ts', '|| PARTICLES.has(token.toLowerCase())', ''),
  mutant(
    'a middle name in an address parts a name',
    'seek/middleName.ts',
    'if (HANDLE.test(between)) return isMiddleOfHandle(tokens)',
    'if (HANDLE.test(between)) return false',
  ),
  mutant(
    'any word of an address stands in a name',
    'seek/middleName.ts',
    "!HEADLINE_WORDS.has(tokens[0] ?? '')",
    'true',
  ),
  mutant('a common word is a name', 'seek/seekName.ts', '!(common && isOrdinaryWord(original, place, own)) &&', ''),
  mutant(
    'an ordinary word is a short name',
    'seek/seekShortName.ts',
    '!isOrdinaryWord(text.original, place, own)',
    'true',
  ),
  mutant(
    'a month in a date is a name',
    'seek/ordinaryWord.ts',
    'if (sets().months.has(folded) && isDate(previous, next, after)) return true',
    '',
  ),
  mutant(
    'the first word of another name is a name',
    'seek/ordinaryWord.ts',
    'return beginsAnotherName(next, after, own)',
    'return false',
  ),
  mutant(
    'the surname of the source makes another person of it',
    'seek/ordinaryWord.ts',
    '.some((part) => own.includes(part))',
    '.some(() => false)',
  ),
  mutant(
    'a handle is an ordinary word',
    'seek/ordinaryWord.ts',
    'if (/[@#_]$/.test(before) || /^[_]/.test(after)) return false',
    '',
  ),
]

/** Addresses, escapes, tables. */
const places = [
  mutant(
    'signs of an address in words are not found',
    'seek/seekContact.ts',
    'const words = [...signs].flatMap((sign) => SPELLED().get(sign) ?? [])',
    'const words = []',
  ),
  mutant(
    'an address in look-alike letters is not found',
    'seek/seekContact.ts',
    'matchesIn(wordsOf(text.likened), text.original, alike)',
    '[]',
  ),
  mutant(
    'the country prefix makes another number',
    'seek/seekContact.ts',
    'digits.slice(-Math.max(7, digits.length - 3))',
    'digits',
  ),
  mutant(
    'percent signs of percent signs hide a name',
    'unescapeForScan.ts',
    ".replace(/%(?:25)+(?=[0-9a-f]{2})/gi, '%')",
    '',
  ),
  mutant('percent-encoding hides a name', 'unescapeForScan.ts', '.replace(/(?:%[0-9a-f]{2})+/gi, decodePercent)', ''),
  mutant(
    'an older encoding hides a name',
    'unescapeForScan.ts',
    'run.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))',
    'run',
  ),
  mutant(
    'entities by number hide a name',
    'unescapeForScan.ts',
    'return code > 0x10ffff ? whole :',
    'return code > 0 ? whole :',
  ),
  mutant(
    'entities of letters with accents hide a name',
    'unescapeForScan.ts',
    "(?:acute|grave|circ|tilde|uml|ring|cedil|slash|caron|lig|stroke);/gi, '$1')",
    "(?:nothing);/gi, '$1')",
  ),
  mutant(
    'escapes of JSON hide a name',
    'unescapeForScan.ts',
    "text.includes('\\\\') ? withoutBackslashes(text) : text",
    'text',
  ),
  mutant(
    'a hyphen at the end of a line hides a name',
    'structuredReadings.ts',
    '...withoutBreaks(text, HYPHEN_AT_END),',
    '',
  ),
  mutant(
    'the end of a line in Hangul hides a name',
    'structuredReadings.ts',
    '...withoutBreaks(text, HANGUL_BREAK),',
    '',
  ),
  mutant(
    'the rule under the headers of a table parts its columns',
    'structuredReadings.ts',
    'else if (!RULE.test(line)) table.push',
    'else if (line) table.push',
  ),
  mutant(
    'cells of a page run together',
    'separateMarkup.ts',
    "CELL_TAG.test(tag) ? '\\t' :",
    "CELL_TAG.test(tag) ? ' ' :",
  ),
  mutant('rows of a page run together', 'separateMarkup.ts', "LINE_TAG.test(tag) ? '\\n' : ' '", "' '"),
  mutant('a name over two cells is not in the copy', 'layOut.ts', 'return [...inBlocks, ...over]', 'return inBlocks'),
  mutant(
    'any table is the copy’s',
    'leakScan.ts',
    'const foreign = found.filter((place) => !own.some((one) => sameSurroundings(body, place, one)))',
    'const foreign = own.length > 0 ? [] : found',
  ),
  mutant(
    'the page of the clipboard is not scanned',
    'clipboardLeaks.ts',
    "...(html === undefined ? [] : scan(html, 'text/html'))",
    '',
    ['tests/projection/scan/forms.test.ts'],
  ),
  mutant('the text of the clipboard is not scanned', 'clipboardLeaks.ts', "...scan(text, 'text/plain'),", '', [
    'tests/projection/scan/forms.test.ts',
  ]),
]

/** Papers for the desk. */
const papers = [
  {
    rule: 'protection',
    what: 'the public edition of a fact sheet takes the story along',
    file: 'src/exchange/export/factsheet/writeFactSheet.ts',
    find: "input.paper === undefined || titled.sheet.edition !== 'internal'",
    replace: 'input.paper === undefined',
    tests: ['tests/newsroom/exports/paper.test.ts'],
  },
  {
    rule: 'protection',
    what: 'a name confirmed in the copy is confirmed in the correction on a paper',
    file: 'src/newsroom/exports/exportLeaks.ts',
    find: "(writer.audience !== 'desk' || paper !== undefined)",
    replace: "writer.audience !== 'desk'",
    tests: ['tests/newsroom/exports/paper.test.ts'],
  },
]

/** Two people stand behind weaker protection. */
const weakened = [
  {
    rule: 'protection',
    what: 'who added a source makes its number a longer one, which exports are not scanned for',
    file: 'src/newsroom/sources/editSource.ts',
    find: 'contactsOf(before).some((term) => !contacts.has(term))',
    replace: "!(wanted.contact ?? before.contact ?? '').includes(before.contact ?? '')",
    tests: ['tests/newsroom/sources/weaken.test.ts'],
  },
  {
    rule: 'protection',
    what: 'the reason of a destroyed identity keeps its name',
    file: 'src/newsroom/state/libraryDesk.ts',
    find: '[...protectedTerms(before.sources), ...protectedTerms(facts.sources)]',
    replace: 'protectedTerms([...before.sources, ...facts.sources])',
    tests: ['tests/newsroom/sources/weaken.test.ts'],
  },
  {
    rule: 'protection',
    what: 'a protected source is found by its name beside a fact',
    file: 'src/newsroom/sources/findSource.ts',
    find: '!one.protected && one.name === given',
    replace: 'one.name === given',
    tests: ['tests/newsroom/sources/weaken.test.ts'],
  },
  {
    rule: 'protection',
    what: 'who added a protected source unprotects it',
    file: 'src/newsroom/sources/refuseToWeaken.ts',
    find: "one.kind === 'sourceAdded' && ids.has(one.source) && sameName(one.by, by)",
    replace: 'false',
    tests: ['tests/newsroom/sources/weaken.test.ts'],
  },
  {
    rule: 'protection',
    what: 'who added a source weakens the one into which it was merged',
    file: 'src/newsroom/sources/refuseToWeaken.ts',
    find: 'const ids = new Set(idsOfSource(room, source))',
    replace: 'const ids = new Set([source])',
    tests: ['tests/newsroom/sources/weaken.test.ts'],
  },
  {
    rule: 'protection',
    what: 'an author whose words name a source unprotects it',
    file: 'src/newsroom/sources/refuseToWeaken.ts',
    find: ', ...(await storiesThatName(room, source))]',
    replace: ']',
    tests: ['tests/newsroom/sources/weaken.test.ts'],
  },
  {
    rule: 'protection',
    what: 'an author takes the evidence off and unprotects its source',
    file: 'src/newsroom/replica/storyView.ts',
    find: '...(sourcesBefore.length > 0 ? { sourcesBefore } : {})',
    replace: '',
    tests: ['tests/newsroom/sources/weaken.test.ts'],
  },
  {
    rule: 'protection',
    what: 'the index in a file forgets sources whose evidence was taken off',
    file: 'src/storage/storyIndex/sqlite/storyRows.ts',
    find: 'facts.flatMap(({ rests }) => rests.map(({ source }) => source)), ...sourcesBefore',
    replace: 'facts.flatMap(({ rests }) => rests.map(({ source }) => source))',
    tests: ['tests/storage/storyIndex'],
  },
]

export const leakMutants = [...names, ...places, ...papers, ...weakened]
