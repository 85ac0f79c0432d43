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
]
