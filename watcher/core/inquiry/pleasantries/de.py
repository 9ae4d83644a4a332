"""German, with Austrian and Swiss words."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="""
        danke dank dankeschön dankschön bedanke bedanken dankbar dankeschöön merci dankesehr dankee danki dangge dankä
        vergelt's_gott vergelts_gott verbunden dankend habe_die_ehre vielendank danken
    """,
    thanked="""
        rückruf zuverlässigkeit kulanz gespräch telefonat großzügigkeit kompetenz fachkundige(|n) großzügige(|n) kulante(|n) unbürokratische(|n|r) verlässliche(|n) tatkräftige(|n) fachliche(|n) freundliches nettes entgegenkommendes gute_zusammenarbeit
        (möchte|möchten|wollte|wollten|will)_(mich|uns|ihnen|euch|dir|nur|hiermit|mich_nur|ihnen_nur|mich_noch|ihnen_noch|noch|einfach) kann_(ich_|)nur
        vielen vielem herzlichen herzlichsten besten lieben tausend schönen recht ganz herzlich vielmals vielmal bestens
        mega ganz_lieb riesigen großen grossen (einen_|)(ganz_|)(großen|herzlichen|riesigen|lieben|dicken)
        (ein_|)(ganz_|)(großes|grosses|herzliches|riesiges|dickes|liebes) innigen aufrichtigen allerbesten allerherzlichsten recht_herzlich von_herzen
        schon mal schonmal nochmal nochmals noch_einmal nochmal noch wieder erneut nun jetzt auch ebenfalls hiermit wirklich
        für_(die|den|das|ihre|ihren|ihr|eure|euren|euer|deine|deinen|dein|diese|diesen|dieses|alles|all|all_die|all_ihre) die der das den dem ihre ihren ihrem ihrer eure euren eurem eurer deine deinen deinem deiner dein ihr euer
        diese dieses diesen alles all allem alle mich uns sehr und auf_diesem_weg trotzdem jedenfalls
        schnelle(|n|r|s) rasche(|n|r|s) prompte(|n|r|s) nette(|n|r|s) freundliche(|n|r|s) gute(|n|r|s) ausführliche(|n|r|s)
        tolle(|n|r|s) liebe(|n|r|s) hilfreiche(|n|r|s) kompetente(|n|r|s) umfassende(|n|r|s) klare(|n|r|s) super
        unkomplizierte(|n|r|s) zügige(|n|r|s) wertvolle(|n|r|s) hervorragende(|n|r|s) detaillierte(|n|r|s) geduldige(|n|r|s)
        großartige(|n|r|s) wunderbare(|n|r|s) sofortige(|n|r|s) herzliche(|n|r|s) ehrliche(|n|r|s) flotte(|n|r|s)
        zuvorkommende(|n|r|s) verständliche(|n|r|s) professionelle(|n|r|s) blitzschnelle(|n|r|s) schnälli schnelli
        schnelles rasches ausgezeichnete(|n|r|s) netten vorbildliche(|n|r|s) spontane(|n|r|s) perfekte(|n|r|s)
        antwort antworten rückmeldung rückmeldungen rückantwort hilfe hilfestellung auskunft auskünfte info infos information
        informationen unterstützung nachricht mühe mühen erklärung erklärungen erläuterung erläuterungen beratung tipp tipps
        rat ratschlag ratschläge hinweis hinweise bemühungen bemühung e-mail email mail mails zeit geduld verständnis service
        kundenservice einsatz engagement entgegenkommen freundlichkeit aufmerksamkeit hilfsbereitschaft feedback
        reaktion bearbeitung erledigung klärung aufklärung vertrauen zusammenarbeit worte support bestätigung
        gastfreundschaft betreuung abwicklung klarstellung empfehlung empfehlungen tips nettigkeit mitteilung
        wünsche grüße informative zuarbeit tolle_arbeit arbeit zusendung übersendung schreiben zeilen
        dass_(sie|ihr|du)_(mir|uns)_(so_(schnell|nett|toll|prompt)_|)(geholfen_(haben|habt|hast)|geantwortet_(haben|habt|hast)) so so_(schnell|lieb|nett|prompt)
        bin sind sage sagen nur dafür hierfür darum bei_ihnen bei_dir bei_euch
        dass_sie_sich_(so_schnell_|gleich_|)(gemeldet|gekümmert|die_zeit_genommen|die_mühe_gemacht)(|_haben)
        dass_ihr_euch_(so_schnell_|gleich_|)(gemeldet|gekümmert|die_zeit_genommen)(|_habt)
        dass_du_dich_(so_schnell_|gleich_|)(gemeldet|gekümmert)(|_hast)
        dass_sie_sich_(so_viel_|)zeit_(für_mich_|für_uns_|)genommen_haben
        fürs_(kümmern|nachschauen|nachsehen|bescheid_sagen|bescheid_geben|antworten|erklären|mitdenken|feedback|schnelle_antworten)
        für's_(kümmern|nachschauen|nachsehen|erklären|antworten) in_jedem_fall nochmals_vielen wirklich_sehr recht_schönen
        ehrliche_antwort offene_antwort offene unglaublich_schnelle superschnelle rasend_schnelle liebenswürdige(|n)
        aufschlussreiche(|n) anschauliche(|n) beruhigende(|n)
    """,
    praise="""
        (wird|werden|würde)_(sich|uns)_(sehr_|riesig_|bestimmt_|)freuen (wird|werden)_(begeistert|glücklich|überglücklich|happy)_sein (kann|können)_(ich|wir|man)_(euch_|sie_|)nur_weiterempfehlen
        prima super supi perfekt toll klasse wunderbar spitze großartig grossartig fantastisch genial ausgezeichnet
        hervorragend nett lieb freundlich schön spitzenmäßig bestens top cool geil hammer wow sehr_gut richtig_gut
        hilfreich vorbildlich herrlich traumhaft phantastisch erstklassig optimal einwandfrei bombig mega wundervoll
        geholfen hilft begeistert erleichtert beruhigt glücklich zufrieden überglücklich happy beeindruckt überwältigt
        freut freuen freue gefreut riesig_freuen strahlen gestrahlt schnell kompetent zuverlässig
        (hat|haben|hät|hot)_(alles_|)(super_|prima_|gut_|wunderbar_|bestens_|toll_|einwandfrei_|perfekt_|auf_anhieb_|sofort_|problemlos_|reibungslos_|)(geklappt|funktioniert)
        (geklappt|funktioniert|läuft|geht|gehen|laufen|funktionieren)_(wieder|jetzt|nun|nun_wieder|jetzt_wieder|wieder_einwandfrei|wieder_alles|alles|alles_wieder|einwandfrei|wieder_prima|wieder_super|jetzt_alles)
        (jetzt|nun)_(funktioniert|läuft|geht)(|_es|_alles|_sie|_er)(|_wieder) funktioniert_(es|alles)(_wieder|) läuft_(es|alles)(_wieder|)
        alles_(klar|gut|bestens|super|perfekt|prima|verstanden|erledigt|in_ordnung|geklärt) problem_(gelöst|behoben) gelöst_(ist|hat) erledigt
        ist_(das_|)(problem_|)(gelöst|behoben) hat_sich_(geklärt|erledigt) klar verstanden weitergeholfen gold_wert
        beantwortet geklärt_(ist|hat) genau_(was|das_was)_(ich|wir)_(gesucht|gebraucht|wissen_wollte|wissen_wollten|brauchte|brauchten)(_habe|_haben|)
        alles_was_(ich|wir)_wissen_(wollte|wollten) weiterempfehlen ein_schatz ein_engel
    """,
    praised="""
        heizung anlage maschine drucker gerät internet telefon waschmaschine auto server rechner computer programm licht
        (ist|war)_ja
        das dies es ist war sind waren bist warst seid hat haben habe habt hast mir mich uns sehr weiter wirklich echt
        ganz richtig total absolut einfach damit wieder jetzt nun auch von_(ihnen|dir|euch) aber_auch so was wie mal voll
        alles alle fragen frage meine unsere sich riesig schon bin sie er riesig wahnsinnig
        frau mann tochter sohn mutter vater mama papa eltern kinder kind familie chef chefin kollege kollegin kollegen
        freund freundin oma opa enkel enkelin schwester bruder schwiegermutter mädels jungs lebensgefährtin partner
        antwort hilfe auskunft erklärung beratung service info information gute guter gutes tolle toller tolles
        super_service kundenservice eine ein einen der die den team leistung arbeit sache lösung nachricht nachrichten neuigkeit
        darüber sehr_sehr äußerst ausserordentlich überaus gerne_weiter endlich beste bester wieder_alles
        verstanden_habe problem ihre deine eure
    """,
    wished="""
        tag tage abend nachmittag vormittag woche wochenende restwoche feierabend zeit feiertage weihnachten ostern
        jahr start urlaub rutsch fest festtage weihnachtsfest osterfest weihnachtszeit adventszeit advent pfingsten
        osterfeiertage weihnachtstage sommer winter herbst frühling ferien jahreswechsel
        wochenstart wochenteil wuche wucheend wuchenänd abig obig tagesausklang ausklang ramadan zuckerfest opferfest
        gesundheit erfolg glück geschäfte reise heimreise nacht mittagspause
        festtagen silvester neujahr jahresende pfingstwochenende osterwochenende rest
    """,
    good="""
        genießen genießt
        schönen schöne schönes schöner schönste guten gute gutes guter angenehmen angenehme angenehmes angenehmer
        erholsames erholsame erholsamen sonnigen sonnige sonniges frohe frohes froher frohen tollen tolle tolles
        entspannten entspannte entspanntes besinnliche besinnlichen besinnliches ruhige ruhigen ruhiges gesegnete
        gesegneten gesegnetes fröhliche fröhliches glückliches glückliche glücklichen gesundes gesunde erfolgreiche
        erfolgreiches erfolgreichen wunderschönen wunderschöne wunderschönes wundervollen wundervolle friedliche
        friedvolle friedliches viel alles_gute beste schöni schön schös guets gueti guete ganz_viel
    """,
    wishing="""
        dem dem_ganzen ganz e schon schon_jetzt bereits_jetzt vorab schon_mal wünsche wünschen wünscht wünsch ihnen euch dir einen eine ein noch ebenfalls ebenso auch und den restlichen ihrem
        ihrer eurem deinem team familie ihrem_team allen mitarbeitern kollegen zusammen gleichfalls ins neue
        neuen neues der die das im einen_guten haben_sie hab habt für von uns ich wir en es no und_einen rest hoffe sie
        gesamten ganzen in vor zum zu dazu weiterhin zudem
    """,
    common="und ich wir ihnen euch dir sie ihr du sehr wirklich auch mir uns nochmals nochmal noch_einmal gerne_nochmal",
    formulas="""
        (jetzt_|dann_|nun_|da_|)wei(ß|ss)_ich_(ja_|jetzt_|nun_|)bescheid (das_|)(erklärt|beruhigt)_(alles|mich|mich_sehr|uns|einiges) (da_|)bin_ich_(ja_|jetzt_|aber_|)(beruhigt|erleichtert|froh) mehr_wollte_ich_(auch_|gar_|)nicht_wissen (das_|)ging_(ja_|aber_|)schnell so_(schnell|lieb|nett|freundlich) das_war_(das_problem|der_fehler|die_lösung|der_grund|des_rätsels_lösung) (ich_|wir_|)(habe|haben)_es_gefunden (werde|werden)_(ich_|wir_|)(sie|euch)_(gerne_|gern_|auf_jeden_fall_|)weiterempfehlen fünf_sterne (alles_|)(gut|heil|wohlbehalten)_angekommen was_für_ein_(toller_|)service sie_sind_(ein_schatz|ein_engel|die_besten|spitze|super|klasse|toll|der_beste|die_beste) (das_|)freut_(mich|uns)_(sehr|riesig|zu_hören) ich_freue_mich_(sehr|riesig) (grüße|gruß)_an_(das_team|alle|ihre_frau|ihren_mann) das_ist_(ja_|)(eine_|)(gute|tolle|schöne)_nachricht weiterhin_(alles_gute|viel_erfolg|gute_geschäfte) gute_(besserung|reise|fahrt|erholung) das_ist_(wirklich_|sehr_|)(zuvorkommend|aufmerksam|entgegenkommend|großzügig|kulant) großes_lob ein_(großes|dickes|herzliches)_lob lob_an_(das_team|sie|alle) kompliment_an_(das_team|sie|alle) hat_mich_(sehr_|riesig_|)gefreut
        (einen_|noch_einen_|)(schönen|guten|ruhigen|sonnigen)_(rest_|)(montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|mittag)(_noch|) schönen_(morgen|dienstag)_noch eine_(gute|schöne)_neue_woche
        ok okay alles_klar(|o) verstanden klar notiert passt_danke habe_verstanden (ich_|wir_|)(habe|hab|haben)_(es_|das_|alles_|)(verstanden|erhalten|bekommen|notiert|kapiert)
        (ihnen|euch|dir)_(auch|ebenso|ebenfalls)(|_alles_gute) bleiben_sie_(gesund|wie_sie_sind|alle_gesund|weiterhin_gesund) bleibt_gesund bleib_gesund
        alles_(gute|liebe)(|_für_sie|_ihnen|_für_euch) ebenfalls ebenso gleichfalls bis_(dann|bald|demnächst|zum_nächsten_mal|dahin|später) tschüss tschüß tschau ciao
        auf_(wiedersehen|wiederhören|wiederschauen|bald) ade uf_(widerluege|wiederluege) pfiat_(di|eich) pfiati adieu
        (sehr_|)gern(|e)_geschehen keine_ursache nichts_zu_danken bitte_(sehr|schön|gerne) da_nicht_für dafür_nicht
        (gut|schön|gut_das|prima)_zu_(wissen|hören) das_war's das_wars (genau_|)das_war_(es|alles|genau_das) daran_(lag_es|hat_es_gelegen)(|_also) es_lag_daran na_dann weiter_so machen_sie_weiter_so
        freut_(mich|uns) (hochachtung|kompliment|respekt|chapeau|hut_ab|bravo) gott_sei_dank (einen_|)guten_rutsch prosit_neujahr
        (bei|für)_(weitere(|n)_|)(rückfragen|fragen)_(stehe|stehen)_(ich|wir)_(ihnen_|)(gerne_|gern_|jederzeit_|)zur_verfügung
        (falls|wenn|sollten)_sie_(noch_|)(fragen_haben|etwas_brauchen)_(melden_sie_sich|können_sie_sich)(_gerne|_gern|_jederzeit|)(_melden|)
        lassen_sie_es_sich_gut_gehen machen_sie's_gut machs_gut mach's_gut entschuldigen_sie_die_(störung|mühe) gott_segne_sie
        (da_|)bin_ich_(aber_|)froh da_sind_wir_(aber_|)froh alles_paletti hammer mahlzeit bleiben_sie_behütet
        ach ach_so achso aha oha hach ach_ja ach_du_meine_güte juhu hurra uff puh sapperlot
        (da_|jetzt_|nun_|)(bin_ich|sind_wir)_(im_bilde|beruhigt|schlauer|erleichtert|ganz_beruhigt) wieder_was_(gelernt|dazugelernt)
        (da_|)(fällt|fiel)_(mir|uns)_(aber_|)ein_(großer_|riesiger_|)stein_vom_herzen
        (war|lag|ist)_(leider_|tatsächlich_|wirklich_|)im_(spam|spamordner|spam-ordner|junk-ordner|papierkorb) im_spam_gelandet
        (habe_ich|hab_ich|habe|hab|haben_wir)_(sie_|es_|ihn_|)(jetzt_|schon_|)(gefunden|entdeckt|übersehen)
        (das_|)hat_(sich_|)(damit_|hiermit_|)erledigt
        damit_(ist|hat)_(alles_|sich_alles_|)(klar|geklärt|gesagt|erledigt|beantwortet) (mehr_|)keine_(weiteren_|)fragen_mehr
        keine_antwort_(nötig|notwendig|erforderlich) (sie_|)(brauchen|müssen)_nicht_(zu_|)antworten
        (das_|)(wollte|wollten)_(ich|wir)_nur_(kurz_|)(sagen|mitteilen|loswerden)
        (alles_|)(läuft|funktioniert|klappt|geht)_(wieder_|jetzt_|nun_|)(bestens|prima|super|einwandfrei|tadellos|perfekt|reibungslos|wie_geschmiert|wie_am_schnürchen|wunderbar)
        wie_(neu|geschmiert|am_ersten_tag) (das_|)problem_(ist_|hat_sich_)(gelöst|behoben|erledigt|weg)
        (sie_sind|du_bist|ihr_seid)_(ein_|eine_|einfach_|wirklich_|)(schatz|engel|goldstück|held|heldin|retter|retterin|perle|wucht|goldig|großartig|unbezahlbar|die_besten|die_beste|der_beste|spitze|klasse|toll|super)
        (was_für_ein_|)(toller|super|klasse|spitzen|prima|erstklassiger|top|bester)_(service|kundendienst|kundenservice)
        (so_|)(stellt|wünscht)_man_sich_das_vor so_macht_das_(spaß|freude) (das_|)nenne_ich_(mal_|)(service|kundendienst|schnell)
        (das_|)ist_(ja_|wirklich_|aber_|sehr_|)(beruhigend|erfreulich|wunderbar|großartig|super|toll|nett|lieb)(|_von_ihnen|_von_dir|_von_euch)
        (das_|)lob_ich_mir
        (liebe_|schöne_|viele_|herzliche_|beste_)(grüße|grüsse)_(auch_|)an_(ihre_frau|ihren_mann|das_team|die_kollegen|die_kollegin|den_kollegen|alle|die_familie|die_werkstatt)
        grüßen_sie_(das_team|ihre_frau|ihren_mann|alle|die_kollegen)(|_von_mir|_von_uns) grüß_(alle|das_team)
        (gesegnete_|gute_|schöne_|frohe_|ruhige_|)(adventszeit|fastenzeit|festtage|ostertage|pfingsten|ernte|saison|ferien|genesung|erholung|zeit)
        (einen_|)(schönen|guten)_(nikolaus|advent|dritten_advent|zweiten_advent|ersten_advent|vierten_advent) helau alaaf glück_auf
        petri_heil waidmannsheil servus_und_pfiat_gott vergelts_gott_tausendmal vermerkt (ist_|habe_ich_|)notiert
        zur_kenntnis_genommen (da|hier)_(steht|ist|war|liegt)_(sie|er|es)_ja
        (habe_|hab_|)(sie|es|ihn|das)_(wohl_|glatt_|einfach_|)übersehen
    """,
    greetings="""
        hallo hi hey moin moinmoin servus grüezi(|_mitenand) grüß_gott grüss_gott grüß_sie grüß_dich grüss_dich grüß_euch griaß_di hoi sali salü
        (sehr_|)geehrte(r|n|)(_damen_und_herren|_damen|_herren|) lieb(e|er|es)(|_team|_alle|_leute|_damen_und_herren|_kolleginnen_und_kollegen) werte(r|) (hallo|guten_tag|hi|moin)_(zusammen|liebes_team|nochmal|an_alle|in_die_runde|ihr_lieben)
        guten_(tag|morgen|abend|mittag|nachmittag) schönen_guten_(tag|morgen|abend) tach ihr_lieben guete_tag
    """,
    closings="""
        grüße grüßen grüsse grüssen gruß gruss grüßle grüessli grüess grüssli mfg lg vg bg sg hg fg llg glg hochachtungsvoll
        herzlichst herzlich freundlichst grüßt grüsst hochachtung wünscht wünschen
    """,
    closed="""
        mit ganz recht freundlichen freundlichem freundliche freundlicher freundlichste besten bestem beste bester
        allerbeste allerbesten herzlichen herzlichem herzliche herzlicher herzlichste lieben liebem liebe lieber liebste
        vielen viele schönen schöne schöner sonnigen sonnige kollegialen kollegiale dankbaren winterliche winterlichen
        vorweihnachtliche vorweihnachtlichen weihnachtliche weihnachtlichen adventliche adventlichen österliche österlichen
        frühlingshafte frühlingshaften sommerliche sommerlichen herbstliche herbstlichen liäbi liebi fründlechi fründlichi
        vorzüglicher einen an alle das ganze ganzen gesamte team die den der dem ihre ihr ihren ihrem ihrer frau mann
        familie kollegen kolleginnen mitarbeiter von meiner meinem uns allen beiden aus vom am im es viele
    """,
    titles="herr herrn hr frau fr dr prof professor familie fam herrschaften mag ing dipl",
    functions="""
        geschäftsführer geschäftsführerin geschäftsführung geschäftsleitung leiter leiterin leitung einkauf vertrieb inhaber
        inhaberin verwaltung sekretariat buchhaltung assistenz assistentin meister meisterin abteilung kaufmännische
        kaufmännischer technische technischer stellvertretende stellvertretender rechtsanwalt rechtsanwältin steuerberater
        facharzt architekt ingenieur sachbearbeiter sachbearbeiterin vorstand prokurist mitglied vorsitzender sitz mobil
    """,
    footers="""
        diese_(e-mail|email|mail|nachricht) der_inhalt_dieser vertraulich(|keit) bitte_(denken|denke)_(sie_|)an_(die_umwelt|unsere_umwelt)
        bitte_prüfen_sie(|_der_umwelt) denken_sie_an_die_umwelt der_umwelt_zuliebe müssen_sie_diese rechtliche_hinweise haftungsausschluss
        geschäftsführer: geschäftsführung: sitz_der_gesellschaft handelsregister registergericht amtsgericht ust-id ust-idnr ustid
        steuernummer st.-nr hrb vorsitzender_des_aufsichtsrats datenschutz hinweise_zum_datenschutz informationen_zum_datenschutz wir_verarbeiten_ihre
        von_meinem von_meiner gesendet_(von|mit|aus|vom) virenfrei diese_nachricht_wurde_von_meinem bankverbindung iban öffnungszeiten unsere_öffnungszeiten
        besuchen_sie_uns folgen_sie_uns sie_finden_uns papier_sparen aufsichtsrat
    """,
)
