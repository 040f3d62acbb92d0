// Made by `node dist/seed/pools/make-pools.js` with @faker-js/faker 10.6.0, from its word lists alone. Not edited by hand.

/** Names by culture, each list in one text, parted by bars. */
export const pools = {
  english: {
    firstNames: `
Aaron|Abbey|Abby|Abigail|Adam|Addison|Aidan|Aiden|Alana|Alex|Alexander|Alexandra|Alexis|Ali|Alice|Alyssa|Amber|
Amelie|Amy|Andrew|Angelina|Angus|Anna|Annabelle|Anthony|Archie|Ashley|Ashton|Audrey|Ava|Bailey|Beau|Bella|
Benjamin|Blake|Caitlin|Caleb|Callum|Cameron|Charles|Charli|Charlie|Charlotte|Chase|Chelsea|Chloe|Christian|
Christopher|Claire|Claudia|Connor|Cooper|Daniel|Darcy|David|Declan|Dylan|Edward|Eli|Elijah|Eliza|Elizabeth|
Ella|Ellie|Emily|Eva|Eve|Evie|Finn|Gabriel|Gabriella|Gemma|George|Georgia|Grace|Hamish|Harrison|Harry|Hayden|
Hayley|Heidi|Henry|Holly|Hugo|Hunter|Imogen|Isaac|Isabel|Isabella|Isabelle|Isla|Ivy|Jack|Jackson|Jacob|Jade|
Jake|James|Jasper|Jayden|Jesse|Jessica|Jett|Joel|John|Jonathan|Jordan|Joseph|Joshua|Justin|Kai|Kayla|Kiara|
Lachlan|Lara|Lauren|Layla|Leah|Leo|Levi|Liam|Lillian|Lilly|Lily|Lincoln|Logan|Lola|Luca|Lucy|Luke|Mackenzie|
Maddison|Madeline|Madison|Marcus|Mason|Matilda|Matthew|Max|Maya|Mia|Michael|Mikayla|Mitchell|Molly|Natalie|
Nathan|Nicholas|Noah|Oliver|Olivia|Owen|Paige|Patrick|Phoenix|Piper|Poppy|Riley|Rose|Ruby|Ryan|Sam|Samantha|
Samuel|Sarah|Savannah|Scarlett|Sebastian|Sienna|Skye|Sofia|Sophia|Sophie|Stella|Stephanie|Summer|Tahlia|Taylor|
Thomas|Toby|Tyler|Victoria|Violet|William|Willow|Xavier|Zac|Zachary|Zara|Zoe`,
    lastNames: `
Abbott|Adams|Armstrong|Barrows|Bartoletti|Barton|Baumbach|Bayer|Beatty|Becker|Berge|Bergstrom|Bode|Botsford|
Boyle|Braun|Brown|Campbell|Carroll|Carter|Casper|Cassin|Champlin|Christiansen|Clark|Clarke|Collins|Connelly|
Conroy|Corkery|Cormier|Corwin|Cox|Cronin|Cruickshank|D'Amore|Daniel|Dare|Daugherty|Davis|Dickens|Dickinson|
Dietrich|Doherty|Dooley|Douglas|Doyle|Ebert|Edwards|Emmerich|Evans|Fahey|Farrell|Fay|Feeney|Fisher|Garden|
Gibson|Gleason|Glover|Goldner|Grady|Graham|Green|Grimes|Gutmann|Hackett|Haley|Hall|Hamilton|Hand|Hansen|Harris|
Hartmann|Harvey|Hayes|Heaney|Heathcote|Heller|Hermann|Hill|Hills|Hudson|Hughes|Hyatt|Jackson|Jacobs|Jacobson|
Jenkins|Johns|Johnson|Johnston|Jones|Kelly|Kessler|Khan|King|Klein|Koch|Kohler|Koss|Kris|Lang|Langworth|Larkin|
Lewis|Little|Lynch|Mann|Marks|Martin|Mayer|Mccullough|Mcdermott|Mclaughlin|Miller|Mills|Mitchell|Monahan|
Morrison|Moss|Mueller|Muller|Murphy|Murray|Nguyen|Nicolas|Nolan|O'Connell|O'Conner|O'Hara|O'Keefe|O'Neill|
O'Reilly|Olson|Owen|Parker|Patel|Paterson|Phillips|Price|Quinn|Reid|Reilly|Reynolds|Rice|Ritchie|Roberts|
Robinson|Rodriguez|Rohan|Rose|Ross|Russel|Rutherford|Sanford|Sauer|Schmidt|Schmitt|Schneider|Schroeder|Scott|
Shields|Smith|Smyth|Spencer|Stanton|Stark|Stewart|Stokes|Swift|Taylor|Thomas|Thompson|Thomson|Tremblay|Walker|
Walsh|Walter|Ward|Watson|Welch|West|White|Wilkinson|Williams|Williamson|Wilson|Wood|Wright`,
    companies: `
Armstrong Brothers|Bailey-Kirlin Partners|Bosco - Lee|Cox, Morrison and Bayer|Cronin - Roberts|
Crooks, Richards and Wolf|Davies Partners|Donnelly, Connelly and Kris|Grady - Murray|Hand, Mitchell and Reilly|
Hills, Hughes-Connelly and Bosco|Howell - Quinn|Jenkins - Price|Johns - Parker|Little Group|
Mcdermott, Jacobi and Welch|Mclaughlin, Davis and Monahan|O'Neill - Heathcote|Rees, Stark and Grant|
Rice, Paterson-Johnson and Bosco|Stanton, Murray and Jacobson|Stewart - Kirlin|Thompson - Connelly|
Wright Group`,
  },
  american: {
    cities: `
Ames|Anchorage|Anderson|Apple Valley|Bellingham|Berwyn|Bismarck|Broken Arrow|Carlsbad|Carson|Catonsville|
Chesterfield|Colton|Concord|Conway|Cutler Bay|Dearborn Heights|Delray Beach|Downey|Eagan|Eastvale|El Cajon|
Euclid|Glendora|Hammond|High Point|Hilo|Hoboken|Huntington Beach|Jacksonville|La Habra|Lafayette|Largo|
Leesburg|Lehi|Logan|Lynwood|Madison|Merced|Metairie|Miami Beach|Miramar|Mount Prospect|New Orleans|Newark|
Paradise|Pinellas Park|Placentia|Plantation|San Luis Obispo|Simi Valley|Southfield|State College|Summerville|
The Hammocks|Tigard|Toledo|Tuckahoe|Waukesha|West Haven`,
  },
  spanish: {
    firstNames: `
Abigail|Agustín|Alexa|Alfredo|Alicia|Ana|Beatriz|Brayan|Camila|Carlos|Carolina|Claudia|Conchita|César|Daniela|
Dorotea|Dulce María|Eduardo|Elizabeth|Ernesto|Esperanza|Estela|Ester|Eva|Francisca|Gabriel|Gloria|Gonzalo|Iker|
Inés|Irene|Isabel|Jerónimo|Joaquín|Jorge|Jose Daniel|José Emilio|José Luis|Juan Carlos|Juan Pablo|Juana|
Julio César|Kevin|Leticia|Lizbeth|Luis|Luis Miguel|Luis Ángel|Marcela|Marco Antonio|Mariano|Maricarmen|Mario|
Marisol|María Cristina|María Elena|María Luisa|María Teresa|María del Carmen|Mateo|Matías|Mayte|Micaela|Miguel|
Miranda|Mónica|Octavio|Olivia|Pablo|Paola|Ramiro|Regina|Reina|Renata|Rodrigo|Rosa|Rosa María|Rosalia|Samuel|
Saúl|Sergio|Susana|Teresa|Timoteo|Tomás|Valeria|Victor Manuel|Ximena|Yamileth|Yaretzi`,
    lastNames: `
Acevedo|Acosta|Alfaro|Altamirano|Anaya|Aparicio|Arenas|Armenta|Arroyo|Barajas|Barela|Barrientos|Caldera|
Camacho|Cantú|Carbajal|Carrero|Carrillo|Carvajal|Casillas|Ceballos|Chavarría|Cisneros|Collado|Concepción|
Corona|Coronado|Cotto|Curiel|Enríquez|Estrada|Frías|Gallardo|Gamboa|Gaytán|Gil|Girón|Gonzales|González|Gracia|
Guerrero|Guillen|Hernádez|Hinojosa|Hurtado|Jimínez|Juárez|Kamat|Kaplan|Koenig|Korta|Krasnova|Lara|Lemus|Lomeli|
Lovato|Lugo|Maestas|Martínez|Marín|Matos|Melgar|Meléndez|Molina|Monroy|Méndez|Navarrete|Nieves|Núñez|Ojeda|
Olivares|Olvera|Ordóñez|Pantoja|Peralta|Pichardo|Pizarro|Ponce|Preciado|Pérez|Quesada|Quiñónez|Rascón|Raya|
Razo|Reyna|Reynoso|Rivero|Rodríguez|Ruelas|Salcedo|Salgado|Salinas|Sanabria|Santacruz|Sedillo|Serna|Solano|
Soria|Terrazas|Torres|Téllez|Ulibarri|Ureña|Uribe|Valdivia|Valladares|Valles|Velázquez|Villagómez|Villalpando|
Villareal|Vázquez|Xiana|Yebra|Yunta|Zabaleta|Zarate|Zepeda|Zúñiga`,
  },
  vietnamese: {
    firstNames: `
Anh Thảo|Bình Định|Bích Duyên|Bích Huệ|Bích Thu|Cao Nguyên|Chung Thủy|Công Giang|Công Hoán|Diệu Nga|Duy Nhượng|
Dã Lâm|Giao Hưởng|Hoàng Hiệp|Huy Khánh|Hương Chi|Hồng Hà|Hồng Mai|Khiết Tâm|Kim Sa|Lâm Dũng|Lâm Uyên|Lê Quỳnh|
Mai Chi|Minh Huyền|Minh Tân|Mạnh Đình|Mộng Vi|Mỹ Kiều|Ngân Trúc|Ngọc Lý|Ngọc Oanh|Ngọc Sương|Nhật Lan|Quốc Hòa|
Thiên Hương|Thu Phương|Thành Lợi|Thái Hòa|Thúy Loan|Thảo Trang|Thục Uyên|Trang Anh|Trúc Quỳnh|Trường Giang|
Trường Phát|Tài Đức|Tấn Phát|Việt Huy|Việt Thi|Việt Võ|Vy Lam|Vĩnh Ân|Xuyến Chi|Xuân Nghi|Yến Trinh|Đông Nhi|
Đạt Hòa|Đắc Thái|Đức Ân`,
    lastNames: `
Bùi|Dương|Hoàng|Hà|Hồ|Lê|Lý|Mai|Nguyễn|Ngô|Phan|Phùng|Phạm|Trương|Trần|Trịnh|Tô|Tăng|Vũ|Vương|Đinh|Đoàn|Đặng|
Đỗ`,
  },
  chinese: {
    firstNames: `
丽萍|乙萍|伟诚|佳琪|俊驰|倩|健柏|兰英|凤英|呈轩|哲新|国英|国香|天宇|天磊|奕泽|婷婷|子欣|子轩|宇泽|宇航|家明|家豪|峻熙|思淼|懿轩|成|文|文韬|昊焱|明|明哲|晓博|智宸|智杰|果|桂兰|梓玥|
梓萱|楷瑞|榕融|正豪|民|沐宸|治涛|烨华|熙成|玉梅|琪|皓轩|致远|艳|远航|鑫磊|雨泽|雪|雪松|鸿煊|鹏涛|黎昕`,
    lastNames: `
丁|乔|于|侯|卢|史|叶|司徒|向|唐|孙|孟|安|岳|崔|康|慕容|方|施|杜|柳|柴|梁|段|江|汤|汪|洪|潘|牛|田|申屠|白|皇甫|石|祁|秦|程|简|罗|聂|范|莫|萧|葛|蔡|袁|诸葛|邓|邢|郑|郝|陆|
陈|韦|高|鲁|麦|黄|黎`,
  },
  japanese: {
    firstNames: `
さくら|はる|ゆかり|久子|久美子|佳奈|健|優太|優斗|優花|八重子|凛|剛|勝利|勝子|匠|千夏|千尋|和也|和子|咲良|大翔|大輝|彩|彩花|彩香|恵|恵美|悠|悠太|悠翔|悦子|愛|愛子|愛美|拓哉|文子|早紀|
朝陽|未来|桃子|樹|正|正一|正雄|洋平|浩|浩之|浩二|浩子|理恵|瑛太|由佳|由美子|百花|直人|真由美|瞳|稔|空|竜|竜也|節子|紬|結月|結菜|美優|美月|美紀|義雄|翼|聡|良子|花|花音|芳子|芽依|英樹|
莉子|菜摘|葵|裕子|誠|輝|里奈|陸斗|陽子|雄太|香織|麻衣子`,
    lastNames: `
三宅|三木|中尾|中沢|中野|丸山|丹羽|井上|今野|伊藤|内山|内田|古川|古田|吉村|吉沢|園田|土屋|土田|坂本|堀内|堀田|塚田|大久保|大城|大島|大村|大橋|大沢|安藤|宮本|小出|小原|小柳|小泉|小谷|
小野|尾崎|山下|山中|山岡|山川|岡本|岡村|岩井|島崎|川原|川田|工藤|市川|平山|平岡|平野|広瀬|志村|斎藤|日高|星|木村|本田|村田|松尾|松山|松岡|松永|桑原|桜井|梅田|森山|森川|榎本|武井|水谷|
沼田|浅野|浜田|渋谷|瀬戸|片岡|牧野|田中|田島|畠山|相沢|神田|神谷|福原|福島|福田|竹下|竹中|竹村|篠崎|篠田|米田|細川|細谷|花田|茂木|荒木|菅|藤村|藤沢|藤田|西山|西川|西本|西沢|谷川|近藤|
金井|金城|金子|鈴木|長田|長野|関口|阿部|青木|高山`,
  },
  arabic: {
    firstNames: `
آسر|أنيس|إياد|بهيج|جابر|جلال|جميل|حارث|حبيب|حسون|حمزة|خلدون|دريد|رزق|ريان|زاهر|سامح|سرحان|شريف|شفيق|شمس الدين|
شهاب|صخر|طيب|عارف|عثمان|عزام|عزمي|عوضية|فاضل|فهمي|محسن|مختار|مستعين|مصلح|معاذ|نادر|نزيه|نسيم|هاني`,
    lastNames: `
الأشراف|الخليفي|الدرقاش|الدنوني|الرصاع|الرقيق|الزوابي|السقا|الشتيوي|الشريف|الشيباني|الصفار|العطار|العلاني|
العنابي|القلشاني|المحجوب|المنيف|المولدي|النجار|النفطي|النقاش|الوحيشي|بن حسين|بن حمودة|بن عبد السلام|بن عثمان|
بن عمر|بوهاها|تومي|خنفير|زقية|سعيد|شنيق|عطالله|عنون|لخشين|نيفر|همدان|يافع`,
  },
  german: {
    firstNames: `
Aaron|Alessia|Alexander|Alexandra|Alexia|Alicia|Alisha|Alissa|Amelie|Amir|Andre|Angelina|Annabell|Ariane|
Arthur|Ayse|Ben|Benno|Bent|Bjarne|Boris|Brian|Can|Cara|Caroline|Cedric|Chantal|Chayenne|Claas|Corvin|Curt|
Danilo|Darleen|Dean|Ecrin|Edgar|Elli|Emil|Emilia|Emmely|Emmy|Erik|Fabienne|Fenja|Finnja|Florian|Frederike|
Freya|Frieda|Fynn|Gabriel|Giuliana|Greta|Hanna|Hannes|Henning|Hermine|Ian|Ibrahim|Inka|Isabelle|James|Jana|
Janine|Jannis|Jaron|Jay|Jenna|Jens|Jeremias|Jeremie|Jermaine|Joana|Joanna|Johanna|Joleen|Jolie|Josephine|
Judith|Juliane|Julien|Karim|Karl|Katharina|Keanu|Klara|Kyra|Larissa|Laurenz|Lea|Leana|Lennox|Leo|Levke|Lewin|
Lili|Lisann|Livia|Lorenz|Lorenzo|Louise|Luca|Lucian|Luiz|Lydia|Madita|Maksim|Mandy|Marian|Marleen|Marlo|
Mathilda|Mats|Matthis|Maurice|Meik|Melisa|Mert|Merve|Michael|Michelle|Mirja|Nadja|Naemi|Nathalie|Nele|Nelli|
Nia|Nicolas|Niklas|Nikolas|Nino|Nisa|Oke|Ole|Patricia|Patrick|Peter|Quirin|Rahel|Ramon|Ricardo|Robert|Romina|
Salih|Sami|Santino|Simon|Sky|Stefan|Steve|Summer|Susanne|Sydney|Tamino|Theresa|Till|Tino|Tjark|Tom|Tuana|Tyron|
Umut|Valentin|Veronika|Vivien|Wiebke|Xaver|Xenia|Zoey`,
    lastNames: `
Ackermann|Adams|Agostini|Ahlke|Apitz|Assmus|Beele|Benninger|Best|Bichler|Bienasch|Bock|Bode|Bornscheuer|
Brandenburg|Brauer|Braun|Brosch|Bruckmann|Bruns|Buder|Bultmann|Burkhardt|Busch|Carlowitz|Christ|Cleem|Damaske|
Dautzenberg|Dietzsch|Dombrowski|Dragu|Duma|Eggenmueller|Eisenlauer|Elbe|Eplinius|Esenwein|Ewald|Fleischer|
Fleischmann|Frank|Freimann|Freimuth|Friedrich|Gabler|Gamlin|Gebhardt|Geissler|Gens|Geyer|Gierisch|Goldbeck|
Goldkamp|Goldkühle|Grams|Grimm|Gruszecki|Grötzinger|Gummelt|Haferkamp|Hartmann|Hartwig|Herberger|Hermecke|
Hessek|Hiebl|Hildenbrand|Hilgendorf|Hoffman|Hoffmann|Holzdeppe|Hugo|Häber|Jahnke|Jamrozy|Kaczmarek|Kaiser|
Karhoff|Karsten|Kawohl|Kesselschläger|Klapper|Klimczak|Klinger|Kluge|Kneifel|Knippel|Knorr|Koczulla|Kohnle|
Koob|Koszewski|Krabbe|Krauel|Kraus|Krause|Kresse|Krol|Kron|Kruschinski|Kröckert|Kustermann|Kühn|Küter|Lamos|
Lange|Lausecker|Leipold|Leitheim|Lenzen|Lichtenhagen|Lichtl|Liebold|Lott|Lubina|Ludolf|Lukoschek|Mai|Marahrens|
Marchewski|Marx|Maybach|Meier|Mikitenko|Minah|Mintzlaff|Mockenhaupt|Moedl|Moeller|Moguenara|Mohr|Moritz|Moser|
Mäder|Neubauer|Neurohr|Noack|Northoff|Otto|Pajonk|Panzig|Peter|Peters|Pfeiffer|Pfingsten|Pflügner|Platzer|
Prediger|Prey|Ranftl|Rangen|Ranz|Rehwagen|Rentz|Riethmüller|Rietmüller|Rietscher|Ringer|Roba|Rokossa|Rossler|
Ryjikh|Sahner|Sander|Schenk|Scherer|Scheytt|Schielke|Schima|Schimmer|Schlangen|Schlitzer|Schnelting|
Schniedermeier|Schottmann|Schrader|Schröder|Schuhaj|Schulz|Schumacher|Schuster|Schwanbeck|Schwanitz|
Schwirkschlies|Schäffel|Schötz|Sewald|Sielemann|Skibicki|Smieja|Spielvogel|Steidl|Stenzel|Stepanov|Streese|
Strogies|Strunz|Sören|Sürth|Teichmann|Timmermann|Tittman|Tremmel|Tsamonikian|Tuschmo|Uhlemann|Umbach|Van|
Vieweg|Wachtel|Wallner|Wassiluk|Weniger|Werle|Werrmann|Wyludda|Wölpert|Zahn|Zümsande`,
    cities: `
Aalen|Arnsberg|Bad Salzuflen|Bergisch Gladbach|Berlin|Bochum|Dessau-Roßlau|Detmold|Dinslaken|Duisburg|Essen|
Flensburg|Hagen|Halle (Saale)|Hattingen|Heidelberg|Herford|Herne|Hildesheim|Kempten (Allgäu)|Kleve|Konstanz|
Langenfeld (Rheinland)|Ludwigshafen am Rhein|Lüdenscheid|Marl|Mülheim an der Ruhr|Neu-Ulm|Neuss|Neuwied|
Nürnberg|Paderborn|Potsdam|Pulheim|Rastatt|Ratingen|Recklinghausen|Remscheid|Rosenheim|Saarbrücken|
Sankt Augustin|Schwäbisch Gmünd|Solingen|Stuttgart|Trier|Tübingen|Ulm|Villingen-Schwenningen|Witten|Wuppertal`,
    companies: `
Belz AG|Bürklein, Häber und Friedenberg|Eckhardt-Poschmann|Eleyth-Schnürer|Ghosh GmbH & Co. KG|Hudak-Schreiner|
Hujo KG|Karhoff, Jakobs und Hechler|Knetsch, Günther und Heiser|Nerius-Vontein|Ochs KG|Polifka OHG|
Polizzi GmbH & Co. KG|Riedel, Krueger und Karst|Salzer-Farber|Sammert, Göbel und Brandis|Schuff GmbH & Co. KG|
Skibicki UG|Swillims-Scheuring|Wassiluk-Kappler`,
  },
  swiss: {
    firstNames: `
Alois|Angelo|Anna|Anne|Antonio|Astrid|Bruno|Charlotte|Christa|Christine|Christophe|Cornelia|Daniele|Didier|
Dominik|Elisabeth|Eric|Esther|Fabienne|Francis|Frank|Georges|Gertrud|Gérard|Heidi|Helen|Herbert|Irene|
Jacqueline|Josette|Josiane|Karl|Kurt|Liliane|Manfred|Marc|Margrith|Marion|Markus|Martin|Maurice|Nadja|Paolo|
Peter|Philipp|Pierre|Regina|Renate|Renato|René|Sandra|Simon|Stefan|Stéphanie|Suzanne|Theo|Ueli|Victor|Vreni|
Willi`,
    lastNames: `
Ackermann|Aebi|Arnold|Bader|Bauer|Baur|Berger|Bianchi|Burri|Bättig|Christen|Egli|Eichenberger|Erni|Ernst|
Eugster|Flückiger|Forster|Friedli|Gerber|Grob|Gut|Haas|Hofer|Hotz|Hürlimann|Isler|Jenni|Jost|Kaiser|Kern|
Kessler|Kunz|Lehmann|Lüthi|Marti|Martin|Meier|Meili|Moser|Näf|Ott|Pfister|Rey|Roos|Rüegg|Schaub|Schenk|
Scherrer|Schlatter|Schmidt|Schumacher|Schweizer|Schär|Schärer|Schürch|Senn|Sigrist|Spörri|Stalder|Steffen|
Steiner|Stettler|Studer|Stutz|Stöckli|Thommen|Tobler|Vogt|Walter|Wegmann|Weibel|Wettstein|Wirz|Wolf|Wyss|
Wüthrich|Zbinden|Zehnder|Zollinger`,
  },
  turkish: {
    firstNames: `
Akbörü|Akkurt|Aladağ|Alphan|Arkın|Arsıl|Arıkağan|Baltur|Balın|Baran|Barsboğa|Baybiçen|Baştar|Begil|
Bekeçarslantegin|Betemir|Bilgeçikşin|Biçek|Buyan|Buyruk|Bünül|Cangül|Ceylan|Ediz|Emine|Erkâm|Hazan|Kenan|Lale|
Melis|Mısra|Nabi|Necdet|Nükhet|Sadberk|Said|Taceddin|Tarık|Tunahan|Tutku|Umut|Vahide|Valid|Yıldız|Zübeyde|
Çabdar|İlbey|İlkben|İrtiş|Şahsuvar`,
    lastNames: `
Abacı|Abalıoğlu|Adanır|Adin|Akalın|Akar|Akkoyun|Aktan|Akçal|Akçay|Akıncı|Alnıaçık|Altan|Altun|Altıntaş|
Aslanoğlu|Avcıoğlu|Ayaz|Aybar|Aykurt|Aytekin|Açar|Basmacı|Baydar|Bayer|Bayraktar|Başer|Bekdik|Beşok|Birlik|
Boratav|Boz|Bulak|Denkel|Düşenkalkar|Ekici|Ekşioğlu|Elmastaşoğlu|Gönültaş|Güler|Güneş|Hakyemez|Işık|Kahveci|
Kara|Keskin|Kocabıyık|Koç|Koçoğlu|Koçyiğit|Kunt|Körmükçü|Köse|Köybaşı|Limoncuoğlu|Okur|Paksüt|Poyrazoğlu|
Sarıoğlu|Saygıner|Tekand|Tekelioğlu|Tokatlıoğlu|Türkdoğan|Tüzün|Çapanoğlu|Öymen|Özberk|Özbir|Şimşek`,
  },
  polish: {
    firstNames: `
Ada|Agaton|Albert|Alicja|Alwar|Amabela|Amanda|Anatol|Ansgary|Apollinary|Arnold|Arystarch|Atanazy|Aurora|
Bertram|Brajan|Cezary|Damian|Daniel|Dariusz|Dawid|Demetriusz|Edmund|Eliasz|Elwira|Emanuel|Ernest|Estera|
Eustracjusz|Filip|Florencja|Galfryd|Gloria|Greta|Henryk|Herbert|Hilarion|Ida|Irma|Jakub|Jeremi|Julia|Juliusz|
Klara|Kleopatra|Korneli|Korneliusz|Ksenia|Lea|Leila|Lidia|Lucja|Ludwik|Maria|Modest|Nadzieja|Natalia|Natan|
Nazary|Nikola|Oliwier|Onufry|Orestes|Oskar|Patrycjusz|Paula|Paweł|Penelopa|Piotr|Platon|Polikarp|Prokop|Prokul|
Roman|Ruta|Salomon|Sebastian|Serafin|Seweryn|Stefan|Stella|Sylwester|Wacław|Walentyn|Walerian|Walery|Wiktor|
Wilfryd|Zoe|Żaneta`,
    lastNames: `
Adamczyk|Adamek|Augustyniak|Banaś|Bartczak|Bartkowiak|Bartnik|Białas|Biernat|Bober|Bujak|Bąk|Dominiak|Drabik|
Dróżdż|Dudek|Dziedzic|Dąbek|Filipiak|Filipowicz|Flak|Flis|Furman|Gawlik|Gil|Golec|Gołąb|Grzegorczyk|Gąsior|
Janiak|Janus|Jóźwiak|Kacprzak|Kaczor|Kaleta|Kalisz|Kania|Kasperek|Kałuża|Kiełbasa|Kisiel|Kobus|Kopeć|Kot|Kowal|
Kołodziejczyk|Krawczyk|Kruk|Książek|Kula|Kulik|Kurek|Kłos|Maciąg|Marek|Marszałek|Marzec|Matuszak|Mazurkiewicz|
Michalak|Michałek|Mielczarek|Miller|Młynarczyk|Napierała|Niemczyk|Niemiec|Olejniczak|Pająk|Pietrzyk|Pilch|
Piotrowicz|Pluta|Ptak|Rak|Ratajczak|Robak|Skiba|Skowron|Sobczak|Sobieraj|Sokół|Sołtys|Stankiewicz|Stec|
Stefaniak|Stolarczyk|Strzelczyk|Stępień|Surma|Szczygieł|Szostak|Szymczak|Tomala|Trzeciak|Urban|Urbanowicz|
Wawrzyniak|Wilk|Wnuk|Wojtczak|Wojtkowiak|Wróbel|Wypych|Wójcik|Wójtowicz|Zych|Łukasik|Ślusarczyk|Żmuda`,
    cities: `
Augustów|Brzeszcze|Bukowno|Chodzież|Drezdenko|Giżycko|Gościno|Głogów|Głogówek|Iwonicz-Zdrój|Kleszczele|
Koronowo|Kozienice|Krapkowice|Margonin|Małogoszcz|Mirosławiec|Mirsk|Mogielnica|Mordy|Nowa Sól|Ogrodzieniec|
Ostrzeszów|Pajęczno|Polanica-Zdrój|Poręba|Prabuty|Sandomierz|Sierpc|Skalbmierz|Sulechów|Szadek|Tuliszków|
Tykocin|Wąbrzeźno|Wąsosz|Zakopane|Zgorzelec|Łomża|Żychlin`,
  },
  french: {
    firstNames: `
Abigaïl|Adrien|Adèle|Adélie|Agathe|Aimé|Alain|Alban|Alexis|Alix|Alphonse|Amandine|Ambroise|Anaël|Angèle|
Annette|Antoine|Apolline|Ariel|Arthur|Auguste|Auriane|Aurèle|Aymeric|Baptiste|Basile|Blaise|Blanche|Brieuc|
Bruno|Capucine|Carine|Caroline|Charles|Chloé|Christelle|Clara|Clotilde|Clovis|Coline|Constantin|Coraline|
Cyrille|Damien|Daniel|Danielle|Daphné|David|Denise|Dorian|Ella|Emma|Enguerrand|Ernest|Ernestine|Estelle|Fabien|
Fanny|Florent|Florian|Gabrielle|Garance|Gautier|Gaëlle|Geoffroy|Germain|Gertrude|Guillaume|Gustave|Hippolyte|
Hugues|Héloïse|Hélène|Irina|Iseult|Jonathan|Joëlle|Laurence|Laurent|Loup|Loïc|Luc|Lucie|Lucien|Léonie|Léopold|
Mahaut|Malo|Manon|Marcel|Marguerite|Marianne|Marius|Martin|Matthias|Matthieu|Maud|Maureen|Maxence|Maxime|
Mayeul|Michel|Muriel|Mélissa|Nathalie|Nicole|Noé|Oriane|Orlane|Paul|Philippe|Philippine|Pierre|Priscille|
Raymond|Romane|Ronan|Rose|Samuel|Soline|Stéphane|Suzanne|Tancrède|Tatiana|Tim|Tiphaine|Tristan|Valentin|
Valentine|Vianney|Victor|Vincent|Virginie|Xavier|Yves|Yvette|Yvonne|Zoé|Édouard|Étienne`,
    lastNames: `
Adam|Andre|Arnaud|Aubert|Aubry|Barbier|Baron|Barre|Benoit|Bernard|Bertrand|Blanc|Blanchard|Bourgeois|Boyer|
Breton|Brun|Caron|Carpentier|Carre|Charles|Charpentier|Chevalier|Clement|Colin|Collet|Cousin|David|Denis|
Dubois|Dufour|Dumas|Dumont|Dupont|Dupuis|Dupuy|Durand|Duval|Fabre|Faure|Fernandez|Fleury|Fontaine|Fournier|
Francois|Gaillard|Garcia|Gauthier|Gautier|Gerard|Girard|Giraud|Gonzalez|Guerin|Guillaume|Guillot|Guyot|Henry|
Hubert|Huet|Jacquet|Jean|Joly|Julien|Lacroix|Laine|Lambert|Laurent|Leclerc|Leclercq|Lecomte|Lefebvre|Legrand|
Lemaire|Lemoine|Leroy|Lopez|Louis|Lucas|Maillard|Marchal|Marchand|Marie|Martin|Martinez|Marty|Masson|Mathieu|
Menard|Mercier|Meunier|Meyer|Michel|Moreau|Morel|Morin|Moulin|Muller|Nguyen|Nicolas|Noel|Olivier|Paris|Paul|
Perez|Perrin|Perrot|Petit|Philippe|Picard|Pierre|Poirier|Pons|Prevost|Remy|Renard|Renaud|Renault|Rey|Richard|
Riviere|Robert|Robin|Roche|Rodriguez|Roger|Rolland|Rousseau|Roussel|Roux|Roy|Royer|Sanchez|Schmitt|Schneider|
Simon|Thomas|Vasseur|Vidal|Vincent`,
    cities: `
Ajaccio|Antibes|Antony|Aulnay-sous-Bois|Bordeaux|Boulogne-Billancourt|Caen|Calais|Cayenne|Chambéry|
Champigny-sur-Marne|Clichy|Colmar|Colombes|Courbevoie|Dunkerque|Grenoble|Issy-les-Moulineaux|La Rochelle|
Marseille|Metz|Montauban|Montpellier|Mulhouse|Nancy|Nanterre|Neuilly-sur-Seine|Noisy-le-Grand|Nîmes|Pau|
Perpignan|Reims|Roubaix|Rouen|Rueil-Malmaison|Saint-Maur-des-Fossés|Saint-Pierre|Sarcelles|Strasbourg|Toulouse|
Tours|Versailles|Villeneuve-d'Ascq|Villeurbanne|Vénissieux`,
    companies: `
Adam SCA|Benoit SA|Berger et Leroy|Chevalier et Laine|David EI|Dupuy EI|Faure SEM|Faure et Leclercq|
Jacquet GIE|Lefebvre SA|Martinez SEM|Muller et Nicolas|Paul et Charpentier|Pierre SEM|Rey GIE|Roche SCA|
Rolland et Leroux|Rousseau et Schmitt|Royer SCA|Sanchez SCA`,
  },
  indian: {
    firstNames: `
Aadi|Aadinath|Aaditya|Aadrika|Aagney|Aalok|Aaryan|Aasa|Achyut|Agnivesh|Aishani|Akshainie|Akshata|Amaranaath|
Ambar|Amogh|Anala|Anand|Anand Swarup|Ananta|Anish|Anjushree|Anshula|Anurag|Archan|Arindam|Arjun|Aslesha|
Avadhesh|Ayushmati|Bala|Balagovind|Bandhu|Bankim|Basanti|Bhaaswar|Bhadrak|Bhagwati|Bharat|Bhavani|Bhaves|
Bheeshma|Bhilangana|Bhima|Bhishma|Bhoj|Bhudeva|Bhuvanesh|Chaaruchandra|Chandan|Chandraayan|Chandrakin|
Chandramauli|Chandran|Chandranath|Chidaatma|Daevika|Dandak|Darshwana|Dayaanidhi|Deeksha|Deepali|Deeptanshu|
Devadatt|Devani|Devesh|Dhaanyalakshmi|Dhara|Dhyanesh|Digambara|Dinakar|Dinesh|Diptendu|Divya|Draupadi|Dron|
Drona|Durga|Enakshi|Esha|Gajabahu|Gajadhar|Gatik|Gauranga|Geetanjali|Gemine|Gopi|Goswami|Govinda|Himadri|
Hiranmaya|Hiranya|Jagadish|Jay|Jaya|Jyotsana|Kalyani|Kanishka|Kannen|Kanti|Karan|Karthik|Kashyap|Kirti|
Krishnadas|Lai|Lakshmidhar|Laxman|Maheswar|Mandaakin|Mangalya|Meghnad|Menka|Mohana|Narayan|Narinder|Nikita|
Ojaswini|Paramartha|Parvati|Pramila|Pran|Prasad|Prayag|Priyala|Rajendra|Rakesh|Ramesh|Rameshwar|Ranjit|Rudra|
Rukmin|Sanya|Sarala|Sharmila|Shashikala|Shobhana|Surya|Suryakantam|Tejas|Udit|Vaidehi|Vaishnavi|Vasanti|
Vasundhara|Veda|Vedang|Vidhya|Vinay|Vishnu`,
    lastNames: `
Abbott|Achari|Acharya|Agarwal|Ahuja|Arora|Asan|Bandopadhyay|Banerjee|Bhat|Bhattacharya|Bhattathiri|Butt|
Chattopadhyay|Desai|Deshpande|Devar|Dhawan|Dubashi|Dutta|Embranthiri|Ganaka|Gandhi|Gill|Gowda|Guha|Guneta|
Gupta|Iyengar|Iyer|Jain|Jangid|Jha|Johar|Joshi|Kakkar|Kaniyar|Kapoor|Kaul|Kaur|Khan|Khanna|Kocchar|Mahajan|
Malik|Marar|Mehrotra|Menon|Mishra|Mukhopadhyay|Naik|Nair|Nambeesan|Namboothiri|Nayar|Nehru|Pandey|Panicker|
Patel|Patil|Pilla|Pillai|Pothuvaal|Prajapat|Rana|Reddy|Saini|Sethi|Shah|Sharma|Shukla|Sinha|Somayaji|Suthar|
Tagore|Talwar|Tandon|Varma|Varman|Varrier`,
    cities: `
Adoni|Bettiah|Bhopal|Chandigarh|Chhapra|Chirkunda|Dhubri|Guwahati|Hajipur|Hardwar|Itarsi|Kendrapara|Kurnool|
Ladnu|Lalganj|Lanka|Mahad|Mahalingapura|Medinipur|Mokameh|Mudhol|Namakkal|Nandurbar|Nepanagar|New Delhi|Nirmal|
Niwari|Palghar|Pali|Palladam|Pattamundai|Patti|Pauni|Pen|Pilani|Rajnandgaon|Rajula|Rawatbhata|Safidon|Shillong|
Sidlaghatta|Siruguppa|Sujanpur|Taliparamba|Thammampatti|Tirunelveli|Tirwaganj|Todaraisingh|Urmar Tanda|Vita`,
  },
  nigerian: {
    firstNames: `
Abimbola|Abisola|Adedayo|Akande|Akunna|Alade|Aminu|Augustina|Ayinde|Banji|Cherechi|Chiamaka|Chinedu|Chisom|
Damilare|Ebiere|Efe|Emeka|Emmanuel|Esse|Fatima|Funmilade|Gbeminiyi|Ifeanyichukwu|Ikhidie|Isioma|Jolayemi|
Kayode|Lola|Lolade|Makinwa|Mohammed|Nnamdi|Obioma|Olaide|Olufunmi|Oluwunmi|Omawunmi|Rasheedah|Remilekun|
Sekinat|Shalewa|Sname|Titi|Titilayo|Toke|Toluwani|Tope|Uzodimma|Yusuf`,
    lastNames: `
Abiodun|Abosede|Adaobi|Adewura|Adeyemo|Afunku|Agnes|Akeem-omosanya|Aremu|Babatunde|Bamisebi|Chibike|
Ebubechukwu|Egbochukwu|Esther|Gbogboade|Grace|Isaac|Israel|Jamiu|Latifat|Lawal|Maryjane|Mayowa|Mobolaji|Motalo|
Mukaram|Ngozi|Nwuzor|Obianuju|Okunola|Oladeji|Olubunmi|Olutola|Omolara|Omowale|Onyinyechukwu|Opeyemi|Saheed|
Salami|Samuel|Sanusi|Sarah|Sekinat|Sulaimon|Taiwo|Tella|Temitope|Tolulope|Wuraola`,
  },
  norwegian: {
    firstNames: `
Adrian|Aksel|Andrea|Andreas|Aurora|Camilla|Daniel|Elias|Eline|Elise|Erik|Fredrik|Hanna|Hedda|Herman|Ida|Jakob|
Jenny|Joakim|Johannes|Julie|Jørgen|Kaja|Kasper|Kristian|Kristine|Leah|Lucas|Madeleine|Maja|Malin|Maria|Marius|
Marte|Martin|Mathilde|Mats|Mia|Nora|Oda|Ole|Selma|Silje|Simen|Sondre|Sunniva|Theodor|Tuva|Vilde|William`,
    lastNames: `
Aalerud|Aas|Aasen|Andersen|Andresen|Arnesen|Bakke|Berg|Berge|Berntsen|Bjørnstad|Dahl|Danielsen|Eriksen|Finstad|
Fjeld|Fossum|Fredriksen|Gundersen|Hagen|Halvorsen|Hansen|Haugen|Henriksen|Holm|Jacobsen|Jakobsen|Jensen|
Johannessen|Johansen|Johnsen|Jørgensen|Karlsen|Kleven|Kristiansen|Kristoffersen|Kvarme|Lie|Lunde|Løken|Moe|
Moen|Myhrer|Nguyen|Nielsen|Nilsen|Nordby|Nordskaug|Nygård|Olstad|Pettersen|Rasmussen|Ryan|Røed|Skuterud|
Smedsrud|Smogeli|Solheim|Solli|Stensrud|Strand|Sæther|Tangen|Thoresen|Torgersen|Torp|Vedvik|Vegge|Østby|Østli`,
  },
} as const;

/** SHA-256 of the pools as printed above: another faker gives other names, and with them another history. */
export const poolsHash = "a2be1ae30c5f63d7052897bf0dbe3b7edbeee85ea08fa5f1ba4998bfaa673473";
