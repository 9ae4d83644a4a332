"""Finnish."""

from __future__ import annotations

from watcher.core.rules.languages.words import (
    AbsenceWords,
    CircularWords,
    LanguageWords,
    LetterWords,
    NoticeWords,
    VoiceWords,
)

WORDS = LanguageWords(
    absence=AbsenceWords(
        away=(
            "poissa( toimistolta)?|lomalla|en ole (toimistolla|paikalla|tavoitettavissa)|poissaolo|vuosilomalla|"
            "vanhempainvapaalla|toimisto(mme)? on suljettu|"
            "(toimisto|liike|myymälä|verstas|yritys)(mme)? on (suljettu|kiinni)|olemme (suljettu|kiinni|lomalla)|"
            "äitiyslomalla|isyyslomalla|perhevapaalla|opintovapaalla|sairauslomalla|virkamatkalla|työmatkalla|"
            "en (enää )?työskentele|en ole enää|vapaalla"
        ),
        added=(
            "palaan|takaisin|saakka|asti|kiireelli|ota yhteyttä|ottakaa yhteyttä|vastaan|rajoitetusti|"
            r"tavoitettavissa|alkaen|palatessani|palattuani|lähtien|kun palaan|avaamme|vastaamme|\d\.\d"
        ),
        maybe_away=(
            r"\p{L}*vapaalla|\p{L}*lomalla|\p{L}*matkalla|sairaana|hautajais|messuilla|osa-aika|suljettu|kiinni|"
            "en ole|työskentele|koulutuksessa|eläkkeelle|poissa|lomautettu"
        ),
        answers=(
            "sijaise|sijaista|kollega|vastaan (viest|sähköpost|palat|kun)|vastaamme|rajoitet|seuraavana arkipäivänä|"
            r"luen sähköposti|en lue|kiireelli|palaan töihin|ota(ttehan)? yhteyttä \p{Lu}?|puolestani"
        ),
        alone=(
            r"poissaoloni aikana|sijaiseni on|sijaisenani|luen sähköposti\p{L}* (vain )?(satunnaisesti|rajoitetusti)|"
            "(osoite|postilaatikko).{0,30}ei (enää|ole enää)|siihen (asti|saakka) en (lue|seuraa|katso)|"
            "(vastaaminen|vastaus).{0,25}(voi|saattaa) kestää"
        ),
        everyday_away=(
            "flunssa|häät|työmatka|eläk|kenttää|mökil|lepää|sammu|"
            "vapaapäiv|muutaman päivän|pyhäpäiv|arkipyhä|itsenäisyyspäiv|(joulu|kesä|talvi)tauo|tauolla|pitää .{0,20}tauon|sairaala|"
            "leikkau|kuntoutu|koulutu(s|kse)|kurssilla|seminaari|inventaario|häämatka|en ole enää|lopett(anut|i)|vuorotteluvapaa|"
            r"karantee|lakko|viimeinen (työ)?päivä|muutamme|muutto|remont\p{L}+|murtu\p{L}+|kipsissä|häissä|messuilla|"
            "kiinni (hiihtolomaviikon|pääsiäisen|joulun|viikonlopun)|reissussa|huono kenttä|kentän ulkopuolella|(olen|olemme) poissa|"
            "en (tee töitä|ole (täällä|paikalla)|työskentele)|"
            "(maanantaisin|tiistaisin|keskiviikkoisin|torstaisin|perjantaisin) (en|olen)|lepäämme|ei enää hoida|sairauslomalla|"
            "verkon ulottumattomissa|"
            "(vanhempainvapaa|isyysvapaa|äitiysloma|äitiysvapaa|hoitovapaa|opintovapaa|vuorotteluvapaa|sairasloma|sairausloma|"
            r"talviloma|kesäloma)\p{L}*|"
            "(mökillä|merellä|tunturissa|lapissa|ulkomailla|reissussa|matkalla|messuilla|sairaalassa|koulutuksessa|työmaalla|"
            r"kurssilla|hautajaisissa)|(lapsi|lapset) (on|ovat) (kipeä|sairaa)\p{L}*|"
            r"(paja|verstas|liike|kauppa|toimisto|uuni|tiimi|koneet) (on|ovat|lepää\p{L}*|nukku\p{L}*|pitää) ?(kiinni|lomalla|tauolla|"
            r"kylmä\p{L}*|seis\p{L}*)?|(tulin|tulimme) (isäksi|äidiksi|vanhemmiksi)|työskentelen (vain|osa-aika)\p{L}*|osa-aika\p{L}*|"
            r"(isä|äiti|mies|vaimo|veli|sisko)\p{L}* (kuoli|on kuollut|menehtyi)|onnettomuu\p{L}*|leikkau\p{L}*|eläk\p{L}+|"
            "(ei|huono) (kenttää|yhteyttä|nettiä)|kotona (loppuviikon|tämän|koko)"
        ),
        everyday_answers=(
            "töissä taas|taas töissä|palaan (töihin)?|hoitaa (asiani|työni|tehtäv)|(postia|sähköpostia|viestejä) ei|"
            "eikä (postia|viestejä)|palaamme (asiaan)?|kirjoittakaa|kirjoita|tavoitettavissa|huomenna|ensi viikolla|"
            r"ilman tietokonetta|luen|nähdään|kuullaan|palataan|vaikea tavoittaa|\p{L}+ (auttaa|sijaistaa|hoitaa|vastaa)|"
            "(paketit|tilaukset) (lähtevät|postitetaan)|(huomenaamulla|huomenna)|luen kaiken|"
            "(maanantaihin|tiistaihin|keskiviikkoon|torstaihin|perjantaihin)|"
            "(hoitaa|tuuraa|sijaistaa|vastaa|paikkaa) ?(minua|asiani|asioitani|asiat|minun|työni|kaikesta)?|"
            "(saapumisjärjestyksessä|järjestyksessä|vuorotellen)|"
            r"(luen|katson|avaan|vastaan|vastaamme) .{0,25}(posti|viesti|sähköpost|kun|harvoin|iltaisin)\p{L}*|"
            r"jos (on|asia on) kiire\p{L}*|kiireelli\p{L}*|palaan|palaamme|takaisin|jälleen|taas|lähtevät taas|avaamme"
        ),
        subjects=(
            "(joulu|kesä)(loma|tauko)|lomalla|poissa|suljettu|(olemme|liike on) kiinni|matkoilla|"
            r"kiitos (viestistä|viestistäsi|viestistänne|yhteydenotosta\p{L}*|sähköpostista\p{L}*)|viestisi\Z|"
            "olemme (vastaanottaneet|lomalla|kiinni|poissa)|(olen|jään) (lomalla|poissa|eläkkeelle|matkoilla|vapaalla|sairaslomalla)|"
            r"(lomalla|vapaalla)\Z|kiinni (viikot|vk|asti|\d|juhannu|joulu|pääsiäi)\p{L}*|"
            "(juhannus|pääsiäis|kesä|joulu|talvi)(loma|tauko|kiinni|seisokki)|sairaslomalla|"
            r"(liike|paja|verstas|toimisto|kauppa|ravintola|vastaanotto|myymälä)( \p{L}+)? (kiinni|suljettu|lomalla)|suljemme|palaamme"
        ),
        trade=(
            r"verkkokaupan tilaukset|tilaukset (lähtevät|toimitetaan|käsitellään)|(tarjoukset|laskut|toimitukset)(?!\p{L})|"
            r"(lähetetään|toimitetaan) (taas|jälleen|\d)"
        ),
        arranges=(
            "hyväks(yn|ymme|ytty)|vahvist(an|amme|ettu)|sopii|käy (meille|minulle|hyvin)|(näyttää|kuulostaa) hyvältä|"
            "avai(n|met) (on|ovat|löytyy|saa)|(mieheni|vaimoni|poikani|tyttäreni|naapuri) (on kotona|avaa|päästää)|"
            r"avain .{0,12}naapuri\p{L}*|milloin vain|mikä päivä|käsiraha|maksettu"
        ),
        urgent="kiire|kiireellistä|kiireinen|hoppu",
    ),
    notices=NoticeWords(
        automatic=(
            "automaattinen viesti; automaattinen vastaus; automaattinen ilmoitus; tämä on automaattinen; "
            "automaattisesti lähetetty; automaattisesti luotu; lähetetty automaattisesti; luotu automaattisesti; "
            "älä vastaa tähän; älä vastaa viestiin; älkää vastatko; ei voi vastata"
        ),
        receipt=(
            "asiasi on kirjattu; saat vastauksen pyytämättä; olemme vastaanottaneet viesti; olemme vastaanottaneet yhteydenotto; "
            "olemme vastaanottaneet pyyn; olemme vastaanottaneet hakemu; viestisi on vastaanotettu; viestinne on vastaanotettu; "
            "yhteydenottosi on; yhteydenottonne on; pyyntösi on; tikettinumero; palvelupyyntö; on vastaanotettu; on kirjattu; "
            "on rekisteröity; on saapunut; ilmoituksesi on; vikailmoituksesi on; hakemuksesi on; reklamaatiosi on; asiasi numero; "
            "tapausnumero; asianumero; viitenumerosi; on välitetty; ei vaadi sinulta; lähetetty onnistuneesti"
        ),
        courtesy=(
            "kiitos viestistä; kiitos yhteydenotosta; kiitos yhteydenotostasi; kiitos yhteydenotostanne; vastaamme sinulle; "
            "vastaamme teille; vastaamme mahdollisimman; palaamme asiaan; otamme sinuun yhteyttä; otamme yhteyttä; "
            "arkipäivän kuluessa; arkipäivän sisällä; päivän kuluessa; käsittelijä ottaa; asentaja ottaa"
        ),
        trade=(
            "kiitos tilauksesta; kiitos tilauksestanne; kiitos ostoksesta; kiitos maksusta; tilausvahvistus; toimitusvahvistus; "
            "maksuvahvistus; varausvahvistus; tilauksesi; tilauksenne on; pakettisi; lähetyksesi; seuraa lähetystä; seurantakoodi; "
            "laskusi; ohessa laskunne; maksusi on; maksunne on; olemme vastaanottaneet tilauks; olemme vastaanottaneet maksu; "
            "varauksesi; noudettavissa; lippusi; varauksesi on; tiliotteesi; kortillasi; korttisi; tililtäsi; tilillesi; tilisi saldo"
        ),
        access=(
            "vahvistuskoodisi; turvakoodisi; kertakäyttökoodi; koodisi on; koodisi:; vahvistuskoodi:; "
            "vahvistuskoodi on; syötä koodi; käytä tätä koodia; koodi on voimassa; koodi vanhenee; älä jaa koodia; "
            "salasanan palautus; palauttaa salasana; salasanasi; vaihtaaksesi salasan; uusi kirjautuminen; "
            "vahvista sähköposti; jos et pyytänyt; jos et ole pyytänyt"
        ),
        appointment=(
            "muistutus ajanvarauksesta; muistutus: aika; muistutus: sinulla; muistutamme; ajanvarauksesi; "
            "varattu aikasi; aikasi on; peruuta tai siirrä"
        ),
        survey=(
            "kuinka tyytyväinen; miten onnistuimme; mielipiteesi; arvioi; asiakastyytyväisyys; lyhyt kysely; "
            "lyhyeen kyselyyn; vastaa kyselyyn; jätä arvostelu; suosittelisitko"
        ),
        held=(
            "karanteenissa; karanteeniin; karanteeniraportti; roskapostiraportti; roskapostiyhteenveto; estetyt viestit; "
            "pidätetyt viestit"
        ),
        program=(
            "kutsui sinut; sinut on kutsuttu; hyväksy kutsu; karanteeni; varmuuskopiointi valmis; "
            "uusitaan automaattisesti; vanhenee * päivän; toimenpiteitä ei tarvita; uusi laite; vastaamaton puhelu; "
            "vastaamattomia puheluita; hyväksyi kutsun; hylkäsi kutsun; seuraa sinua; kommentoi; "
            "askelta tällä viikolla; huoltokatko; palvelu ei ole käytettävissä; sinulle määrätty; "
            "tiketti * suljettu; pyyntö * suljettu; viikkoyhteenveto"
        ),
        sign=(
            "haluaa peruuttaa viestin; haluaa palauttaa viestin; haluaa kutsua takaisin viestin; "
            "haluaisi peruuttaa viestin; reagoi viestiisi"
        ),
        asks=(
            "etkö ole kotona?; etkö tunnista * ?; kysyttävää?; onko sinulla kysyttävää?; tarvitsetko apua?; etkö se ollut sinä?; "
            "kuinka tyytyväinen * ?; miten onnistuimme?; suosittelisitko * ?; unohditko * ?; tunnistatko * ?"
        ),
        formal="haluaisimme kuulla; haluaisimme muistuttaa; haluaisimme kiittää; haluaisimme tietää",
        first="minä; minun; minulle; minulla; mulla; haluan; haluaisin; tarvitsen; tilasin; odotan; olen; en",
        wants=(
            "halusin tietää; haluaisin tietää; haluan tietää; halusin kysyä; haluaisin kysyä; kysyisin; kysyn,; mietin, o; "
            "mietin onko; tiedustelisin; tiedustelen; kiinnostaisi tietää; "
            "haluaisimme; tarvitsemme; etsimme; tilasimme; olemme tilanneet; odotamme; tilauksemme; lähettäkää; "
            "voisitteko; voitteko; voisitko; ei ole tullut; ei tullut; ei ole saapunut; ei toimi; rikki; vaurioitun; "
            "puuttuu; väärä; mutta; tarjous; tarjouspyyntö; odotan edelleen; odotamme edelleen; odotan yhä; "
            "odotamme yhä; odotan vielä"
        ),
        echo="viestisi; yhteydenottosi; kirjoitit; kopio viestistäsi",
    ),
    circulars=CircularWords(
        subjects=(
            "uu(si|det) (hinnasto|hinnat|aukioloajat|osoite|puhelinnumero)|hinnanmuuto|hinnankorotu|hintamuuto|aukiolo|"
            "olemme muuttaneet|hyvää joulua|joulutervehdys|hyvää uutta|avoimet ovet|kutsu"
            r"|(poikkeus|joulu|kesä|pääsiäis)(aukiolo|tauko|loma|sulku)\p{L}*|(olemme |liike |toimisto )?(suljettu(na)?|"
            r"kiinni) (\d|joulu|kesä|pää|ajalla)|(uudet|muuttuneet|uusi) (aukiolo|hinna|osoite|tilinumero|toimitil)\p{L}*|"
            r"aukioloajat|inventaario|hinnan(muutos|korotus)\p{L}*|(muutamme|olemme muuttaneet)|kaikille (asiakka|jäsen|"
            r"asukka|vanhemm)\p{L}*|(tiedoksi|ilmoitus|tiedote) (kaikille|asiakk|jäsen)\p{L}*|kiitos (käynnistä|vierailusta|"
            r"kun kävit)|(mukava|hauska) oli (nähdä|tavata)|(vuosi|yleis|yhtiö|jäsen)kokou\p{L}*|pöytäkirja|kutsu(?!\p{L})|"
            "avoimet ovet|(vesi|sähkö)katko|tietyö|(kurssi|kevät|syys)(ohjelma|kausi|aikataulu)|uusi (mallisto|kausi)|"
            r"(hyvää joulua|jouluterveis|hyvää uutta|hyvää pääsiäistä)\p{L}*|talkoot"
        ),
        readers=(
            r"\p{L}*jäsen|lukija|tilaaja|naapuri|\p{L}*asuka|vanhem|asiaka|asiakka|ystävät \p{L}+|vapaaehtois|sponsor|"
            r"osallistuj|näytteilleasett|yrittäj|vuokralai|lahjoittaj|vieraat|käyttäj|kuntala|\p{L}*omistaj|kannattaj|"
            "(oppilaat|opiskelijat|eläkeläiset|seurakuntalaiset|potilaat|matkustajat|kuulijat|katsojat|kävijät|"
            "osakkaat|osakkeenomistajat|kyläläiset|kannattajat|omaiset|harrastajat|veneilijät|koiranomistajat|"
            "mökkiläiset|huoltajat|talkoolaiset|asukkaat)"
        ),
        everybody=(
            r"kaikki|kaikille|ystävä|kolleg|kumppan|väki|rakkaat|hyvä väki|\p{L}+(ystävät|harrastaja)|"
            "hei (kaikki|kaikille)|hyvät naiset|porukka|tiimi|kaverit|te kaikki|joukkue"
        ),
        opts_out=(
            "(jos|mikäli) .{0,20}(et|ette) .{0,10}halua .{0,40}(viest|posti|tiedot|kuulla|kirje)|ellet halua|"
            "ellette halua|(etkö|ettekö|et|ette) (enää )?halua (enää )?.{0,30}(viest|kirje|posti)|"
            "peruuta (tilaus|uutiskirje)|peru (tilaus|uutiskirje)|"
            "(pois )?(postitus|jakelu|sähköposti)lista(lta|ltamme)|saat tämän viestin"
        ),
        tells=(
            "(yhtiö|vuosi|sääntömääräinen |jäsen|vanhempain|kevät|syys)(kokous|ilta)|kokouskutsu|esityslista|"
            "pöytäkirja|(muuttuneet|uudet|poikkeukselliset) aukiolo|aukioloajat|(uusi|uudet|uutemme|meidän) (kuvasto|"
            "hinnasto|ohjelma|kausi|mallisto|lukujärjestys|toimitila|ruokalista)|"
            "(hinnankorotus|hintamuutos|hinnanmuutos)|hintamme (nousevat|muuttuvat)|hinnat (nousevat|muuttuvat)|"
            "(muutamme|olemme muuttaneet)|(tule|tavataan|löydät meidät|käy) .{0,15}(osasto|messu|paikalla)|"
            "avoimet ovet|"
            "(kirpputori|arpajaiset|myyjäiset|joulumarkkinat|talkoot|juhannus|konsertti|pikkujoulut|vappu|kyläjuhla)|"
            "(kurssit|harjoitukset|kausi|treenit) (alka|jatku|käynnisty|peru)|uudet (kurssit|päivämäärät)|"
            "ilmoittautu(minen|mis|kaa|thän)|(viimeiset|muutama|rajoitetusti) .{0,10}paikk|(jäsen|vuosi)maksu|"
            "(etsimme|tarvitsemme|kaipaamme) .{0,12}(vapaaehtois|talkoo|apukäsi|auttavia)|"
            "(vesi|sähkö|lämmitys|hissi) (katkaistaan|suljetaan|on poikki|pois)|"
            "(tietyö|vesikatko|sähkökatko|putkiremontti)|(laita|jaa|välitä) .{0,10}(eteenpäin|tietoa)|"
            "ei tarvitse vastata|"
            "(toivomme|toivottavasti|odotamme) .{0,20}(näkevämme|nähdään|runsas|teitä|mahdollisimman)|tervetuloa|"
            "lämpimästi tervetulleita|"
            "(tiedoksi|muistutus|muistutamme|ilmoitamme|tiedotamme|haluamme (kertoa|kiittää|muistuttaa|tiedottaa))|"
            "iloksemme|(merkitse|laita) .{0,12}kalenter|tulevat (tapahtumat|päivämäärät)|"
            "kiitos (kaikille|kaikille jotka|tuestanne|luottamuksesta)|"
            "(hyvää|rauhallista|iloista) (joulua|uutta vuotta|pääsiäistä|kesää|vappua)|"
            "(olemme|liike|toimisto) (suljettu|kiinni)|kahvitarjoilu|kokoontuminen|kuten joka vuosi|"
            "liitteenä (kutsu|pöytäkirja|ohjelma|hinnasto|esityslista)"
        ),
    ),
    asks_leave=(
        "haluatteko (nähdä|kuulla|tietää|kokeilla)|kenen kanssa|kenelle (voin|voisin)|"
        "(saanko|voinko|voisinko|voimmeko|saisiko) .{0,40}(lähett|soitta|esitell|näyttä|tulla|kerto)|kiinnosta|"
        "montako .{0,30}tarvits|kuinka monta .{0,30}tarvits|sopisiko"
    ),
    requests=(
        "sijaan|sijasta|eilen|eilisestä|tänä aamuna|irtosi|jumi|vuota|kuten sovi|"
        "(halua|tarvit|etsi|pyyd|pyytä|tilaa|tilas|tilai|odot|osta|irtisano|peru|reklam|valit|kiinnost|toivo)|"
        "kiitos etukäteen|voi(tte|sit|si|ko)|saisi|saako|tarjou|hinta|hinna|aika|palaut|hyvit|vaihta|rikki|"
        "vaurio|viallinen|ei (toimi|ole|tul|sulj)|puuttu|väär|kiire|hakemu|työ|cv|milloin|koska|paljonko|lähet|"
        "soitta|ongelm|vieläkään|valitettav|vast(aa|au)"
    ),
    needs="tarvitse|tarjou|hinta|maksaa",
    visits=(
        r"\d{1,3} (\p{L}+ )?(henkilö|hengen|vierasta|vieraita|aikuis|lasta|oppilas|henkeä|osallistuja)|(meitä|"
        r"vieraita) (on|tulee|olisi) (noin )?\d{1,3}|luonanne|teille \d{1,3}"
    ),
    announces=(
        "uusi (työpyyntö|toimeksianto|ajanvarauspyyntö|varauspyyntö)|"
        r"uusi (\p{L}+ ){0,2}(viesti|yhteydenotto|tarjouspyyntö|kysymys|kysely|liidi|lomakevastaus)|"
        "(lähetti|lähettänyt|jätti|jättänyt|kirjoitti) (sinulle|teille|viestin|kysymyksen)|"
        "(viesti|kysymys|yhteydenotto) (asiakkaalta|käyttäjältä|vieraalta)|on kiinnostunut|(etsii|hakee) |"
        "täytti lomakkeen"
    ),
    voice=VoiceWords(
        common="ja on ei se että tai kun voit sekä myös jos ovat niin hei mukaan",
        your="sinulle sinun teille teidän tilauksesi tilauksenne laskusi tilisi pakettisi",
    ),
    sender_functions="asiakaspalvelu palvelu järjestelmä ilmoitukset",
    telephone="puh",
    letters=LetterWords(
        greetings=r"hei\b|moi\b|terve|hyvä|rakka|arvoisa",
        closings="hyvin terveisin|(?:yst[äa]v[äa]llisin )?terveisin|terv",
        currencies="euroa eurot",
        orders="tilaus",
    ),
)
