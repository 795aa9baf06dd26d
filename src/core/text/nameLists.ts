/** The words by which `nameAt` tells names from what stands next to them. English, lower case. */

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** Words that belong to no name although they may be capitalised, first of all at the start of a sentence. */
export const FUNCTION_WORDS = words(`
  the a an i you he she it we they me him them my your his her its our their myself himself itself
  herself themselves this that these those there here who whom whose which what when where why how
  in on at by to of for from with without within into onto upon over under about above after before
  during since until till while amid among between through throughout against across along around
  behind out off up down below beneath beside besides beyond toward towards via per versus despite except inside
  outside near like unlike as than and or nor but yet so if unless although though because whether
  is are was were be been being am has have had having does did done can could should would might must
  not no some any many much most more several few all both each every either neither another other
  others such same only just even also still already again once soon later earlier now today
  yesterday tomorrow meanwhile moreover however nevertheless nonetheless therefore furthermore
  otherwise instead indeed perhaps maybe then thus hence ever never often sometimes recently finally
  according following commenting speaking noting adding citing referring regarding concerning
  including considering given based asked former late earlier
`);

/** Words that a sentence may begin with directly before a name, and that may also be part of one. */
export const OPENERS = words(`
  one two three four five six seven eight nine ten dozens hundreds thousands millions last next
  photo source read see while new
`);

/** Words in front of a name that say what its bearer is. */
export const TITLES = words(`
  president minister chancellor premier ambassador envoy secretary undersecretary governor mayor
  senator congressman congresswoman representative commissioner director chairman chairwoman
  chairperson chair chief leader speaker king queen prince princess emperor sultan emir sheikh
  ayatollah imam rabbi pope archbishop bishop cardinal patriarch reverend lord sir dame lady duke
  duchess count baron tsar czar captain colonel major lieutenant sergeant admiral marshal brigadier
  commander judge attorney ambassador-designate spokesman spokeswoman spokesperson councilor
  councillor counselor counsellor delegate deputy comrade professor prof doctor dr mr mrs ms miss
  mx madam mme gen sen rep gov lt col maj capt sgt adm rev hon ceo analyst expert correspondent
  journalist reporter editor adviser advisor author activist lawyer economist vice-president counterpart
  президент міністр министр посол канцлер прем’єр-міністр премьер-министр генерал пан пані
`);

/** Words that are part of a title when a title follows: "Foreign Minister", "First Lady". */
export const TITLE_MODIFIERS = words(`
  foreign prime defense defence deputy vice interior finance economy energy trade health justice
  education transport agriculture environment culture commerce industry security labor labour
  first acting supreme crown chief permanent special senior press cabinet state executive general
  assistant attorney secretary lieutenant major brigadier consul inspector solicitor director
  honorary honourable managing national presidential outgoing incoming
`);

/** After one of these "General" ends a title: "Secretary General". */
export const BEFORE_GENERAL = words(`
  secretary attorney consul director governor inspector solicitor lieutenant major brigadier colonel
`);

/** The last word, or the word before "of", of what an institution, meeting or work is called. */
export const HEAD_NOUNS = words(`
  ministry department office commission committee council bureau agency agencies authority
  administration directorate secretariat board court tribunal parliament congress senate assembly
  duma house chamber cabinet government bank fund foundation institute institution academy
  university college school faculty centre center society association federation confederation
  union league alliance coalition organization organisation movement front party group forum club
  church embassy consulate mission delegation army navy force forces corps guard guards staff
  command police service services company corporation motors electric airlines airways railways
  industries energy holdings times post daily news press journal tribune gazette herald agency
  television network radio conference summit congress games cup olympics festival convention treaty
  accord accords agreement charter protocol declaration act republic kingdom empire emirates states
  islands peninsula sea ocean gulf strait bay cape canal river lake mountains isle isles territory
  territories region district province county city palace hall museum library theatre theater
  hospital airport station square bridge tower wall alley avenue cathedral mosque temple monastery
  order battalion regiment brigade division initiative campaign programme program project plan
  revolution war uprising study
`);

/** Institutions whose name may go on with "for", "on", or with "and" after an "of". */
export const WIDE_HEAD_NOUNS = words(`
  ministry department office commission committee council bureau agency authority administration
  directorate board fund foundation institute academy faculty school centre center society
  association union organization organisation campaign programme program federation
`);

/** Between the parts of a person's name, in lower case. */
export const PARTICLES = words(`
  de da do dos das du di del della dello der den des van von zu zur la le las los el bin ibn ben bint
  abu al ter ten y e af av
`);

/** Particles with which a surname may begin on its own. */
export const LEADING_PARTICLES = words('van von bin ibn');

export const DEMONYMS = words(`
  afghan african albanian algerian american angolan arab argentine argentinian armenian asian
  australian austrian azerbaijani azeri bahraini bangladeshi belarusian belarussian belgian bolivian
  bosnian brazilian british bulgarian burmese cambodian cameroonian canadian chechen chilean chinese
  colombian congolese croatian cuban cypriot czech danish dutch ecuadorian egyptian emirati english
  estonian ethiopian european filipino finnish french georgian german ghanaian greek guatemalan
  haitian hungarian icelandic indian indonesian iranian iraqi irish israeli italian jamaican
  japanese jordanian kazakh kazakhstani kenyan korean kosovar kurdish kuwaiti kyrgyz laotian latvian
  lebanese libyan lithuanian macedonian malaysian maltese mexican moldovan mongolian montenegrin
  moroccan namibian nepalese nigerian norwegian omani pakistani palestinian panamanian paraguayan
  peruvian polish portuguese qatari romanian russian rwandan scottish senegalese serbian singaporean
  slovak slovakian slovenian somali soviet spanish sudanese swedish swiss syrian taiwanese tajik
  tanzanian thai tibetan tunisian turkic turkish turkmen ugandan ukrainian uruguayan uyghur uzbek
  venezuelan vietnamese welsh western yemeni zambian zimbabwean
`);

export const DAYS = words('monday tuesday wednesday thursday friday saturday sunday');

/** Months that are no given names as well. */
export const MONTHS = words(
  'january february march april july september october november december',
);

/** After one of these a month is a date. */
export const BEFORE_DATE = words('in last since by until till this next from early late mid of on');

/** What two names joined by a hyphen have between them: "Xi-Zelenskyy talks". */
export const RELATION_NOUNS = words(`
  talks relations relationship ties war wars conflict border trade summit call meeting meetings
  partnership strategic alliance cooperation agreement deal documents dialogue negotiations rivalry
  friendship axis bilateral peace crisis tensions front pipeline military economic
`);

/** Prefixes that a hyphen sets before a name: "ex-Soviet", "pro-Russian". */
export const PREFIXES = words('ex pro anti non post pre mid co trans inter intra neo pan un sub');

/** What follows a hyphen after a name without being part of it: "US-led", "Chinese-proposed". */
export const HYPHENATED_ENDINGS =
  /^(?:led|run|born|made|built|held|style|wide|era|language|only|friendly|.+ed|.+ing|.+owned)$/;

/** First words of country names of two words. */
export const COUNTRY_STARTS = words(
  'saudi south north new united sri costa el san burkina sierra czech dominican equatorial east',
);

/** Before "to" and a country: what follows the country is the bearer's name. */
export const POSTED = words('ambassador ambassadors envoy envoys representative delegate consul');

/** Words that end the nouns after "12-point", beside function words. */
export const VERBS = words(`
  says said say tells told calls aims makes made urges remains includes offers seeks puts put sets set
  gives gave got went came took began won will may met shows saw sees means meant became becomes
`);

/** Heads that by themselves make no name within a longer one: "Organization of American States". */
export const WEAK_HEAD_NOUNS = words('states republic services affairs staff war');
