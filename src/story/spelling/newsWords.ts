/**
 * Words of news that the dictionaries lack: data for speakers of the language to read and extend. No names of people.
 * Korean ones stand without particles. They were collected by subject; docs/decisions/spell-check.md says what they
 * change.
 */
import type { DictionaryName } from './dictionaries'
import { withoutParticle } from '../text/words/koreanParticles'

const ENGLISH =
  'whistleblower whistleblowers chipmaker chipmakers carmaker carmakers cyberattack cyberattacks cybercrime ' +
  'livestream livestreamed livestreaming deepfake deepfakes misinformation disinformation ransomware malware ' +
  'peacebuilding airstrike airstrikes superyacht superyachts geopolitics geopolitical microplastic microplastics ' +
  'decarbonisation decarbonization decarbonise decarbonize gigafactory gigafactories stablecoin stablecoins ' +
  'cryptocurrency cryptocurrencies blockchain crowdfunding crowdfunded telehealth subvariant subvariants ' +
  'antitrust reskilling upskilling furloughed lawmaking rulemaking bellwether gerrymander gerrymandered ' +
  'gerrymandering newsroom newsrooms factcheck standfirst writethru cutline cutlines fentanyl'

const WORDS: Readonly<Partial<Record<DictionaryName, string>>> = {
  'en-us': ENGLISH,
  'en-gb': ENGLISH,
  fr: 'Otan Onu cryptomonnaie cryptomonnaies visioconférence rançongiciel féminicide féminicides décarbonation',
  es:
    'Londres Berlín Moscú Pekín Tokio Seúl Bruselas Ginebra Varsovia Viena Estocolmo Kiev Kyiv Teherán Bagdad ' +
    'Washington Ucrania Corea ciberataque ciberataques criptomoneda criptomonedas gasoducto gasoductos oleoducto ' +
    'feminicidio feminicidios desescalada teletrabajo',
  de: 'Cyberangriff Cyberangriffe Kryptowährung Kryptowährungen Drohnenangriff Drohnenangriffe Ampelkoalition',
  ko:
    '협상가 경제국 이틀간 사흘간 나흘간 보건복지부 고용노동부 국토교통부 산업통상자원부 과학기술정보통신부 문화체육관광부 농림축산식품부 해양수산부 ' +
    '여성가족부 중소벤처기업부 국가보훈부 방송통신위원회 공정거래위원회 금융위원회 금융감독원 국민권익위원회 ' +
    '국가인권위원회 개인정보보호위원회 중앙선거관리위원회 선거관리위원회 질병관리청 식품의약품안전처 국세청 관세청 ' +
    '조달청 통계청 병무청 방위사업청 경찰청 소방청 산림청 특허청 기상청 해양경찰청 국가정보원 국가안보실 ' +
    '대통령비서실 대통령경호처 국무조정실 감사원 고위공직자범죄수사처 공수처 서울중앙지검 대검찰청 고등법원 지방법원 ' +
    '행정법원 가정법원 합동참모본부 한미연합사령부 주한미군 유엔군사령부 국립과학수사연구원 한국개발연구원 ' +
    '시의회 도의회 구의회 군의회 시의원 도의원 교육감 지방선거 보궐선거 재보궐선거 재검표 사전투표 사전투표소 ' +
    '비례대표 지역구 원내대표 최고위원 비상대책위원회 비대위 전당대회 당대표 선거구 선거법 공직선거법 정치자금법 ' +
    '가계부채 국가채무 기준금리 소비자물가 생산자물가 물가상승률 경제성장률 실업률 고용률 무역수지 경상수지 ' +
    '외환보유액 원달러 추가경정예산 종합부동산세 종부세 법인세 소득세 상속세 증여세 부가가치세 최저임금위원회 ' +
    '공매도 시가총액 코스닥 코스피 상장사 자회사 협력업체 스타트업 인수합병 유상증자 영업손실 당기순이익 ' +
    '확진자 접종률 격리자 감염병 코로나바이러스 변이바이러스 의대생 전공의 의대 의료계 응급의료센터 요양병원 ' +
    '소방당국 수사당국 방역당국 보건당국 금융당국 교육당국 항공당국 군당국 재난안전대책본부 중앙재난안전대책본부 ' +
    '미세먼지 초미세먼지 재생에너지 신재생에너지 온실가스 탄소중립 이산화탄소 태양광 풍력발전 원자력발전 ' +
    '원전 소형모듈원전 전기차 수소차 자율주행 이차전지 배터리 반도체 파운드리 디스플레이 챗봇 메타버스 가상화폐 ' +
    '가상자산 블록체인 딥페이크 랜섬웨어 보이스피싱 디지털 인공지능 빅데이터 클라우드 ' +
    '편집국 보도국 보도자료 취재진 특파원 기자회견 단독보도 정정보도 반론보도 언론중재위원회 ' +
    '탄도미사일 순항미사일 대륙간탄도미사일 핵실험 핵무기 핵무장 정상회담 정상회의 외교장관 국방장관 한미동맹 ' +
    '대통령실 총리실 비서관 수석부대표 국회의원실 서울중앙지법 서울고법 수원지법 지법 고법 특검 특검법 탄핵안 소추안 ' +
    '동의안 조례안 개정안 추경안 협정문 공동성명 초치 상계관세 반덤핑 공모주 카드사 제약사 투자사 방산 자주포 장갑차 ' +
    '입항 출항 결항 회항 폐사 살처분 구급대 소방대 잠수사 진앙 진원 도내 시내 출생아 출퇴근 준공영제 모빌리티 쌀값 빵값 ' +
    '배춧값 채솟값 기름값 약값 식약처 한은 한전 누리집 누리호 연고점 연저점 특성화고 자사고 외고 출렁다리 보행교 ' +
    '컨테이너선 유조선 화물선 교역국 채권국 수입선 수입량 체납액 공실률 가스비 배달료 공역 산회 양형 상수관 라커룸 ' +
    '소설집 특별전 개막전 표차 윗선 취재원 최저치 최고치 예보관 포렌식 디지털포렌식 보이콧 로드맵 거버넌스 ' +
    '한미일 한중일 대북제재 비핵화 비무장지대 군사분계선 북방한계선 안전보장이사회 상임이사국 휴전협정 평화협정',
}

const sets = new Map<DictionaryName, ReadonlySet<string>>()

function wordsOf(dictionary: DictionaryName): ReadonlySet<string> {
  let words = sets.get(dictionary)
  if (!words) sets.set(dictionary, (words = new Set((WORDS[dictionary] ?? '').split(' '))))
  return words
}

/** Whether this is a word of news, in small letters, with a capital at the start, or with a Korean particle. */
export function isNewsWord(word: string, dictionary: DictionaryName): boolean {
  const words = wordsOf(dictionary)
  return [...withoutParticle(word), word.toLowerCase()].some((one) => one !== '' && words.has(one))
}
