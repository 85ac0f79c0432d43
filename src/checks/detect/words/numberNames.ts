/**
 * Numbers in digits that are no figures: telephone numbers, addresses, names, editions. Regular expressions over the
 * copy as written; what they match is left out.
 *
 * Sources: ITU-T E.123 (telephone numbers); Universal Postal Union, addressing systems (house numbers by country);
 * names of laws, roads, lines and products as newspapers of each country print them.
 */
export const NUMBER_NAMES: readonly string[] = [
  // Telephone numbers, postal codes with a country's letter, web addresses, hashtags, accounts.
  '(?<![\\d.,])\\+?\\(?\\d{2,4}\\)?[ /-]\\d{3,4}-\\d{4}(?!\\d)',
  '(?<=(?:[Cc]all|[Pp]hone|[Tt]ext|[Dd]ial|[Tt]el\\.?|[Tt]elephone|[Ff]ax|[Nn]umber)(?: \\p{Ll}{2,3})?:? )' +
    '\\d{3}-\\d{4}(?![\\d-])|(?<=\\b(?:at|on) )\\d{3}-\\d{4}(?=[.,;)]|$)',
  '\\+\\d{1,3}[ -]\\(?\\d{1,4}\\)?(?:[ -]?\\d{2,4}){2,4}',
  '(?<![\\d.,])0\\d{1,4}(?:[ /-]\\d{2,8}){1,5}(?![\\d%])',
  // No vote for, against and abstaining: “voted 12-5-3”.
  '(?<![\\d.,])(?=\\d{1,6}-\\d{1,6}-\\d{1,6}(?!\\d))' +
    '(?:[\\d-]+(?= (?:formation|system|shape))|' +
    '(?<!(?<!\\p{L})(?:[Vv]ot|[Pp]ass|[Rr]eject|[Aa]pprov|[Rr]ecord|[Tt]all[yi]|[Ss]plit)\\p{L}{0,8}[^.!?\\d]{0,30})[\\d-]+)',
  '(?:https?://|www\\.)\\S+',
  "[#@](?!\\d+ (?:people|men|women|children|dead|killed|injured)(?![\\p{L}’-]|'))\\w*\\d\\w*",
  '(?<![\\d.,])(?:9/11|24/7|50/50)(?!\\d)',
  '(?<![\\d.,-])1[568]\\d\\d-\\d{4}(?![\\d년])|(?<=국번\\s?없이\\s?)\\d{3,4}|\\d{3,5}(?=(?:市民)?(?:热线|熱線|专线|專線))',
  '(?<!\\p{L})La [1-9](?= \\p{Ll}{3,}(?:ó|e|a)(?!\\p{L}))',
  '(?<=(?:^|[^\\p{L}])(?:[Ll]e|[Aa]u|[Dd]u|[Ee]l|[Aa]l|[Dd]el) )(?:15|17|18|112|114|115|116|119|3919|3114|911|061|' +
    '091|016|062)' +
    '(?= (?:est|a|sont|reçoit|recibió|atendió|avisó|tuvo|fue|pour|para|ou|o|y|et)(?!\\p{L}))',
  '(?<!\\p{L})[Ss]ub-?\\d{2}(?!\\d)|\\d{1,3} (?:[Ff]reeway|[Ee]xpressway|[Tt]urnpike|[Tt]ollway)|' +
    '(?<=Group of )\\d{1,3}',
  '911(?= (?:call|calls|emergency|dispatch\\w*|operator|in an))|(?:999|112|110)(?= (?:call|emergency|' +
    'dispatch\\w*|operator|in an)(?!\\p{L}))|(?<=(?:[Cc]all|' +
    '[Cc]alled|[Cc]alling|[Dd]ial|[Dd]ialed|[Dd]ialled) )(?:911|999|112|110|119)',
  // Centuries.
  '\\d{1,2}\\. Jahrhundert\\p{L}*|\\d{1,2}世[紀纪]|\\d{1,2}세기',
  '(?<!\\p{L})(?:[Ff]light|[Vv]ol|[Vv]uelo|[Ff]lug) \\p{Lu}{1,2}\\d? ?\\d{2,4}',
  '(?<=[Tt]he )\\d{1,3} (?:train|bus|tram|line)(?!\\p{L})',
  '7-Eleven|3-D\\b|(?<=U\\.S\\. )\\d{1,3}(?=[,.;]| (?:near|in|at|between|north|south|east|west|and) |$)',
  // House numbers.
  '(?<![\\d.,])\\d{1,4}(?:,|,? bis|,? ter)? (?:rue|avenue|av\\.|boulevard|bd|place|quai|impasse|chemin|' +
    "allée|route|square|passage)(?! nationale)(?= (?:de |du |des |la |le |d['’]|\\p{Lu}))",
  '(?<!\\p{L})(?:[Cc]alle|[Aa]venida|[Pp]laza|[Pp]aseo|[Cc]arretera|[Cc]amino|[Rr]onda|[Tt]ravesía|[Aa]vda\\.|' +
    '[Cc]/) ?(?:(?:del?|las?|los) ){0,2}\\p{Lu}[^,.;\\d]{1,30},? (?:n\\.?º |número |núm\\. ' +
    ')?\\d{1,4}(?!\\.?\\d|,\\d| \\p{Ll}{3,}s)',
  '(?<!\\p{L})(?:[vV]ia|[Cc]orso|[Pp]iazza|[Rr]ua) (?:(?:da|do|dei|delle|della) )?\\p{Lu}[^,.;\\d]{1,30}, ' +
    '\\d{1,4}(?![.,]?\\d| \\p{Ll}{3,}| of)',
  '\\p{L}*(?:[Ss]tra(?:ß|ss)e|[Gg]asse|[Ww]eg|[Pp]latz|[Aa]llee|[Uu]fer|[Dd]amm|[Ss]tr\\.|[Mm]arkt) \\d{1,4}[a-z]?' +
    '(?=[,;)]|\\.?$|\\. |\\s(?:in|im|am|bei|und|oder|ist|steht|stand|war|wurde|hat|an|aus|nach|zu|auf|sind|' +
    'wohnt)\\s)',
  '[가-힣]{2}(?:대로|번길|길) \\d{1,4}(?:-\\d{1,4})?(?=\\s?(?:에|번지|\\(|[,.]|$))|[가-힣]{2}(?<!으)로 ' +
    '\\d{1,4}(?:-\\d{1,4})?(?=에\\s|에서|\\s?\\()',
  '(?<!今季|通算|自身)\\d{1,4}号(?=[がはをのにでと、。])',
  '(?:明治|大正|昭和|平成|令和)\\d{1,2}年|\\d{3,4}便(?=は)',
  '\\d{1,4}[号號](?:楼|樓|站台|月台|馆|館|门|門|出口|登机口|公路|桥|橋|店|库|房|机组|柜)',
  '\\d{1,6}(?:丁目|番地|番街|号室|号線|号館|号機|号車|號線|號樓|号楼|号院|号线|室|號房|号房|路公|弄|巷)',
  '(?:路|街|大道|巷|弄|段)\\d{1,6}[号號]',
  '(?:rue|place|avenue|quai|boulevard|stèle|monument) du \\d{1,2}[ -]\\p{Lu}\\p{L}+|\\d{1,2}-(?:Septembre|' +
    'Novembre|Juillet|Mai|Août|Juin)|(?<=Peugeot |Renault |Fiat |Boeing |Airbus A|Sport |Playbox |' +
    'Playstation )\\d{1,4}(?![\\d.,])',
  // Korean names with numbers.
  '(?<![가-힣])제\\s?\\d{1,6}\\s?[가-힣]*',
  '\\d{1,2}[·.]\\d{1,2}(?=\\s?(?:절|운동|혁명|민주|유공|사태|참사|테러|항쟁|선언|공동선언|전쟁|의거|총선|대선|지방선거|재보|부동산|조치|합의|대책|묘지|' +
    '묘역|정신|사건|대지진|쿠데타|비상계엄|내란))',
  '(?<!\\d)(?:3·1|4·3|4·19|5·16|5·18|6·10|6·15|6·25|6·29|7·4|8·15|9·11|9·19|10·4|10·26|10·29|12·12|12·3)(?![\\d.])',
  '\\d{1,6}자\\s?(?:회담|대화|협의|회의|토론|대결|구도|협력|외교)',
  '\\d대\\s?(?:강|악|그룹|범죄|의무|질환|국경일|관광|은행|광역|암|사회|요구|과제|쟁점|거래소|명절|특별|법안)',
  '\\d{1,6}차(?!례|량|로|선|종)(?=전지|관|산업|\\s?(?:회의|대전|세계|공판|협상|접종|투표|추경|회담|조사|사고|산업|병원|의료|방류|발사|시험|합격|면접|본선|' +
    '예선|수사|공모|개정|소송|재판))',
  '\\d{3,4}동(?=에서|의\\s|\\s(?:주민|앞|옆|지하))|\\d{3,4}호(?=에서(?:\\s|는)|의\\s(?:문|방|주민|거주))|\\d{1,6}번가|' +
    '(?<=[가-힣]동\\s?)\\d가|(?<=[가-힣](?<!으)로)\\d가(?![구지정량])|\\d{1,6}호선|' +
    '\\d{1,6}호(?=\\s?(?:국도|터널|갱|기|차|실|골|홈런|태풍))|(?<!\\d)\\d{1,2}호(?=\\s)(?!\\s가구)|' +
    '\\d{1,6}번\\s?(?:출구|국도|버스|홀|트랙|타자|선발|' +
    '마|게이트|승강장|교향곡|방|선수)',
  '(?:119|112|911|110|117|1366|1588)(?=\\s?(?:구급|신고|상황|안전|소방|구조|에\\s신고|대원|종합|센터|번))',
  '\\d인(?=\\s?(?:시위|가구|실|승|용|분|방송|기업|미디어|자|칭|극|체제))',
  '\\d{1,6}(?:학년|학기|급\\s?(?:공무원|장애|수|정교사|비밀|기밀|감염병|상황)|등급|부\\s?(?:리그|작|요인|투)|군\\s?(?:단|사령|감독|선수|에서|로)|사단|' +
    '여단|군단|함대|연대(?!\\s?보증)|대대|중대|소대|공단|산단|단지|지구|구역|터미널|청사|전시실|호기|세대\\s?(?:이동통신|통신|전투기|실손|스마트|아이폰|반도체|' +
    '방사광)|심\\s?(?:재판|법원|판결|선고|에서|은|을|과|도)|선\\s?(?:의원|국회|시장|중진|고지|에\\s)|대\\s?(?:총장|대통령|국회|회장|총리|의장|감독))',
  '\\d{1,2}(?:일|날)\\s?(?:밤|낮|새벽|아침|저녁|오전|오후)',
  '\\d층(?=에|에서|으로|\\s?(?:로비|매장|사무실|복도|회의실|난간|베란다|창문|식당|강당))|\\d루(?:수|타|심|코치|쪽|를|에|로)|\\d군(?=\\s?(?:리그|경기|선수|감독|에))',
  '(?<=[Ll]o (?:Social|Penal|Civil|Mercantil|Contencioso[\\p{L}-]*) (?:n.º |número )?)\\d{1,3}|100均',
  '(?:KTX|SRT|ITX|AVE|ICE|TGV|TER|JR)[ -]\\d{2,4}',
  '(?:[Uu]niversité|[Uu]niversitaire|[Ll]ycée|[Cc]ampus|[Ff]ac) (?:de |d.)?\\p{Lu}\\p{L}+[ -]\\d{1,2}(?![\\d.,])',
  // Stock indexes, by the names that their exchanges give them.
  '(?:CAC|DAX|MDAX|SDAX|TecDAX|Dax|MDax|IBEX|Ibex|FTSE|S&P|Nasdaq|NASDAQ|Nikkei|Stoxx|STOXX|Russell|ASX|SBF|AEX|' +
    'BEL|PSI|SMI|' +
    'KOSPI|Kospi|KOSDAQ|Topix|TOPIX|MSCI|CSI|沪深|滬深|标普|標普|日经|日經|日経平?均?|富时|富時|罗素|羅素|코스피|코스닥|닛케이|나스닥)[ -]?' +
    '(?:20|25|30|35|40|50|60|80|100|120|150|200|225|250|300|350|400|500|600|1000|2000)(?![\\d.,점])',
  // Japanese and Chinese names with numbers.
  '第\\s?\\d{1,6}(?![\\d.位])[\\p{Script=Han}]?',
  '\\d{1,6}(?:年生|年度|学年|年级|年級|期生|代目|番線|番ホーム|番出口|番札所|号機|号車|型|系電車|番人|番打者|番バッター|年[A-Z\\p{Script=Han}]?[組组]|' +
    '次補正|次会議|次大戦|次公判|次産業|次予選|次試験|审|審|度目の正直)',
  '(?:110|119|120|118|911|999)(?:番|に通報|报警|報警|急救|専線|热线|熱線)',
  '(?:国道|県道|市道|首都高|国道線|线路)\\d{1,6}(?:号)?',
  '[歼殲轰轟运運直东東长長]-\\d+[A-Z]?|\\d{2,4}(?:医院|醫院|中学|中學|厂|研究所|国道|國道|高地)',
  // A band, where music is spoken of: “10cc of blood” is a measure.
  "(?<![\\p{L}\\d.,])10cc(?=(?:[’']s)? (?:hit|song|album|single|track|tune|guitarist|singer|drummer|bassist|frontman|" +
    'fans?|played|sang|toured|released|recorded|reunited)(?!\\p{L}))|' +
    '(?<=(?<!\\p{L})(?:band|group|(?:songs?|hits?|albums?|singles?|tracks?|music) (?:by|of)) )10cc(?![\\p{L}\\d])',
  // Conferences, clubs, leagues, days and newscasts with a number.
  '(?<=(?<!\\p{L})Big )(?:10|12)(?![.,]?\\d|[%\\p{L}])|(?<!\\p{L})Dow 30(?![.,]?\\d)',
  '(?<![\\d.,])1\\. (?:FC|FSV|FFC) (?=\\p{Lu})|(?<![\\d.,])[123]\\. (?:Bundesliga|Liga)(?!\\p{L})',
  '(?<![\\d.,-])(?:11-M|11-S|15-M|20-N|23-F|1-O)(?![\\p{L}\\d])',
  '(?<=(?<!\\p{L})(?:[Ll]e|[Aa]u|[Dd]u) )(?:13|20) (?:heures|[Hh])(?= (?:de|sur) (?:TF1|France (?:2|3)|M6)(?!\\p{L}))',
  // Names in Latin letters.
  '\\d{1,6}(?:\\.\\d{1,6})? ?(?:Downing|Wall|Park|Pennsylvania|Fifth|Main) (?:Street|Avenue|St\\.)',
  '(?<!\\p{L})(?:No\\.|Nos\\.|Nr\\.?|N[º°]|n[º°]|num\\.|núm\\.) ?\\d{1,6} (?=\\p{Lu})',
  '(?<![\\p{L}\\d])(?:COVID|Covid|SARS-CoV|MH|Sars|HIV|H\\d{1,6}N|MP|CO|PM|B|T)-?\\d{1,6}(?:\\.\\d)?(?!\\d)',
  '\\d{1,6}(?:ème|e|er|ère|º|ª|\\.º)? (?:arrondissement|Bundesliga|Liga|Reich|República)',
]
