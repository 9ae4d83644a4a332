"""Slovak."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="(chcem|chcela_by_som|chcel_by_som)_(vám_|)poďakovať ďakujem ďakujeme vďaka poďakovanie poďakovať vďačný vďačná vďační dakujem dakujeme vdaka ďakujúc díky",
    thanked="""
        veľmi veľká pekne krásne srdečne ešte raz vám ti všetkým úprimne naozaj mnohokrát nesmierne som sme za z celého srdca
        všetko rýchlu rýchle vašu vaše váš milú promptnú podrobnú ochotnú skvelú cenné cennú vyčerpávajúcu okamžitú bleskovú jasné
        odpoveď pomoc informáciu informácie správu reakciu ochotu vysvetlenie čas ústretovosť trpezlivosť radu rady snahu starostlivosť
        prístup vybavenie podporu spoluprácu námahu láskavosť servis služby email mail e-mail pochopenie objasnenie úsilie
        že_ste_(mi_|nám_|)(tak_rýchlo_|hneď_|)(odpovedali|odpovedal|odpovedala|pomohli|pomohol|pomohla|poradili|ozvali)
        za_(všetko|úprimnosť|bleskovú_odpoveď|rýchlu_reakciu|pekné_slová|milé_slová|info|záujem|čas) z_celého_srdca úprimnosť
    """,
    praise="""
        (bude|budú)_(mať_(veľkú_|)radosť|nadšen(á|ý|í)|šťastn(á|ý|í))
        super skvelé skvelý skvelá výborne výborné perfektné paráda úžasné úžasní fajn milé milá milý krásne bezva
        poteší potešilo potešila teší nadšená nadšený nadšení šťastná šťastný rád rada radi spokojná spokojný spokojní pomohlo pomohla pomohli
        vyriešené vyriešený jasné ochotní láskaví (už|teraz|všetko|už_to|teraz_to|zase)_funguje(|_ako_má|_výborne|_perfektne|_skvele) funguje_(to|to_už|zase|výborne|všetko) podarilo rozumiem chápem pochopil pochopila
    """,
    praised="""
        to je bolo bola ste sú veľmi naozaj všetko už teraz mi nám ma nás sa od vás moja môj naša náš žena manželka manžel dcéra syn
        mama otec rodičia deti rodina šéf kolegyňa kolega problém odpoveď pomoc z toho mám máme radosť som sme správa
        zas zasa
    """,
    wished="deň víkend večer týždeň popoludnie sviatky vianoce rok dňa víkendu večera týždňa sviatkov vianoc leto dovolenku zdravia šťastia úspechov veľkú_noc prázdniny zdravie",
    good="pekný krásny príjemný pekné krásne veselé šťastný pokojné pekného krásneho príjemného pokojný požehnané veľa všetko_dobré šťastné ničím_nerušené pokojných požehnaných dobrý",
    wishing="prajem prajeme prajem_vám majte sa nech máte aj vám zvyšok nový nového do roka všetkým tiež a celý celému tímu rodine vašej",
    common="a aj veľmi vám mi nám naozaj tiež",
    formulas="""
        (peknú|krásnu|príjemnú)_(nedeľu|sobotu|stredu) pekný_piatok
        ok okay rozumiem chápem jasné všetko_(jasné|v_poriadku) beriem_na_vedomie dovidenia do_videnia dopočutia podobne aj_vám tiež_vám všetko_(dobré|najlepšie) majte_sa(|_pekne|_krásne) ahoj
        nie_je_za_čo niet_za_čo rado_sa_stalo aj_(ja|my)_(ďakujem|ďakujeme) to_(rád|rada|radi)_počujem gratulujem to_je_všetko
        ach jój och hurá uf aha (už_|teraz_|)(viem|chápem|rozumiem|je_mi_to_jasné|je_to_jasné|je_to_jasne|mi_to_došlo)
        (bola|bol|bolo|spadla|spadol|skončila|skončil)_(to_|mi_|)(v_spame|do_spamu)
        (našla|našiel|našli)_(som_|sme_|)(to_|ju_|ho_|)(v_spame|) spadol_(mi_|nám_|)kameň_zo_srdca
        (ide|beží|funguje|šľape|kúri)_(to_|už_|zase_|)(ako_nový|ako_nová|ako_nové|ako_hodinky|ako_po_masle|výborne|perfektne|skvele|bez_problémov)
        ako_(nový|nová|nové) (problém_|)(vyriešený|vyriešené) nemusíte_odpovedať
        (chcela|chcel|chceli)_(som_|sme_|)len_(poďakovať|dať_vedieť)
        (ste|si)_(proste_|fakt_|naozaj_|)(poklad|zlatá|zlatý|zlatí|anjel|skvelá|skvelý|skvelí|super|borec|jednotka|najlepší|úžasná|úžasný|úžasní)
        (pozdravujte|pozdravte)_(manželku|manžela|všetkých|rodinu|kolegov|kolegu|kolegyňu)(|_odo_mňa|_od_nás)
        (krásne|pokojné|veselé|požehnané|pekné|príjemné)_(sviatky|vianoce|prázdniny|leto|jar|dni)(|_všetkým)
        (šťastný|dobrý|úspešný)_(nový_rok|rok) majte_sa_(krásne|pekne|dobre|fajn) držte_sa opatrujte_sa pán_boh_zaplať pánboh_zaplať
        klobúk_dole
    """,
    greetings="dobrý_deň dobré_(ráno|popoludnie) dobrý_večer ahoj zdravím(|_vás) vážen(ý|á|í)(|_pán|_pani|_páni) mil(ý|á|í) pekný_deň_prajem",
    closings="pozdravom pozdravy zdravím úctou pozdrav praje",
    closed="s so priateľským srdečným srdečne srdečný a prianím pekného krásneho dňa úctivo veľa",
    titles="pán pani páni slečna ing mgr bc dr judr mudr prof doc",
    functions="riaditeľ riaditeľka konateľ konateľka vedúci vedúca oddelenie majiteľ majiteľka asistentka účtovníčka",
    footers="tento_(e-mail|email) táto_správa obsah_tejto myslite_na_životné_prostredie ičo odoslané_z informácie_obsiahnuté",
)
