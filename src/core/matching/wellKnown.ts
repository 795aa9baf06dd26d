/** Names of the world that say what they name: countries, capitals, regions, blocs, seats, services. */
import { foldName } from './fold';

/** After the English names of the regions in CLDR. */
const COUNTRIES = `
  afghanistan|aland islands|albania|algeria|american samoa|andorra|angola|anguilla|
  antarctica|antigua and barbuda|argentina|armenia|aruba|australia|austria|azerbaijan|
  bahamas|bahrain|bangladesh|barbados|belarus|belgium|belize|benin|bermuda|bhutan|
  bolivia|bosnia|bosnia and herzegovina|botswana|brazil|british indian ocean territory|
  british virgin islands|brunei|bulgaria|burkina faso|burundi|cambodia|cameroon|canada|
  cape verde|caribbean netherlands|cayman islands|central african republic|chad|chile|china|
  christmas island|colombia|comoros|congo|congo - brazzaville|congo - kinshasa|cook islands|
  costa rica|cote d'ivoire|croatia|cuba|curacao|cyprus|czechia|democratic republic of the
  congo|denmark|djibouti|dominica|dominican republic|ecuador|egypt|el salvador|equatorial
  guinea|eritrea|estonia|eswatini|ethiopia|falkland islands|faroe islands|fiji|finland|
  france|french guiana|french polynesia|french southern territories|gabon|gambia|georgia|
  germany|ghana|gibraltar|greece|greenland|grenada|guadeloupe|guam|guatemala|guernsey|
  guinea|guinea-bissau|guyana|haiti|honduras|hungary|iceland|india|indonesia|iran|iraq|
  ireland|isle of man|israel|italy|jamaica|japan|jersey|jordan|kazakhstan|kenya|
  kiribati|kosovo|kuwait|kyrgyzstan|laos|latvia|lebanon|lesotho|liberia|libya|
  liechtenstein|lithuania|luxembourg|madagascar|malawi|malaysia|maldives|mali|malta|
  marshall islands|martinique|mauritania|mauritius|mayotte|mexico|micronesia|moldova|
  monaco|mongolia|montenegro|montserrat|morocco|mozambique|myanmar|namibia|nauru|nepal|
  netherlands|new caledonia|new zealand|nicaragua|niger|nigeria|niue|norfolk island|north
  korea|north macedonia|northern mariana islands|norway|oman|pakistan|palau|palestinian
  territories|panama|papua new guinea|paraguay|peru|philippines|pitcairn islands|poland|
  portugal|puerto rico|qatar|republic of korea|reunion|romania|russia|rwanda|samoa|san
  marino|sao tome and principe|saudi arabia|senegal|serbia|seychelles|sierra leone|
  singapore|sint maarten|slovakia|slovenia|solomon islands|somalia|south africa|south
  georgia and south sandwich islands|south korea|south sudan|spain|sri lanka|st. barthelemy|
  st. helena|st. kitts and nevis|st. lucia|st. martin|st. pierre and miquelon|st. vincent and
  grenadines|sudan|suriname|sweden|switzerland|syria|taiwan|tajikistan|tanzania|thailand|
  timor-leste|togo|tokelau|tonga|trinidad|trinidad and tobago|tunisia|turkiye|
  turkmenistan|turks and caicos islands|tuvalu|u.s. virgin islands|uganda|ukraine|united
  arab emirates|united kingdom|united states|uruguay|uzbekistan|vanuatu|vatican city|
  venezuela|vietnam|wallis and futuna|western sahara|yemen|zambia|zimbabwe`;
const PLACES = `
  u.s.|us|usa|u.k.|uk|uae|u.s.a.|britain|england|scotland|wales|northern ireland|america|russia|turkey|turkiye|
  south korea|north korea|korea|ivory coast|czech republic|burma|holland|macedonia|soviet union|ussr|
  yugoslavia|czechoslovakia|east germany|west germany|crimea|donbas|donbass|donetsk|luhansk|lugansk|
  kherson|zaporizhzhia|kharkiv|kharkov|odesa|odessa|mariupol|lviv|dnipro|bakhmut|sevastopol|transnistria|
  chechnya|dagestan|siberia|abkhazia|south ossetia|nagorno-karabakh|karabakh|tibet|xinjiang|hong kong|
  taiwan|macau|kashmir|gaza|west bank|golan heights|kurdistan|catalonia|quebec|texas|california|florida|
  alaska|europe|asia|africa|north america|south america|latin america|oceania|antarctica|middle east|
  far east|central asia|southeast asia|east asia|south asia|eastern europe|western europe|balkans|
  caucasus|caribbean|scandinavia|black sea|red sea|baltic sea|south china sea|east china sea|atlantic|
  pacific|arctic|mediterranean|southern hemisphere|northern hemisphere|western hemisphere|earth|
  kyiv|kiev|moscow|beijing|peking|london|paris|berlin|washington|washington d.c.|new york|tokyo|seoul|
  pyongyang|brussels|geneva|vienna|rome|madrid|lisbon|warsaw|prague|budapest|bucharest|sofia|belgrade|
  athens|ankara|istanbul|tehran|baghdad|damascus|beirut|jerusalem|tel aviv|amman|riyadh|jeddah|doha|
  abu dhabi|dubai|muscat|sanaa|kuwait city|cairo|tripoli|tunis|algiers|rabat|khartoum|addis ababa|
  nairobi|mogadishu|kampala|kigali|kinshasa|luanda|pretoria|cape town|johannesburg|harare|lusaka|
  abuja|lagos|accra|dakar|bamako|niamey|ouagadougou|new delhi|delhi|mumbai|islamabad|karachi|lahore|
  kabul|dhaka|colombo|kathmandu|hanoi|ho chi minh city|bangkok|manila|jakarta|kuala lumpur|singapore|
  canberra|sydney|melbourne|wellington|auckland|ottawa|toronto|montreal|vancouver|mexico city|havana|
  caracas|bogota|quito|lima|la paz|santiago|buenos aires|montevideo|brasilia|rio de janeiro|sao paulo|
  stockholm|oslo|copenhagen|helsinki|reykjavik|dublin|tallinn|riga|vilnius|minsk|chisinau|tbilisi|
  yerevan|baku|astana|almaty|tashkent|bishkek|dushanbe|ashgabat|ulaanbaatar|shanghai|guangzhou|
  shenzhen|wuhan|chengdu|tianjin|nanjing|taipei|saint petersburg|st. petersburg|vladivostok|kazan|
  frankfurt|munich|hamburg|zurich|bern|the hague|amsterdam|rotterdam|luxembourg|strasbourg|lyon|
  marseille|barcelona|milan|venice|naples|los angeles|chicago|boston|houston|san francisco|philadelphia`;
const GROUPS = `west|the west|east|global south|global north|global west|bric|g7|g20|g8|brexiteers|
  houthis|taliban|kurds|tatars|uyghurs|rohingya|palestinians|russians|ukrainians|chinese|americans`;
const ORGANISATIONS = `kremlin|white house|pentagon|downing street|elysee|eu|european union|un|
  united nations|african union|arab league|hamas|hezbollah|interpol|reuters|bloomberg|associated press|
  xinhua|tass|interfax|ria novosti|al jazeera|politico|axios|greenpeace|gazprom|rosneft|huawei|gazeta|
  google|microsoft|apple|amazon|boeing|airbus|wagner|wagner group|red cross|asean|opec|nato|iaea|unesco`;
const PRODUCTS = `telegram|twitter|facebook|whatsapp|instagram|youtube|tiktok|wechat|weibo|sina weibo|
  vkontakte|signal|snapchat|reddit|linkedin|viber|truth social|threads|bluesky|windows|android|iphone|
  starlink|chatgpt|himars|patriot|javelin|bayraktar|shahed|novichok|nord stream`;
const CONFERENCES = 'olympics|olympic games|summer olympics|winter olympics|world cup|paralympics';

const TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    place: `${COUNTRIES}|${PLACES}`,
    group: GROUPS,
    organisation: ORGANISATIONS,
    product: PRODUCTS,
    conference: CONFERENCES,
  }).flatMap(([type, names]) => names.split('|').map((name) => [foldName(name), type] as const)),
);

/** Which type of the built-in schema the name has by itself; `undefined` for all but the best known. */
export function wellKnownType(name: string): string | undefined {
  const key = foldName(name);
  return TYPES.get(key) ?? TYPES.get(key.replace(/^the /, ''));
}
