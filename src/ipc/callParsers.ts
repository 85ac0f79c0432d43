/** A parser for the request of each call of a window but `act`, whose requests are those of actions. */
import * as z from 'zod/mini'
import { LANGUAGE_CHOICES, LANGUAGES } from '../catalogue/language'
import { LARGEST_FILE } from '../story/text/format/largestFile'
import { EXPORT_FORMATS, PAPERS, STORY_SORTS } from '../story/requests/requests'
import type { Calls } from './contract'
import { KEY_ROWS, type KeyId } from './keymap'
import {
  archiving,
  LARGEST_UPDATE,
  maybe,
  text,
  number,
  id,
  list,
  name,
  reason,
  place,
  nth,
  bytes,
  seen,
  exportChoices,
  exportRequest,
  pin,
  nothing,
  storyOnly,
  type Parsers,
} from './actions/parsedValues'

export const CALL_PARSERS: Parsers<Omit<Calls, 'act'>> = {
  startup: () => nothing,
  deskSince: () => z.strictObject({ at: number(0, 1e9) }),
  becomePerson: () =>
    z.strictObject({ name, sample: z.optional(z.enum(LANGUAGES)), pin: maybe(pin), words: maybe(text(500)) }),
  openStory: () => storyOnly,
  closeStory: () => storyOnly,
  pushUpdate: () => z.strictObject({ story: id, update: bytes(LARGEST_UPDATE) }),
  rememberPosition: () => z.strictObject({ story: id, anchor: place, head: place, scroll: number(0, 1e9) }),
  seenSince: () => z.strictObject({ story: id, more: maybe(list(id, 10_000)) }),
  keepDraft: () => z.strictObject({ form: text(100), key: text(100_000), text: maybe(text(5_000_000)) }),
  openWindow: () => z.strictObject({ story: maybe(id) }),
  chooseImports: () => nothing,
  arrivedFiles: () => nothing,
  choosePictures: () => z.strictObject({ replaces: maybe(z.literal(true)) }),
  saveHistory: () => z.strictObject({ story: id, fact: maybe(id) }),
  saveNotice: () =>
    z.strictObject({
      story: id,
      version: maybe(nth),
      destination: text(5000),
      entry: maybe(nth),
      kill: maybe(z.boolean()),
    }),
  saveExport: () => exportRequest,
  printStory: () => z.strictObject({ story: id, paper: maybe(z.enum(PAPERS)) }),
  saveBundle: () =>
    z.strictObject({
      stories: list(id, 500, 1),
      withoutFiles: maybe(z.boolean()),
      pen: maybe(text(200, 1)),
      for: maybe(list(text(200, 1), 20)),
      shares: maybe(list(id, 10_000)),
    }),
  saveToProfile: () => z.strictObject({ story: id, profile: name, override: maybe(reason), seen: maybe(seen) }),
  chooseExportFolder: () => nothing,
  saveToFolder: () => z.strictObject({ story: id, format: maybe(z.enum(EXPORT_FORMATS)), profile: maybe(name) }),
  chooseArchiveFolder: () => nothing,
  archiveStories: () => z.strictObject(archiving),
  openArchive: () => nothing,
  chooseTakeBack: () => nothing,
  archivedStories: () => z.strictObject({ query: text(1000) }),
  takeBackStory: () => z.strictObject({ story: id }),
  endTakeBack: () => nothing,
  saveProfile: () =>
    z.strictObject({
      name: text(200),
      was: maybe(name),
      format: z.enum(EXPORT_FORMATS),
      choices: z.strictObject(exportChoices),
      draft: maybe(z.literal(true)),
      pattern: maybe(text(1000)),
      chooseFolder: z.boolean(),
    }),
  saveExportAgain: () => z.strictObject({ story: id, entry: nth }),
  saveCopy: () =>
    z.strictObject({ story: id, headline: text(10_000), text: text(20_000_000), state: bytes(LARGEST_FILE) }),
  copyOut: () => z.strictObject({ text: text(10_000_000), story: maybe(id) }),
  clearSelection: () => nothing,
  backupStatus: () => nothing,
  chooseBackupFolder: () => nothing,
  setBackup: () => z.strictObject({ every: z.enum(['never', 'hour', 'day']) }),
  backUpNow: () => nothing,
  openLink: () => z.strictObject({ href: text(8192, 1) }),
  setZoom: () => z.strictObject({ zoom: number(0.25, 5) }),
  setWidths: () =>
    z.strictObject({
      widths: z.strictObject({
        library: maybe(number(1, 4000)),
        panel: maybe(number(1, 4000)),
        evidence: maybe(number(1, 99)),
      }),
    }),
  setTheme: () => z.strictObject({ theme: z.enum(['system', 'light', 'dark']) }),
  setSuggesting: () => z.strictObject({ on: z.boolean() }),
  setLook: () =>
    z.strictObject({
      look: z.strictObject({
        size: z.optional(z.enum(['small', 'normal', 'large', 'largest'])),
        width: z.optional(z.enum(['narrow', 'normal', 'wide'])),
        underlines: z.optional(z.enum(['all', 'open', 'none'])),
        toolbar: z.optional(z.enum(['atOnce', 'afterPause', 'byKey'])),
        suggestToOthers: z.optional(z.boolean()),
        tour: z.optional(z.strictObject({ step: z.int().check(z.minimum(1), z.maximum(9)), open: z.boolean() })),
      }),
    }),
  startAgain: () => z.strictObject({}),
  stayOpen: () => z.strictObject({}),
  setLanguage: () => z.strictObject({ language: z.enum(LANGUAGE_CHOICES) }),
  setTyping: () => z.strictObject({ quotes: z.boolean() }),
  setSpelling: () => z.strictObject({ on: z.boolean() }),
  ignoredWords: () => z.strictObject({ story: id, more: maybe(list(id, 1000)), less: maybe(list(id, 1000)) }),
  useClipboard: () => z.strictObject({ to: z.enum(['cut', 'copy', 'paste']) }),
  setViews: () =>
    z.strictObject({
      views: list(z.strictObject({ name, query: text(1000), sort: z.enum(STORY_SORTS) }), 200),
    }),
  setKeys: () =>
    z.strictObject({ keys: z.partialRecord(z.enum(KEY_ROWS.map((row) => row.id) as [KeyId, ...KeyId[]]), text(60)) }),
}
