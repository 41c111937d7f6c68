// Nationalities and countries: from the adjective or another name to the country's usual English name.
// SPDX-License-Identifier: MIT
#include "ingest/demonyms.h"

#include <stdlib.h>
#include <string.h>

typedef struct DemonymRow {
    const char *word, *before, *country; // before: the word that must precede it ("south" Korean), else ""
} DemonymRow;

typedef struct CountryName {
    const char *name, *country;
} CountryName;

// Sorted by word. Some lands that are no states are here too, because their adjectives stand before titles.
// clang-format off
static const DemonymRow demonyms[] = {
    {"abkhaz", "", "Abkhazia"}, {"abkhazian", "", "Abkhazia"}, {"afghan", "", "Afghanistan"},
    {"afghani", "", "Afghanistan"}, {"african", "south", "South Africa"}, {"alaskan", "", "Alaska"},
    {"albanian", "", "Albania"}, {"algerian", "", "Algeria"}, {"american", "", "United States"},
    {"andorran", "", "Andorra"}, {"angolan", "", "Angola"}, {"antiguan", "", "Antigua and Barbuda"},
    {"arabian", "saudi", "Saudi Arabia"}, {"argentine", "", "Argentina"}, {"argentinean", "", "Argentina"},
    {"argentinian", "", "Argentina"}, {"armenian", "", "Armenia"}, {"australian", "", "Australia"},
    {"austrian", "", "Austria"}, {"azerbaijani", "", "Azerbaijan"}, {"azeri", "", "Azerbaijan"},
    {"bahamian", "", "Bahamas"}, {"bahraini", "", "Bahrain"}, {"bajan", "", "Barbados"},
    {"bangladeshi", "", "Bangladesh"}, {"barbadian", "", "Barbados"}, {"barbudan", "", "Antigua and Barbuda"},
    {"basotho", "", "Lesotho"}, {"bavarian", "", "Bavaria"}, {"belarusian", "", "Belarus"},
    {"belarussian", "", "Belarus"}, {"belgian", "", "Belgium"}, {"belizean", "", "Belize"}, {"beninese", "", "Benin"},
    {"beninois", "", "Benin"}, {"bermudan", "", "Bermuda"}, {"bermudian", "", "Bermuda"}, {"bhutanese", "", "Bhutan"},
    {"bolivian", "", "Bolivia"}, {"bosnian", "", "Bosnia and Herzegovina"}, {"botswanan", "", "Botswana"},
    {"brazilian", "", "Brazil"}, {"british", "", "United Kingdom"}, {"briton", "", "United Kingdom"},
    {"bruneian", "", "Brunei"}, {"bulgarian", "", "Bulgaria"}, {"burkinabe", "", "Burkina Faso"},
    {"burkinabé", "", "Burkina Faso"}, {"burmese", "", "Myanmar"}, {"burundian", "", "Burundi"},
    {"byelorussian", "", "Belarus"}, {"californian", "", "California"}, {"cambodian", "", "Cambodia"},
    {"cameroonian", "", "Cameroon"}, {"canadian", "", "Canada"}, {"catalan", "", "Catalonia"},
    {"chadian", "", "Chad"}, {"chechen", "", "Chechnya"}, {"chilean", "", "Chile"}, {"chinese", "", "China"},
    {"colombian", "", "Colombia"}, {"comoran", "", "Comoros"}, {"comorian", "", "Comoros"},
    {"congolese", "", "Democratic Republic of the Congo"}, {"corsican", "", "Corsica"}, {"crimean", "", "Crimea"},
    {"croat", "", "Croatia"}, {"croatian", "", "Croatia"}, {"cuban", "", "Cuba"}, {"cypriot", "", "Cyprus"},
    {"czech", "", "Czech Republic"}, {"dane", "", "Denmark"}, {"danish", "", "Denmark"},
    {"djiboutian", "", "Djibouti"}, {"dominican", "", "Dominican Republic"}, {"dutch", "", "Netherlands"},
    {"dutchman", "", "Netherlands"}, {"dutchwoman", "", "Netherlands"}, {"ecuadorean", "", "Ecuador"},
    {"ecuadorian", "", "Ecuador"}, {"egyptian", "", "Egypt"}, {"emirati", "", "United Arab Emirates"},
    {"english", "", "England"}, {"englishman", "", "England"}, {"englishwoman", "", "England"},
    {"equatoguinean", "", "Equatorial Guinea"}, {"eritrean", "", "Eritrea"}, {"estonian", "", "Estonia"},
    {"ethiopian", "", "Ethiopia"}, {"fijian", "", "Fiji"}, {"filipina", "", "Philippines"},
    {"filipino", "", "Philippines"}, {"finn", "", "Finland"}, {"finnish", "", "Finland"}, {"flemish", "", "Flanders"},
    {"floridian", "", "Florida"}, {"french", "", "France"}, {"frenchman", "", "France"},
    {"frenchwoman", "", "France"}, {"gabonese", "", "Gabon"}, {"gambian", "", "Gambia"}, {"georgian", "", "Georgia"},
    {"german", "", "Germany"}, {"ghanaian", "", "Ghana"}, {"gibraltarian", "", "Gibraltar"}, {"greek", "", "Greece"},
    {"greenlander", "", "Greenland"}, {"greenlandic", "", "Greenland"}, {"grenadian", "", "Grenada"},
    {"guatemalan", "", "Guatemala"}, {"guinean", "", "Guinea"}, {"guinean", "equatorial", "Equatorial Guinea"},
    {"guyanese", "", "Guyana"}, {"haitian", "", "Haiti"}, {"hawaiian", "", "Hawaii"},
    {"herzegovinian", "", "Bosnia and Herzegovina"}, {"honduran", "", "Honduras"}, {"hongkonger", "", "Hong Kong"},
    {"hungarian", "", "Hungary"}, {"icelander", "", "Iceland"}, {"icelandic", "", "Iceland"}, {"indian", "", "India"},
    {"indonesian", "", "Indonesia"}, {"iranian", "", "Iran"}, {"iraqi", "", "Iraq"}, {"irish", "", "Ireland"},
    {"irish", "northern", "Northern Ireland"}, {"irishman", "", "Ireland"}, {"irishwoman", "", "Ireland"},
    {"islander", "solomon", "Solomon Islands"}, {"israeli", "", "Israel"}, {"italian", "", "Italy"},
    {"ivoirian", "", "Ivory Coast"}, {"ivorian", "", "Ivory Coast"}, {"jamaican", "", "Jamaica"},
    {"japanese", "", "Japan"}, {"jordanian", "", "Jordan"}, {"kashmiri", "", "Kashmir"}, {"kazakh", "", "Kazakhstan"},
    {"kazakhstani", "", "Kazakhstan"}, {"kenyan", "", "Kenya"}, {"kiwi", "", "New Zealand"},
    {"korean", "north", "North Korea"}, {"korean", "south", "South Korea"}, {"kosovan", "", "Kosovo"},
    {"kosovar", "", "Kosovo"}, {"kuwaiti", "", "Kuwait"}, {"kyrgyz", "", "Kyrgyzstan"},
    {"kyrgyzstani", "", "Kyrgyzstan"}, {"lankan", "sri", "Sri Lanka"}, {"lao", "", "Laos"}, {"laotian", "", "Laos"},
    {"latvian", "", "Latvia"}, {"lebanese", "", "Lebanon"}, {"leonean", "sierra", "Sierra Leone"},
    {"liberian", "", "Liberia"}, {"libyan", "", "Libya"}, {"liechtensteiner", "", "Liechtenstein"},
    {"lithuanian", "", "Lithuania"}, {"luxembourger", "", "Luxembourg"}, {"luxembourgish", "", "Luxembourg"},
    {"macedonian", "", "North Macedonia"}, {"macedonian", "north", "North Macedonia"},
    {"madagascan", "", "Madagascar"}, {"malagasy", "", "Madagascar"}, {"malawian", "", "Malawi"},
    {"malaysian", "", "Malaysia"}, {"maldivian", "", "Maldives"}, {"malian", "", "Mali"}, {"maltese", "", "Malta"},
    {"marshallese", "", "Marshall Islands"}, {"mauritanian", "", "Mauritania"}, {"mauritian", "", "Mauritius"},
    {"mexican", "", "Mexico"}, {"micronesian", "", "Micronesia"}, {"moldavian", "", "Moldova"},
    {"moldovan", "", "Moldova"}, {"monacan", "", "Monaco"}, {"monegasque", "", "Monaco"},
    {"mongolian", "", "Mongolia"}, {"montenegrin", "", "Montenegro"}, {"monégasque", "", "Monaco"},
    {"moroccan", "", "Morocco"}, {"motswana", "", "Botswana"}, {"mozambican", "", "Mozambique"},
    {"namibian", "", "Namibia"}, {"nauruan", "", "Nauru"}, {"nepalese", "", "Nepal"}, {"nepali", "", "Nepal"},
    {"nicaraguan", "", "Nicaragua"}, {"nigerian", "", "Nigeria"}, {"nigerien", "", "Niger"},
    {"norwegian", "", "Norway"}, {"omani", "", "Oman"}, {"ossetian", "south", "South Ossetia"},
    {"pakistani", "", "Pakistan"}, {"palauan", "", "Palau"}, {"palestinian", "", "Palestine"},
    {"panamanian", "", "Panama"}, {"papuan", "", "Papua New Guinea"}, {"paraguayan", "", "Paraguay"},
    {"peruvian", "", "Peru"}, {"philippine", "", "Philippines"}, {"pole", "", "Poland"}, {"polish", "", "Poland"},
    {"portuguese", "", "Portugal"}, {"qatari", "", "Qatar"}, {"quebecer", "", "Quebec"}, {"quebecois", "", "Quebec"},
    {"québécois", "", "Quebec"}, {"rican", "costa", "Costa Rica"}, {"rican", "puerto", "Puerto Rico"},
    {"romanian", "", "Romania"}, {"russian", "", "Russia"}, {"rwandan", "", "Rwanda"},
    {"salvadoran", "", "El Salvador"}, {"salvadoran", "el", "El Salvador"}, {"salvadorean", "", "El Salvador"},
    {"salvadorian", "", "El Salvador"}, {"sammarinese", "", "San Marino"}, {"samoan", "", "Samoa"},
    {"saudi", "", "Saudi Arabia"}, {"scot", "", "Scotland"}, {"scots", "", "Scotland"}, {"scotsman", "", "Scotland"},
    {"scotswoman", "", "Scotland"}, {"scottish", "", "Scotland"}, {"senegalese", "", "Senegal"},
    {"serb", "", "Serbia"}, {"serbian", "", "Serbia"}, {"seychellois", "", "Seychelles"}, {"siberian", "", "Siberia"},
    {"sicilian", "", "Sicily"}, {"singaporean", "", "Singapore"}, {"slovak", "", "Slovakia"},
    {"slovakian", "", "Slovakia"}, {"slovene", "", "Slovenia"}, {"slovenian", "", "Slovenia"},
    {"somali", "", "Somalia"}, {"somalian", "", "Somalia"}, {"somalilander", "", "Somaliland"},
    {"soviet", "", "Soviet Union"}, {"spaniard", "", "Spain"}, {"spanish", "", "Spain"}, {"sudanese", "", "Sudan"},
    {"sudanese", "south", "South Sudan"}, {"surinamese", "", "Suriname"}, {"swazi", "", "Eswatini"},
    {"swede", "", "Sweden"}, {"swedish", "", "Sweden"}, {"swiss", "", "Switzerland"}, {"syrian", "", "Syria"},
    {"taiwanese", "", "Taiwan"}, {"tajik", "", "Tajikistan"}, {"tajikistani", "", "Tajikistan"},
    {"tanzanian", "", "Tanzania"}, {"texan", "", "Texas"}, {"thai", "", "Thailand"}, {"tibetan", "", "Tibet"},
    {"timorese", "", "East Timor"}, {"timorese", "east", "East Timor"}, {"tobagonian", "", "Trinidad and Tobago"},
    {"togolese", "", "Togo"}, {"tongan", "", "Tonga"}, {"transnistrian", "", "Transnistria"},
    {"trinidadian", "", "Trinidad and Tobago"}, {"tunisian", "", "Tunisia"}, {"turk", "", "Turkey"},
    {"turkish", "", "Turkey"}, {"turkmen", "", "Turkmenistan"}, {"tuvaluan", "", "Tuvalu"}, {"ugandan", "", "Uganda"},
    {"ukrainian", "", "Ukraine"}, {"uruguayan", "", "Uruguay"}, {"uzbek", "", "Uzbekistan"},
    {"uzbekistani", "", "Uzbekistan"}, {"vanuatuan", "", "Vanuatu"}, {"venezuelan", "", "Venezuela"},
    {"verdean", "cape", "Cape Verde"}, {"vietnamese", "", "Vietnam"}, {"welsh", "", "Wales"},
    {"welshman", "", "Wales"}, {"welshwoman", "", "Wales"}, {"yemeni", "", "Yemen"}, {"yemenite", "", "Yemen"},
    {"yugoslav", "", "Yugoslavia"}, {"yugoslavian", "", "Yugoslavia"}, {"zambian", "", "Zambia"},
    {"zanzibari", "", "Zanzibar"}, {"zealander", "new", "New Zealand"}, {"zimbabwean", "", "Zimbabwe"},
};

// Sorted by name, lower case.
static const CountryName countries[] = {
    {"afghanistan", "Afghanistan"}, {"albania", "Albania"}, {"algeria", "Algeria"}, {"america", "United States"},
    {"andorra", "Andorra"}, {"angola", "Angola"}, {"antigua and barbuda", "Antigua and Barbuda"},
    {"argentina", "Argentina"}, {"armenia", "Armenia"}, {"australia", "Australia"}, {"austria", "Austria"},
    {"azerbaijan", "Azerbaijan"}, {"bahamas", "Bahamas"}, {"bahrain", "Bahrain"}, {"bangladesh", "Bangladesh"},
    {"barbados", "Barbados"}, {"belarus", "Belarus"}, {"belgium", "Belgium"}, {"belize", "Belize"},
    {"benin", "Benin"}, {"bhutan", "Bhutan"}, {"bolivia", "Bolivia"}, {"bosnia", "Bosnia and Herzegovina"},
    {"bosnia and herzegovina", "Bosnia and Herzegovina"}, {"bosnia-herzegovina", "Bosnia and Herzegovina"},
    {"botswana", "Botswana"}, {"brazil", "Brazil"}, {"britain", "United Kingdom"}, {"brunei", "Brunei"},
    {"brunei darussalam", "Brunei"}, {"bulgaria", "Bulgaria"}, {"burkina faso", "Burkina Faso"}, {"burma", "Myanmar"},
    {"burundi", "Burundi"}, {"cabo verde", "Cape Verde"}, {"cambodia", "Cambodia"}, {"cameroon", "Cameroon"},
    {"canada", "Canada"}, {"cape verde", "Cape Verde"}, {"central african republic", "Central African Republic"},
    {"chad", "Chad"}, {"chile", "Chile"}, {"china", "China"}, {"colombia", "Colombia"}, {"comoros", "Comoros"},
    {"congo", "Democratic Republic of the Congo"}, {"congo-brazzaville", "Republic of the Congo"},
    {"congo-kinshasa", "Democratic Republic of the Congo"}, {"costa rica", "Costa Rica"},
    {"cote d'ivoire", "Ivory Coast"}, {"croatia", "Croatia"}, {"cuba", "Cuba"}, {"cyprus", "Cyprus"},
    {"czech republic", "Czech Republic"}, {"czechia", "Czech Republic"}, {"côte d'ivoire", "Ivory Coast"},
    {"d.r. congo", "Democratic Republic of the Congo"}, {"democratic people's republic of korea", "North Korea"},
    {"democratic republic of congo", "Democratic Republic of the Congo"},
    {"democratic republic of the congo", "Democratic Republic of the Congo"}, {"denmark", "Denmark"},
    {"djibouti", "Djibouti"}, {"dominica", "Dominica"}, {"dominican republic", "Dominican Republic"},
    {"dprk", "North Korea"}, {"dr congo", "Democratic Republic of the Congo"},
    {"drc", "Democratic Republic of the Congo"}, {"east timor", "East Timor"}, {"ecuador", "Ecuador"},
    {"egypt", "Egypt"}, {"el salvador", "El Salvador"}, {"emirates", "United Arab Emirates"}, {"england", "England"},
    {"equatorial guinea", "Equatorial Guinea"}, {"eritrea", "Eritrea"}, {"estonia", "Estonia"},
    {"eswatini", "Eswatini"}, {"ethiopia", "Ethiopia"}, {"federal republic of germany", "Germany"},
    {"federated states of micronesia", "Micronesia"}, {"fiji", "Fiji"}, {"finland", "Finland"}, {"france", "France"},
    {"gabon", "Gabon"}, {"gambia", "Gambia"}, {"georgia", "Georgia"}, {"germany", "Germany"}, {"ghana", "Ghana"},
    {"great britain", "United Kingdom"}, {"greece", "Greece"}, {"grenada", "Grenada"}, {"guatemala", "Guatemala"},
    {"guinea", "Guinea"}, {"guinea-bissau", "Guinea-Bissau"}, {"guyana", "Guyana"}, {"haiti", "Haiti"},
    {"holland", "Netherlands"}, {"holy see", "Vatican City"}, {"honduras", "Honduras"}, {"hong kong", "Hong Kong"},
    {"hongkong", "Hong Kong"}, {"hungary", "Hungary"}, {"iceland", "Iceland"}, {"india", "India"},
    {"indonesia", "Indonesia"}, {"iran", "Iran"}, {"iraq", "Iraq"}, {"ireland", "Ireland"},
    {"islamic republic of iran", "Iran"}, {"israel", "Israel"}, {"italy", "Italy"}, {"ivory coast", "Ivory Coast"},
    {"jamaica", "Jamaica"}, {"japan", "Japan"}, {"jordan", "Jordan"}, {"kazakhstan", "Kazakhstan"},
    {"kenya", "Kenya"}, {"kingdom of saudi arabia", "Saudi Arabia"}, {"kiribati", "Kiribati"}, {"kosovo", "Kosovo"},
    {"kuwait", "Kuwait"}, {"kyrgyzstan", "Kyrgyzstan"}, {"laos", "Laos"}, {"latvia", "Latvia"},
    {"lebanon", "Lebanon"}, {"lesotho", "Lesotho"}, {"liberia", "Liberia"}, {"libya", "Libya"},
    {"liechtenstein", "Liechtenstein"}, {"lithuania", "Lithuania"}, {"luxembourg", "Luxembourg"},
    {"macedonia", "North Macedonia"}, {"madagascar", "Madagascar"}, {"malawi", "Malawi"}, {"malaysia", "Malaysia"},
    {"maldives", "Maldives"}, {"mali", "Mali"}, {"malta", "Malta"}, {"marshall islands", "Marshall Islands"},
    {"mauritania", "Mauritania"}, {"mauritius", "Mauritius"}, {"mexico", "Mexico"}, {"micronesia", "Micronesia"},
    {"moldova", "Moldova"}, {"monaco", "Monaco"}, {"mongolia", "Mongolia"}, {"montenegro", "Montenegro"},
    {"morocco", "Morocco"}, {"mozambique", "Mozambique"}, {"myanmar", "Myanmar"}, {"namibia", "Namibia"},
    {"nauru", "Nauru"}, {"nepal", "Nepal"}, {"netherlands", "Netherlands"}, {"new zealand", "New Zealand"},
    {"nicaragua", "Nicaragua"}, {"niger", "Niger"}, {"nigeria", "Nigeria"}, {"north korea", "North Korea"},
    {"north macedonia", "North Macedonia"}, {"northern ireland", "Northern Ireland"}, {"norway", "Norway"},
    {"oman", "Oman"}, {"pakistan", "Pakistan"}, {"palau", "Palau"}, {"palestine", "Palestine"},
    {"palestinian territories", "Palestine"}, {"panama", "Panama"}, {"papua new guinea", "Papua New Guinea"},
    {"paraguay", "Paraguay"}, {"people's republic of china", "China"}, {"peru", "Peru"},
    {"philippines", "Philippines"}, {"poland", "Poland"}, {"portugal", "Portugal"}, {"prc", "China"},
    {"puerto rico", "Puerto Rico"}, {"qatar", "Qatar"}, {"republic of china", "Taiwan"},
    {"republic of georgia", "Georgia"}, {"republic of ireland", "Ireland"}, {"republic of korea", "South Korea"},
    {"republic of moldova", "Moldova"}, {"republic of north macedonia", "North Macedonia"},
    {"republic of the congo", "Republic of the Congo"}, {"romania", "Romania"}, {"russia", "Russia"},
    {"russian federation", "Russia"}, {"rwanda", "Rwanda"}, {"samoa", "Samoa"}, {"san marino", "San Marino"},
    {"saudi arabia", "Saudi Arabia"}, {"scotland", "Scotland"}, {"senegal", "Senegal"}, {"serbia", "Serbia"},
    {"seychelles", "Seychelles"}, {"sierra leone", "Sierra Leone"}, {"singapore", "Singapore"},
    {"slovakia", "Slovakia"}, {"slovenia", "Slovenia"}, {"solomon islands", "Solomon Islands"},
    {"somalia", "Somalia"}, {"south africa", "South Africa"}, {"south korea", "South Korea"},
    {"south sudan", "South Sudan"}, {"soviet union", "Soviet Union"}, {"spain", "Spain"}, {"sri lanka", "Sri Lanka"},
    {"sudan", "Sudan"}, {"suriname", "Suriname"}, {"swaziland", "Eswatini"}, {"sweden", "Sweden"},
    {"switzerland", "Switzerland"}, {"syria", "Syria"}, {"syrian arab republic", "Syria"}, {"taiwan", "Taiwan"},
    {"tajikistan", "Tajikistan"}, {"tanzania", "Tanzania"}, {"thailand", "Thailand"}, {"the bahamas", "Bahamas"},
    {"the gambia", "Gambia"}, {"the states", "United States"}, {"timor-leste", "East Timor"}, {"togo", "Togo"},
    {"tonga", "Tonga"}, {"trinidad and tobago", "Trinidad and Tobago"}, {"tunisia", "Tunisia"}, {"turkey", "Turkey"},
    {"turkiye", "Turkey"}, {"turkmenistan", "Turkmenistan"}, {"tuvalu", "Tuvalu"}, {"türkiye", "Turkey"},
    {"u.a.e.", "United Arab Emirates"}, {"u.k.", "United Kingdom"}, {"u.s.", "United States"},
    {"u.s.a.", "United States"}, {"u.s.s.r.", "Soviet Union"}, {"uae", "United Arab Emirates"}, {"uganda", "Uganda"},
    {"uk", "United Kingdom"}, {"ukraine", "Ukraine"}, {"united arab emirates", "United Arab Emirates"},
    {"united kingdom", "United Kingdom"}, {"united republic of tanzania", "Tanzania"},
    {"united states", "United States"}, {"united states of america", "United States"}, {"uruguay", "Uruguay"},
    {"us", "United States"}, {"usa", "United States"}, {"ussr", "Soviet Union"}, {"uzbekistan", "Uzbekistan"},
    {"vanuatu", "Vanuatu"}, {"vatican", "Vatican City"}, {"vatican city", "Vatican City"}, {"venezuela", "Venezuela"},
    {"vietnam", "Vietnam"}, {"wales", "Wales"}, {"yemen", "Yemen"}, {"yugoslavia", "Yugoslavia"},
    {"zambia", "Zambia"}, {"zimbabwe", "Zimbabwe"},
};

// The states of the United States, in full and as news stories shorten them, sorted.
static const char *const us_states[] = {
    "Ala.", "Alabama", "Alaska", "Ariz.", "Arizona", "Ark.", "Arkansas", "Calif.", "California", "Colo.",
    "Colorado", "Conn.", "Connecticut", "Del.", "Delaware", "Fla.", "Florida", "Ga.", "Hawaii", "Idaho", "Ill.",
    "Illinois", "Ind.", "Indiana", "Iowa", "Kan.", "Kansas", "Kentucky", "Ky.", "La.", "Louisiana", "Maine",
    "Maryland", "Mass.", "Massachusetts", "Md.", "Mich.", "Michigan", "Minn.", "Minnesota", "Miss.",
    "Mississippi", "Missouri", "Mo.", "Mont.", "Montana", "N.C.", "N.D.", "N.H.", "N.J.", "N.M.", "N.Y.",
    "Neb.", "Nebraska", "Nev.", "Nevada", "New Hampshire", "New Jersey", "New Mexico", "New York",
    "North Carolina", "North Dakota", "Ohio", "Okla.", "Oklahoma", "Ore.", "Oregon", "Pa.", "Pennsylvania",
    "R.I.", "Rhode Island", "S.C.", "S.D.", "South Carolina", "South Dakota", "Tenn.", "Tennessee", "Tex.",
    "Texas", "Utah", "Va.", "Vermont", "Virginia", "Vt.", "W. Va.", "W.Va.", "Wash.", "West Virginia", "Wis.",
    "Wisconsin", "Wyo.", "Wyoming",
};

// Seats of government, sorted by name.
static const CountryName capitals[] = {
    {"abidjan", "Ivory Coast"}, {"abu dhabi", "United Arab Emirates"}, {"abuja", "Nigeria"}, {"accra", "Ghana"},
    {"addis ababa", "Ethiopia"}, {"algiers", "Algeria"}, {"amman", "Jordan"}, {"amsterdam", "Netherlands"},
    {"ankara", "Turkey"}, {"antananarivo", "Madagascar"}, {"apia", "Samoa"}, {"ashgabat", "Turkmenistan"},
    {"asmara", "Eritrea"}, {"astana", "Kazakhstan"}, {"asuncion", "Paraguay"}, {"asunción", "Paraguay"},
    {"athens", "Greece"}, {"baghdad", "Iraq"}, {"baku", "Azerbaijan"}, {"bamako", "Mali"}, {"bangkok", "Thailand"},
    {"bangui", "Central African Republic"}, {"banjul", "Gambia"}, {"beijing", "China"}, {"beirut", "Lebanon"},
    {"belfast", "Northern Ireland"}, {"belgrade", "Serbia"}, {"belmopan", "Belize"}, {"berlin", "Germany"},
    {"bern", "Switzerland"}, {"berne", "Switzerland"}, {"bishkek", "Kyrgyzstan"}, {"bissau", "Guinea-Bissau"},
    {"bogota", "Colombia"}, {"bogotá", "Colombia"}, {"brasilia", "Brazil"}, {"brasília", "Brazil"},
    {"bratislava", "Slovakia"}, {"brazzaville", "Republic of the Congo"}, {"brussels", "Belgium"},
    {"bucharest", "Romania"}, {"budapest", "Hungary"}, {"buenos aires", "Argentina"}, {"bujumbura", "Burundi"},
    {"cairo", "Egypt"}, {"canberra", "Australia"}, {"caracas", "Venezuela"}, {"cardiff", "Wales"},
    {"chisinau", "Moldova"}, {"chișinău", "Moldova"}, {"colombo", "Sri Lanka"}, {"conakry", "Guinea"},
    {"copenhagen", "Denmark"}, {"dakar", "Senegal"}, {"damascus", "Syria"}, {"dar es salaam", "Tanzania"},
    {"delhi", "India"}, {"dhaka", "Bangladesh"}, {"dili", "East Timor"}, {"dodoma", "Tanzania"}, {"doha", "Qatar"},
    {"dublin", "Ireland"}, {"dushanbe", "Tajikistan"}, {"edinburgh", "Scotland"}, {"freetown", "Sierra Leone"},
    {"gaborone", "Botswana"}, {"georgetown", "Guyana"}, {"guatemala city", "Guatemala"}, {"hanoi", "Vietnam"},
    {"harare", "Zimbabwe"}, {"havana", "Cuba"}, {"helsinki", "Finland"}, {"honiara", "Solomon Islands"},
    {"islamabad", "Pakistan"}, {"jakarta", "Indonesia"}, {"jerusalem", "Israel"}, {"juba", "South Sudan"},
    {"kabul", "Afghanistan"}, {"kampala", "Uganda"}, {"kathmandu", "Nepal"}, {"khartoum", "Sudan"},
    {"kiev", "Ukraine"}, {"kigali", "Rwanda"}, {"kingston", "Jamaica"},
    {"kinshasa", "Democratic Republic of the Congo"}, {"kuala lumpur", "Malaysia"}, {"kuwait city", "Kuwait"},
    {"kyiv", "Ukraine"}, {"la paz", "Bolivia"}, {"libreville", "Gabon"}, {"lilongwe", "Malawi"}, {"lima", "Peru"},
    {"lisbon", "Portugal"}, {"ljubljana", "Slovenia"}, {"lome", "Togo"}, {"lomé", "Togo"},
    {"london", "United Kingdom"}, {"luanda", "Angola"}, {"lusaka", "Zambia"}, {"madrid", "Spain"},
    {"malabo", "Equatorial Guinea"}, {"malé", "Maldives"}, {"managua", "Nicaragua"}, {"manama", "Bahrain"},
    {"manila", "Philippines"}, {"maputo", "Mozambique"}, {"maseru", "Lesotho"}, {"mbabane", "Eswatini"},
    {"mexico city", "Mexico"}, {"minsk", "Belarus"}, {"mogadishu", "Somalia"}, {"monrovia", "Liberia"},
    {"montevideo", "Uruguay"}, {"moroni", "Comoros"}, {"moscow", "Russia"}, {"muscat", "Oman"}, {"n'djamena", "Chad"},
    {"nairobi", "Kenya"}, {"naypyidaw", "Myanmar"}, {"ndjamena", "Chad"}, {"new delhi", "India"}, {"niamey", "Niger"},
    {"nicosia", "Cyprus"}, {"nouakchott", "Mauritania"}, {"oslo", "Norway"}, {"ottawa", "Canada"},
    {"ouagadougou", "Burkina Faso"}, {"panama city", "Panama"}, {"paramaribo", "Suriname"}, {"paris", "France"},
    {"phnom penh", "Cambodia"}, {"podgorica", "Montenegro"}, {"port louis", "Mauritius"},
    {"port moresby", "Papua New Guinea"}, {"port vila", "Vanuatu"}, {"port-au-prince", "Haiti"},
    {"porto-novo", "Benin"}, {"prague", "Czech Republic"}, {"praia", "Cape Verde"}, {"pretoria", "South Africa"},
    {"pristina", "Kosovo"}, {"pyongyang", "North Korea"}, {"quito", "Ecuador"}, {"rabat", "Morocco"},
    {"ramallah", "Palestine"}, {"reykjavik", "Iceland"}, {"reykjavík", "Iceland"}, {"riga", "Latvia"},
    {"riyadh", "Saudi Arabia"}, {"rome", "Italy"}, {"san salvador", "El Salvador"}, {"sana'a", "Yemen"},
    {"sanaa", "Yemen"}, {"santiago", "Chile"}, {"santo domingo", "Dominican Republic"},
    {"sarajevo", "Bosnia and Herzegovina"}, {"seoul", "South Korea"}, {"skopje", "North Macedonia"},
    {"sofia", "Bulgaria"}, {"stockholm", "Sweden"}, {"suva", "Fiji"}, {"taipei", "Taiwan"}, {"tallinn", "Estonia"},
    {"tashkent", "Uzbekistan"}, {"tbilisi", "Georgia"}, {"tegucigalpa", "Honduras"}, {"tehran", "Iran"},
    {"the hague", "Netherlands"}, {"thimphu", "Bhutan"}, {"tirana", "Albania"}, {"tokyo", "Japan"},
    {"tripoli", "Libya"}, {"tunis", "Tunisia"}, {"ulaanbaatar", "Mongolia"}, {"vaduz", "Liechtenstein"},
    {"valletta", "Malta"}, {"vienna", "Austria"}, {"vientiane", "Laos"}, {"vilnius", "Lithuania"},
    {"warsaw", "Poland"}, {"washington", "United States"}, {"wellington", "New Zealand"}, {"windhoek", "Namibia"},
    {"yamoussoukro", "Ivory Coast"}, {"yaounde", "Cameroon"}, {"yaoundé", "Cameroon"}, {"yerevan", "Armenia"},
    {"zagreb", "Croatia"},
};
// clang-format on

static int compare_text(KbText text, const char *word)
{
    size_t length = strlen(word);
    int order = memcmp(text.data, word, text.length < length ? text.length : length);
    return order ? order : (text.length > length) - (text.length < length);
}

static int compare_demonym(const void *key, const void *item)
{
    return compare_text(*(const KbText *)key, ((const DemonymRow *)item)->word);
}

static int compare_country(const void *key, const void *item)
{
    return compare_text(*(const KbText *)key, ((const CountryName *)item)->name);
}

static const char *demonym_find(KbText word, KbText before, bool *two_words)
{
    const DemonymRow *end = demonyms + sizeof demonyms / sizeof *demonyms;
    const DemonymRow *row =
        bsearch(&word, demonyms, sizeof demonyms / sizeof *demonyms, sizeof *demonyms, compare_demonym);
    const char *plain = NULL;
    if (!row) return NULL;
    while (row > demonyms && compare_text(word, row[-1].word) == 0)
        row--;
    for (; row < end && compare_text(word, row->word) == 0; row++) {
        if (!row->before[0])
            plain = row->country;
        else if (compare_text(before, row->before) == 0)
            return *two_words = true, row->country;
    }
    return plain;
}

const char *demonym_country(KbText word, KbText before, bool *two_words)
{
    *two_words = false;
    const char *country = demonym_find(word, before, two_words);
    if (country || word.length < 5 || word.data[word.length - 1] != 's') return country;
    return demonym_find((KbText){word.data, word.length - 1}, before, two_words); // Russians
}

const char *country_by_name(KbText name)
{
    const CountryName *row =
        bsearch(&name, countries, sizeof countries / sizeof *countries, sizeof *countries, compare_country);
    return row ? row->country : NULL;
}

const char *country_by_capital(KbText name)
{
    const CountryName *row =
        bsearch(&name, capitals, sizeof capitals / sizeof *capitals, sizeof *capitals, compare_country);
    return row ? row->country : NULL;
}

static int compare_state(const void *key, const void *item)
{
    return compare_text(*(const KbText *)key, *(const char *const *)item);
}

bool is_us_state(KbText name)
{
    return bsearch(&name, us_states, sizeof us_states / sizeof *us_states, sizeof *us_states, compare_state) != NULL;
}
