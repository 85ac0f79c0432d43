/**
 * One word, one meaning: no retired name comes back, and no two exported types or files of a folder share one. What
 * nobody else uses is not exported.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { root } from '../../scripts/paths.mjs'

/** Retired name → the name in use. Files are named without their ending. */
const RETIRED: Readonly<Record<string, string>> = {
  Turns: 'Sequencer',
  turns: 'sequencer',
  StorageTrouble: 'StorageError',
  OwnerTrouble: 'OwnerError',
  trouble: 'storageError',
  troubleFrom: 'storageErrorFrom',
  isTrouble: 'isStorageError',
  droppings: 'ignoredFiles',
  DROPPINGS: 'IGNORED_FILES',
  yjsProof: 'verifyState',
  salvage: 'quarantine',
  wireJson: 'binaryJson',
  libraryMaking: 'libraryState',
  storyMaking: 'createStoryFolder',
  StoryMaking: 'StoryFolderMaker',
  directFiles: 'syncFileLayer',
  outside: 'exportFileSystem',
  decodeAside: 'decodeInWorker',
  decodeHere: 'decodeUpdates',
  HandleShelf: 'FileHandlePool',
  FirstOfStory: 'InitialStory',
  rehearse: 'warmUp',
  settle: 'debounceStory',
  systemSettle: 'debounceStory',
  settleByHand: 'debounceByHand',
  intakes: 'uploads',
  Intakes: 'Uploads',
  FileIntake: 'FileUpload',
  savedCopy: 'recoveryFile',
  SavedCopy: 'RecoveryFile',
  bringBack: 'restore',
  deeds: 'handlers',
  runVouched: 'runAuthenticated',
  isShown: 'markStoryFileCurrent',
  keepVersion: 'keepSnapshot',
  deskChanged: 'invalidateAssessments',
  writeAnew: 'rewriteAll',
  lookNow: 'observeNow',
  openHouse: 'openNewsroom',
  HouseNeeds: 'NewsroomOptions',
  openDoors: 'startServices',
  Doors: 'MainServices',
  visit: 'singleInstance',
  payVisit: 'requestFocus',
  welcoming: 'onSecondInstance',
  givenFile: 'launchFile',
  graphics: 'gpu',
  lacksGraphicsDevice: 'hasNoGpu',
  knockAt: 'probeOwner',
  closest: 'didYouMean',
  slips: 'editDistance',
  farFromSight: 'offscreenBlocks',
  heldHeight: 'pinnedBlockHeight',
  heldSelection: 'blurredSelection',
  whileTyping: 'typingActivity',
  WhileTyping: 'TypingActivity',
  writeAside: 'withoutDomObserver',
  caretInSight: 'scrollCaretIntoView',
  swallowed: 'strayTagEdges',
  swallowedIn: 'strayTagEdges',
  shapely: 'normalised',
  hole: 'brokenTag',
  blockMemory: 'memoizeByBlock',
  backing: 'supportingSources',
  echoes: 'duplicateStatements',
  looksLike: 'guessStructure',
  grouped: 'formatInteger',
  onFirstUse: 'lazy',
  standsWhole: 'containsWords',
  whereOf: 'describePlace',
  brokenLink: 'verifyChain',
  openRoom: 'startWindow',
  Room: 'WindowServices',
  judge: 'clearVerdict',
  looks: 'factDecorations',
  followPace: 'adaptiveDebounce',
  FollowPace: 'AdaptiveDebounce',
  useBehind: 'useStaleFlag',
  holdTab: 'focusTrap',
  restFocus: 'restoreFocus',
  afterRow: 'focusNextRow',
  say: 'log',
  places: 'paths',
  sealText: 'maskNames',
  sealEvent: 'maskEvent',
  storySealer: 'storyMasker',
  sealStory: 'maskStory',
  sealPart: 'hashNamedParts',
  SealedText: 'KeyedHash',
  sealedWith: 'keyedHashOf',
  SealedLedger: 'LedgerEnd',
  SealedEnds: 'LedgerEnds',
  sealedBy: 'hashesUpTo',
  Sealed: 'Enveloped',
  standingOfIndex: 'indexState',
  standingOnDisk: 'indexStateOnDisk',
  IndexStanding: 'IndexState',
  legalStanding: 'legalReadState',
  LegalStanding: 'LegalReadState',
  echoesShown: 'duplicatesShown',
}

/** Retired names that still stand, each with the reason. */
const ALLOWED: Readonly<Record<string, string>> = {
  'src/checks/quote/places.ts': 'The places where a quote is found in a transcript, not paths of files.',
}

interface Declared {
  readonly file: string
  readonly name: string
  readonly isType: boolean
}

const filesIn = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => ending.test(name))

const sources = filesIn('src', /\.tsx?$/)
const scripts = filesIn('scripts', /\.mjs$/)

const exported = sources.flatMap((file): readonly Declared[] => {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.ESNext, true, kind)
  return source.statements.flatMap((statement) => namesOf(statement).map((name) => ({ file, ...name })))
})

function namesOf(statement: ts.Statement): readonly Omit<Declared, 'file'>[] {
  const isExported =
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true
  if (!isExported) return []
  if (ts.isVariableStatement(statement)) {
    const names = statement.declarationList.declarations.map(({ name }) => name).filter(ts.isIdentifier)
    return names.map(({ text }) => ({ name: text, isType: false }))
  }
  const isType =
    ts.isClassDeclaration(statement) || ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)
  if (!isType && !ts.isFunctionDeclaration(statement)) return []
  return statement.name === undefined ? [] : [{ name: statement.name.text, isType }]
}

test('no exported name and no file bears a retired name', () => {
  const files = [...sources, ...scripts].map((file) => ({ file, name: basename(file).replace(/\.\w+$/, '') }))
  const found = [...exported, ...files].filter(({ name, file }) => Object.hasOwn(RETIRED, name) && !(file in ALLOWED))
  expect(found.map(({ file, name }) => `${file}: ${name} is now ${RETIRED[name] ?? ''}`)).toEqual([])
})

test('no two exported types or classes share a name', () => {
  const byName = new Map<string, readonly Declared[]>()
  for (const one of exported) if (one.isType) byName.set(one.name, [...(byName.get(one.name) ?? []), one])
  const shared = [...byName].filter(([, all]) => all.length > 1)
  expect(shared.map(([name, all]) => [name, ...all.map(({ file }) => file)])).toEqual([])
})

test('an exported constant or function is used by another file', () => {
  const users = new Map<string, Set<string>>()
  for (const file of [...sources, ...filesIn('tests', /\.(?:tsx?|mjs)$/), 'electron.vite.config.ts'])
    for (const word of readFileSync(join(root, file), 'utf8').match(/[\p{L}_$][\p{L}\d_$]*/gu) ?? [])
      users.set(word, (users.get(word) ?? new Set()).add(file))
  const values = exported.filter(({ isType }) => !isType)
  const unused = values.filter(({ file, name }) => ![...(users.get(name) ?? [])].some((user) => user !== file))
  expect(unused.map(({ file, name }) => `${file}: ${name}`)).toEqual([])
})

test('no two files of a folder share a name but for its case: macOS and Windows would import the wrong one', () => {
  // Imports name a module without `.ts` and `.tsx`; every other ending is part of the name.
  const named = [...filesIn('src', /./), ...filesIn('tests', /./), ...filesIn('scripts', /./)]
  const byName = new Map<string, readonly string[]>()
  for (const file of named) {
    const name = file.replace(/\.tsx?$/, '').toLowerCase()
    byName.set(name, [...(byName.get(name) ?? []), file])
  }
  expect([...byName.values()].filter((files) => files.length > 1)).toEqual([])
})

test('no exception is left over', () => {
  expect(Object.keys(ALLOWED).filter((file) => !sources.includes(file) && !scripts.includes(file))).toEqual([])
})
