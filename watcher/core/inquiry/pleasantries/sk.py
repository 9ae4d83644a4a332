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
    """,
    praise="""
        (bude|budú)_(mať_(veľkú_|)radosť|nadšen(á|ý|í)|šťastn(á|ý|í))
        super skvelé skvelý skvelá výborne výborné perfektné paráda úžasné úžasní fajn milé milá milý krásne bezva
        poteší potešilo potešila teší nadšená nadšený nadšení šťastná šťastný rád rada radi spokojná spokojný spokojní pomohlo pomohla pomohli
        vyriešené vyriešený jasné ochotní láskaví (už|teraz|všetko|už_to|teraz_to|zase)_funguje(|_ako_má|_výborne|_perfektne|_skvele) funguje_(to|to_už|zase|výborne|všetko) podarilo rozumiem chápem pochopil pochopila
    """,
    praised="to je bolo bola ste sú veľmi naozaj všetko už teraz mi nám ma nás sa od vás moja môj naša náš žena manželka manžel dcéra syn mama otec rodičia deti rodina šéf kolegyňa kolega problém odpoveď pomoc z toho mám máme radosť som sme správa",
    wished="deň víkend večer týždeň popoludnie sviatky vianoce rok dňa víkendu večera týždňa sviatkov vianoc leto dovolenku zdravia šťastia úspechov veľkú_noc prázdniny zdravie",
    good="pekný krásny príjemný pekné krásne veselé šťastný pokojné pekného krásneho príjemného pokojný požehnané veľa všetko_dobré šťastné ničím_nerušené pokojných požehnaných dobrý",
    wishing="prajem prajeme prajem_vám majte sa nech máte aj vám zvyšok nový nového do roka všetkým tiež a celý celému tímu rodine vašej",
    common="a aj veľmi vám mi nám naozaj tiež",
    formulas="""
        (peknú|krásnu|príjemnú)_(nedeľu|sobotu|stredu) pekný_piatok
        ok okay rozumiem chápem jasné všetko_(jasné|v_poriadku) beriem_na_vedomie dovidenia do_videnia dopočutia podobne aj_vám tiež_vám všetko_(dobré|najlepšie) majte_sa(|_pekne|_krásne) ahoj
        nie_je_za_čo niet_za_čo rado_sa_stalo aj_(ja|my)_(ďakujem|ďakujeme) to_(rád|rada|radi)_počujem gratulujem to_je_všetko
    """,
    greetings="dobrý_deň dobré_(ráno|popoludnie) dobrý_večer ahoj zdravím(|_vás) vážen(ý|á|í)(|_pán|_pani|_páni) mil(ý|á|í) pekný_deň_prajem",
    closings="pozdravom pozdravy zdravím úctou pozdrav praje",
    closed="s so priateľským srdečným srdečne srdečný a prianím pekného krásneho dňa úctivo veľa",
    titles="pán pani páni slečna ing mgr bc dr judr mudr prof doc",
    functions="riaditeľ riaditeľka konateľ konateľka vedúci vedúca oddelenie majiteľ majiteľka asistentka účtovníčka",
    footers="tento_(e-mail|email) táto_správa obsah_tejto myslite_na_životné_prostredie ičo odoslané_z informácie_obsiahnuté",
)
