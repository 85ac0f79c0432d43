import { DOCX_STYLES } from '../../formats/docx'
import { container, element, XML_DECLARATION } from '../xml/xml'
import { W } from './parts'

interface Look {
  readonly name: string
  readonly basedOn?: string
  readonly next?: string
  readonly paragraph?: readonly string[]
  readonly run?: readonly string[]
}

const spacing = (before: number, after: number, lineHeight?: number): string =>
  element('w:spacing', {
    'w:before': before,
    'w:after': after,
    'w:line': lineHeight,
    'w:lineRule': lineHeight === undefined ? undefined : 'auto',
  })
/** Half points. */
const size = (value: number): readonly string[] => [
  element('w:sz', { 'w:val': value }),
  element('w:szCs', { 'w:val': value }),
]
const bold = [element('w:b'), element('w:bCs')]
const italic = [element('w:i'), element('w:iCs')]
const colour = (value: string): string => element('w:color', { 'w:val': value })
const keepNext = element('w:keepNext')

/**
 * Uses Word's own style ids where it has them, so that templates of receivers apply. Elements are in the order of the
 * schema.
 */
const PARAGRAPHS: Readonly<Record<string, Look>> = {
  [DOCX_STYLES.headline]: {
    name: 'Title',
    next: DOCX_STYLES.deck,
    paragraph: [keepNext, spacing(0, 120), element('w:outlineLvl', { 'w:val': 0 })],
    run: [...bold, ...size(44)],
  },
  [DOCX_STYLES.deck]: {
    name: 'Subtitle',
    next: 'Normal',
    paragraph: [keepNext, spacing(0, 200)],
    run: [colour('4D4842'), ...size(28)],
  },
  [DOCX_STYLES.byline]: {
    name: 'Byline',
    next: 'Normal',
    paragraph: [spacing(0, 200)],
    run: [colour('4D4842'), ...size(20)],
  },
  [DOCX_STYLES.subhead2]: {
    name: 'heading 2',
    next: 'Normal',
    paragraph: [keepNext, spacing(240, 80), element('w:outlineLvl', { 'w:val': 1 })],
    run: [...bold, ...size(28)],
  },
  [DOCX_STYLES.subhead3]: {
    name: 'heading 3',
    next: 'Normal',
    paragraph: [keepNext, spacing(200, 60), element('w:outlineLvl', { 'w:val': 2 })],
    run: [...bold, ...size(24)],
  },
  [DOCX_STYLES.quote]: {
    name: 'Quote',
    paragraph: [spacing(0, 160), element('w:ind', { 'w:left': 567, 'w:right': 567 })],
    run: [...italic],
  },
  [DOCX_STYLES.list]: { name: 'List Paragraph', paragraph: [spacing(0, 80), element('w:contextualSpacing')] },
  [DOCX_STYLES.contributors]: {
    name: 'Contributors',
    paragraph: [spacing(240, 80)],
    run: [colour('4D4842'), ...size(20)],
  },
  [DOCX_STYLES.rights]: { name: 'Rights', paragraph: [spacing(80, 80)], run: [colour('4D4842'), ...size(18)] },
  [DOCX_STYLES.correction]: { name: 'Published Correction', paragraph: [spacing(240, 80)], run: [...italic] },
  [DOCX_STYLES.cutline]: { name: 'caption', paragraph: [spacing(80, 200)], run: [colour('4D4842'), ...size(19)] },
  // The cutline of a picture that is not in the document. Its own style keeps it apart from the cutline of the
  // picture before.
  [DOCX_STYLES.cutlineAlone]: { name: 'Cutline Without Picture', basedOn: DOCX_STYLES.cutline },
  [DOCX_STYLES.tableHeader]: { name: 'Table Header', paragraph: [spacing(40, 40)], run: [...bold, ...size(20)] },
  [DOCX_STYLES.tableCell]: { name: 'Table Text', paragraph: [spacing(40, 40)], run: [...size(20)] },
  [DOCX_STYLES.note]: { name: 'Desk Note', paragraph: [spacing(0, 200)], run: [...bold, colour('A4262C')] },
}
const CHARACTERS: Readonly<Record<string, Look>> = {
  [DOCX_STYLES.dateline]: { name: 'Dateline', run: [] },
  [DOCX_STYLES.bylineName]: { name: 'Byline Name', run: [] },
  [DOCX_STYLES.bylineRole]: { name: 'Byline Role', run: [] },
  [DOCX_STYLES.credit]: { name: 'Picture Credit', run: [] },
  [DOCX_STYLES.link]: { name: 'Hyperlink', run: [colour('1F5F8B'), element('w:u', { 'w:val': 'single' })] },
}

export function styles(language: string, rightToLeft: boolean): string {
  const lang =
    language === ''
      ? ''
      : element('w:lang', {
          'w:val': language,
          'w:eastAsia': /^(?:ko|ja|zh)\b/i.test(language) ? language : undefined,
          'w:bidi': rightToLeft ? language : undefined,
        })
  return (
    XML_DECLARATION +
    container(
      'w:styles',
      { 'xmlns:w': W },
      container(
        'w:docDefaults',
        {},
        container(
          'w:rPrDefault',
          {},
          container(
            'w:rPr',
            {},
            element('w:rFonts', { 'w:ascii': 'Georgia', 'w:hAnsi': 'Georgia', 'w:cs': 'Times New Roman' }),
            ...size(23),
            lang,
          ),
        ),
        container('w:pPrDefault', {}, container('w:pPr', {}, spacing(0, 160, 300))),
      ),
      container(
        'w:style',
        { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' },
        element('w:name', { 'w:val': 'Normal' }),
        element('w:qFormat'),
      ),
      container(
        'w:style',
        { 'w:type': 'character', 'w:default': 1, 'w:styleId': 'DefaultParagraphFont' },
        element('w:name', { 'w:val': 'Default Paragraph Font' }),
        element('w:uiPriority', { 'w:val': 1 }),
        element('w:semiHidden'),
      ),
      container(
        'w:style',
        { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' },
        element('w:name', { 'w:val': 'Normal Table' }),
        element('w:uiPriority', { 'w:val': 99 }),
        element('w:semiHidden'),
      ),
      ...Object.entries(PARAGRAPHS).map(([id, look]) => style('paragraph', id, { basedOn: 'Normal', ...look })),
      ...Object.entries(CHARACTERS).map(([id, look]) =>
        style('character', id, { basedOn: 'DefaultParagraphFont', ...look }),
      ),
    )
  )
}

const WORDS_OWN: ReadonlySet<string> = new Set([
  'Title',
  'Subtitle',
  'heading 2',
  'heading 3',
  'Quote',
  'caption',
  'List Paragraph',
  'Hyperlink',
])

function style(
  type: 'paragraph' | 'character',
  id: string,
  { name, basedOn = '', next, paragraph = [], run = [] }: Look,
): string {
  return container(
    'w:style',
    { 'w:type': type, 'w:customStyle': WORDS_OWN.has(name) ? undefined : 1, 'w:styleId': id },
    element('w:name', { 'w:val': name }),
    element('w:basedOn', { 'w:val': basedOn }),
    next === undefined ? '' : element('w:next', { 'w:val': next }),
    element('w:uiPriority', { 'w:val': 10 }),
    element('w:qFormat'),
    paragraph.length === 0 ? '' : container('w:pPr', {}, ...paragraph),
    run.length === 0 ? '' : container('w:rPr', {}, ...run),
  )
}
