/**
 * Our own subjects, two levels deep, and the official codes that fall into each.
 *
 * Codes are written as prefixes, the longest one wins: FORMACODE "31006" beats "310" beats nothing. The first three
 * digits of a FORMACODE name its semantic field (310 is informatique), so that one field is one prefix and its
 * exceptions stand beside the subject they belong to. Diplomas (51 to 56), publics (80) and training methods (94 to
 * 99) are no subjects and map to nothing.
 */
export interface Subject {
  /** "business" or "business.project-management"; never changes once published. */
  readonly id: string;
  /** The top subject; absent for a top subject. */
  readonly parent?: string;
  /** FORMACODE prefixes, 2 to 5 digits (thesaurus of Centre Inffo). */
  readonly formacode: readonly string[];
  /** ISCED-F 2013 prefixes: 2 digits (broad), 3 (narrow) or 4 (detailed). */
  readonly iscedF: readonly string[];
  /** NSF specialities, 2 or 3 digits. */
  readonly nsf: readonly string[];
  /** ROME: letter and 2 digits (professional domain), or a whole card. */
  readonly rome: readonly string[];
}

interface Codes {
  readonly fc?: string;
  readonly isced?: string;
  readonly nsf?: string;
  readonly rome?: string;
}

const list = (codes: string | undefined): readonly string[] => (codes ? codes.trim().split(/\s+/) : []);

const subject = (id: string, codes: Codes, parent?: string): Subject => ({
  id,
  ...(parent === undefined ? {} : { parent }),
  formacode: list(codes.fc),
  iscedF: list(codes.isced),
  nsf: list(codes.nsf),
  rome: list(codes.rome),
});

const branch = (top: string, codes: Codes, below: Readonly<Record<string, Codes>>): readonly Subject[] => [
  subject(top, codes),
  ...Object.entries(below).map(([name, own]) => subject(`${top}.${name}`, own, top)),
];

/** Every subject, each top subject before its own. The order is the order of display. */
export const subjects: readonly Subject[] = [
  ...branch(
    'computing',
    { fc: '310', isced: '06', nsf: '326', rome: 'M18' },
    {
      programming: { fc: '308 31088 31097 31098', isced: '0613', rome: 'M1805' },
      'web-mobile': { fc: '30831 30857 30867 30910 30920 30921 30931 46270 46271', rome: 'E1104' },
      'software-engineering': {
        fc: '31038 31043 31049 31057 31067 31068 31069 31084 31085 31087 31093 31094 31095 31096 46374',
      },
      'computer-science': { fc: '11014 31003 31073 31077' },
      databases: { fc: '30887 30972 30973 30982 30983 30992 30993 30994 31042', isced: '0612' },
      networks: {
        fc: '242 30980 30981 30990 31001 31002 31011 31020 31021 31032 31034 31041 31050 31051 31080 31081',
        rome: 'M1801 M1810 I1401 I1307',
      },
      cybersecurity: { fc: '31006 24293' },
      cloud: { fc: '24284' },
      'office-software': { fc: '309 31018 31091', isced: '0611' },
    },
  ),
  ...branch(
    'data',
    {},
    {
      'data-analysis': { fc: '30943 30964', rome: 'M1403' },
      'data-science': {},
      'artificial-intelligence': { fc: '31019 31028 31029' },
      'data-engineering': { fc: '31052' },
    },
  ),
  ...branch(
    'business',
    { isced: '04', nsf: '310' },
    {
      management: { fc: '320 13115 13175 13187 13196 30963 30974 46342', isced: '0413', rome: 'M13 M14' },
      leadership: { fc: '32001 32002 32010 32020 32030 32032 32040 32042 32050' },
      'project-management': { fc: '30901 30912 31672 32035 32036 32045' },
      entrepreneurship: { fc: '32043 32047 32062 32070 32097 31648' },
      'human-resources': { fc: '330 13113', nsf: '315', rome: 'M15' },
      'office-administration': { fc: '350', isced: '0415', nsf: '324', rome: 'M16' },
      'international-trade': { fc: '342' },
    },
  ),
  ...branch(
    'marketing',
    { nsf: '320', rome: 'E11 M17' },
    {
      'digital-marketing': { fc: '34093 34530', rome: 'E1101' },
      'marketing-strategy': { fc: '340', isced: '0414', rome: 'M1701 M1703 M1705' },
      sales: {
        fc: '345 34026 34027 34037 34056 34058 34076 34078 34085 34088',
        isced: '0416',
        nsf: '312',
        rome: 'D11 D12 D13 D14 D15 M1704 M1707',
      },
      communication: { fc: '34074 46210 46220 46221 46232 46240 46241 46242 46255', rome: 'E1103 E1107' },
      journalism: {
        fc: '46305 46306 46307 46309 46325 46326 46327',
        isced: '0321',
        nsf: '321',
        rome: 'E1106',
      },
      information: { fc: '463', isced: '0322', nsf: '325', rome: 'K16' },
    },
  ),
  ...branch(
    'finance',
    { rome: 'M12' },
    {
      economics: { fc: '131 13057', isced: '0311', nsf: '122' },
      accounting: {
        fc: '133 30903 30904 30905 30924 32632 32646 32663 32667 32669 32679 32682 32684 32688 32689 32691 32692 32694 32695 32696 32697',
        isced: '0411',
        nsf: '314',
        rome: 'M1202 M1203',
      },
      'corporate-finance': { fc: '326', rome: 'M1201 M1204 M1205 M1207' },
      investment: { fc: '41003 41011 41014 41023 15008', rome: 'C13' },
      'banking-insurance': { fc: '410', isced: '0412', nsf: '313', rome: 'C11 C12' },
    },
  ),
  ...branch(
    'law',
    { fc: '132', isced: '042', nsf: '345', rome: 'K19' },
    {
      'civil-public-law': { fc: '13218 13219 13237 13239 13249 13266 13274 13275 13285 13295 13296' },
      'business-law': {
        fc: '13207 13250 13251 13252 13256 13258 13260 13261 13262 13263 13270 13271 13272 13273 13280 13281 13288 13291 13292 13299',
      },
      'labour-law': { fc: '13201 13202 13204 13205 13213 13214 13220 13222 13234' },
      'digital-law': { fc: '13243 13245 13253' },
      'international-law': { fc: '13231 13267 13268 13269 13277 13278 13279 13287 13298' },
      'public-administration': {
        fc: '13012 13021 13030 13032 13041 13110 13121 13209',
        nsf: '340',
        rome: 'K14 K15',
      },
      security: {
        fc: '42801 42805 42806 42808 42810 42820 42822 42824 42826 42829 42837 42838 42850 42870 42872 42880 42883',
        isced: '103',
        nsf: '344 346',
        rome: 'K17 K25',
      },
    },
  ),
  ...branch(
    'society',
    { fc: '14254 14256', isced: '03', nsf: '120' },
    {
      sociology: {
        fc: '14224 14235 14258 14269 14277 14279 14284 14286 14293 14295 14297 14299',
        isced: '0314',
        nsf: '123',
        rome: 'K24',
      },
      psychology: { fc: '144', isced: '0313', nsf: '124' },
      'political-science': { fc: '130 13192', isced: '0312', nsf: '128' },
      geography: { fc: '14223 12205 12207 12225 12232 12252 24277 24289 12523', nsf: '121' },
      'world-regions': { fc: '61 62 63 64 65' },
    },
  ),
  ...branch(
    'humanities',
    { fc: '142 15058 15059', isced: '022 02', nsf: '130' },
    {
      history: { fc: '14208 14227 14229', isced: '0222', nsf: '126' },
      philosophy: { fc: '14220 14221 14231 14232', isced: '0223', nsf: '127' },
      literature: { fc: '14261 14270 15021', isced: '0232', nsf: '131 135' },
      religion: { fc: '14241', isced: '0221' },
      linguistics: { fc: '14272 14290 15231 15241', nsf: '125' },
      heritage: { fc: '14207 14215 14216 14238 45038 46338', nsf: '342' },
    },
  ),
  ...branch(
    'languages',
    { fc: '15254', isced: '023', nsf: '136' },
    {
      english: { fc: '15203 15204 15205 15206 15213 15214 15234' },
      french: { fc: '15217 15226 15235' },
      spanish: { fc: '15207 15209 15219 15227 15228 15229' },
      portuguese: { fc: '15208 15218' },
      german: { fc: '15287 15288 15289 15297 15298 15299' },
      italian: { fc: '15236 15237 15238 15239 15247 15248' },
      russian: { fc: '15283 15294' },
      chinese: { fc: '15212' },
      'japanese-korean': { fc: '15210 15220' },
      arabic: { fc: '15259' },
      'other-languages': { fc: '152' },
    },
  ),
  ...branch(
    'arts',
    { fc: '45054', isced: '021' },
    {
      music: { fc: '45072 45073 45082 45083 45093 45094 45583 45592 45595', isced: '0215', nsf: '133' },
      'visual-arts': { fc: '450', isced: '0213', nsf: '132', rome: 'B1101' },
      'performing-arts': {
        fc: '45001 45002 45003 45010 45020 45022 45034 45040 45042 45050 45052 45060 45071 45080 45090 45091 32096',
        nsf: '134',
        rome: 'L11 L12 L13 L14 L15',
      },
      'film-photography': { fc: '462 24276', isced: '0211', nsf: '323', rome: 'E1201' },
      'graphic-design': {
        fc: '460 30906 30907 30916 30917 30938 30946 30955 30975 30976 30984 30985 30986 30995 30997',
        nsf: '322',
        rome: 'E12 E13 E1205',
      },
      'animation-games': { fc: '46251 46257 46258 46260 46262 46276' },
      'interaction-design': {},
      'fashion-interiors': {
        fc: '45005 45006 45014 45015 45018 45019 45027 21627 21752 21771 21775 21783 21788 21794 21796 21798',
        isced: '0212',
        rome: 'B1301 B1803 B1805',
      },
    },
  ),
  ...branch(
    'mathematics',
    { fc: '110', isced: '0541', nsf: '114' },
    {
      algebra: { fc: '11058 11067 11069 11076 11085 11094 11095 11097' },
      calculus: { fc: '11071 11080 11082 11091' },
      statistics: { fc: '11006 11007 11016 11017 11018 11029 11036 11037 11038 11045 11057', isced: '0542' },
      'applied-mathematics': { fc: '11001 11002 11020 11022 11025 11031 11033 11040 11050 11052' },
    },
  ),
  ...branch(
    'science',
    { isced: '05', nsf: '110 111 112' },
    {
      physics: { fc: '114', isced: '0533', nsf: '115' },
      chemistry: { fc: '115 11401 11410 11411 11434 11441', isced: '0531', nsf: '116' },
      biology: { fc: '120', isced: '051', nsf: '113 118' },
      astronomy: { fc: '11474 11494' },
      'earth-science': { fc: '122', isced: '0532', nsf: '117' },
    },
  ),
  ...branch(
    'environment',
    { fc: '125', isced: '052' },
    {
      climate: {},
      biodiversity: {
        fc: '12526 12529 12538 12539 12547 12549 12556 12558 12569 12589',
        isced: '0522',
        nsf: '213',
      },
      sustainability: { fc: '12514 12518 12573 12576 12578 12584 12585 12586 12598 13061', isced: '0521' },
      'water-waste': {
        fc: '12510 12520 12530 12532 12540 12541 12550 12560 12562 12570 12580 12582 12591 12592 12593 31782',
        isced: '0712 1021',
        nsf: '343',
        rome: 'K23',
      },
    },
  ),
  ...branch(
    'engineering',
    { isced: '07 071', nsf: '20 250' },
    {
      mechanics: {
        fc: '235 23650 23654 23661 23662 23663 23670 23673 23680 23681 23692 30914 30915 30918 30925 30926 30935 30945 31601 31622 31676 31684 31685 31686 31695 31696',
        isced: '0715',
        nsf: '251',
        rome: 'H12',
      },
      electrical: { fc: '240 243', isced: '0714', nsf: '255', rome: 'H26' },
      robotics: { fc: '244', nsf: '201' },
      aerospace: { fc: '23594 23613 23624 23641', nsf: '253' },
      materials: { fc: '228', isced: '0722 0711', nsf: '223 224' },
      energy: { fc: '241 12248', isced: '0713', nsf: '227' },
    },
  ),
  ...branch(
    'construction',
    { fc: '222', isced: '073', nsf: '230' },
    {
      architecture: {
        fc: '12503 12504 12505 12512 12534 13229 22212 22214 22223 22252 45009',
        isced: '0731',
        nsf: '341',
        rome: 'F11',
      },
      'civil-engineering': { fc: '220', isced: '0732', nsf: '231', rome: 'F12 F13' },
      'building-trades': { fc: '223 224', nsf: '232 233', rome: 'F15 F16 F17' },
      'building-services': { fc: '226', rome: 'F1602 F1603 I1308' },
      'real-estate': { fc: '421 13246 13286 13297', rome: 'C15' },
    },
  ),
  ...branch(
    'industry',
    { nsf: '220', rome: 'H11' },
    {
      production: { fc: '313 316', rome: 'H14 H15 H25' },
      maintenance: {
        fc: '236 24374 31603 31604 31605 31624 31625 31633 31635',
        isced: '0716',
        nsf: '252',
        rome: 'I1 H13',
      },
      metalwork: { fc: '230 24404 24406 24407 24413 24425', nsf: '254', rome: 'H27 H29' },
      'process-industries': {
        fc: '22818 22819 22828 22839 22867 22869 22879 22884 22885 22895 22896 22897 22898 22899 23001 23002 23007 23010 23011 23012 23021 23031 23092 12237',
        isced: '0724',
        nsf: '222 225 226',
        rome: 'H23 H28 H31 H32 H33 H34',
      },
      textiles: { fc: '216 217 218', isced: '0723', nsf: '24', rome: 'H24 B15 B18' },
      crafts: {
        fc: '455 45007 45029 22881 22890 21203',
        isced: '0214',
        nsf: '234',
        rome: 'B11 B12 B13 B14 B16 B17 H22',
      },
      'workplace-safety': { fc: '428 24132 11559 11567', isced: '1022', rome: 'H1302' },
    },
  ),
  ...branch(
    'health',
    { isced: '09 091', nsf: '331', rome: 'J1' },
    {
      medicine: { fc: '430', isced: '0912', rome: 'J11' },
      nursing: { fc: '434', isced: '0913', rome: 'J15 J13' },
      'public-health': { fc: '13038 43009 43417 43426 43432 43434 43435 44074' },
      pharmacy: { fc: '11530 11541 43002 43006 43026', isced: '0916' },
      'mental-health': {
        fc: '14406 14407 14414 14426 14428 14435 14447 14456 14469 14475 14477 14489 43048 43431 44012',
      },
      nutrition: { fc: '43070 43440 21516' },
      'allied-health': {
        fc: '21859 43003 43004 43005 43013 43015 43024 43025 43418 43437 43460 43470 43472 43480 43484 43485 43486 43490 43491 43493 43494 43495 43497 43476',
        isced: '0911 0914 0915 0917',
        rome: 'J12 J14',
      },
    },
  ),
  ...branch(
    'care',
    { isced: '092', nsf: '330 332', rome: 'K12' },
    {
      'social-work': { fc: '440', isced: '0923', rome: 'K11' },
      childhood: {
        fc: '44006 44030 44032 44041 44042 44049 44050 44051 44052 43439',
        isced: '0922',
        rome: 'K1303',
      },
      'ageing-disability': {
        fc: '14289 44004 44005 44019 44022 44024 44028 44039 44079 44089',
        isced: '0921',
        rome: 'K13',
      },
      beauty: {
        fc: '42001 42020 42030 42032 42040 42050 42052 42060 42061 42062',
        isced: '1012',
        nsf: '336',
        rome: 'D1202 D1208',
      },
      'household-services': { fc: '420 12094', isced: '1011', nsf: '422 423', rome: 'K22' },
    },
  ),
  ...branch(
    'education',
    { isced: '01', nsf: '333' },
    {
      pedagogy: { fc: '445', isced: '0111', rome: 'K2107 K2106' },
      'digital-learning': { fc: '44560 44573 44580 44582 44584 44593' },
      'adult-training': {
        fc: '44508 44517 44528 44529 44536 44538 44539 44548 44549 44557 44559 44569 44577 44579 44586 44587 44588 44589 44595 45085 35004',
        rome: 'K21',
      },
      'education-policy': { fc: '13092' },
    },
  ),
  ...branch(
    'personal-development',
    { fc: '150', isced: '00', nsf: '41' },
    {
      communication: { fc: '15000 15002 15003 15004 15005 15006 15010 15011 15012 15016 15034', nsf: '413' },
      productivity: { fc: '15066 15068 15098 15099', nsf: '414' },
      wellbeing: { fc: '14449 15013 15017 15075 15078 15079 15097' },
      'study-skills': { fc: '15001 15036 15073 15084 15089 15093 15094 15096' },
      career: { fc: '15031 15048 15061 15062 15070 15081 15091', nsf: '415' },
      'basic-skills': { fc: '15030 15040 15041 15043 15050', isced: '001 002', nsf: '411 412' },
    },
  ),
  ...branch(
    'hospitality',
    { isced: '101' },
    {
      tourism: { fc: '426 12516 13168', isced: '1015', rome: 'G11 G12 G13' },
      'hotels-restaurants': { fc: '427', isced: '1013', nsf: '334', rome: 'G14 G15 G17 G18' },
      cooking: {
        fc: '21508 21519 21528 21529 21538 21539 21576 42701 42704 42705 42708 42710 42712 42720 42730 42740 42742 42752 42760 42773 42780 42782 42791',
        rome: 'G16 D1102 D1104',
      },
      wine: { fc: '21501 21510 21511 21512 21520 21532 21540 42723 42739 34513' },
    },
  ),
  ...branch(
    'agriculture',
    { fc: '210', isced: '08', nsf: '210' },
    {
      crops: { fc: '212', isced: '0811', nsf: '211', rome: 'A11 A13 A1416' },
      livestock: {
        fc: '12021 21008 21015 21017 21018 21019 21026 21029 21039 21049 21056 21058 21069 21075 21078 21085 21086 21088 21089 21097 21099 42003 42004 42025',
        isced: '0841',
        nsf: '212',
        rome: 'A14 A15',
      },
      landscaping: {
        fc: '21228 21239 21249 21256 21276 21277 21279 21289 21297 21298 21299',
        isced: '0812',
        nsf: '214',
        rome: 'A12',
      },
      'forestry-fishing': { fc: '213 21274 21285 21294 21295 21296', isced: '0821 0831' },
      'food-industry': { fc: '215', isced: '0721', nsf: '221', rome: 'H21' },
    },
  ),
  ...branch(
    'transport',
    { isced: '104', nsf: '311', rome: 'N' },
    {
      logistics: {
        fc: '317 31660 31663 31697 31698 31834 31836 31837 31839 31844 31845 31847 31856 31858 31859 34002 34003 34005 34018 34022 34024 34287',
        rome: 'N11 N12 N13 M11',
      },
      'road-transport': { fc: '318', rome: 'N41 N42' },
      'air-sea-rail': {
        fc: '31769 31779 31840 31842 31850 31861 31866 31867 31869 31870 31872 31876 31879 31880 31883 31886 31887 31888 31889 31890 31891 31892 31893 31898 31899',
        rome: 'N2 N3 N43',
      },
    },
  ),
  ...branch(
    'sport',
    { isced: '1014', nsf: '335', rome: 'G1204' },
    {
      'sports-practice': { fc: '154', nsf: '421' },
      'sports-coaching': { fc: '15435 15436 15447 15448 15457 15459 15466' },
      fitness: { fc: '15450 15452 15477 15498' },
      leisure: { fc: '15009 15019 15029 15038 15039 42077' },
    },
  ),
];
