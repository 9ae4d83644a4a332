"""Norwegian."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="takk takker takknemlig takknemlige tusentakk takka takksam takke",
    thanked="""
        skal_(du|dere)_(virkelig_|)ha (jeg|vi)_(vil|ønsker)_(gjerne_|bare_|virkelig_|)(å_|)takke
        tusen mange hjertelig stor stort så mye igjen til deg for alt alle hele nok en gang jeg vi veldig virkelig oppriktig varmt aller
        rask raskt raske god godt gode fin fint fine hyggelig hyggelige flott flotte utfyllende grundig tydelig tydelige profesjonell vennlig din ditt dine deres det den dette denne all super kjapt kjapp kjempefin kjempegod
        hjelpen svaret svar hjelp informasjonen infoen tilbakemeldingen tilbakemelding informasjon info service servicen og tiden tid respons tålmodighet tålmodigheten råd rådene rådet tips tipset tipsene forklaring forklaringen forståelse forståelsen omtanke vennlighet innsats innsatsen støtte støtten bistand bistanden arbeid jobb melding mail e-post epost mailen behandling oppfølging oppfølgingen bryderiet samarbeidet avklaring avklaringen at_du_tok_deg_tid meg oss
        for_at_(du|dere)_(tok_deg_tid|tok_dere_tid|svarte|svarte_så_raskt|svarte_så_fort|hjalp_meg|hjalp_oss|sa_ifra|ga_beskjed)
        for_(alt|ærligheten|omtanken|bryet|vennligheten|den_fine_servicen|raskt_svar|raskt_og_godt_svar|godt_svar|utfyllende_svar|hyggelig_svar)
        av_hele_mitt_hjerte ærlighet
    """,
    praise="""
        (blir|kommer_til_å_bli)_(så_|veldig_|kjempe|)(glad|glade|lykkelig|fornøyd|overlykkelig)
        flott perfekt supert super topp strålende kjempefint kjempebra nydelig utmerket fantastisk fantastiske herlig glimrende snilt snille snill hyggelig kult hjelpsom hjelpsomme kjempesnilt kjekt
        glad glade fornøyd fornøyde lettet lykkelig kjempeglad overlykkelig løst løste hjalp hjulpet funket fungerte
        (nå_|alt_|det_|)(fungerer|virker|funker)_(det_|alt_|)(igjen|nå|perfekt|som_det_skal|bra|fint|utmerket) nå_(fungerer|virker|funker)(|_det|_alt)(|_igjen|_perfekt|_som_det_skal) (akkurat_|nøyaktig_|)(det_|)(jeg|vi)_(trengte|lurte_på|ville_vite|ønsket_å_vite) forstår forstått
    """,
    praised="det her dette er var ble har så mye veldig virkelig nå alt meg oss helt av deg dere du jeg vi min vår kone mann kona mannen datter sønn mamma mor far pappa foreldre barn barna familie familien sjef kollega kolleger samboer svar svaret hjelp hjelpen problemet med en et utrolig endelig å_høre nyheter",
    wished="""
        dag helg kveld uke ettermiddag jul år nytt_år påske ferie sommer pinse dagen uka uken helga helgen kvelden nyttår høst vår
        17_mai lykke romjul hverdag helse
        tur advent vinter tur_til_fjells hyttetur skitur fjelltur
    """,
    good="""
        fin god hyggelig flott strålende gledelig godt riktig herlig nydelig fortsatt deilig fine gode gledelig_jul rolig solrik all
        riktig_god
    """,
    wishing="""
        jeg ønsker vi deg dere en ha et fortsatt riktig videre også selv nytt og til alle hele familien teamet i ønskes resten av
        mine beste fra de nå den med hilsen
        til_dere_alle til_dere dere_også til_alle i_helga i_helgen
    """,
    common="og jeg vi du dere deg så mye veldig meg oss virkelig også igjen",
    formulas="""
        fint bra så_(bra|fint) (nå|da)_(forstår|vet)_jeg(|_det|_beskjed|_akkurat) det_forklarer_(alt|saken)
        det_var_(raskt|feilen|problemet|årsaken|kjapt) for_en_(service|lettelse) dere_er_(best|fantastiske|flinke|gull_verdt)
        du_er_(en_engel|en_skatt|best) (jeg|vi)_anbefaler_dere_gjerne fem_stjerner alt_har_kommet_frem jeg_fant_det
        hils_(alle|familien|teamet) (så_|veldig_|)(vennlig|snilt|greit)_av_(deg|dere)
        (god|fin|riktig_god)_(søndag|fredag|lørdag|mandag|tirsdag|onsdag|torsdag) ok okay okei oppfattet notert forstått forstår
        den_er_grei mottatt (da|nå)_(forstår_jag|forstår_jeg|vet_jeg|vet_vi) jeg_(forstår|skjønner) skjønner godt_å_(vite|høre)
        bra_å_vite ha_(det|det_bra|det_fint|det_godt|det_så_bra)(|_så_lenge) i_like_måte på_gjensyn likeså likså
        (vi_|)(snakkes|sees|høres) hadet hade bare_hyggelig ingen_(årsak|problem|sak) vær_så_god takk_(i_like_måte|selv|det_samme)
        det_samme gratulerer lykke_til så_(bra|fint|hyggelig|snilt|flott) beklager_bryderiet
        det_var_(alt|akkurat_det|nettopp_det|det) (den|det|alt)_(går|virker|fungerer)_(igen|nå|som_smurt) ikke_nøl_med_å_ta_kontakt
        ah oh aha jaha oi hurra puh jippi (nå|da)_(forstår|vet|skjønner|ser)_(jeg|vi)(|_det)
        (den|det|mailen|eposten)_(lå|havnet|hadde_havnet)_i_(søppelposten|spam|spamfilteret|søppelmappa)
        fant_(den|det)(|_i_søppelposten) (for|hvilken)_(en_|)(lettelse|service|rask_service|glede)
        (alt|den|det)_(funker|fungerer|går|virker)_(nå_|igjen_|)(som_en_klokke|perfekt|utmerket|fint|bra|som_ny|knirkefritt|strålende|som_smurt)
        som_(ny|nytt|smurt) problemet_(er_|)løst (du|dere)_trenger_ikke_(å_|)svare
        (ville|jeg_ville|vi_ville)_bare_(si_det|si_ifra|takke)
        (du|dere)_er_(en_|et_|helt_|bare_|så_)(engel|engler|skatt|perle|perler|best|de_beste|fantastisk|fantastiske|snill|snille|gull_verdt|rå|helt|helter|herlig|herlige)
        hils_(alle|så_mye|kona|mannen|familien|teamet|gjengen|i_butikken|hjem)(|_fra_meg|_fra_oss) supert kjempeflott godt_nytt_år
        ha_(det_|en_|)(så_|riktig_|)(bra|fint|kjekt|god_helg|fin_helg|fin_dag|flott_dag) ta_vare_på_(deg_selv|dere_selv)
        så_(snilt|hyggelig|bra|flott|koselig)(|_av_deg|_av_dere) hatten_av
    """,
    greetings="hei heisann hallo kjære god_(morgen|dag|kveld|ettermiddag) goddag hei_(alle|igjen|dere|sammen|på_dere) morn morgen",
    closings="hilsen hilsner hilsninger mvh vh hilser hilsning klem ønsker hils",
    closed="med vennlig vennlige beste hjertelig gode varme mange venlig fra til alle familien hele teamet kjær",
    titles="herr fru dr prof",
    functions="leder daglig sjef innkjøp salg eier økonomi ansvarlig prosjektleder selger innkjøper konsulent",
    footers="denne_(e-posten|eposten|meldingen) tenk_på_miljøet innholdet_i_denne sendt_(fra|med) konfidensielt org.nr før_du_skriver_ut",
)
