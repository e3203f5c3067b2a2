# ruff: noqa: E501 - a state is a line
"""Tests that states are known by the names which United Nations records print, in Chinese, English and French."""

from __future__ import annotations

import pytest

from bot.corpus.forms import FORMS
from bot.corpus.library import Library
from bot.corpus.order import _foreign, check_order
from bot.corpus.reader import read
from bot.errors import ContentError
from bot.resolution import Vote
from tests.corpus.writer import Spec, write

PRINTED = """
AFG|阿富汗|Afghanistan|Afghanistan
ALB|阿尔巴尼亚|Albania|Albanie
DZA|阿尔及利亚|Algeria|Algérie
AND|安道尔|Andorra|Andorre
AGO|安哥拉|Angola|Angola
ATG|安提瓜和巴布达|Antigua and Barbuda|Antigua-et-Barbuda
ARG|阿根廷|Argentina|Argentine
ARM|亚美尼亚|Armenia|Arménie
AUS|澳大利亚|Australia|Australie
AUT|奥地利|Austria|Autriche
AZE|阿塞拜疆|Azerbaijan|Azerbaïdjan
BHS|巴哈马|Bahamas|Bahamas
BHR|巴林|Bahrain|Bahreïn
BGD|孟加拉国|Bangladesh|Bangladesh
BRB|巴巴多斯|Barbados|Barbade
BLR|白俄罗斯|Belarus|Bélarus
BEL|比利时|Belgium|Belgique
BLZ|伯利兹|Belize|Belize
BEN|贝宁|Benin|Bénin
BTN|不丹|Bhutan|Bhoutan
BOL|多民族玻利维亚国;玻利维亚(多民族国);玻利维亚（多民族国）;玻利维亚|Bolivia (Plurinational State of);Bolivia|Bolivie (État plurinational de);Bolivie
BIH|波斯尼亚和黑塞哥维那|Bosnia and Herzegovina|Bosnie-Herzégovine
BWA|博茨瓦纳|Botswana|Botswana
BRA|巴西|Brazil|Brésil
BRN|文莱达鲁萨兰国;文莱|Brunei Darussalam|Brunéi Darussalam;Brunei Darussalam
BGR|保加利亚|Bulgaria|Bulgarie
BFA|布基纳法索|Burkina Faso|Burkina Faso
BDI|布隆迪|Burundi|Burundi
CPV|佛得角|Cabo Verde;Cape Verde|Cabo Verde;Cap-Vert
KHM|柬埔寨|Cambodia|Cambodge
CMR|喀麦隆|Cameroon|Cameroun
CAN|加拿大|Canada|Canada
CAF|中非共和国|Central African Republic|République centrafricaine
TCD|乍得|Chad|Tchad
CHL|智利|Chile|Chili
CHN|中国|China|Chine
COL|哥伦比亚|Colombia|Colombie
COM|科摩罗|Comoros|Comores
COG|刚果;刚果共和国|Congo;Republic of the Congo|Congo;République du Congo
CRI|哥斯达黎加|Costa Rica|Costa Rica
CIV|科特迪瓦|Côte d'Ivoire;Côte d’Ivoire;Cote d'Ivoire|Côte d'Ivoire;Côte d’Ivoire
HRV|克罗地亚|Croatia|Croatie
CUB|古巴|Cuba|Cuba
CYP|塞浦路斯|Cyprus|Chypre
CZE|捷克;捷克共和国|Czechia;Czech Republic|Tchéquie;République tchèque
PRK|朝鲜民主主义人民共和国|Democratic People's Republic of Korea;Democratic People’s Republic of Korea|République populaire démocratique de Corée
COD|刚果民主共和国|Democratic Republic of the Congo|République démocratique du Congo
DNK|丹麦|Denmark|Danemark
DJI|吉布提|Djibouti|Djibouti
DMA|多米尼克|Dominica|Dominique
DOM|多米尼加共和国;多米尼加|Dominican Republic|République dominicaine
ECU|厄瓜多尔|Ecuador|Équateur
EGY|埃及|Egypt|Égypte
SLV|萨尔瓦多|El Salvador|El Salvador
GNQ|赤道几内亚|Equatorial Guinea|Guinée équatoriale
ERI|厄立特里亚|Eritrea|Érythrée
EST|爱沙尼亚|Estonia|Estonie
SWZ|斯威士兰;埃斯瓦蒂尼|Eswatini;Swaziland|Eswatini;Swaziland
ETH|埃塞俄比亚|Ethiopia|Éthiopie
FJI|斐济|Fiji|Fidji
FIN|芬兰|Finland|Finlande
FRA|法国|France|France
GAB|加蓬|Gabon|Gabon
GMB|冈比亚|Gambia;Gambia (Republic of The);Gambia (Islamic Republic of the)|Gambie;Gambie (République de)
GEO|格鲁吉亚|Georgia|Géorgie
DEU|德国|Germany|Allemagne
GHA|加纳|Ghana|Ghana
GRC|希腊|Greece|Grèce
GRD|格林纳达|Grenada|Grenade
GTM|危地马拉|Guatemala|Guatemala
GIN|几内亚|Guinea|Guinée
GNB|几内亚比绍|Guinea-Bissau|Guinée-Bissau
GUY|圭亚那|Guyana|Guyana
HTI|海地|Haiti|Haïti
HND|洪都拉斯|Honduras|Honduras
HUN|匈牙利|Hungary|Hongrie
ISL|冰岛|Iceland|Islande
IND|印度|India|Inde
IDN|印度尼西亚|Indonesia|Indonésie
IRN|伊朗伊斯兰共和国;伊朗(伊斯兰共和国);伊朗|Iran (Islamic Republic of)|Iran (République islamique d');Iran (République islamique d’)
IRQ|伊拉克|Iraq|Iraq;Irak
IRL|爱尔兰|Ireland|Irlande
ISR|以色列|Israel|Israël
ITA|意大利|Italy|Italie
JAM|牙买加|Jamaica|Jamaïque
JPN|日本|Japan|Japon
JOR|约旦|Jordan|Jordanie
KAZ|哈萨克斯坦|Kazakhstan|Kazakhstan
KEN|肯尼亚|Kenya|Kenya
KIR|基里巴斯|Kiribati|Kiribati
KWT|科威特|Kuwait|Koweït
KGZ|吉尔吉斯斯坦|Kyrgyzstan|Kirghizistan
LAO|老挝人民民主共和国|Lao People's Democratic Republic;Lao People’s Democratic Republic|République démocratique populaire lao
LVA|拉脱维亚|Latvia|Lettonie
LBN|黎巴嫩|Lebanon|Liban
LSO|莱索托|Lesotho|Lesotho
LBR|利比里亚|Liberia|Libéria;Liberia
LBY|利比亚;阿拉伯利比亚民众国|Libya;Libyan Arab Jamahiriya|Libye;Jamahiriya arabe libyenne
LIE|列支敦士登|Liechtenstein|Liechtenstein
LTU|立陶宛|Lithuania|Lituanie
LUX|卢森堡|Luxembourg|Luxembourg
MDG|马达加斯加|Madagascar|Madagascar
MWI|马拉维|Malawi|Malawi
MYS|马来西亚|Malaysia|Malaisie
MDV|马尔代夫|Maldives|Maldives
MLI|马里|Mali|Mali
MLT|马耳他|Malta|Malte
MHL|马绍尔群岛|Marshall Islands|Îles Marshall
MRT|毛里塔尼亚|Mauritania|Mauritanie
MUS|毛里求斯|Mauritius|Maurice
MEX|墨西哥|Mexico|Mexique
FSM|密克罗尼西亚联邦;密克罗尼西亚(联邦)|Micronesia (Federated States of)|Micronésie (États fédérés de)
MDA|摩尔多瓦共和国;摩尔多瓦|Republic of Moldova;Moldova|République de Moldova
MCO|摩纳哥|Monaco|Monaco
MNG|蒙古;蒙古国|Mongolia|Mongolie
MNE|黑山|Montenegro|Monténégro
MAR|摩洛哥|Morocco|Maroc
MOZ|莫桑比克|Mozambique|Mozambique
MMR|缅甸|Myanmar|Myanmar
NAM|纳米比亚|Namibia|Namibie
NRU|瑙鲁|Nauru|Nauru
NPL|尼泊尔|Nepal|Népal
NLD|荷兰;荷兰王国;荷兰(王国);荷兰（王国）|Netherlands;Netherlands (Kingdom of the);Kingdom of the Netherlands|Pays-Bas;Pays-Bas (Royaume des);Royaume des Pays-Bas
NZL|新西兰|New Zealand|Nouvelle-Zélande
NIC|尼加拉瓜|Nicaragua|Nicaragua
NER|尼日尔|Niger;Niger (the)|Niger
NGA|尼日利亚|Nigeria|Nigéria
MKD|北马其顿;前南斯拉夫的马其顿共和国|North Macedonia;The former Yugoslav Republic of Macedonia;the former Yugoslav Republic of Macedonia;former Yugoslav Republic of Macedonia|Macédoine du Nord;ex-République yougoslave de Macédoine;Ex-République yougoslave de Macédoine;l'ex-République yougoslave de Macédoine
NOR|挪威|Norway|Norvège
OMN|阿曼|Oman|Oman
PAK|巴基斯坦|Pakistan|Pakistan
PLW|帕劳|Palau|Palaos
PAN|巴拿马|Panama|Panama
PNG|巴布亚新几内亚|Papua New Guinea|Papouasie-Nouvelle-Guinée
PRY|巴拉圭|Paraguay|Paraguay
PER|秘鲁|Peru|Pérou
PHL|菲律宾|Philippines|Philippines
POL|波兰|Poland|Pologne
PRT|葡萄牙|Portugal|Portugal
QAT|卡塔尔|Qatar|Qatar
KOR|大韩民国|Republic of Korea|République de Corée
ROU|罗马尼亚|Romania|Roumanie
RUS|俄罗斯联邦|Russian Federation|Fédération de Russie
RWA|卢旺达|Rwanda|Rwanda
KNA|圣基茨和尼维斯|Saint Kitts and Nevis|Saint-Kitts-et-Nevis
LCA|圣卢西亚|Saint Lucia|Sainte-Lucie
VCT|圣文森特和格林纳丁斯|Saint Vincent and the Grenadines|Saint-Vincent-et-les Grenadines
WSM|萨摩亚|Samoa|Samoa
SMR|圣马力诺|San Marino|Saint-Marin
STP|圣多美和普林西比|Sao Tome and Principe|Sao Tomé-et-Principe
SAU|沙特阿拉伯|Saudi Arabia|Arabie saoudite
SEN|塞内加尔|Senegal|Sénégal
SRB|塞尔维亚|Serbia|Serbie
SYC|塞舌尔|Seychelles|Seychelles
SLE|塞拉利昂|Sierra Leone|Sierra Leone
SGP|新加坡|Singapore|Singapour
SVK|斯洛伐克|Slovakia|Slovaquie
SVN|斯洛文尼亚|Slovenia|Slovénie
SLB|所罗门群岛|Solomon Islands|Îles Salomon
SOM|索马里|Somalia|Somalie
ZAF|南非|South Africa|Afrique du Sud
SSD|南苏丹|South Sudan|Soudan du Sud
ESP|西班牙|Spain|Espagne
LKA|斯里兰卡|Sri Lanka|Sri Lanka
SDN|苏丹|Sudan|Soudan
SUR|苏里南|Suriname|Suriname
SWE|瑞典|Sweden|Suède
CHE|瑞士|Switzerland|Suisse
SYR|阿拉伯叙利亚共和国|Syrian Arab Republic|République arabe syrienne
TJK|塔吉克斯坦|Tajikistan|Tadjikistan
THA|泰国|Thailand|Thaïlande
TLS|东帝汶|Timor-Leste|Timor-Leste
TGO|多哥|Togo|Togo
TON|汤加|Tonga|Tonga
TTO|特立尼达和多巴哥|Trinidad and Tobago|Trinité-et-Tobago
TUN|突尼斯|Tunisia|Tunisie
TUR|土耳其|Türkiye;Turkey|Türkiye;Turquie
TKM|土库曼斯坦|Turkmenistan|Turkménistan
TUV|图瓦卢|Tuvalu|Tuvalu
UGA|乌干达|Uganda|Ouganda
UKR|乌克兰|Ukraine|Ukraine
ARE|阿拉伯联合酋长国|United Arab Emirates|Émirats arabes unis
GBR|大不列颠及北爱尔兰联合王国;联合王国|United Kingdom of Great Britain and Northern Ireland;United Kingdom|Royaume-Uni de Grande-Bretagne et d'Irlande du Nord;Royaume-Uni de Grande-Bretagne et d’Irlande du Nord;Royaume-Uni
TZA|坦桑尼亚联合共和国|United Republic of Tanzania|République-Unie de Tanzanie
USA|美利坚合众国|United States of America;United States|États-Unis d'Amérique;États-Unis d’Amérique
URY|乌拉圭|Uruguay|Uruguay
UZB|乌兹别克斯坦|Uzbekistan|Ouzbékistan
VUT|瓦努阿图|Vanuatu|Vanuatu
VEN|委内瑞拉玻利瓦尔共和国;委内瑞拉(玻利瓦尔共和国);委内瑞拉（玻利瓦尔共和国）;委内瑞拉|Venezuela (Bolivarian Republic of);Venezuela, Bolivarian Republic of|Venezuela (République bolivarienne du)
VNM|越南|Viet Nam;Vietnam|Viet Nam
YEM|也门|Yemen|Yémen
ZMB|赞比亚|Zambia|Zambie
ZWE|津巴布韦|Zimbabwe|Zimbabwe
PSE|巴勒斯坦国|State of Palestine|État de Palestine
VAT|教廷|Holy See|Saint-Siège
"""
"""Code, then the names in Chinese, English and French; several, older ones among them, are set apart by semicolons."""

LONG = """
BOL|Bolivia (Estado Plurinacional de)|Боливия (Многонациональное Государство)|بوليفيا (دولة - المتعددة القوميات)
VEN|Venezuela (República Bolivariana de)|Венесуэла (Боливарианская Республика)|فنزويلا (جمهورية - البوليفارية)
IRN|Irán (República Islámica del)|Иран (Исламская Республика)|إيران (جمهورية - الإسلامية)
KOR|República de Corea|Республика Корея|جمهورية كوريا
USA|Estados Unidos de América|Соединенные Штаты Америки|الولايات المتحدة الأمريكية
GBR|Reino Unido de Gran Bretaña e Irlanda del Norte|Соединенное Королевство Великобритании и Северной Ирландии|المملكة المتحدة لبريطانيا العظمى وأيرلندا الشمالية
NLD|Países Bajos (Reino de los)|Нидерланды (Королевство)|هولندا (مملكة);هولندا (مملكة -)
MDA|República de Moldova|Республика Молдова|جمهورية مولدوفا
RUS|Federación de Rusia|Российская Федерация|الاتحاد الروسي
ARE|Emiratos Árabes Unidos|Объединенные Арабские Эмираты|الإمارات العربية المتحدة
DOM|República Dominicana|Доминиканская Республика|الجمهورية الدومينيكية
CHN|China|Китай|الصين
CZE|Chequia|Чехия|تشيكيا
TUR|Türkiye|Турция|تركيا
VNM|Viet Nam|Вьетнам|فييت نام
MKD|Macedonia del Norte|Северная Македония|مقدونيا الشمالية
LAO|República Democrática Popular Lao|Лаосская Народно-Демократическая Республика|جمهورية لاو الديمقراطية الشعبية
SYR|República Árabe Siria|Сирийская Арабская Республика|الجمهورية العربية السورية
TZA|República Unida de Tanzanía|Объединенная Республика Танзания|جمهورية تنزانيا المتحدة
PRK|República Popular Democrática de Corea|Корейская Народно-Демократическая Республика|جمهورية كوريا الشعبية الديمقراطية
COD|República Democrática del Congo|Демократическая Республика Конго|جمهورية الكونغو الديمقراطية
CIV|Côte d'Ivoire|Кот-д'Ивуар|كوت ديفوار
KGZ|Kirguistán|Кыргызстан|قيرغيزستان
KAZ|Kazajstán|Казахстан|كازاخستان
BLR|Belarús|Беларусь|بيلاروس
FSM|Micronesia (Estados Federados de)|Микронезия (Федеративные Штаты)|ميكرونيزيا (ولايات - الموحدة)
GMB|Gambia|Гамбия|غامبيا
BTN|Bhután|Бутан|بوتان
MAR|Marruecos|Марокко|المغرب
CPV|Cabo Verde|Кабо-Верде|كابو فيردي
SWZ|Eswatini|Эсватини|إسواتيني
"""
"""Code, then the name in Spanish, Russian and Arabic, where it is not the everyday one."""


def test_all_members_are_here() -> None:
    """The 193 member states and the two observer states."""
    assert len({row[:3] for row in PRINTED.strip().splitlines()}) == 195


@pytest.mark.parametrize("row", PRINTED.strip().splitlines())
def test_printed_name(library: Library, row: str) -> None:
    """A name in a record is that state's, whatever the apostrophe and in capitals too."""
    code, *languages = row.split("|")
    names = [name for names in languages for name in names.split(";")]
    assert {name: library.names.code_in_record(name) for name in names} == dict.fromkeys(names, code)
    assert {library.names.code_in_record(name.upper()) for name in names} == {code}


@pytest.mark.parametrize("row", LONG.splitlines()[1:])
def test_long_name(library: Library, row: str) -> None:
    """The same in Spanish, Russian and Arabic."""
    code, *languages = row.split("|")
    names = [name for language in languages for name in language.split(";")]
    assert {name: library.names.code_in_record(name) for name in names} == dict.fromkeys(names, code)


def test_no_printed_name_is_taken_for_a_misspelling(library: Library) -> None:
    """No name that records print is thought to be another state's, misspelt."""
    rows = [row.split("|") for row in PRINTED.strip().splitlines()]
    taken = {
        name: _foreign(library.names, language, name, code)
        for code, *names in rows
        for language, several in zip(("zh", "en", "fr"), names, strict=True)
        for name in several.split(";")
    }
    assert {name: code for name, code in taken.items() if code} == {}


ORDER: tuple[tuple[str, str, str, bool], ...] = (
    # the language, a name, what it is misspelt as, whether that is refused
    ("en", "Gambia", "Zambia", True),
    ("fr", "Gambie", "Zambie", True),
    ("zh", "冈比亚", "赞比亚", True),
    ("en", "Chile", "Chine", True),
    ("en", "Gambia", "Gambia", False),
)


@pytest.mark.parametrize(("language", "name", "wrong", "refused"), ORDER)
def test_a_name_out_of_its_place(library: Library, language: str, name: str, wrong: str, refused: bool) -> None:
    """A misspelling that is another state's name is told by its place, or by its language (invented votes)."""
    voters = (
        ("ARG", "CHL", "FRA", "GMB", "HND", "JPN")
        if language != "fr"
        else ("DEU", "ARG", "CHL", "FRA", "GMB", "HND", "JPN")
    )
    text = write(Spec(language=language, votes={Vote.YES: voters})).replace(name, wrong, 1)
    found = read("invented", text, FORMS[language], library.names.code_in_record)
    if refused:
        with pytest.raises(ContentError, match="expected"):
            check_order("invented", found, library.names)
    else:
        check_order("invented", found, library.names)
