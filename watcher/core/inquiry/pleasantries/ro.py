"""Romanian."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="(aș_dori|vreau|vrem|doresc|dorim)_să_(vă_|)(mulțumesc|mulțumim) mulțumesc mulțumim mulțam mersi multumesc multumim mulțumiri mulțumirile recunoscător recunoscătoare recunoscători mulţumesc mulţumim mulțumi mulțumire merci",
    thanked="""
        mult foarte frumos încă o_dată o_mie_de_ori din suflet inimă tuturor mii multe vă va îți dumneavoastră dvs dv sincer sincere toată tot toate calde și eu noi vă_adresez tare nespus enorm
        pentru_(tot|promptul|prompta|rapidul|răspuns|răspunsul|răspunsuri|ajutor|ajutorul|informații|informațiile|informație|informația|mesaj|mesajul|promptitudine|promptitudinea|timpul|sprijin|sprijinul|amabilitate|amabilitatea|răbdare|răbdarea|raspuns|raspunsul|explicații|explicațiile|explicație|explicația|sfat|sfatul|sfaturi|sfaturile|înțelegere|înțelegerea|solicitudine|solicitudinea|lămuriri|lămuririle|clarificări|clarificarea|clarificările|efort|efortul|atenție|atenția|colaborare|colaborarea|grija|serviciile|profesionalism|profesionalismul|disponibilitate|disponibilitatea|bunăvoință|bunătate|că_m-ați_ajutat|că_ne-ați_ajutat|implicare|implicarea|feedback|toate|ospitalitate)
        promptul prompta răspuns răspunsul ajutor ajutorul ajutorul_acordat informații informațiile promptitudine promptitudinea timpul sprijin sprijinul amabilitate amabilitatea răbdare răbdarea explicații explicațiile sfaturi sfaturile înțelegere înțelegerea de lămuriri clarificări efortul atenția colaborarea profesionalismul
        prompt rapid acordat acordată detaliat detaliate clar clare util utile complet amabil rapidă promptă dedicat alocat atât bune prețioase bun
        că_(mi-ați|ne-ați|m-ați)_(răspuns|ajutat|lămurit|explicat)(|_atât_de_repede|_așa_repede|_imediat)
        pentru_(tot|sinceritate|sinceritatea|promptitudine|solicitudine|solicitudinea|grijă|grija|deranj|timpul_acordat|vorbele_frumoase|răspunsul_rapid)
        din_(suflet|inimă|tot_sufletul|toată_inima) sinceritate solicitudine
    """,
    praise="""
        foarte_(bine|bun|bună)
        se_va_bucura se_vor_bucura va_fi_(foarte_|)(încântată|încântat|fericită|fericit|bucuroasă|bucuros)
        super perfect excelent minunat grozav amabil amabilă amabili frumos extraordinar nemaipomenit fantastic încântător drăguț drăguți bravo tare util superb
        încântată încântat încântați fericită fericit fericiți bucuroasă bucuros bucuroși mulțumită mulțumit mulțumiți bucur bucurăm ușurată ușurat ajutat rezolvat rezolvată lămurit lămurită clar clare
        (acum|totul|deja|iar|acum_totul)_(funcționează|merge)(|_perfect|_bine|_din_nou) (funcționează|merge)_(din_nou|perfect|acum|totul|iar) a_(funcționat|mers) (exact_|)(ce|ceea_ce)_(voiam_să_știu|aveam_nevoie|căutam|îmi_trebuia) înțeles priceput
    """,
    praised="este e a_fost au fost sunteți ați_fost foarte chiar acum totul mi ne m-ați m ați ne-ați atât mult soția soțul fiica fiul mama tata părinții copiii familia șeful colega colegul mea meu noastră nostru problema răspunsul ajutorul ce se sunt suntem tot că a s-a s așa de din partea dumneavoastră în_sfârșit vești veste",
    wished="zi ziua seară seara săptămână săptămâna weekend sfârșit_de_săptămână sărbători sărbătorile crăciun paște paști an după-amiază vacanță concediu noapte vară sănătate noroc succes spor_la_treabă zile 1_mai revelion",
    good="bună buna bun frumoasă frumoasa plăcută plăcut frumos fericit fericite minunat minunată excelentă liniștite liniștită multă mult numai_bine toate_cele_bune frumoase relaxant binecuvântate senină",
    wishing="vă doresc dorim să aveți aveti o un foarte în continuare și dumneavoastră dvs nou cu de la mulți ani tuturor echipei familiei petreceți asemenea noul restul va de_asemenea urez urăm",
    common="și foarte eu noi vă dumneavoastră mi ne din_nou încă_o_dată",
    formulas="""
        acum_(înțeleg|am_înțeles|știu|e_clar|este_clar)(|_totul) asta_explică_tot(|ul) m-am_liniștit
        sunteți_(minunați|cei_mai_buni|extraordinari|foarte_amabili|un_înger) vă_voi_recomanda(|_tuturor) cinci_stele
        a_ajuns_totul(|_cu_bine) am_găsit(|-o) asta_era_problema ce_(rapiditate|promptitudine)
        foarte_(drăguț|amabil|frumos)_din_partea_(dumneavoastră|dvs|voastră) drum_bun o_duminică_(frumoasă|plăcută) ok okay
        am_(înțeles|primit|notat|reținut)(|_tot|_totul) înțeles clar totul_(e_|este_|)(clar|bine|în_regulă|ok)
        la_(revedere|fel|mulți_ani) asemenea și_dumneavoastră și_(vouă|ție|dvs) toate_cele_bune numai_bine pentru_puțin
        nicio_problemă n-aveți_pentru_ce și_(eu|noi)_vă_(mulțumesc|mulțumim) (eu|noi)_vă_(mulțumesc|mulțumim) bine_de_știut mă_bucur
        pa salutări_echipei felicitări pe_curând doamne_ajută dumnezeu_să_vă_(binecuvânteze|dea_sănătate) sărbători_fericite
        crăciun_fericit scuze_de_deranj atât vă_stau_la_dispoziție (rămân|rămânem)_la_dispoziția_dumneavoastră
        ah oh uf ura aha sărumâna săru-mâna sărut_mâna sărut_mâinile
        (acum_|am_|)(înțeles|înțeleg|priceput|știu|e_clar|lămurit|m-am_lămurit) (m-am|ne-am)_(lămurit|liniștit)
        (era|ajunsese|intrase|a_intrat)_în_spam (l-am|am)_găsit(-o|)(|_în_spam) mi_s-a_luat_o_piatră_de_pe_(inimă|suflet)
        (merge|funcționează|mergem)_(acum_|iar_|din_nou_|)(perfect|brici|ca_nou|ca_nouă|ca_uns|ca_ceasul|impecabil|de_minune|foarte_bine)
        ca_(nou|nouă) (problema_|)(rezolvată|rezolvat|s-a_rezolvat)
        nu_(este_|e_|)(nevoie_|trebuie_)să_(îmi_|mai_|)(răspundeți|răspunzi)
        (voiam|vroiam|am_vrut|am_ținut)_(doar_|)să_(vă_|îți_|)(mulțumesc|mulțumim)
        (sunteți|ești)_(o_|un_|niște_|)(comoară|înger|îngeri|minune|minunați|minunată|minunat|cei_mai_buni|cea_mai_bună|cel_mai_bun|grozavi|grozavă|extraordinari|super|de_milioane)
        (dumnezeu_să|să_vă_dea_dumnezeu|doamne_ajută|să_vă_dea_domnul)_(vă_(binecuvânteze|ajute|dea_sănătate)|sănătate|)
        (sănătate|sănătate_multă|multă_sănătate|numai_bine|toate_cele_bune|mult_succes|spor|spor_la_treabă|la_mulți_ani|mult_spor)(|_tuturor|_vouă|_și_dumneavoastră)
        (salutări|complimente|transmiteți_salutări)_(tuturor|doamnei|soției|soțului|familiei|echipei|colegilor|întregii_echipe)
        (paște|crăciun|an_nou|sărbători|sărbătorile|weekend|week-end|concediu|vacanță|recoltă|zi|seară|săptămână|duminică)_(fericit|fericite|liniștit|liniștite|frumos|frumoase|plăcut|plăcută|plăcute|bogată|bună|frumoasă|senine|luminat|luminate|fericită|ușoară)
        hristos_a_înviat adevărat_a_înviat
        (ce|câtă)_(bucurie|ușurare|veste_bună|rapiditate|promptitudine|servicii|amabilitate|drăguț|frumos)(|_din_partea_dumneavoastră)
    """,
    greetings="bună_(ziua|dimineața|seara) bună buna_ziua bună_ziua_tuturor salut salutare stima(t|tă|te|ți)(|_domn|_doamnă|_domnule|_domni|_doamne_și_domni) drag(ă|i|ul) neața",
    closings="stimă respect considerație drag prietenie salutări salut stima respectul salutari pupici îmbrățișări toate_cele_bune numai_bine consideratie",
    closed="cu toată deosebit deosebită multă mult aleasă sincere cele mai bune calde al dumneavoastră tot respectul cordiale o zi bună frumoasă",
    titles="domnul doamna domnule doamnă dl dna d-na d-l dr ing prof av domnișoara",
    functions="director manager administrator vânzări achiziții departament șef proprietar asistent contabil avocat inginer",
    footers="acest_(mesaj|e-mail|email) prezentul_mesaj informațiile_conținute gândiți-vă_la_mediu înainte_de_a_tipări trimis_(de_pe|din|cu) confidențial cui protejați_mediul",
)
