"""Finnish."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="(haluan|haluamme|haluaisin)_(vielä_|)kiittää kiitos kiitoksia kiitokset kiitti kiitän kiitämme kiitollinen kiitollisia kiitoksemme kiitokseni kiitosta kiittää kiitollisuudella",
    thanked="""
        paljon suuri suuret suurkiitos iso isot lämmin lämpimät sydämellinen sydämelliset oikein teille sinulle kaikesta vielä kerran tuhannesti kovasti todella erittäin ja olen olemme kaikille koko tiimille
        avusta(|nne|si) nopeasta nopeista selkeästä ystävällisestä hyvästä hyvistä hienosta erinomaisesta perusteellisesta kattavasta loistavasta mukavasta asiantuntevasta pikaisesta
        vastaukse(sta|stanne|stasi) vastauksista tiedosta tiedoista viestistä(|nne|si) vaivannäöstä(|nne|si) vaivasta palvelusta palvelustanne kärsivällisyydestä(|nne|si) neuvosta neuvoista neuvoistanne vinkistä vinkeistä selityksestä selvityksestä ymmärryksestä ajasta ajastanne tuesta huomiosta yhteistyöstä ohjeista informaatiosta asiakaspalvelusta ystävällisyydestä(|nne|si)
        että_(vastasitte|vastasit|autoitte|autoit)(|_näin_nopeasti|_heti)
        kun_(vastasitte|vastasit|autoitte|autoit)(|_näin_nopeasti|_heti) kaikesta_(avusta|vaivasta) rehellisyydestä rehellisestä
        nopeudesta sydämestäni sydämeni_pohjasta ripeästä pikavastauksesta hyvistä_neuvoista tarkoista perusteellisista selkeistä
    """,
    praise="""
        (nyt_|taas_)pelaa pelaa_(taas|nyt) selvensi helpotti auttoi_paljon tuli_selväksi
        tulee_olemaan_(iloinen|onnellinen|tyytyväinen)
        hienoa loistavaa loistava mahtavaa mahtava upeaa upea hyvä hyvää täydellistä täydellinen kiva kivaa mukava mukavaa ihana ihanaa erinomaista erinomainen super ystävällistä ystävällinen ystävällisiä avuliaita huippua huippu mainio mainiota
        iloinen iloisia tyytyväinen tyytyväisiä helpottunut onnellinen ilahtuu ilahtuvat ilahduin auttoi autoitte ratkesi ratkaistu selvisi selvä selvää onnistui
        (nyt_|kaikki_|se_|nyt_kaikki_|)(toimii|toimivat)_(taas|nyt|hyvin|täydellisesti|moitteettomasti|kuten_pitää|jälleen) nyt_(toimii|toimivat)(|_taas|_hyvin|_kaikki) kaikki_(toimii|selvää|kunnossa|hyvin) (juuri_|tätä_|sitä_|)mitä_(halusin_tietää|tarvitsin) ymmärrän ymmärsin tiedän_nyt
    """,
    praised="se tämä oli on olivat olitte olette ovat todella hyvin erittäin nyt kaikki minua meitä minulle meille paljon tosi niin vaimoni mieheni tyttäreni poikani äitini isäni vanhempani lapset perheeni pomoni ongelma apu vastaus asia olen olemme palvelu teiltä uutinen kuulla oikein siitä vihdoin",
    wished="""
        päivää päivänjatkoa päivän viikonloppua iltaa viikkoa viikon joulua vuotta kesää lomaa pääsiäistä jatkoa pyhiä juhannusta
        vappua talvea syksyä kevättä yötä loppuviikkoa itsenäisyyspäivää terveyttä menestystä juhlapyhiä
        uutta_vuotta matkaa alkuviikkoa isänpäivää äitienpäivää kesälomaa satokautta
    """,
    good="mukavaa hyvää kivaa ihanaa aurinkoista rauhallista iloista leppoisaa onnellista rentouttavaa oikein_hyvää hauskaa kaunista siunattua kaikkea_hyvää",
    wishing="""
        toivotan toivotamme oikein teille sinulle uutta myös samoin kaikille koko tiimille perheelle jatkoa ja vielä loppua
        teillekin sinnekin myös_teille koko_väelle
    """,
    common="ja todella oikein teille sinulle minä me vielä kerran",
    formulas="""
        selvä_homma asia_kunnossa nyt_(ymmärrän|tiedän|selvisi|asia_selvisi) se_selittää_kaiken olen_(helpottunut|huojentunut)
        olette_(parhaita|ihania|mahtavia|loistavia) olipa_nopeaa olipa_ystävällistä
        (suosittelen|suosittelemme)_teitä_(lämpimästi|muillekin) viisi_tähteä kaikki_saapui(|_perille) löysin_sen se_oli_vika
        terveisiä_(kaikille|tiimille) hyvää_matkaa (mukavaa|hyvää|ihanaa)_(sunnuntaita|perjantaita|lauantaita|aamua|maanantaita) ok
        okei selvä selvä_juttu hyvä_juttu ymmärrän ymmärsin asia_selvä kaikki_selvää samoin näkemiin kaikkea_hyvää hyvää_jatkoa
        hei_hei moikka moi_moi nähdään kuulemiin terveisiä ole_hyvä olkaa_hyvä eipä_kestä ei_kestä
        kiitos_(itsellenne|samoin|itsellesi) hyvä_tietää kiva_kuulla hienoa_kuulla onnea onnittelut pidä_huolta_itsestäsi
        voikaa_hyvin siinä_kaikki siitä_se_johtui juuri_se pahoittelut_vaivasta vastaanotettu
        ah oh ahaa oho hurraa huh jee (nyt_|no_|)(ymmärrän|tiedän|tajuan|selvisi|valkeni)(|_asian)
        (löytyi|löysin|se_oli|oli)_(sen_|)(roskapostista|roskapostissa|roskapostikansiosta)
        (mikä|mahtava|upea|loistava|huippu)_(helpotus|palvelu|asiakaspalvelu|nopeus|uutinen)
        kivi_(putosi_|vierähti_)(sydämeltä|sydämeltäni)
        (toimii|pelaa|käy|soi|kulkee)_(nyt_|taas_|jälleen_|)(kuin_uusi|kuin_junan_vessa|täydellisesti|moitteettomasti|hienosti|loistavasti|hyvin)
        kuin_uusi (ongelma_|asia_|)(ratkesi|ratkaistu|hoidettu|selvisi|korjaantui) ei_tarvitse_vastata
        (halusin|halusimme|piti)_vain_(kiittää|kertoa|sanoa)
        (olet|olette)_(aivan_|todellinen_|todellisia_|ihan_|)(enkeli|enkeleitä|aarre|kulta|mahtava|mahtavia|ihana|ihania|paras|parhaita|huippu|huippuja|loistava|loistavia|ystävällinen|ystävällisiä)
        (terveisiä|terveiset)_(kaikille|koko_väelle|tiimille|vaimolle|miehelle|perheelle|myymälään) jaksamista voi_hyvin hatunnosto
        hattu_päästä
    """,
    greetings="hei moi moikka terve hyvää_(huomenta|päivää|iltaa|iltapäivää) huomenta päivää iltaa hei_(kaikki|taas|vaan) tervehdys arvoisa(|_vastaanottaja) hyvä rakas",
    closings="terveisin terkuin terveiset ystävällisesti kunnioittavasti yt toivottaa toivottavat terveisiä terv",
    closed="ystävällisin parhain lämpimin kiittäen hyvin kaikille t iloisin sydämellisin aurinkoisin",
    titles="herra rouva neiti dr prof",
    functions="johtaja toimitusjohtaja päällikkö myynti osto omistaja osasto assistentti sihteeri puh asiantuntija",
    footers="tämä_(sähköposti|viesti) ajattele_ympäristöä ennen_kuin_tulostat lähetetty y-tunnus luottamuksellinen hanki_outlook tämän_viestin",
)
