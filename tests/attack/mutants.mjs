/**
 * Pieces of the present code, each of which keeps one rule. An attempt that the code before did not let through names
 * the mutant that does. `find` must occur once in `file`.
 */

/** The last commit before these rules. */
export const BEFORE = '5c94e4f'

const piece = (file, find, replace) => ({ file, find, replace })
const ADVICE = 'src/checks/rules'

/** Name → the pieces that are replaced. */
export const mutants = {
  'the leak scan finds nothing': [
    piece(
      'src/projection/scan/leakScan.ts',
      'for (const sought of [...terms.map(seekTerm), ...internalIds',
      'for (const sought of [...terms.slice(0, 0).map(seekTerm), ...internalIds',
    ),
    piece('src/projection/scan/sealText.ts', 'if (places.length === 0) return text', 'return text'),
  ],
  'texts beside the copy are not sealed': [
    piece('src/projection/scan/sealText.ts', 'if (places.length === 0) return text', 'return text'),
  ],
  'the copy may change after clearing': [
    piece('src/gate/copyChanged.ts', "if (!changed) return [finding('block'", "if (!changed) return [finding('warn'"),
    piece(
      'src/gate/copyChanged.ts',
      "return [finding('block', gateText('copyChanged.changed'",
      "return [finding('warn', gateText('copyChanged.changed'",
    ),
    piece('src/newsroom/ledger/transitions.ts', 'CLEARED_DROPS', 'CLEARED_DROPS'),
  ],
  'pictures are not in the cleared hash': [
    piece(
      'src/story/ledger/leaving.ts',
      'return copy.flatMap(({ picture }) => (picture ? [picture] : []))',
      'return []',
    ),
    piece('src/story/ledger/hash.ts', 'picture: block.picture', 'picture: undefined'),
  ],
  'comments leave always': [
    piece('src/exchange/export/docx/writeDocx.ts', "comments: include.includes('comments')", 'comments: true'),
    piece(
      'src/newsroom/exports/prepareExport.ts',
      'return include.length === 0 ? {} :',
      'return include.length < 0 ? {} :',
    ),
  ],
  'any format takes comments': [
    piece(
      'src/newsroom/exports/prepareExport.ts',
      'const alien = include.find((part) => !(',
      'const alien = include.find((part) => part === undefined && !(',
    ),
  ],
  'the body of a killed story leaves': [
    piece(
      'src/projection/published/projectStory.ts',
      'const blocks = projectBlocks(killed ?',
      'const blocks = projectBlocks(killed && false ?',
    ),
    piece(
      'src/projection/published/projectStory.ts',
      'blocks: killed ? blocks.filter(',
      'blocks: killed && false ? blocks.filter(',
    ),
  ],
  'every format has an embargo field': [
    piece(
      'src/gate/embargo.ts',
      'if (format?.hasEmbargoField === false)',
      'if (format?.hasEmbargoField === undefined && false)',
    ),
  ],
  'a duplicate has no embargo': [
    piece(
      'src/newsroom/stories/createStory.ts',
      'fields: { ...fields, needsLegal',
      "fields: { ...fields, embargo: '', needsLegal",
    ),
  ],
  'an alert is asked nothing': [
    piece(`${ADVICE}/story/alertOnly.ts`, "if (fields.kind !== 'alert') return []", 'return []'),
  ],
  'a TK is sought in the copy only': [
    piece(`${ADVICE}/copy/openTk.ts`, 'return [...inCopy, ...inPictures, ...inFields]', 'return inCopy'),
  ],
  'off the record may be overridden': [
    piece(`${ADVICE}/facts/offTheRecord.ts`, 'overridable: false', 'overridable: true'),
  ],
  'self-checked passes': [
    piece(`${ADVICE}/facts/selfChecked.ts`, "severity: allegation ? 'block' : 'warn'", "severity: 'warn'"),
  ],
}
