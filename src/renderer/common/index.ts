export { CommandKey } from './CommandKey'
export { StatusCount, StatusMark, StatusWord } from './Status'
