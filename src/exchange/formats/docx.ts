/** What the writer and the reader of DOCX have to agree on: style ids. Word's own where it has them. */
export const DOCX_STYLES = {
  headline: 'Title', deck: 'Subtitle', subhead2: 'Heading2', subhead3: 'Heading3', quote: 'Quote', list: 'ListParagraph', link: 'Hyperlink',
  byline: 'Byline', bylineName: 'BylineName', bylineRole: 'BylineRole', dateline: 'Dateline', contributors: 'Contributors', rights: 'Rights', cutline: 'Caption', cutlineAlone: 'CutlineWithoutPicture', credit: 'PictureCredit', tableHeader: 'TableHeader', tableCell: 'TableText', note: 'DeskNote', correction: 'PublishedCorrection'
} as const
