/** A picture in the copy: a captured file and its details. Its cutline is the text of its block. */
export interface Picture {
  /** SHA-256 of the file in the library's evidence folder, lower-case hex; '' when there is none. */
  readonly file: string
  /** One of PICTURE_TYPES. */
  readonly mediaType: string
  /** Pixels; 0 when not known. */
  readonly width: number
  readonly height: number
  /** What the picture shows, for those who cannot see it. */
  readonly alt: string
  /** Who made it: "Kim Ji-woo / Agency". */
  readonly credit: string
  /** What it may be used for, and who holds the rights. */
  readonly rights: string
  /** When it was taken: an ISO 8601 date or instant, or ''. */
  readonly captured: string
}

/** What a picture has from its file. */
export type PictureFile = Pick<Picture, 'file' | 'mediaType' | 'width' | 'height'>

/** The details that a person writes. The others come from the file. */
export const PICTURE_DETAILS = ['alt', 'credit', 'rights', 'captured'] as const
export type PictureDetail = (typeof PICTURE_DETAILS)[number]

/** Media types of pictures that a story may hold → the ending of their files. */
export const PICTURE_TYPES: Readonly<Record<string, string>> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/webp': '.webp',
  'image/gif': '.gif',
}

/** The most pixels of a picture. Showing a larger one takes gigabytes. */
export const MOST_PIXELS = 120_000_000

const isFileHash = (value: string): boolean => /^[0-9a-f]{64}$/.test(value)

export const NO_PICTURE: Picture = {
  file: '',
  mediaType: '',
  width: 0,
  height: 0,
  alt: '',
  credit: '',
  rights: '',
  captured: '',
}

/** Reads a picture from stored attributes, whatever their types. */
export function pictureOf(attributes: Readonly<Record<string, unknown>>): Picture {
  const text = (name: keyof Picture): string => (typeof attributes[name] === 'string' ? attributes[name] : '')
  const pixels = (name: 'width' | 'height'): number =>
    typeof attributes[name] === 'number' && attributes[name] > 0 ? Math.floor(attributes[name]) : 0
  return {
    file: isFileHash(text('file')) ? text('file') : '',
    mediaType: Object.hasOwn(PICTURE_TYPES, text('mediaType')) ? text('mediaType') : '',
    width: pixels('width'),
    height: pixels('height'),
    alt: text('alt'),
    credit: text('credit'),
    rights: text('rights'),
    captured: text('captured'),
  }
}

/** The address of a captured picture in a window: its hash, in the app's own protocol. */
export const pictureAddress = (file: string): string => `evidence://file/${file}`

/** '' or an ISO 8601 date or instant. */
export const isCaptureDate = (text: string): boolean =>
  text === '' ||
  (/^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?$/.test(text) &&
    !Number.isNaN(Date.parse(text.length <= 10 ? text : text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'))))
