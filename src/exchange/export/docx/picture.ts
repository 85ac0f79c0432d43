import { element } from '../xml/xml'
import { MEASURE } from './parts'

export interface DocxPicture {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly width: number
  readonly height: number
  readonly alt: string
}

/** Media types that Word shows, with the extension of their parts. */
export const DOCX_PICTURES: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/gif': 'gif',
}

/** English Metric Units in a pixel of 96 to the inch. */
const EMU = 9525
/** Pictures are at most as wide as the text. */
const WIDEST = MEASURE * 635

/** Writes a run with picture number `n`. `relation` names its bytes. */
export function pictureXml({ width, height, alt }: DocxPicture, n: number, relation: string): string {
  const shrink = Math.min(1, WIDEST / (Math.max(1, width) * EMU))
  const size = {
    cx: Math.max(1, Math.round(Math.max(1, width) * EMU * shrink)),
    cy: Math.max(1, Math.round(Math.max(1, height) * EMU * shrink)),
  }
  return element(
    'w:r',
    {},
    element(
      'w:drawing',
      {},
      element(
        'wp:inline',
        { distT: 0, distB: 0, distL: 0, distR: 0 },
        element('wp:extent', size),
        element('wp:docPr', { id: n, name: `Picture ${n}`, descr: alt }),
        element(
          'a:graphic',
          { 'xmlns:a': DRAWING },
          element(
            'a:graphicData',
            { uri: PICTURE },
            element(
              'pic:pic',
              { 'xmlns:pic': PICTURE },
              element(
                'pic:nvPicPr',
                {},
                element('pic:cNvPr', { id: n, name: `Picture ${n}` }),
                element('pic:cNvPicPr'),
              ),
              element(
                'pic:blipFill',
                {},
                element('a:blip', { 'r:embed': relation }),
                element('a:stretch', {}, element('a:fillRect')),
              ),
              element(
                'pic:spPr',
                {},
                element('a:xfrm', {}, element('a:off', { x: 0, y: 0 }), element('a:ext', size)),
                element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
              ),
            ),
          ),
        ),
      ),
    ),
  )
}
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const PICTURE = 'http://schemas.openxmlformats.org/drawingml/2006/picture'
