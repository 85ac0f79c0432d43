/** The exports that the old library is compared by. */
export const FORMATS = {
  ninjs: { format: 'ninjs' },
  'ninjs-2.1': { format: 'ninjs', formatVersion: '2.1' },
  'newsml-g2': { format: 'newsml-g2' },
  nitf: { format: 'nitf' },
  html: { format: 'html' },
  markdown: { format: 'markdown' },
  docx: { format: 'docx' },
  pdf: { format: 'pdf' },
  text: { format: 'text' },
  'factsheet-html': { format: 'factsheet', formatVersion: 'html' },
  'factsheet-pdf': { format: 'factsheet', formatVersion: 'pdf' },
  'factsheet-docx': { format: 'factsheet', formatVersion: 'docx' },
  'factsheet-public': { format: 'factsheet', formatVersion: 'html', edition: 'public' },
  annotations: { format: 'annotations', edition: 'public' },
}

/** The instant of the exports. */
export const NOW = '2026-10-30T12:00:00Z'

/** A draft leaves marked DRAFT. Lists of facts have no draft. */
export const isDraft = (story, { format }) => story === 'notes' && format !== 'factsheet' && format !== 'annotations'
