// Countries and what their people and things are called.
// SPDX-License-Identifier: MIT
#include "shell/demonym.h"

#include <string.h>

// clang-format off
static const struct {
    const char *country, *demonyms; // "south korean|..."
} DEMONYMS[] = {
    {"Abkhazia", "abkhaz|abkhazian"}, {"Afghanistan", "afghan|afghani"}, {"Alaska", "alaskan"},
    {"Albania", "albanian"}, {"Algeria", "algerian"}, {"Andorra", "andorran"}, {"Angola", "angolan"},
    {"Antigua and Barbuda", "antiguan|barbudan"}, {"Argentina", "argentine|argentinean|argentinian"},
    {"Armenia", "armenian"}, {"Australia", "australian"}, {"Austria", "austrian"},
    {"Azerbaijan", "azerbaijani|azeri"}, {"Bahamas", "bahamian"}, {"Bahrain", "bahraini"},
    {"Bangladesh", "bangladeshi"}, {"Barbados", "bajan|barbadian"}, {"Bavaria", "bavarian"},
    {"Belarus", "belarusian|belarussian|byelorussian"}, {"Belgium", "belgian"}, {"Belize", "belizean"},
    {"Benin", "beninese|beninois"}, {"Bermuda", "bermudan|bermudian"}, {"Bhutan", "bhutanese"},
    {"Bolivia", "bolivian"}, {"Bosnia and Herzegovina", "bosnian|herzegovinian"}, {"Botswana", "botswanan|motswana"},
    {"Brazil", "brazilian"}, {"Brunei", "bruneian"}, {"Bulgaria", "bulgarian"},
    {"Burkina Faso", "burkinabe|burkinabé"}, {"Burundi", "burundian"}, {"California", "californian"},
    {"Cambodia", "cambodian"}, {"Cameroon", "cameroonian"}, {"Canada", "canadian"}, {"Cape Verde", "cape verdean"},
    {"Catalonia", "catalan"}, {"Chad", "chadian"}, {"Chechnya", "chechen"}, {"Chile", "chilean"},
    {"China", "chinese"}, {"Colombia", "colombian"}, {"Comoros", "comoran|comorian"}, {"Corsica", "corsican"},
    {"Costa Rica", "costa rican"}, {"Crimea", "crimean"}, {"Croatia", "croat|croatian"}, {"Cuba", "cuban"},
    {"Cyprus", "cypriot"}, {"Czech Republic", "czech"}, {"Democratic Republic of the Congo", "congolese"},
    {"Denmark", "dane|danish"}, {"Djibouti", "djiboutian"}, {"Dominican Republic", "dominican"},
    {"East Timor", "timorese|east timorese"}, {"Ecuador", "ecuadorean|ecuadorian"}, {"Egypt", "egyptian"},
    {"El Salvador", "salvadoran|el salvadoran|salvadorean|salvadorian"},
    {"England", "english|englishman|englishwoman"}, {"Equatorial Guinea", "equatoguinean|equatorial guinean"},
    {"Eritrea", "eritrean"}, {"Estonia", "estonian"}, {"Eswatini", "swazi"}, {"Ethiopia", "ethiopian"},
    {"Fiji", "fijian"}, {"Finland", "finn|finnish"}, {"Flanders", "flemish"}, {"Florida", "floridian"},
    {"France", "french|frenchman|frenchwoman"}, {"Gabon", "gabonese"}, {"Gambia", "gambian"}, {"Georgia", "georgian"},
    {"Germany", "german"}, {"Ghana", "ghanaian"}, {"Gibraltar", "gibraltarian"}, {"Greece", "greek"},
    {"Greenland", "greenlander|greenlandic"}, {"Grenada", "grenadian"}, {"Guatemala", "guatemalan"},
    {"Guinea", "guinean"}, {"Guyana", "guyanese"}, {"Haiti", "haitian"}, {"Hawaii", "hawaiian"},
    {"Honduras", "honduran"}, {"Hong Kong", "hongkonger"}, {"Hungary", "hungarian"},
    {"Iceland", "icelander|icelandic"}, {"India", "indian"}, {"Indonesia", "indonesian"}, {"Iran", "iranian"},
    {"Iraq", "iraqi"}, {"Ireland", "irish|irishman|irishwoman"}, {"Israel", "israeli"}, {"Italy", "italian"},
    {"Ivory Coast", "ivoirian|ivorian"}, {"Jamaica", "jamaican"}, {"Japan", "japanese"}, {"Jordan", "jordanian"},
    {"Kashmir", "kashmiri"}, {"Kazakhstan", "kazakh|kazakhstani"}, {"Kenya", "kenyan"}, {"Kosovo", "kosovan|kosovar"},
    {"Kuwait", "kuwaiti"}, {"Kyrgyzstan", "kyrgyz|kyrgyzstani"}, {"Laos", "lao|laotian"}, {"Latvia", "latvian"},
    {"Lebanon", "lebanese"}, {"Lesotho", "basotho"}, {"Liberia", "liberian"}, {"Libya", "libyan"},
    {"Liechtenstein", "liechtensteiner"}, {"Lithuania", "lithuanian"}, {"Luxembourg", "luxembourger|luxembourgish"},
    {"Madagascar", "madagascan|malagasy"}, {"Malawi", "malawian"}, {"Malaysia", "malaysian"},
    {"Maldives", "maldivian"}, {"Mali", "malian"}, {"Malta", "maltese"}, {"Marshall Islands", "marshallese"},
    {"Mauritania", "mauritanian"}, {"Mauritius", "mauritian"}, {"Mexico", "mexican"}, {"Micronesia", "micronesian"},
    {"Moldova", "moldavian|moldovan"}, {"Monaco", "monacan|monegasque|monégasque"}, {"Mongolia", "mongolian"},
    {"Montenegro", "montenegrin"}, {"Morocco", "moroccan"}, {"Mozambique", "mozambican"}, {"Myanmar", "burmese"},
    {"Namibia", "namibian"}, {"Nauru", "nauruan"}, {"Nepal", "nepalese|nepali"},
    {"Netherlands", "dutch|dutchman|dutchwoman"}, {"New Zealand", "kiwi|new zealander"}, {"Nicaragua", "nicaraguan"},
    {"Niger", "nigerien"}, {"Nigeria", "nigerian"}, {"North Korea", "north korean"},
    {"North Macedonia", "macedonian|north macedonian"}, {"Northern Ireland", "northern irish"},
    {"Norway", "norwegian"}, {"Oman", "omani"}, {"Pakistan", "pakistani"}, {"Palau", "palauan"},
    {"Palestine", "palestinian"}, {"Panama", "panamanian"}, {"Papua New Guinea", "papuan"},
    {"Paraguay", "paraguayan"}, {"Peru", "peruvian"}, {"Philippines", "filipina|filipino|philippine"},
    {"Poland", "pole|polish"}, {"Portugal", "portuguese"}, {"Puerto Rico", "puerto rican"}, {"Qatar", "qatari"},
    {"Quebec", "quebecer|quebecois|québécois"}, {"Romania", "romanian"}, {"Russia", "russian"}, {"Rwanda", "rwandan"},
    {"Samoa", "samoan"}, {"San Marino", "sammarinese"}, {"Saudi Arabia", "saudi arabian|saudi"},
    {"Scotland", "scot|scots|scotsman|scotswoman|scottish"}, {"Senegal", "senegalese"}, {"Serbia", "serb|serbian"},
    {"Seychelles", "seychellois"}, {"Siberia", "siberian"}, {"Sicily", "sicilian"},
    {"Sierra Leone", "sierra leonean"}, {"Singapore", "singaporean"}, {"Slovakia", "slovak|slovakian"},
    {"Slovenia", "slovene|slovenian"}, {"Solomon Islands", "solomon islander"}, {"Somalia", "somali|somalian"},
    {"Somaliland", "somalilander"}, {"South Africa", "south african"}, {"South Korea", "south korean"},
    {"South Ossetia", "south ossetian"}, {"South Sudan", "south sudanese"}, {"Soviet Union", "soviet"},
    {"Spain", "spaniard|spanish"}, {"Sri Lanka", "sri lankan"}, {"Sudan", "sudanese"}, {"Suriname", "surinamese"},
    {"Sweden", "swede|swedish"}, {"Switzerland", "swiss"}, {"Syria", "syrian"}, {"Taiwan", "taiwanese"},
    {"Tajikistan", "tajik|tajikistani"}, {"Tanzania", "tanzanian"}, {"Texas", "texan"}, {"Thailand", "thai"},
    {"Tibet", "tibetan"}, {"Togo", "togolese"}, {"Tonga", "tongan"}, {"Transnistria", "transnistrian"},
    {"Trinidad and Tobago", "tobagonian|trinidadian"}, {"Tunisia", "tunisian"}, {"Turkey", "turk|turkish"},
    {"Turkmenistan", "turkmen"}, {"Tuvalu", "tuvaluan"}, {"Uganda", "ugandan"}, {"Ukraine", "ukrainian"},
    {"United Arab Emirates", "emirati"}, {"United Kingdom", "british|briton"}, {"United States", "american"},
    {"Uruguay", "uruguayan"}, {"Uzbekistan", "uzbek|uzbekistani"}, {"Vanuatu", "vanuatuan"},
    {"Venezuela", "venezuelan"}, {"Vietnam", "vietnamese"}, {"Wales", "welsh|welshman|welshwoman"},
    {"Yemen", "yemeni|yemenite"}, {"Yugoslavia", "yugoslav|yugoslavian"}, {"Zambia", "zambian"},
    {"Zanzibar", "zanzibari"}, {"Zimbabwe", "zimbabwean"},
};
// clang-format on

const char *demonym_place(KbText lower)
{
    for (size_t i = 0; i < sizeof DEMONYMS / sizeof *DEMONYMS; i++) {
        for (const char *word = DEMONYMS[i].demonyms; *word;) {
            size_t length = strcspn(word, "|");
            bool plural = lower.length == length + 1 && lower.data[length] == 's';
            if ((lower.length == length || plural) && memcmp(word, lower.data, length) == 0) return DEMONYMS[i].country;
            word += length + (word[length] == '|');
        }
    }
    return NULL;
}

const char *demonyms_of(KbText country)
{
    for (size_t i = 0; i < sizeof DEMONYMS / sizeof *DEMONYMS; i++)
        if (kb_text_equal(country, kb_text(DEMONYMS[i].country))) return DEMONYMS[i].demonyms;
    return "";
}
