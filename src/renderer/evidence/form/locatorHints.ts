/** How people name the place in a source, by kind of source. */
import { evidenceText } from '../../../catalogue/window/evidence'
import type { SourceKind } from '../../../story/desk/source'

export interface LocatorHint {
  readonly label: string
  readonly example: string
}

export const LOCATOR_HINTS: Readonly<Record<SourceKind, LocatorHint>> = {
  person: {
    get label() {
      return evidenceText('locatorHints.whenHowTheySaid')
    },
    get example() {
      return evidenceText('locatorHints.talkExample')
    },
  },
  document: {
    get label() {
      return evidenceText('locatorHints.pageParagraph')
    },
    get example() {
      return evidenceText('locatorHints.pageParagraphExample')
    },
  },
  official: {
    get label() {
      return evidenceText('locatorHints.pageParagraph')
    },
    example: '¶ 4',
  },
  pool: {
    get label() {
      return evidenceText('locatorHints.paragraphPoolReport')
    },
    example: '¶ 2',
  },
  outlet: {
    get label() {
      return evidenceText('locatorHints.addressWhenYouSaw')
    },
    get example() {
      return evidenceText('locatorHints.addressExample')
    },
  },
  dataset: {
    get label() {
      return evidenceText('locatorHints.tableRowColumn')
    },
    get example() {
      return evidenceText('locatorHints.tableExample')
    },
  },
  observation: {
    get label() {
      return evidenceText('locatorHints.whoSawWhen')
    },
    get example() {
      return evidenceText('locatorHints.observationExample')
    },
  },
  media: {
    get label() {
      return evidenceText('locatorHints.timecode')
    },
    example: '00:12:31',
  },
}
