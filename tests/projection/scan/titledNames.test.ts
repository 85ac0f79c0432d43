/** What is sought of a protected person beside the entered name, and what is not, for it may be an ordinary word. */
import { describe, expect, test } from 'vitest'
import { scanForLeaks } from '../../../src/projection/scan/leakScan'
import { protectedTerms } from '../../../src/projection/scan/protectedTerms'
import type { Source } from '../../../src/story/desk/source'
import { POOL } from '../../builders/stories/storyFrom'

const guarded = (known: Partial<Source>): Source => ({ ...POOL, kind: 'person', protected: true, ...known })
const bareOf = (name: string, known: Partial<Source> = {}): readonly string[] =>
  protectedTerms([guarded({ name, ...known })]).flatMap(({ bare = [] }) => bare)
const isFound = (name: string, text: string, fileName = ''): boolean =>
  scanForLeaks({ text, fileName, mediaType: 'text/plain' }, protectedTerms([guarded({ name })]), [], []).length > 0

describe('what describes a source is no name', () => {
  test.each([
    'Senior official, State Department',
    'Senior Official (State)',
    'White House aide (Tom)',
    'Samsung engineer (Lee)',
    '외교부 관계자 (김)',
    '정부 관계자 / 김',
    '삼성 직원 (이모씨)',
    '소식통 (김)',
    '관계자 (외교부)',
    '이명박 정부 관계자 (김)',
    'a nurse (Seoul)',
    'Nurse (night shift)',
    'Driver, Seoul',
    'person familiar (Lee)',
    'Unnamed official: MOFA',
    'Foreign Ministry official - Kim',
    'Regierungsmitarbeiter (BMI)',
    'Hoher Regierungsbeamter (BMI)',
    'un responsable (Élysée)',
    'Alto Funcionario (Interior)',
    'Police officer / Busan',
    'Police Chief (Busan)',
    'Chief Inspector (Busan)',
    'Director Human Resources',
    'nurse on duty',
    'Officer Seoul Police',
    'Agent FBI',
    '외교부 국장',
    '국방부 정책실 국장',
    '서울 강남구 주무관',
    '이명박 정부 비서관',
    '外務省 局長',
    'Source A (nurse)',
    'Source B (nurse)',
    'Wilson (accountant)',
    'Samsung Electronics (Kim)',
    'Hyundai Motor – Lee',
    'Wall Street (banker)',
    'Manager Hyundai Motor',
    'Engineer Samsung',
    'Kim at Samsung',
    'Bank of America',
  ])('%s', (name) => expect(bareOf(name)).toEqual([]))

  test('a name is sought though its letters lie within a word of the agreed description', () => {
    expect([
      bareOf('Ms. Tran', { description: 'a transport official' }),
      bareOf('Dr. Rita Mann', { description: 'Dr. Rita Manning’s aide' }),
    ]).toEqual([['Tran'], ['Rita Mann']])
  })

  test.each([
    ['Rosemary Okafor (née Miller)', 'Rose', 'Rose Miller said so.'],
    ['William Okafor', 'Will', 'Will Okafor said so.'],
    ['Lee Okafor (Jae-myung)', 'Lee', 'Lee Jae-myung said so.'],
    ['Sam Okafor "Hill"', 'Sam', 'Sam Hill said so.'],
  ])('the names in a note of %s make no other person behind the alias %s', (name, alias, text) => {
    const terms = protectedTerms([guarded({ name, aliases: [alias] })])
    expect(scanForLeaks({ text, fileName: '', mediaType: 'text/plain' }, terms, [], []).length).toBeGreaterThan(0)
  })

  test('nor are words of the agreed description', () => {
    expect(bareOf('Dr. Joseph Wilson', { description: 'a friend of Joseph  Wilson' })).toEqual([])
    expect(bareOf('Dr. Joseph Wilson', { description: 'a friend of Wilson' })).toEqual(['Joseph Wilson'])
  })
})

describe('one word that may be an ordinary word is not sought without its title', () => {
  test.each([
    ['Mr. Post', 'The Washington Post'],
    ['Mr. Post', 'The Post reported'],
    ['나라 씨', '나라, 선거'],
    ['Mr. Park', 'in Central Park'],
    ['Mr. Brown', 'Brown University'],
    ['Mr. Banks', 'The Banks said'],
    ['Frau Sommer', 'im Sommer 2026'],
    ['Herr Richter', 'Der Richter sprach'],
    ['Mme Blanc', 'Le Mont Blanc'],
    ['수지 씨', '무역 수지는'],
    ['정의 국장', '정의를 위해'],
    ['김민 과장', '김민이 말했다'],
    ['이사회 의장', '이사회는'],
    ['Dr. King', 'and King gave the memo'],
    ['Dr. Will', 'Will the mayor stay?'],
    ['Ms. Korea', 'Korea won'],
    ['Mrs. Price', 'Price rises hit'],
    ['M. Maire', 'Maire de Paris'],
    ['M. Roy', 'M. Ann Roy and Roy'],
    ['田中さん', '田中角栄'],
    ['トランプ氏', 'トランプをした'],
  ])('%s: %s', (name, text) => expect(isFound(name, `so ${text} so`)).toBe(false))

  test.each([
    ['Mr. Wilson', 'Wilson gave the memo'],
    ['Mr. Wilson', 'But Wilson gave the memo'],
    ['Mr. Wilson', 'He saw Ann. Wilson gave the memo'],
    ['Mr. Wilson', 'told Wilson Friday'],
    ['Mr. Wilson', 'Joseph Wilson'],
    ['Mr. Werner Siemens', 'met Werner Siemens today'],
    ['Ms. Minnie Driver', 'Minnie Driver said'],
    ['Dr. Ray Justice', 'asked Ray Justice'],
    ['Mr. Wilson', 'Senator Wilson'],
    ['Mr. Wilson', 'Wilson’s memo'],
    ['Mr. Wilson', 'to @wilson'],
    ['Mr. Post', 'Mr. Post gave the memo'],
    ['나라 씨', '나라 씨는 말했다'],
    ['Ms. Kim', 'Kim gave the memo'],
    ['M. Dupont', 'Dupont a dit'],
    ['г-н Белов', 'Белов сказал'],
  ])('but found is %s: %s', (name, text) => expect(isFound(name, `so ${text} so`)).toBe(true))
})

describe('employers, towns and firms describe a source', () => {
  test.each([
    ['Director Essen', 'schließt das Werk in Essen am Montag'],
    ['Kommissar Kassel', 'kam aus Kassel'],
    ['Kommissar Bremen', 'der Hafen von Bremen'],
    ['Leiterin Bayer', 'Bayer schließt ein Werk'],
    ['Leiter Bosch', 'Bosch baut Stellen ab'],
    ['Manager Dell', 'Dell cut jobs'],
    ['Directeur Renault', 'Renault supprime des postes'],
    ['Alcaldesa Valencia', 'llovió en Valencia'],
    ['Nurse Bristol', 'in Bristol'],
    ['東京電力社員', '東京電力は声明を出した'],
    ['三菱重工社員', '三菱重工は否定した'],
    ['朝日新聞記者', '朝日新聞が報じた'],
    ['北京大学教授', '北京大学否认'],
    ['中国移动经理', '中国移动否认'],
    ['마포서 형사', '마포서는 수사했다'],
    ['한겨레 기자', '한겨레가 보도했다'],
    ['이마트 과장', '이마트는 부인했다'],
    ['한수원 과장', '한수원은 부인했다'],
    ['전남도 과장', '전남도는 밝혔다'],
    ['마포서형사님', '마포서는 수사했다'],
    ['東京電力社員さん', '東京電力は声明を出した'],
    ['日本電子社員', '日本電子は声明を出した'],
    ['President Ford', 'Ford cut jobs'],
    ['Clerk Boeing', 'Boeing cut jobs'],
  ])('%s is not sought in “%s”', (name, text) =>
    expect([isFound(name, text), isFound(name, `so ${name} so`)]).toEqual([false, true]),
  )

  test.each([
    ['山田太郎記者', '山田太郎が語った'],
    ['田中角栄社員', '田中角栄は述べた'],
    ['王小明教授', '王小明说'],
    ['김은서 형사', '김은서는 말했다'],
    ['윤지원 과장', '윤지원은 말했다'],
    ['박민서 경위', '박민서는 말했다'],
    ['김해서 과장', '김해서는 말했다'],
    ['안동서 과장', '안동서는 말했다'],
    ['王建国教授', '王建国说'],
    ['北京次郎 教授', '北京次郎は述べた'],
    ['東京子教授', '東京子は述べた'],
  ])('but of %s, whose name it may be, “%s” is found', (name, text) => expect(isFound(name, text)).toBe(true))
})

describe('whoever is addressed is a person: also a town, firm or station is sought', () => {
  test.each([
    ['Mr. Ford', 'Ford said he saw it.'],
    ['Mr. Ford (clerk)', 'Ford said he saw it.'],
    ['Dr. Ford', 'Ford said he saw it.'],
    ['Frau Essen', 'Essen sagte es.'],
    ['Herr Minister Essen', 'Essen sagte es.'],
    ['Herr Wien', 'Wien sagte es.'],
    ['Mr. Honda', 'Honda said so.'],
    ['Mr. Boeing', 'Boeing said so.'],
    ['Mr. Bosch', 'Bosch said so.'],
    ['Mr. Halifax', 'Halifax said so.'],
    ['Sra. Valencia', 'dijo Valencia'],
    ['Sr. Segovia', 'dijo Segovia'],
    ['M. Renault', 'a dit Renault'],
    ['Mme Peugeot', 'a dit Peugeot'],
    ['강원도 씨', '강원도는 말했다'],
    ['마포서 씨', '마포서는 말했다'],
    ['한수원 선생님', '한수원은 말했다'],
    ['中国太郎さん', '中国太郎は述べた'],
    ['田中住友さん', '田中住友は述べた'],
    ['王建国先生', '王建国说'],
  ])('%s: %s', (name, text) => expect(isFound(name, text)).toBe(true))
})

describe('a family name behind a title is sought whatever stands around it, in any case', () => {
  test.each([
    'came from Chidi Kowalczyk, a clerk',
    'Nguyễn Kowalczyk leaked memo',
    'kowalczyk-memo',
    'KOWALCZYK-MEMO',
    'https://example.com/news/kowalczyk_memo.html',
    'KOWALCZYK LEAKED MEMO',
    'Clerk Kowalczyk Leaked Memo',
    'On Tuesday Kowalczyk met',
    'Die Aktivistin Kowalczyk',
    'der Kowalczyk',
    'Gestern sagte Kowalczyk Reportern',
    'L’infirmière Kowalczyk',
    'the Kowalczyk memo',
    'the Kowalczyk Center',
  ])('%s', (text) => expect(isFound('Mr. Kowalczyk', text)).toBe(true))

  test('one of up to three letters with its case, and in capitals', () => {
    const texts = ['Chidi Kim, a clerk', 'KIM LEAKED MEMO', 'kimchi', 'Kimberly', 'a kim']
    expect(texts.map((text) => isFound('Ms. Kim', text))).toEqual([true, true, false, false, false])
  })
})

describe('a family name with its particles is sought as a whole behind a form of address', () => {
  test.each([
    ['Mr. van Dijk', 'Jan van Dijk'],
    ['Mr. van Dijk', 'VAN DIJK LEAKED IT'],
    ['Mr. van Dijk', 'van-dijk-memo'],
    ['Frau von der Leyen', 'Ursula von der Leyen'],
    ['Herrn von Berg', 'Von Berg sagte'],
    ['M. de Villepin', 'Dominique de Villepin'],
    ['M. d’Ormesson', 'd’Ormesson a dit'],
    ['Mme de Staël', 'Germaine de Stael'],
    ['Sr. de la Cruz', 'Juan de la Cruz'],
    ['Sra. de Kirchner', 'Cristina de Kirchner'],
    ['Sig. di Pietro', 'Antonio di Pietro'],
    ['Sr. dos Santos', 'José dos Santos'],
    ['Mr. bin Talal', 'bin Talal'],
    ['Ms. al-Masri', 'Rana al-Masri'],
    ['Ms. d’Arcy', 'Ann d’Arcy'],
    ['Dr. ten Brink', 'Jan ten Brink'],
    ['Mr. van Dijk (clerk)', 'Jan van Dijk'],
    ['김민수 님', '김민수가 말했다'],
    ['Sr. del Río', 'Juan del Río'],
    ['Frau von der Leyen', 'Leyen, Ursula von der'],
    ['Mr. van Wood', 'Jan van Wood'],
    ['Mr. van Bush', 'Jan van Bush'],
    ['Mr. van Mark', 'Jan van Mark'],
    ['Sra. de las Heras', 'Ana de las Heras'],
    ['Sra. Ana de las Heras', 'Ana de las Heras'],
    ['Sr. de los Ríos', 'Juan de los Ríos'],
    ['Sig.ra degli Esposti', 'Anna degli Esposti'],
    ['Sig. dalla Chiesa', 'Nando dalla Chiesa'],
    ['Sig. lo Russo', 'Anna lo Russo'],
    ['Herr vom Bruch', 'Karl vom Bruch'],
    ['Frau zum Felde', 'Anna zum Felde'],
    ['Herr von dem Knesebeck', 'Karl von dem Knesebeck'],
    ['Herr von und zu Guttenberg', 'Karl von und zu Guttenberg'],
    ['Frau Anna von und zu Guttenberg', 'Anna von und zu Guttenberg'],
    ['Ms. binti Ahmad', 'Siti binti Ahmad'],
    ['Ministerin von der Leyen', 'Ursula von der Leyen'],
    ['Captain von Trapp', 'Georg von Trapp'],
    ['Sergeant ten Brink', 'Joe ten Brink'],
  ])('%s: %s', (name, text) => expect(isFound(name, `so ${text} so`)).toBe(true))

  test.each([
    ['Mr. van Dijk', 'Dijk and de Dijk'],
    ['Sra. de la Fuente', 'según de la fuente'],
    ['Ministro de Hacienda', 'el ministro dijo, de Hacienda'],
    ['Sra. directora de Prensa', 'libertad de Prensa'],
    ['ministre de l’Intérieur', 'la porte de l’Intérieur'],
    ['Alcaldesa de Valencia', 'llovió en el puerto de Valencia'],
    ['Minister van Financiën', 'het ministerie van Financiën'],
    ['Leiter Villeroy und Boch', 'Villeroy und Boch'],
    ['Direktor von Siemens', 'der Chef von Siemens'],
    ['Sr. del Río', 'en la orilla del río'],
    ['Sr. del Río', '. Del río llegó'],
    ['Sr. del Valle', 'las uvas del valle'],
    ['Sr. de la Torre', 'la campana de la torre'],
    ['Sr. de la Torre', 'la torre de control'],
    ['M. du Pont', 'le trafic du pont'],
    ['Sig. della Casa', 'la porta della casa'],
    ['Mme de Nantes', 'le maire de Nantes'],
    ['Frau von Bremen', 'der Senat von Bremen'],
    ['Sr. de Iberdrola', 'los clientes de Iberdrola'],
  ])('but what stands behind an office or is a common word is not: %s: %s', (name, text) =>
    expect(isFound(name, `so ${text} so`)).toBe(false),
  )
})

test('a file name and a slug need no capital: there a name with its particles is found in small letters', () => {
  const inFileName = ['von der leyen.txt', 'von-der-leyen.txt', 'Leyen von der.txt', 'leyen.txt']
  expect([
    inFileName.map((fileName) => isFound('Frau von der Leyen', '', fileName)),
    isFound('Frau von der Leyen', 'von-der-leyen-memo'),
    isFound('Mme de Nantes', '', 'maire-de-nantes.txt'),
  ]).toEqual([[true, true, true, false], true, false])
})

describe('titles of the desk’s languages are no part of a name', () => {
  test.each([
    ['삼성전자 김민수 과장', '김민수'],
    ['서울대 남궁민수 교수', '남궁민수'],
    ['김민수 주무관', '김민수'],
    ['김민수 사무관', '김민수'],
    ['김민수 검사장', '김민수'],
    ['김민수 부장검사', '김민수'],
    ['김민수 보좌관', '김민수'],
    ['김민수 경사', '김민수'],
    ['김민수 소령', '김민수'],
    ['김민수 매니저', '김민수'],
    ['김민수 PD', '김민수'],
    ['김 민수 과장', '김 민수'],
    ['김민수 (간호사)', '김민수'],
    ['김민수 과장 (외교부)', '김민수'],
    ['Dr. med. Anna Weber', 'Anna Weber'],
    ['Prof. Dr. med. Anna Weber', 'Anna Weber'],
    ['Kriminalhauptkommissar Jens Kowalski', 'Jens Kowalski'],
    ['Oberstaatsanwältin Anna Weber', 'Anna Weber'],
    ['Maître Jean Dupont', 'Jean Dupont'],
    ['Me Jean Dupont', 'Jean Dupont'],
    ['M. Dupont', 'Dupont'],
    ['Dña. Ana Vega', 'Ana Vega'],
    ['Dott. Luca Bruni', 'Luca Bruni'],
    ['Avv. Luca Bruni', 'Luca Bruni'],
    ['Det. Ann Lee', 'Ann Lee'],
    ['1st Lt. Ann Lee', 'Ann Lee'],
    ['Agent Ann Lee', 'Ann Lee'],
    ['FBI Agent Ann Lee', 'Ann Lee'],
    ['CFO Ann Lee', 'Ann Lee'],
    ['accountant Ann Lee', 'Ann Lee'],
    ['Ann Lee of Acme', 'Ann Lee'],
    ['Anna Weber (Krankenschwester)', 'Anna Weber'],
    ['Larry King (deputy)', 'Larry King'],
    ['майор Иван Белов', 'Иван Белов'],
    ['田中太郎さん', '田中太郎'],
  ])('%s', (name, bare) => expect(bareOf(name).at(-1)).toBe(bare))
})

describe('names of another time', () => {
  test.each([
    ['Marta Quill née Lee', 'Marta Quill'],
    ['Marta Quill nee Lee', 'Marta Quill'],
    ['Marta Quill geb. Lee', 'Marta Quill'],
    ['Marta Quill aka Ace', 'Marta Quill'],
    ['故 김민수', '김민수'],
    ['故김민수', '김민수'],
    ['고 김민수', '김민수'],
    ['고(故) 김민수 과장', '김민수'],
  ])('of %s %s is sought', (name, bare) => expect(bareOf(name)).toContain(bare))

  test.each(['고 은', '고은', '고민수', '고 민수', 'Ann Nee', 'Nee Ann Lee'])('%s is a name as it is', (name) =>
    expect(bareOf(name)).toEqual([]),
  )
})

describe('a name in other orders and parts', () => {
  test.each([
    ['Müller, Jürgen', 'J. Müller sagte'],
    ['Müller, Jürgen', 'j.mueller@example.org'],
    ['Jürgen Müller', 'jmueller@example.org'],
    ['Quill, Marta Ann', 'M. A. Quill said'],
    ['Sean O’Brien', "S. O'Brien said"],
    ['Sean O’Brien', 'sobrien@example.org'],
    ['Kim Minsu', 'Kim Min-su said'],
    ['Kim Minsu', 'Min Su Kim said'],
    ['Lee Jaemyung', 'LEE JAE-MYUNG'],
  ])('%s: %s', (name, text) => expect(isFound(name, text)).toBe(true))

  test.each([
    ['Wilson, accountant', 'A. Wilson said'],
    ['Martin Adler', 'a mart in Adler'],
    ['Kim Minsu', 'Kim met Min. Su Lee'],
    ['Will Bethe', 'It will be the first of May.'],
    ['Will Forman', 'This will, for man, be new.'],
  ])('but not %s: %s', (name, text) => expect(isFound(name, text)).toBe(false))
})

describe('a maiden name and a nickname are names, too', () => {
  test.each([
    ['Anna Schmidt geb. Weber', ['Anna Schmidt', 'Anna Weber']],
    ['Marie Dupont (née Martin)', ['Marie Dupont', 'Marie Martin']],
    ['Dr. Anna Schmidt, geb. Weber', ['Dr. Anna Schmidt', 'Anna Schmidt', 'Anna Weber']],
    ['John "Jack" Doe', ['John Doe', 'Jack Doe']],
    ['John (Jack) Doe', ['John Doe', 'Jack Doe']],
    ['Joseph Wilson (Busan)', ['Joseph Wilson']],
    ['White House aide (Tom)', []],
    ['Nurse, née Martin', []],
    ['Anna Schmidt geb. von Weber', ['Anna Schmidt', 'Anna von Weber']],
    ['Marie Dupont née d’Estaing', ['Marie Dupont', 'Marie d’Estaing']],
    ['Marie Dupont (née Le Gall)', ['Marie Dupont', 'Marie Le Gall']],
    ['Schmidt, Anna (geb. Weber)', ['Schmidt, Anna', 'Anna Weber']],
    ['Anna Schmidt geb. 1980 in Berlin', ['Anna Schmidt']],
    ['Anna Schmidt verh. Weber', ['Anna Schmidt']],
    ['Maria Kowalska z domu Nowak', ['Maria Kowalska', 'Maria Nowak']],
    ['John "Jack" van der Doe', ['John van der Doe', 'Jack van der Doe']],
    ['John Doe alias Jack Smith', ['John Doe', 'Jack Smith']],
    ['John Doe a.k.a. the Chief', ['John Doe']],
    ['Joseph Wilson, formerly Goldman Sachs', ['Joseph Wilson']],
  ])('%s', (name, bare) => expect(bareOf(name)).toEqual(bare))

  test('they are found in copy and file names', () =>
    expect([
      isFound('Anna Schmidt geb. Weber', 'Anna Weber said so.'),
      isFound('John "Jack" Doe', '', 'jack-doe.docx'),
      isFound('Anna Schmidt geb. Weber', 'Max Weber said so to Anna.'),
    ]).toEqual([true, true, false]))
})
