/** Requests that bring files in and let copy out. */
import type {
  Imported,
  ImportPreview,
  FileToRead,
  FromFile,
  ExportRequest,
  Exported,
  ExportedAgain,
  ExportedHistory,
  HandedOver,
  HandOverPlan,
  HandOverRequest,
} from './exchangeAnswers'
import type { ExportProfile } from '../../desk/exportProfile'

export interface ExchangeRequests {
  'story.import': { request: FileToRead; answer: FromFile<Imported> }
  'story.previewImport': { request: FileToRead; answer: FromFile<ImportPreview> }
  'story.stopImport': { request: { readonly job: string }; answer: Record<string, never> }
  'story.export': { request: ExportRequest; answer: Exported }
  /**
   * The bytes, file name and verdict of 'story.export', for the live preview. The gate refuses nothing; nothing is
   * logged or kept.
   */
  'story.previewExport': { request: ExportRequest; answer: Exported }
  /** The file name of 'story.export', with marks. Nothing is written, refused or logged. */
  'story.exportName': { request: ExportRequest; answer: { readonly fileName: string } }
  /** Repeats the export of entry `entry`. The bytes are the same if nothing they depend on has changed. */
  'story.exportAgain': {
    request: { readonly story: string; readonly entry: number; readonly saveAs?: string; readonly destination?: string }
    answer: ExportedAgain
  }
  /**
   * Hands stories over: one bundle with all of each. The gate is not asked. Noted in the history of each story, which
   * `story.exportFailed` takes back.
   */
  'story.handOver': { request: HandOverRequest; answer: HandedOver }
  /** The file name of 'story.handOver', and what becomes of protected sources. Nothing is written or logged. */
  'story.handOverName': { request: Pick<HandOverRequest, 'stories' | 'for'>; answer: HandOverPlan }
  /** Records that the export of entry `entry` could not be written, and why. */
  'story.exportFailed': {
    request: { readonly story: string; readonly entry: number; readonly reason: string }
    answer: Record<string, never>
  }
  /**
   * The history of a story or a fact as it may leave the desk: sealed, without legal's text. `saveAs`: the name of its
   * file.
   */
  'story.exportHistory': {
    request: { readonly story: string; readonly fact?: string; readonly saveAs?: string }
    answer: ExportedHistory
  }
  /** The library's presets, by name. */
  'profile.list': { request: Record<string, never>; answer: readonly ExportProfile[] }
  /**
   * Saves a preset. `was`: the name of the preset it replaces, for renaming. Absent: a new one, or the one of the same
   * name.
   */
  'profile.save': {
    request: { readonly profile: ExportProfile; readonly was?: string }
    answer: readonly ExportProfile[]
  }
  'profile.remove': { request: { readonly name: string }; answer: readonly ExportProfile[] }
}
