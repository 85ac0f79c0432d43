/**
 * Towns and firms that are family names, too: data to read and extend. One behind an office (“Director Essen”) is
 * sought only with it, one behind a form of address (“Frau Essen”) always. A name that is more often a person’s stays
 * out: a name that left cannot be taken back.
 */

export const TOWNS = `aachen, augsburg, bielefeld, bochum, bonn, brandenburg, braunschweig, bremen, chemnitz, cottbus,
  darmstadt, dortmund, dresden, duisburg, düsseldorf, erfurt, erlangen, essen, flensburg, frankfurt, freiburg, fürth,
  gelsenkirchen, gera, gießen, göttingen, halle, hamburg, hanau, hannover, heidelberg, heilbronn, hildesheim, jena,
  kaiserslautern, karlsruhe, kassel, kiel, koblenz, köln, krefeld, landshut, leipzig, leverkusen, lübeck, ludwigsburg,
  ludwigshafen, lüneburg, magdeburg, mainz, mannheim, moers, münchen, münster, neuss, nürnberg, oberhausen, offenbach,
  oldenburg, osnabrück, paderborn, passau, pforzheim, potsdam, ratingen, regensburg, remscheid, reutlingen, rostock,
  saarbrücken, salzgitter, schwerin, siegen, solingen, speyer, stuttgart, trier, tübingen, ulm, weimar, wiesbaden,
  wolfsburg, worms, wuppertal, würzburg, zwickau, salzburg, innsbruck, graz, basel, genf, luzern, lausanne, bayern,
  hessen, sachsen, thüringen, schlesien, amsterdam, rotterdam, utrecht, antwerp, antwerpen, ghent, bruges, copenhagen,
  stockholm, oslo, helsinki, reykjavik, warsaw, prague, budapest, bucharest, athens, lisbon, porto, dublin, belfast,
  cardiff, swansea, edinburgh, glasgow, aberdeen, birmingham, manchester, liverpool, leeds, sheffield, bristol,
  nottingham, leicester, coventry, brighton, plymouth, southampton, portsmouth, norwich, exeter, ipswich, luton,
  burnley, wigan, sunderland, middlesbrough, newcastle, marseille, toulouse, nantes, strasbourg, bordeaux, lille,
  rennes, reims, metz, dijon, grenoble, nîmes, cannes, calais, dunkirk, limoges, amiens, caen, rouen, brest, barcelona,
  valencia, zaragoza, bilbao, pamplona, oviedo, gijón, cádiz, jaén, huelva, ávila, segovia, teruel, huesca, logroño,
  badajoz, cáceres, turin, genoa, bologna, trieste, bari, naples, venice, melbourne, brisbane, adelaide, perth, hobart,
  auckland, christchurch, toronto, montreal, vancouver, calgary, edmonton, winnipeg, ottawa, halifax, philadelphia,
  pittsburgh, cincinnati, indianapolis, minneapolis, milwaukee, detroit, memphis, nashville, atlanta, seattle, tampa,
  miami, omaha, tulsa, tucson, buffalo, baltimore, raleigh, louisville, lima, bogotá, caracas, quito, havana,
  montevideo, brasília, singapore, jakarta, manila, hanoi, bangkok, taipei, dubai, doha, cairo, nairobi, lagos, accra,
  dakar, tunis, algiers, tripoli, baghdad, tehran, kabul, damascus, beirut, jerusalem, ankara, istanbul,
  portland, chicago, tokyo, osaka, beijing, shanghai, moscow, kyiv, delhi, mumbai, busan, daegu, vienna, wien, zürich, geneva, brussels`

export const FIRMS = `bayer, bosch, dell, renault, peugeot, citroën, michelin, carrefour, danone, hermès, chanel,
  daimler, audi, volkswagen, beiersdorf, haribo, zeiss, dräger, lufthansa, fresenius, boehringer, tchibo, aldi, lidl,
  rewe, nestlé, novartis, philips, heineken, unilever, lloyds, sainsbury, tesco, cadbury, ford, chrysler, cadillac,
  lockheed, raytheon, northrop, citigroup, wrigley, kroger, walmart, intel, apple, oracle, netflix, facebook, twitter,
  uber, airbnb, paypal, spotify, adidas, puma, fiat, lancia, maserati, lamborghini, olivetti, gucci, mitsubishi, mazda,
  subaru, nissan, honda, hitachi, toshiba, fujitsu, panasonic, nintendo, iberdrola, santander, telefónica, inditex,
  gazprom, rosneft, aramco, huawei, amazon, boeing, google, siemens, tesla, toyota,
  ferrari, porsche, benz, nike, disney`
