import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'

const english = join(import.meta.dirname, '..', '..', 'src', 'catalogue', 'en')

/** Texts whose number is never one: a limit, a sum that is always larger, or a text of its own for one. */
const NEVER_ONE = new Set(
  `
  bundle refusal.manyEntries, bundle refusal.manyParts, checks locator.wholeOfPages, checks untagged.tooLong,
  cli backupCommands.files, cli backupCommands.made, cli backupCommands.restored, cli profileCommands.columns,
  cli search.cut, cli storyNamed.severalStories, comments usePlaceComment.commentsLostTheirWords,
  desk backups.lastDays, desk pattern.long, desk word.long, desk word.many, desk word.parts,
  editor picture.tooLarge, evidence pdfView.searchFailed, evidence pictureForm.pixelsWhatFileSays,
  exportPanel exportPreviewPane.bytes, imports refusal.manyElements, imports refusal.manyParts, library backup.made,
  library backup.progress, library bulk.didSome, library import.filesImported, library import.panelClosed,
  library import.progressName, library import.storiesAndMerges, library list.indexing, library row.charactersOf,
  library row.wordsOf, merge ledger.tooMany, newsroom fieldValue.text,
  newsroom fileReader.tooLong, newsroom files.tooManyPixels, newsroom handOver.manyPeople, newsroom importStory.characters,
  newsroom importStory.paragraphs, newsroom pictures.sayWhich, newsroom pinGuard.seconds,
  newsroom sourceWords.contactParts, newsroom sourceWords.contactTooLong, newsroom sourceWords.nameTooLong,
  newsroom trust.farLines, reviewRoom foundStrip.foundSeveral, search query.long, sheet table.limits,
  storage socket.requestTooLarge, window foot.charactersOf, window foot.wordsOf
  `
    .split(',')
    .map((one) => one.trim()),
)

const THINGS =
  'bytes|characters|comments|days|elements|entries|facts|fields|files|grafs|hours|issues|lines|minutes|pages|' +
  'paragraphs|parts|people|pictures|pixels|places|rows|columns|seconds|snapshots|sources|stories|suggestions|versions|words'
const COUNTED = new RegExp(`\\{\\w+(?:, number)?\\} (?:new |other |selected )?(?:${THINGS})\\b`, 'u')

/** Without its plural and select arguments, which have a form for one. */
function besideForms(message: string): string {
  let depth = 0
  let form = 0
  let kept = ''
  for (let at = 0; at < message.length; at++) {
    if (message[at] === '{') {
      depth++
      if (form === 0 && /^\{\w+, (?:plural|select),/u.test(message.slice(at))) form = depth
    }
    if (form === 0) kept += message[at]
    if (message[at] === '}') {
      if (depth === form) form = 0
      depth--
    }
  }
  return kept
}

test('no English text reads “1 words”: a number that may be one has a form for one', () => {
  const counted = readdirSync(english).flatMap((file) =>
    Object.entries(JSON.parse(readFileSync(join(english, file), 'utf8')) as Record<string, string>)
      .filter(([, message]) => COUNTED.test(besideForms(message)))
      .map(([key]) => `${basename(file, '.json')} ${key}`),
  )
  expect(counted.toSorted()).toEqual([...NEVER_ONE].toSorted())
})
