/** One person who approves their own words, or lets out alone what two people hold back. */
export const aloneMutants = [
  {
    rule: 'writers',
    what: 'an editor clears an alert with a figure of their own',
    file: 'src/newsroom/gate/moveStory.ts',
    find: "if (move.door === 'clear') refuseOwnAlert(room, story, by)",
    replace: '',
    tests: ['tests/newsroom/gate/ownAlert.test.ts'],
  },
  {
    rule: 'writers',
    what: 'who turned the sentence of an alert says alone that there is nothing to check',
    file: 'src/checks/runChecks.ts',
    find: '.flatMap((finding) => dismissed(finding)) .map((finding) => asked(finding, checked))',
    replace: '.map((finding) => asked(finding, checked)).flatMap((finding) => dismissed(finding))',
    tests: ['tests/newsroom/gate/ownAlert.test.ts'],
  },
  {
    rule: 'protection',
    what: 'an author destroys the name that exports of the story are scanned for',
    file: 'src/newsroom/sources/destroySource.ts',
    find: 'await refuseToWeaken(room, by, id)',
    replace: '',
    tests: ['tests/newsroom/sources/sources.test.ts'],
  },
  {
    rule: 'exits',
    what: 'a spiked story is exported again as it was cleared',
    file: 'src/newsroom/exports/exportAgain.ts',
    find: 'refuseTakenBack(story) refuseContradicted(room, story, then)',
    replace: 'refuseContradicted(room, story, then)',
    tests: ['tests/newsroom/exports/exportAgain.test.ts'],
  },
  {
    rule: 'exits',
    what: 'words are exported again whose tick was taken back',
    file: 'src/newsroom/exports/exportAgain.ts',
    find: 'if (signed && stands(signed) && !countedOf',
    replace: 'if (false && !countedOf',
    tests: ['tests/newsroom/exports/exportAgain.test.ts'],
  },
]
