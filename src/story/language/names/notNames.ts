/** Words that stand in what people enter as a source and are no names of people: data to read and extend. */

/** Family names that are words, towns or papers too. commonNames.json has more. */
export const WORDS_TOO = `act, america, covid, diesel, maxwell, nobel, europe, asia, africa, russia, ukraine, japan,
  india, canada, mexico, brazil, spain, italy, poland, turkey, iran, iraq, hook, files, orange, post, times, herald,
  tribune, guardian, star, sun, court, senate, congress, cabinet, press, bank, center, college, church, state, union,
  day, night, light, speaker, page, rights, trust, bridges, brand, burden, chambers, cooper, crawley, driver, drummer,
  dyer, dyke, fortune, gates, gold, goldman, goods, gore, guest, gun, hammer, hooker, horn, hull, hurt, jordan, kidd,
  lawless, leader, legend, loss, means, moody, neighbor, newton, nut, painter, pack, peck, pitts, plant, poe, pope,
  proud, rank, rain, readers, ring, rising, rule, sail, sharp, shield, shaw, sheets, skinner, slaughter, smoke, speed,
  spurs, squire, stamp, starr, stern, stock, strange, stroud, swift, thatcher, tree, trump, trumps, vice, wade, wage,
  wages, wait, waiter, weather, whale, wise, worker, workman, yard, zimmer, london, paris, berlin, england, ireland,
  scotland, wales, china, korea, israel, france, germany, holland, rome, roma, milan, milano, madrid, sevilla, toledo,
  leon, lyon, washington, lincoln, jackson, houston, dallas, austin, madison, cleveland, denver, boston, york, kent,
  hamilton, sydney, orlando, victoria, florence, georgia, virginia, dakota, carolina, chester, lancaster, durham,
  stanford, harvard, oxford, cambridge, deutsch, deutsche, deutschland, schwarz, weiß, weiss, grün, braun, blau, roth,
  rot, könig, graf, herzog, fürst, engel, teufel, busch, wald, feld, acker, winter, herbst, frühling, sonntag, montag,
  freitag, samstag, mai, märz, morgen, abend, schneider, müller, fischer, bäcker, becker, schäfer, zimmermann,
  schuster, förster, jäger, kramer, krämer, kaufmann, schmied, schreiber, gärtner, metzger, fleischer, bischof,
  pfarrer, papst, bär, hirsch, löwe, adler, sperling, nagel, sauer, süß, ernst, frei, fröhlich, neu, alt, lange, kurz,
  groß, hoch, tief, reich, arm, stein, berger, brunner, burger, bürger, burg, dorn, kern, keller, kraft, kranz, kreuz,
  krone, kuhn, laub, licht, lohn, mann, mayer, meer, messer, mond, nacht, ost, west, nord, süd, preis, preuss, rath,
  rat, recht, rohr, sand, sattler, schatz, schild, schiller, schloss, schwan, seemann, sperber, stahl, stich, strauß,
  strauss, sturm, tag, tanz, taube, thal, thurm, turm, vogt, volk, wache, wagen, walter, wand, weg, wein, welt, werk,
  wind, wunder, zeit, ziegler, zorn, bauer, blanc, noir, roux, brun, petit, grand, gros, gras, long, fort, doux, bon,
  boulanger, boucher, charpentier, fontaine, rivière, moulin, mercier, meunier, marchand, prévost, chevalier, marin,
  maçon, forestier, pain, poulain, roche, lamy, ami, bonnet, brunet, camus, champion, chapelle, château, clerc, colin,
  comte, couture, deschamps, deux, dimanche, samedi, vendredi, mardi, été, hiver, printemps, faure, fabre, ferrand,
  fleury, français, garnier, gaillard, girard, grain, guerre, jardin, jour, jourdain, lacroix, langlois, lebrun,
  légal, loup, louis, loyal, maire, maréchal, marchais, mer, monnier, monde, figaro, mouton, normand, olivier, paix,
  parent, paul, perle, picard, pont, poirier, pomme, rolland, rose, rousseau, royal, royer, sage, salle, tailleur,
  tissier, tonnelier, tour, vallée, vidal, vigne, villa, ville, voisin, iglesia, iglesias, castillo, flores, flor,
  rey, león, blanco, moreno, delgado, guerrero, prieto, herrero, pastor, molina, campos, rubio, navarro, serrano,
  calvo, crespo, cano, bravo, soto, montes, mora, caballero, nieto, santiago, marín, cabello, cabeza, calle, camino,
  cordero, cortés, duque, espada, esposa, franco, gallego, gallo, gato, guerra, hidalgo, hierro, izquierdo, ledesma,
  lobo, luz, marqués, mayor, mesa, mendoza, merino, mundo, país, palacios, parra, pardo, paz, peña, pino, plaza, polo,
  pozo, puente, quesada, ramos, redondo, robles, rosario, roca, sabio, sala, salas, salinas, sastre, segura, sierra,
  soler, toro, trigo, valle, valles, valero, vázquez, vela, vera, viejo, zapatero, conti, fontana, greco, monti,
  leone, longo, marini, barbieri, fabbri, monaco, santi, serra, testa, vitale, villani, ricci, riva, porta, ponte,
  pace, pane, pastore, sarto, sarti, vento, volpe, vinci, cardoso, carvalho, coelho, cordeiro, cruz, faria, leite,
  machado, moura, neves, nunes, pinheiro, pinto, prado, reis, ribeiro, salgado, teixeira, vale, vieira, bruin, dijk,
  dam, jong, groot, groen, haas, hart, koning, kuiper, mulder, prins, slager, smit, vos, wolf, zwart`

/** Of people, bodies and places, as they stand in notes: “Senior Official”, “Human Resources”. */
export const NOUNS = `samsung, hyundai, kia, lg, sk, google, tesla, microsoft, toyota, sony, siemens, boeing, airbus,
  pfizer, goldman, sachs, roll, harvard, yale, pentagon, kremlin, capitol, street, cross, motor, motors, electronics,
  electric, chemical, group, holdings, corp, corporation, ltd, gmbh, capital, partners, airlines, airport, energy,
  oil, lab, labs, laboratory, league, reporter, throat, official, officials, aide, aides, adviser, advisor, assistant,
  staff, staffer, employee, worker, insider, source, sources, contact, informant, whistleblower, whistle-blower,
  person, man, woman, people, member, colleague, friend, neighbor, neighbour, resident, relative, family, mother,
  parent, wife, husband, driver, guard, soldier, veteran, diplomat, executive, analyst, expert, scientist, researcher,
  student, nurse, doctor, engineer, technician, developer, clerk, accountant, auditor, broker, banker, trader,
  investor, investigator, detective, police, cop, agent, spy, warden, prisoner, victim, survivor, suspect, patient,
  tenant, owner, buyer, seller, customer, client, vendor, contractor, consultant, lobbyist, activist, organizer,
  volunteer, fisherman, farmer, pilot, sailor, editor, publisher, photographer, administration, agency, army,
  association, authority, bank, board, bureau, business, center, centre, church, city, clinic, college, commission,
  committee, company, congress, council, country, county, court, defense, defence, department, district, division,
  education, embassy, federal, finance, force, foreign, foundation, government, headquarters, health, hospital, house,
  human, industry, inc, institute, intelligence, interior, justice, labor, labour, legal, local, marketing, media,
  military, ministry, municipal, national, navy, office, operations, palace, parliament, party, planning, policy,
  prison, procurement, public, regional, relations, resources, sales, school, security, service, services, state,
  station, team, technology, trade, treasury, union, unit, university, works, desk, newsroom, news, science, sciences,
  politics, culture, sports, arts, affairs, economics, economy, research, development, innovation, environment,
  transport, agriculture, tourism, communications, senior, junior, former, current,
  anonymous, unnamed, unknown, high-ranking, top, night, shift, day, north, south, east, west, new, old, first,
  second, white, seoul, busan, us, u s, uk, eu, un, amt, behörde, bundestag, bundesrat, bundeswehr, polizei,
  ministerium, regierung, quelle, zeuge, zeugin, mitarbeiter, mitarbeiterin, beamter, beamte, beamtin, hoher, hohe,
  hochrangiger, leitender, kreise, firma, gericht, partei, krankenhaus, klinik, schule, responsable, haut,
  fonctionnaire, employé, employée, proche, collaborateur, collaboratrice, membre, infirmier, infirmière, ministère,
  gouvernement, élysée, matignon, préfecture, banque, hôpital, école, entreprise, cadre, policier, policière,
  funcionario, funcionaria, fuente, alto, alta, empleado, empleada, miembro, asesor, asesora, enfermero, enfermera,
  ministerio, gobierno, policía, banco, empresa, trabajador, trabajadora, funzionario, funzionaria, fonte, dirigente,
  impiegato, ministero, governo, polizia, infermiere, infermiera, funcionário, funcionária, assessor, ministério,
  чиновник, источник, сотрудник, сотрудница, министерство, правительство, полиция, банк, وزارة, حكومة, مسؤول, مصدر`

/** Bodies that are known by their abbreviation or by one name: “aka UNESCO” says for whom a source works. */
export const ORGANISATIONS = `nato, nasa, opec, fifa, uefa, isis, isil, daesh, fema, cern, osce, oecd, asean, brics,
  ofcom, ofsted, unesco, unicef, unhcr, unrwa, unaids, unctad, unido, unodc, usaid, darpa, norad, centcom, eurojust, europol,
  interpol, frontex, eurostat, ecowas, mercosur, caricom, icij, occrp, mossad, shabak, hamas, hezbollah, hizbollah,
  taliban, fatah, farc, azov, antifa, pegida, medef, bafin, adac, verdi, aclu, naacp, osha,
  scotus, potus, flotus, gchq, bundesbank, pemex, petrobras, sinopec, naftogaz, nasdaq, nikkei, reuters, bloomberg,
  xinhua, ansa, tass, yonhap, kyodo, pravda, izvestia, bellingcat, wikileaks, greenpeace, oxfam,
  amnesty, caritas, attac, peta, mafia, camorra, ndrangheta, yakuza, iaea, icrc,
  bundesnachrichtendienst, verfassungsschutz, guardia, ertzaintza, carabinieri, mossos, gendarmerie, kripo, stasi`

/** German nouns of people and bodies, by how they end. */
export const NOUN_ENDINGS =
  /(?:mitarbeiter|beamte|beamter|beamtin|vertreter|berater|kreise|quelle|angestellte|angestellter|arbeiter|polizist|offizier|experte|expertin|ministerium|behörde|präsidium|verwaltung|leitung|abteilung|führer|helfer|pfleger|schwester|leiter|chef|sprecher|anwalt|richter|lehrer)(?:in|innen|n|s)?$/u

export const KOREAN_SURNAMES_OF_TWO = ['남궁', '황보', '제갈', '사공', '선우', '서문', '독고', '동방']

/** Korean words of three syllables that begin like a name. */
export const KOREAN_WORDS = `김앤장 소식통 정보통 이사회 이사장 조합장 지점장 지사장 조합원 연구원 노조원 정보원 공무원 임직원 전직원 현직원 선거인
  한국인 정치인 장애인 조선인 임차인 임대인 고발인 고소인 주인공 고용인 변호인 유권자 노동자 신고자 배우자 지원자 소비자
  소유주 유족들 유가족 전문가 유학생 여대생 남학생 여학생 고교생 연구생 주민들 손님들 이재민 이주민 원주민 소방관 조사관
  성직자 여행객 최고위 최측근 정치국 정보국 조사국 조사실 정책실 민정실 안보실 홍보실 인사과 정책과 한국군 천주교   강남구 강동구 강서구 강북구 성동구 성북구 송파구 서초구 마포구 노원구 양천구 유성구 연수구 남동구 서대문
  고등어 전기차 자동차 현대차 신세계 주방장 지배인 이방인 고위직 정규직 지도부 선관위 한국은 우리말 성소수 최고령 여당의
  지지자 하나님 장모님 이모님 고모님 서울대 고려대 연세대 한양대 전남대 전북대 강원대 조선대 성균관 원자력 주유소 연구소
  이발소 정비소 조종사 정비사 조리사 이용사 변리사 설계사 여직원 남직원 하청사 원청사 유통사 민간인 주재원 현지인 여교사
  남교사 조교수 선생님 사장님 김씨네 이웃집 박물관 도서관 미술관 여의도 이태원 조선소 정신과 성형외 안과의 한의사 이코노
  고객님 진행자 문의처 하도급 원도급 장학생 유치원 고시원 전당포 정당인 여배우`
/**
 * Stations, provinces, firms and unions. Behind “씨” such a word is a person’s name. What a person may well be called,
 * as 김해서 and 안동서, is not here.
 */
export const KOREAN_BODIES = `마포서 강남서 강동서 강서서 강북서 서초서 송파서 노원서 양천서 성동서 성북서 구로서 남대문서 서대문서 은평서
  도봉서 방배서 수서서 종암서 서부서 남부서 하남서 안산서 안양서 성남서 여수서 제천서 제주서
  천안서 양산서 김포서 고양서 전남도 전북도 제주도 강원도 경남도 경북도 전라도 한겨레 한수원 이마트 이랜드 오뚜기
  오리온 하이브 진에어 지마켓 유한양 민노총 한노총 전공노 전교조 전경련 한경협 한기총 조계종 한예종 한체대 서강대`
/** A Korean word that ends so is a body or people, not a name. */
export const KOREAN_ENDINGS = /[회부처청과팀당위측사계층시군들생족률법씨님]$/u

/** Frequent Chinese family names of one sign. */
export const CHINESE_SURNAMES =
  '王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱林何郭马馬罗羅梁宋郑鄭谢謝唐许許冯馮邓鄧曹彭曾萧蕭田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范'

/** Chinese and Japanese words that end so are bodies. */
export const HAN_ENDINGS = /[省庁厅部局院会會社課科室署党黨府委団團隊队所校館馆店処处廳國国市県县区區町村系司者员員]$/u
/** Firms, papers, schools and places: 東京電力, 朝日新聞, 北京大学, 中国移动. Before 社員 or 教授 stands who employs them. */
export const HAN_BODIES =
  /(?:電力|电力|電機|電気|電工|电工|重工|重工業|製鉄|製薬|製作|新聞|新闻|日报|日報|晚报|晚報|时报|時報|商报|周刊|通信|大学|大學|学院|學院|高校|中学|中學|小学|小學|移动|移動|联通|聯通|电信|電信|銀行|银行|証券|证券|證券|保険|保险|保險|商事|物産|商会|自動車|汽车|汽車|鉄道|铁路|鐵路|航空|空港|化学|化工|石油|石化|放送|テレビ|电视|電視|医院|醫院|病院|诊所|集団|集团|集團|科技|软件|建設|建设|地产|地產|工業|工业|产业|産業|食品|百貨店|生命|不動産|任天堂|資生堂|住友)$|^(?:中国|中國|日本|東京|北京|上海|韓国|韩国|米国|美国|美國|英国)/u

/** Given names that stand before a family name. */
export const FIRST_NAMES = `aaron, adam, alan, albert, alexander, alex, alice, amanda, amy, andrea, andrew, andreas,
  angela, anita, anna, anne, ann, anthony, antonio, barbara, ben, benjamin, bernd, beth, birgit, brandon, brian,
  bruce, carl, carla, carlos, carmen, caroline, catherine, charles, charlotte, chloe, chris, christina, christine,
  christopher, claire, claudia, cynthia, daniel, daniela, david, deborah, dennis, diana, diane, donald, donna,
  dorothy, douglas, edward, elena, elizabeth, ellen, emily, emma, eric, eva, evelyn, fernando, francesca, francesco,
  francisco, gabriel, gary, george, gerald, giovanni, giulia, gregory, hannah, hans, harold, heather, heike, helen,
  henry, isabel, isabelle, jacob, jacqueline, jacques, james, jan, jane, janet, jason, javier, jean, jeff, jeffrey,
  jennifer, jens, jessica, jim, joan, joe, johann, john, johannes, jonathan, jorge, jose, josé, joseph, joshua, juan,
  judith, julia, julie, justin, karen, karin, karl, kate, katherine, kathleen, katrin, keith, kelly, kenneth, kevin,
  klaus, larry, laura, lauren, lena, leonard, linda, lisa, louis, lucas, lucia, luis, lukas, manuel, marco, margaret,
  maria, marie, marina, mario, markus, martha, mary, matthew, matthias, melissa, michael, michel, michelle, miguel,
  mike, monica, monika, nancy, natalie, nathan, nicholas, nicolas, nicole, nina, olga, oliver, pablo, pamela, paolo,
  patricia, patrick, paul, paula, pedro, peter, petra, philip, philippe, pierre, rachel, ralph, raymond, rebecca,
  richard, robert, roberto, roger, ronald, russell, ruth, ryan, sabine, samantha, samuel, sandra, sara, sarah, scott,
  sean, sebastian, sharon, simon, sophie, stefan, stefanie, stephanie, stephen, steve, steven, susan, susanne, teresa,
  thomas, timothy, tim, tony, ulrike, ursula, uwe, victoria, vincent, walter, wayne, william, wolfgang, анна, мария,
  елена, ольга, иван, сергей, александр, дмитрий, алексей`
