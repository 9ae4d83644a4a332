"""Swedish."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="tack tackar tacksam tacksamma tackade tackat tusentack jättetack tackar_och_bockar",
    thanked="""
        ska_(du|ni)_(verkligen_|)ha (jag|vi)_vill_(verkligen_|bara_|)(tacka|ge)
        stort tusen hjärtligt många varmt så mycket hemskt väldigt jättemycket ännu en gång igen snälla jag vi från för allt hela att all verkligen ödmjukt oerhört till er dig alla
        ert ditt din er eran era dina det den snabbt snabb snabba fint fina fin trevliga trevligt utförliga utförligt tydliga tydligt bra god gott professionell professionellt vänliga vänligt tålmodiga kloka utmärkt utmärkta suveräna otroligt
        hjälpen svaret svar informationen infon återkopplingen hjälp återkoppling information info respons meddelande mail mejl tid tiden besked beskedet service servicen bemötande bemötandet tålamod tålamodet råd rådet råden tips tipset tipsen förklaring förklaringen förståelse omtanke omtanken vänlighet engagemang engagemanget stöd stödet besvär besväret arbete jobb insats samarbetet support supporten hanteringen
        du_hjälpte ni_hjälpte du_tog_dig_tid ni_tog_er_tid mig oss
        för_att_(du|ni)_(tog_|så_snabbt_|hörde_|)(tiden|svarade|återkom|hjälpte_till|hjälpte_mig|hjälpte_oss|hörde_av_dig|hörde_av_er|tog_dig_tid|tog_er_tid)
        för_(allt|ärligheten|ert_engagemang|omtanken|snabbheten|besväret|vänligheten|den_fina_servicen|ärligt_svar|snabbt_svar|utförligt_svar)
        av_hela_mitt_hjärta ärlighet tusentals
    """,
    praise="""
        (jätte|mycket_|väldigt_)bra
        (blir|kommer_att_bli)_(så_|mycket_|jätte|väldigt_|)(glad|glada|lycklig|lyckliga|nöjd|nöjda|överlycklig)
        toppen perfekt super jättebra utmärkt kanon underbart underbara snällt snälla fantastiskt fantastisk fantastiska suveränt suverän härligt kul roligt skönt finemang klockrent strålande lysande grymt trevligt trevliga hjälpsam hjälpsamma gulligt fint jättesnällt jättefint kanonbra proffsigt
        glad glada nöjd nöjda jätteglad jättenöjd lättad lycklig lyckliga överlycklig löst löste klart klart_och_tydligt hjälpte hjälpt funkade fungerade
        (nu_|allt_|det_|)(fungerar|funkar)_(det_|allt_|)(igen|nu|perfekt|utmärkt|som_det_ska|bra|jättebra) nu_(fungerar|funkar)(|_det|_allt)(|_igen|_perfekt|_bra|_som_det_ska) (precis_|exakt_|)(det_|)(vad_|)(jag|vi)_(behövde|undrade|ville_veta|undrade_över|letade_efter)(|_veta)
        förstår förstått begriper
    """,
    praised="det här den det_var är var blev har så mycket verkligen nu allt mig oss väldigt jätte riktigt helt av dig er ni du jag vi min mitt vår fru man dotter son mamma pappa mor far föräldrar barn barnen familj familjen chef kollega kollegor mormor farmor sambo vad svar svaret hjälp hjälpen problemet med på en ett otroligt äntligen nyheter att_höra",
    wished="""
        dag helg kväll vecka eftermiddag jul nytt_år påsk sommar semester fortsättning midsommar helgen dagen kvällen veckan advent
        nyår vår höst vinter slut lucia helger hälsa lycka
        valborg pingst resa skörd första_maj
    """,
    good="trevlig fin bra skön härlig god gott glad trevligt härligt fortsatt riktigt underbar mysig lugn solig fantastisk skönt mycket gott_nytt goda sköna",
    wishing="""
        jag önskar vi önskade dig er en ett ha det också på dagen nytt och själv med till alla hela familjen teamet i gänget så
        riktigt du ni tillönskas resten av mina bästa från nu den det en_fortsatt kommande
        till_er_alla på_er på_dig till_alla själva
    """,
    common="och jag vi du ni dig er så mycket väldigt mig oss verkligen också igen",
    formulas="""
        bra så_bra (nu|då)_(förstår|vet)_jag(|_precis|_bättre) det_förklarar_(allt|saken) det_var_(snabbt|felet|problemet|orsaken)
        vilken_(service|lättnad|snabb_service|hjälp) ni_är_(bäst|fantastiska|toppen|guld_värda|underbara|änglar)
        du_är_(bäst|en_ängel|en_pärla|toppen|fantastisk) (jag|vi)_rekommenderar_er_gärna fem_stjärnor allt_har_kommit_fram
        jag_hittade_det hälsa_(alla|teamet|familjen)(|_så_mycket) (så_|mycket_|)(vänligt|snällt|rart)_av_(dig|er) guld_värt skönt
        (trevlig|skön|fin|glad)_(söndag|fredag|lördag|måndag|tisdag|onsdag|torsdag) ok okej okay uppfattat noterat förstått förstår
        klart_och_tydligt jag_(förstår|är_med|fattar|har_fått_det) då_(förstår_jag|vet_jag|vet_vi|är_jag_med) bra_att_veta
        skönt_att_(höra|veta) ha_(det|det_så)_(bra|gott|fint|skönt)(|_så_länge) ha_det detsamma (vi_|)(hörs|ses) hej_(då|så_länge)
        hejdå sköt_om_(dig|er) ta_hand_om_(dig|er) adjö var_så_god varsågod ingen_(orsak|fara) inga_problem det_var_så_lite så_lite
        (tack_|)själv tack_själv tack_detsamma (god_|)fortsättning gratulerar grattis lycka_till
        vad_(bra|roligt|kul|skönt|snällt|fint|trevligt) tveka_inte_att_(höra_av_dig|kontakta_mig|kontakta_oss) ursäkta_besväret
        det_var_(allt|precis_det|just_det|det) (den|det|allt)_(går|rullar|fungerar|funkar)_(igen|nu|som_smort) kram_på_er
        ah oh aha jaha jaså oj hurra puh jippi (nu|då)_(förstår|vet|ser|fattar)_(jag|vi)(|_det)
        (den|det|mejlet|mailet)_(låg|hade_hamnat|hamnade)_i_(skräpposten|skräpkorgen|spammen)
        (hittade|hittat)_(den|det)(|_i_skräpposten) vilken_(lättnad|service|snabb_service|toppenservice|snabbhet|glädje|fin_service)
        en_sten_från_(mitt_|)hjärta
        (allt|den|det)_(funkar|fungerar|går|rullar)_(nu_|igen_|)(som_en_klocka|perfekt|utmärkt|fint|bra|som_ny|klockrent|kanon)
        som_(ny|nytt|smort) (problemet_(är_|)|)(löst|ordnat|ur_världen) (du|ni)_behöver_inte_svara
        (ville|jag_ville|vi_ville)_(bara_|)(säga_det|meddela|tala_om_det|tacka)
        (du|ni)_är_(en_|ett_|helt_|bara_|så_)(ängel|änglar|klippa|klippor|pärla|pärlor|toppen|bäst|bästa|underbar|underbara|fantastisk|fantastiska|snäll|snälla|guld|guld_värd|guld_värda|hjälte|hjältar|kanon)
        (hälsa|hälsningar)_(så_gott_|)(till_|)(alla|frun|maken|familjen|teamet|kollegorna|butiken|hela_gänget)(|_från_mig|_från_oss)
        (ha|ha_det)_(så_|)(bra|gott|fint|mysigt|skönt|trevligt)(|_så_länge)
        vad_(snällt|gulligt|bra|skönt|roligt|fint|snabbt|hyggligt)(|_av_dig|_av_er) hatten_av kanonbra (toppen|super|kanon)service
    """,
    greetings="hej hejsan hallå tjena hej_(alla|på_er|på_dig|igen|igen_och) god_(morgon|dag|kväll|eftermiddag|förmiddag) godmorgon goddag bästa kära(|_ni) käre morrn",
    closings="hälsning hälsningar mvh vh hälsar kram kramar hälsn önskar tillgivne",
    closed="med vänlig vänliga bästa varma hjärtliga många glada från soliga till familjen alla hela teamet allra kära",
    titles="herr fru fröken dr prof",
    functions="vd chef inköp försäljning ägare ekonomi ansvarig projektledare säljare inköpare administratör ingenjör",
    footers="detta_(e-postmeddelande|mejl|meddelande|mail) tänk_på_miljön innehållet_i_detta skickat_(från|med) konfidentiellt org.nr orgnr innan_du_skriver_ut",
)
