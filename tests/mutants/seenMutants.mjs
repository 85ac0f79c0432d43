/** Breaks one rule of “a key signs what its person had before them” at a time. */
const SIGNING = 'src/newsroom/facts/signing'
const VERDICTS = 'src/renderer/verdicts'
const OTHERS = ['tests/newsroom/facts/signing/otherVerdicts.test.ts']
const seen = (what, file, find, replace, tests = OTHERS) => ({
  rule: 'seen',
  ...{ what, file, find, replace, tests },
})
const STANDING = ['tests/renderer/facts/standingVerdicts.test.tsx']
const TOGETHER = ['tests/renderer/review/acceptedTogether.test.tsx']

export const seenMutants = [
  seen(
    '“Attach and verify” signs words that were typed while its form was filled in',
    'src/renderer/evidence/form/attach/AttachForm.tsx',
    'if (signs && lookKey(assessment) !== lookKey(seen.fact)) {',
    'if (false) {',
    ['tests/renderer/evidence/attachAndVerify.test.tsx'],
  ),
  seen(
    'a verdict replaces one that came meanwhile',
    `${SIGNING}/signFact.ts`,
    'refuseOtherVerdicts(assessment, standing)',
    '',
  ),
  seen(
    'other places are signed over a verdict that came meanwhile',
    `${SIGNING}/signFact.ts`,
    'refuseOtherVerdicts(duplicate, seen.standing)',
    '',
  ),
  seen(
    'a withdrawal takes back a verdict that came meanwhile',
    `${SIGNING}/withdrawSignOff.ts`,
    'refuseOtherVerdicts(shown, standing)',
    '',
  ),
  seen(
    'an answer is filed under a query that came meanwhile',
    'src/newsroom/facts/queries.ts',
    'refuseOtherVerdicts(assessment, standing)',
    '',
  ),
  seen(
    'the key that takes back names no verdict',
    `${VERDICTS}/useVerdicts.ts`,
    'standing: standingOf(fact), reason }',
    'reason }',
    STANDING,
  ),
  seen(
    'the key that signs names no verdict',
    `${VERDICTS}/useSign.ts`,
    "seen: fact.view?.hash ?? '', standing: standingOf(fact) }",
    "seen: fact.view?.hash ?? '' }",
    STANDING,
  ),
  seen(
    'letters in an open menu are keys of review',
    'src/renderer/review/useReviewKeys.ts',
    '|| isInMenu(event.target)',
    '',
    ['tests/renderer/review/menuKeys.test.tsx'],
  ),
  seen(
    'a changed sentence is accepted for facts that were not shown',
    `${VERDICTS}/useAcceptContext.ts`,
    'others.filter((other) => rowOf(other).isReady(lookKey(other)))',
    'others',
    TOGETHER,
  ),
  seen(
    'on a fact that nobody checked, the key accepts its neighbours',
    'src/review/openFacts.ts',
    'together.some(({ id }) => id === fact.id) ?',
    'together.length > 0 ?',
    TOGETHER,
  ),
  seen(
    'the place of former words is signed for new ones',
    `${VERDICTS}/lookKey.ts`,
    '&& found.look === lookKey(fact)',
    '',
    ['tests/renderer/review/previousSource.test.tsx'],
  ),
  seen(
    'a tick holds for a name, whatever sentences it came to stand in',
    'src/renderer/checks/groups/NothingToCheck.tsx',
    '[finding, seenOfFinding(finding, story.copy, story.assessments)]',
    '[finding, wordsAt(finding, story.copy)]',
    ['tests/renderer/checks/nothingToCheck.test.tsx'],
  ),
  seen(
    'one fact that a person may not sign keeps them from signing the others',
    `${SIGNING}/signAgain.ts`,
    "if (!(error instanceof NewsroomError) || error.reason !== 'refused') throw error",
    'throw error',
    ['tests/newsroom/facts/signing/acceptSome.test.ts', 'tests/newsroom/facts/signing/signAgain.test.ts'],
  ),
  seen(
    'the walk goes on in the order that a verdict has changed',
    `${VERDICTS}/useSign.ts`,
    'step(1, fact.id, walk)',
    'step(1, fact.id)',
    ['tests/renderer/review/walkBySource.test.tsx'],
  ),
  seen(
    'undo after a verdict changes words that were typed before it',
    'src/renderer/shell/useUndo.ts',
    'signedAt > undoable',
    'signedAt < 0',
    ['tests/renderer/shell/undoOfVerdict.test.tsx'],
  ),
  seen(
    'undo after an act that it cannot take back changes words that were typed before it',
    'src/renderer/shell/useUndo.ts',
    '!isInWords && actedAt > undoable',
    'actedAt < 0',
    ['tests/renderer/shell/undoOfActs.test.tsx'],
  ),
]
