/** The names and descriptions of export formats. */
import { exportPanelText } from '../../catalogue/window/exportPanel'
import type { ExportFormat } from '../../story/requests/requests'

export const FORMAT_WORDS: Readonly<Record<ExportFormat, { readonly name: string; readonly what: string }>> = {
  ninjs: {
    name: 'ninjs',
    get what() {
      return exportPanelText('exportWords.jsonWiresEdNote')
    },
  },
  'newsml-g2': {
    name: 'NewsML-G2',
    get what() {
      return exportPanelText('exportWords.xmlWiresCopyXhtml')
    },
  },
  nitf: {
    name: 'NITF',
    get what() {
      return exportPanelText('exportWords.xmlOlderNewsroomSystems')
    },
  },
  html: {
    get name() {
      return exportPanelText('exportWords.webPage')
    },
    get what() {
      return exportPanelText('exportWords.htmlNewsarticleDataSearch')
    },
  },
  markdown: {
    get name() {
      return exportPanelText('exportWords.markdown')
    },
    get what() {
      return exportPanelText('exportWords.headingsLinksListsEmphasis')
    },
  },
  docx: {
    get name() {
      return exportPanelText('exportWords.word')
    },
    get what() {
      return exportPanelText('exportWords.docxStylesHeadlineByline')
    },
  },
  pdf: {
    name: 'PDF',
    get what() {
      return exportPanelText('exportWords.printedPagePageNumbers')
    },
  },
  text: {
    get name() {
      return exportPanelText('exportWords.plainText')
    },
    get what() {
      return exportPanelText('exportWords.wiresNotesFirstThen')
    },
  },
  annotations: {
    get name() {
      return exportPanelText('exportWords.factsData')
    },
    get what() {
      return exportPanelText('exportWords.w3cWebAnnotationsEach')
    },
  },
  factsheet: {
    get name() {
      return exportPanelText('exportWords.factSheet')
    },
    get what() {
      return exportPanelText('exportWords.numberedFactsTheirBackup')
    },
  },
}

/** The story whole: no format of what readers see. */
export const BUNDLE_WORDS = {
  get name() {
    return exportPanelText('exportWords.bundle')
  },
  get what() {
    return exportPanelText('exportWords.bundleWhat')
  },
} as const

/** Characters. A longer preview is cut; the saved file never is. */
const PREVIEW_CHARACTERS = 200_000

export interface PreviewText {
  readonly text: string
  readonly cut: boolean
}

/** An export's bytes as text. JSON is indented. */
export function previewText(bytes: Uint8Array, mediaType: string): PreviewText {
  const whole = new TextDecoder().decode(bytes)
  const text = /json/i.test(mediaType) ? indented(whole) : whole
  return { text: text.slice(0, PREVIEW_CHARACTERS), cut: text.length > PREVIEW_CHARACTERS }
}

function indented(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2)
  } catch (error) {
    if (error instanceof SyntaxError) return json
    throw error
  }
}
