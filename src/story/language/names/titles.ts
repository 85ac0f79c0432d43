/**
 * Titles and forms of address: data for people who speak the languages to read and extend. Each line of OFFICES is one
 * office in all languages. Sources: the style books of AP, Reuters, dpa, AFP, EFE, Yonhap and Kyodo; own additions.
 */
export const OFFICES: Readonly<Record<string, string>> = {
  president: `president, pres, präsident, präsidentin, président, présidente, presidente, presidenta, presidentessa, prezydent,
    президент, президентка, cumhurbaşkanı, رئيس, الرئيس, الرئيسة, נשיא, נשיאה, הנשיא, הנשיאה, राष्ट्रपति, tổng thống, presiden,
    bundespräsident, bundespräsidentin, presidenten, ประธานาธิบดี, 대통령, 大統領, 大总统, 总统, 總統`,
  vicePresident: `vice president, vizepräsident, vizepräsidentin, vice-président, vicepresidente, vicepresidenta, vice-presidente,
    wiceprezydent, вице-президент, نائب الرئيس, उपराष्ट्रपति, phó tổng thống, wakil presiden, 부통령, 副大統領, 副总统, 副總統`,
  primeMinister: `prime minister, pm, premier, premierminister, premierministerin, premier ministre, première ministre,
    primer ministro, primera ministra, primeiro-ministro, primeira-ministra, primo ministro, minister-president,
    minister-president, statsminister, statsministern, премьер, премьер-министр, прем'єр, прем'єр-міністр, başbakan,
    رئيس الوزراء, ראש הממשלה, प्रधानमंत्री, thủ tướng, perdana menteri, นายกรัฐมนตรี, 총리, 국무총리, 首相,
    総理, 総理大臣, 内閣総理大臣, 总理, 總理`,
  chancellor: `chancellor, bundeskanzler, bundeskanzlerin, kanzler, kanzlerin, chancelier, chancelière, canciller, cancelliere,
    kanclerz, канцлер, 재상`,
  minister: `minister, ministerin, bundesminister, bundesministerin, ministre, ministro, ministra, ministern, министр, міністр,
    bakan, bakanı, وزير, وزيرة, الوزير, الوزيرة, שר, שרה, השר, השרה, मंत्री, bộ trưởng, menteri, รัฐมนตรี, 장관, 大臣, 外相, 財務相,
    防衛相, 法相, 経産相, 厚労相, 農相, 環境相, 文科相, 総務相, 国交相, 官房長官, 部长, 部長`,
  viceMinister: `vice minister, deputy minister, staatssekretär, staatssekretärin, viceministro, viceministra, wiceminister,
    замминистра, नायब मंत्री, thứ trưởng, wakil menteri, 차관, 副大臣, 副部长, 副部長, 次官`,
  secretary:
    'secretary, secretary of state, secretary general, secrétaire, secretario, secretaria, secretário, sekretarz, секретарь, أمين, الأمين العام, 비서관, 서기, 총서기, 书记, 書記, 总书记, 總書記, 秘书长, 秘書長, 사무총장, 事務総長',
  underSecretary: 'under secretary, undersecretary, under secretary of state, undersecretary of state',
  firstLady: 'first lady, first gentleman, première dame, primera dama, primeira dama, 영부인',
  senator: `senator, sen, senators, senatorin, sénateur, sénatrice, senador, senadora, senatore, senatrice, сенатор, سيناتور,
    सीनेटर, 상원의원, 上院議員, 参议员, 參議員`,
  representative: `representative, rep, congressman, congresswoman, lawmaker, deputy, mp, abg, abgeordneter, abgeordnete, député,
    députée, diputado, diputada, deputado, deputada, deputato, onorevole, kamerlid, poseł, posłanka, депутат, milletvekili,
    نائب, النائب, النائبة, ח"כ, सांसद, विधायक, đại biểu, anggota dpr, riksdagsledamot, ส.ส, 의원, 국회의원, 議員, 议员`,
  governor: `governor, gov, ministerpräsident, ministerpräsidentin, gouverneur, gouverneure, gobernador, gobernadora, governador,
    governadora, governatore, wojewoda, губернатор, vali, valisi, محافظ, المحافظ, מושל, राज्यपाल, thống đốc, gubernur, landshövding,
    ผู้ว่าราชการ, 지사, 도지사, 주지사, 知事, 省长, 省長, 州长, 州長`,
  mayor: `mayor, bürgermeister, bürgermeisterin, oberbürgermeister, oberbürgermeisterin, maire, alcalde, alcaldesa, prefeito,
    prefeita, sindaco, sindaca, burgemeester, burmistrz, burmistrzyni, мэр, мер, borgmästare, borgmester, başkan, belediye başkanı,
    عمدة, العمدة, ראש העיר, ראש העירייה, महापौर, मेयर, thị trưởng, wali kota, walikota, นายกเทศมนตรี, 시장, 市長, 市长`,
  viceMayor: 'deputy mayor, vice mayor, 부시장, 副市長, 副市长',
  cityHead: '구청장, 군수, 区長, 區長, 区长, 町長, 村長, 镇长, 鎮長, 县长, 縣長',
  chair: `chair, chairman, chairwoman, chairperson, vorsitzender, vorsitzende, vorsitzenden, parteichef, parteichefin, voorzitter,
    przewodniczący, przewodnicząca, председатель, голова, ordförande, ketua, chủ tịch, अध्यक्ष, ประธาน, 위원장, 국무위원장, 의장, 委員長,
    议长, 議長, 主席, 国家主席, 주석, 국가주석, 会長, 會長, 会长, 회장, 이사장, 理事長, 董事长, 董事長`,
  viceChair: '부위원장, 부의장, 부회장, 副委員長, 副委员长, 副会長, 副主席, 副议长, 副議長',
  chief: `chef, chefin, leiter, leiterin, ceo, chief executive, chief, boss, director, directora, diretor, diretora, direttore, direttrice, direktor, direktorin,
    directeur, directrice, директор, müdür, müdürü, مدير, المدير, المديرة, מנכ"ל, מנהל, מנהלת, निदेशक, प्रबंधक, giám đốc,
    tổng giám đốc, direktur, vd, ผู้อำนวยการ, 대표, 대표이사, 사장, 社長, 总裁, 總裁, 总经理, 總經理, 代表, 経営者, 총재, 청장, 主任, 监事长, 監事長`,
  bureauHead: '국장, 局長, 局长',
  headquartersHead: '본부장, 本部長',
  departmentHead: '부장, 처장',
  sectionHead: '과장, 課長, 科长, 科長',
  teamHead: '팀장, 組長, 组长',
  instituteHead: '원장, 院長, 院长, 소장, 所長, 所长',
  professor: `professor, prof, professorin, professeur, professeure, profesor, profesora, professora, professore, professoressa,
    profesorka, профессор, професор, profesör, hoogleraar, أستاذ, الأستاذ, פרופ, פרופסור, प्रोफेसर, प्रो, giáo sư, guru besar,
    ศาสตราจารย์, 교수, 教授`,
  doctor: `doctor, dr, doktor, doctora, docteur, doutor, doutora, dottor, dottore, dottoressa, доктор, лікар, врач, دكتور, الدكتور,
    الدكتورة, ד"ר, डॉ, डॉक्टर, bác sĩ, tiến sĩ, dokter, นายแพทย์, แพทย์หญิง, ดร, 박사, 의사, 博士, 医師, 医生, 醫生, 医師`,
  judge: `judge, justice, chief justice, richter, richterin, juge, juez, jueza, juiz, juíza, giudice, rechter, sędzia, судья, суддя,
    yargıç, hakim, قاضي, القاضي, שופט, שופטת, न्यायाधीश, thẩm phán, domare, ผู้พิพากษา, 판사, 대법관, 재판관, 裁判官, 判事, 法官`,
  prosecutor:
    'prosecutor, district attorney, attorney general, staatsanwalt, staatsanwältin, procureur, fiscal, promotor, procuratore, прокурор, savcı, النائب العام, 검사, 검찰총장, 検事, 检察官, 檢察官, 检察长, 檢察長',
  lawyer:
    'lawyer, attorney, counsel, anwalt, anwältin, rechtsanwalt, rechtsanwältin, avocat, avocate, abogado, abogada, advogado, advogada, avvocato, advocaat, adwokat, адвокат, avukat, محامي, المحامي, עו"ד, वकील, luật sư, pengacara, advokat, 변호사, 弁護士, 律师, 律師',
  general:
    'general, gen, lt gen, maj gen, brig gen, général, generale, generał, генерал, orgeneral, لواء, فريق, जनरल, tướng, jenderal, 장군, 대장, 中将, 将軍, 将军, 將軍, 司令, 司令官, 사령관',
  colonel:
    'colonel, col, lt col, oberst, coronel, colonnello, kolonel, pułkownik, полковник, albay, عقيد, العقيد, कर्नल, đại tá, 대령, 大佐, 上校',
  captain:
    'captain, capt, hauptmann, kapitän, capitaine, capitán, capitão, capitano, kapitein, kapitan, капитан, капітан, kaptan, yüzbaşı, कैप्टन, thuyền trưởng, kapten, 선장, 대위, 船長, 船长, 機長, 机长, 주장',
  police:
    'sheriff, police chief, inspector, detective, sergeant, sgt, officer, constable, commissioner, superintendent, kommissar, kommissarin, commissaire, comisario, comisaria, comissário, delegado, commissario, komisarz, комиссар, شرطي, निरीक्षक, 서장, 경찰서장, 경찰청장, 署長, 局长, 警官, 警长, 警長',
  spokesperson: `spokesman, spokeswoman, spokesperson, sprecher, sprecherin, porte-parole, portavoz, porta-voz, portavoce, woordvoerder,
    woordvoerster, rzecznik, rzeczniczka, представитель, пресс-секретарь, речник, речниця, sözcü, sözcüsü, المتحدث, المتحدثة, דובר, דוברת,
    प्रवक्ता, người phát ngôn, juru bicara, talesperson, talesman, โฆษก, 대변인, 報道官, 发言人, 發言人`,
  ambassador:
    'ambassador, botschafter, botschafterin, ambassadeur, ambassadrice, embajador, embajadora, embaixador, embaixadora, ambasciatore, ambasador, посол, büyükelçi, سفير, السفير, שגריר, राजदूत, đại sứ, duta besar, ambassadör, 대사, 大使',
  councillor:
    'councillor, councilor, councilman, councilwoman, council member, stadtrat, stadträtin, conseiller, conseillère, concejal, concejala, vereador, vereadora, consigliere, consigliera, wethouder, raadslid, radny, radna, советник, meclis üyesi, पार्षद, 시의원, 市議, 市議会議員',
  reporter:
    'reporter, journalist, question, q, journalistin, journaliste, periodista, jornalista, giornalista, dziennikarz, журналист, журналіст, muhabir, gazeteci, صحفي, الصحفي, صحافي, מראיין, עיתונאי, पत्रकार, nhà báo, phóng viên, wartawan, ผู้สื่อข่าว, 기자, 記者, 记者, 앵커',
  witness:
    'witness, zeuge, zeugin, témoin, testigo, testemunha, testimone, getuige, świadek, свидетель, свідок, tanık, شاهد, עד, गवाह, nhân chứng, saksi, 증인, 証人, 证人, 證人',
  moderator: 'moderator, host, interviewer, moderatorin, animateur, moderador, moderadora, 사회자, 司会, 主持人',
  monarch:
    'king, queen, könig, königin, roi, reine, rey, reina, rei, rainha, re, regina, koning, koningin, król, królowa, король, королева, kral, kraliçe, ملك, الملك, الملكة, מלך, राजा, रानी, vua, raja, kung, drottning, kungen, 국왕, 여왕, 国王, 國王, 天皇, 女王',
  heir: 'prince, princess, crown prince, prinz, prinzessin, príncipe, princesa, principe, principessa, prins, prinses, książę, принц, أمير, الأمير, राजकुमार, hoàng tử, pangeran, 왕자, 공주, 皇太子, 王子, 公主',
  pope: 'pope, papst, pape, papa, paus, papież, папа, البابا, האפיפיור, 교황, 教皇, 教宗, ローマ教皇',
  clergy:
    'bishop, archbishop, cardinal, father, fr, reverend, rev, rabbi, imam, bischof, erzbischof, kardinal, évêque, obispo, bispo, vescovo, biskup, епископ, شيخ, الشيخ, رב, 신부, 목사, 스님, 주교, 추기경, 神父, 牧師, 住職, 主教',
  teacher:
    'teacher, principal, lehrer, lehrerin, schulleiter, schulleiterin, enseignant, maestro, maestra, insegnante, nauczyciel, nauczycielka, учитель, öğretmen, معلم, المعلم, מורה, शिक्षक, giáo viên, hiệu trưởng, guru, lärare, rektor, ครู, 교사, 교장, 총장, 学長, 校長, 校长, 教師, 教师, 老师, 老師',
  coach:
    'coach, head coach, manager, trainer, trainerin, entraîneur, entrenador, entrenadora, treinador, treinadora, allenatore, trener, тренер, antrenör, مدرب, المدرب, מאמן, कोच, huấn luyện viên, pelatih, tränare, โค้ช, 감독, 코치, 監督, 教练, 教練',
  player: '선수, 選手, 选手, 球员, 球員',
}

/** Forms of address that name no office. `woman`, `man`: they part people of one surname. */
export const ADDRESS = {
  woman: `mrs, ms, miss, madam, lady, dame, frau, mme, madame, mlle, mademoiselle, señora, sra, señorita, srta, doña, dona, senhora,
    signora, sig.ra, mevrouw, mevr, mw, pani, госпожа, г-жа, пані, hanım, bayan, سيدة, السيدة, גברת, גב, श्रीमती, सुश्री, कुमारी, bà, cô, chị,
    ibu, bu, nyonya, fru, fröken, นาง, นางสาว, 여사, 女士, 小姐, 太太, 夫人`,
  man: `mr, mister, sir, lord, herr, m, monsieur, señor, sr, don, dom, senhor, signor, signore, sig, meneer, dhr, heer, pan, господин, г-н, пан,
    bey, bay, سيد, السيد, מר, श्री, ông, anh, pak, bapak, tuan, herrn, นาย`,
  anyone: '씨, 님, 氏, さん, 様, 先生, ちゃん, mx, जी, ji, sayın, คุณ',
} as const

/** Before a title: the person no longer holds it, or not yet. */
export const FORMER =
  'former, ex, then, late, acting, ehemaliger, ehemalige, früherer, frühere, ancien, ancienne, ' +
  'antiguo, antigua, antigo, antiga, expresidente, voormalig, były, była, бывший, бывшая, колишній, ' +
  'eski, السابق, לשעבר, पूर्व, cựu, mantan, förre, อดีต, 전, 전임, 前, 元'

/** Beside names only, before or behind. Most of them are also other words. */
export const RANKS = `lieutenant, lt, corporal, cpl, private, pvt, pfc, major, maj, marshal, admiral, adm, commander, cmdr, agent, special agent,
  nurse, sister, brother, engineer, dean, baroness, hon, honorable, honourable, right honourable, pastor, vice, deputy chief,
  dipl-ing, ing, mag, h c, msgr, agente, ingeniero, inspektor, leutnant, schwester, oberarzt, oberärztin,
  차장, 실장, 대리, 사원, 선생, 선생님, 형사, 경위, 경감, 간호사, 위원, 이사, 전무, 상무, 계장, 주임, 반장, 센터장, 수석, 책임, 연구원, 비서, 군, 양,
  주무관, 사무관, 서기관, 행정관, 검사장, 부장검사, 차장검사, 보좌관, 수사관, 조사관, 순경, 경장, 경사, 경정, 총경, 소령, 중령, 중위, 소위, 중사,
  비서실장, 매니저, 프로듀서, 연구위원, pd, cfo, cto, coo, accountant, det, 1st lt, 2nd lt, first lieutenant, second lieutenant, fbi agent, staff sgt,
  dr med, dr jur, dr phil, dr rer nat, dr rer pol, dr iur, dr ing, med, jur, phil, rer nat, kriminalkommissar, kriminalkommissarin,
  kriminaloberkommissar, kriminaloberkommissarin, kriminalhauptkommissar, kriminalhauptkommissarin, polizeikommissar, polizeikommissarin,
  polizeihauptkommissar, polizeihauptkommissarin, hauptkommissar, hauptkommissarin, oberkommissar, oberkommissarin, oberstaatsanwalt,
  oberstaatsanwältin, maître, me, polizist, polizistin, phdr, whistleblower, cpt, dña, dott, dottssa, avv, д-р, майор, подполковник, лейтенант, сержант, следователь,
  후보, 후보자, 예비후보, 특검, 특검보, 작가, 소설가, 배우, 가수, 단장, 특보, 감사, 하사, 병장, 주민,
  係長, 次長, 社員, 巡査, 看護師, 经理, 工程师, 护士, 處長, 处长, 主管`

/** Only behind a name. */
export const BEHIND_NAMES =
  'jr, sr, junior, senior, ii, iii, iv, phd, md, esq, mba, bsc, msc, dds, jd, llm, dphil, rn, cpa, qc, kc, ' +
  'obe, cbe, mbe, kbe, bey, hanım, जी'
