"""Czech."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="děkuji děkuju děkujeme díky dík dekuji dekujeme poděkování poděkovat vděčný vděčná vděčni děkujem diky děkujíc",
    thanked="""
        tak_(rychlou|rychlé|milou|vyčerpávající|podrobnou|ochotnou|skvělou)
        (chci|chtěla|chtěl|chtěli)_(bych|bychom|jsem)_(vám_|moc_|)poděkovat
        moc velice velmi mockrát ještě jednou srdečně vám ti mnohokrát pěkně všem upřímně opravdu strašně hrozně nesmírně
        i za z celého srdce všechno vše jsem jsme rychlou rychlé vaši vaše váš vašeho milou brzkou vyčerpávající podrobnou ochotnou
        skvělou užitečné cennou cenné okamžitou bleskovou jasné vstřícné perfektní super krásné
        odpověď pomoc informaci informace zprávu reakci ochotu vysvětlení čas vstřícnost trpělivost radu rady snahu péči
        přístup vyřízení podporu spolupráci námahu laskavost servis služby jednání email e-mail mail objasnění profesionalitu pochopení upřesnění starost úsilí tip tipy důvěru
        že_jste_(mi_|nám_|)(tak_rychle_|hned_|)(odpověděl|odpověděla|odpověděli|pomohl|pomohla|pomohli|poradil|poradila|poradili|ozval|ozvala)
        za_(všechno|vše|upřímnost|bleskovou_odpověď|rychlou_reakci|hezká_slova|milá_slova|info|zájem|čas) z_celého_srdce upřímnost
        zájem fofr díky
    """,
    praise="""
        (bude|budou)_(mít_(velkou_|)radost|nadšen(á|ý|í)|šťastn(á|ý|í)|moc_ráda|moc_rád)
        super skvělé skvělý skvělá skvěle výborně výborné perfektní paráda parádní bezva krásné báječné úžasné úžasní fajn milé milá milý hezké prima
        potěší potěšilo potěšila těší nadšená nadšený nadšení šťastná šťastný rád ráda rádi spokojená spokojený spokojeni ulevilo pomohlo pomohla pomohli pomohl
        vyřešeno vyřešené vyřešený jasné ochotní hodní laskaví (už|teď|nyní|vše|všechno|zase|už_to|teď_to|vše_už|už_vše)_funguje(|_skvěle|_jak_má|_výborně|_perfektně) funguje_(to|to_už|zase|skvěle|výborně|vše) povedlo zafungovalo
        přesně_(to|tohle)_(jsem_|)(potřeboval|potřebovala|potřebovali|chtěl_vědět|chtěla_vědět)(|_vědět) rozumím chápu pochopil pochopila
    """,
    praised="""
        to je bylo byla jste jsou moc opravdu velmi všechno vše už teď nyní mi nám nás mě se od vás moje můj naše náš žena manželka manžel dcera syn maminka tatínek
        rodiče děti rodina šéf kolegyně kolega problém odpověď pomoc velice z toho mám máme radost jsem jsme zpráva strašně konečně ta
    """,
    wished="den víkend večer týden odpoledne svátky vánoce rok dny dne víkendu večera týdne svátků vánoc léto dovolenou zdraví štěstí úspěchů velikonoce prázdniny dopoledne odpočinek pohodu práci",
    good="hezký pěkný krásný příjemný pěkné hezké krásné veselé šťastný klidné hezkého pěkného krásného příjemného klidný pohodové pohodový hodně příjemné krásnou klidného veselých šťastného mnoho pevné skvělý dobrý prosluněný slunečný pohodu hezkou pěknou",
    wishing="přeji přejeme přeju přejem mějte ať máte i vám zbytek nový nového do roku všem také a celý celému týmu rodině vaší taky dne též užijte si v z_celého_srdce prožití vánočních hezky se vašim",
    common="a i moc vám mi nám velmi opravdu také",
    formulas="""
        (teď|už|nyní)_(vím|tomu_rozumím|chápu|je_mi_to_jasné|je_to_jasné) to_(vše_|všechno_)vysvětluje to_(mě|nás)_uklidnilo (jsem|jsme)_(klidná|klidný|klidnější|klidní) to_byla_(rychlost|úleva|chyba) (jste|jsi)_(nejlepší|úžasní|úžasná|úžasný|zlatá|zlatí|poklad|anděl|skvělí) (budu|budeme)_(vás_|)(všem_|)doporučovat pět_hvězdiček vše_dorazilo našel_jsem_to našla_jsem_to v_tom_byl_problém pozdrav_(všem|kolegům) to_je_(od_vás_|)(moc_|velmi_|)(milé|hezké|laskavé)(_od_vás|) šťastnou_cestu
        (hezkou|krásnou|pěknou|klidnou)_(neděli|sobotu|středu) (hezký|krásný|pěkný)_(pátek|čtvrtek)
        ok okay rozumím chápu jasné jasně vše_(jasné|v_pořádku|je_jasné) beru_na_vědomí je_mi_to_jasné
        na_shledanou nashledanou naschle nápodobně vám_také i_vám také_vám vše_dobré hodně_(zdraví|štěstí) mějte_se(|_hezky|_krásně|_pěkně) ahoj čau zatím
        není_zač rádo_se_stalo nemáte_zač i_(já|my)_(děkuji|děkujeme) také_(děkujeme|děkuji) to_(rád|ráda|rádi)_slyším gratuluji klobouk_dolů to_je_vše (přesně_|)to_bylo_ono
        (jsem|jsme)_vám_k_dispozici v_případě_dotazů_jsem_k_dispozici neváhejte_mě_kontaktovat omlouvám_se_za_obtěžování pozdravujte_všechny
        ach jé jejda och hurá uf aha (už_|teď_|tak_to_|)(vím|chápu|rozumím|je_mi_jasné|je_to_jasné|je_to_jasný|mi_to_došlo)
        (byla|byl|bylo|spadla|spadl|spadlo|skončila|skončil)_(to_|mi_|)(ve_spamu|do_spamu)
        (našla|našel|našli)_(jsem_|jsme_|)(to_|ji_|ho_|)(ve_spamu|) spadl_(mi_|nám_|)kámen_ze_srdce
        (jede|běží|funguje|jezdí|šlape|topí)_(to_|už_|zase_|)(jako_nový|jako_nová|jako_nové|jako_hodinky|jako_po_másle|výborně|perfektně|skvěle|bez_problémů)
        jako_(nový|nová|nové) (problém_|)(vyřešen|vyřešený|vyřešeno) (nemusíte|není_třeba)_odpovídat
        (chtěla|chtěl|chtěli)_(jsem_|jsme_|)jen_(poděkovat|dát_vědět)
        (jste|jsi)_(prostě_|fakt_|opravdu_|)(poklad|zlatá|zlatý|zlatí|anděl|skvělá|skvělý|skvělí|super|borci|borec|jednička|jedničky|nejlepší|úžasná|úžasný|úžasní|kouzelník)
        (pozdravujte|pozdravte)_(manželku|manžela|všechny|rodinu|kolegy|kolegu|kolegyni|paní|pana)(|_ode_mě|_od_nás)
        (krásné|klidné|veselé|požehnané|hezké|příjemné|pěkné|pohodové)_(svátky|vánoce|velikonoce|prázdniny|léto|jaro|žně|dny)(|_všem|_vám_všem|_přeji)
        (šťastný|dobrý|úspěšný)_(nový_rok|rok|start) bohatou_(úrodu|sklizeň)
        (ať_se_(vám_|)daří|mějte_se_(moc_|)(krásně|hezky|fajn)|opatrujte_se|držte_se) pánbůh_(zaplať|vám_to_oplať) zaplať_pánbůh
        (skvělý|výborný|perfektní|super|prvotřídní)_(servis|přístup|služby|jednání)
    """,
    greetings="dobrý_den dobré_(ráno|odpoledne|dopoledne) dobrý_večer ahoj zdravím(|_vás) vážen(ý|á|í)(|_pane|_paní|_pánové|_přátelé) mil(ý|á|í)(|_pane|_paní) krásný_den hezký_den",
    closings="pozdravem pozdravy zdravím úctou pozdrav spp zdraví přeje uctivě",
    closed="s se přátelským srdečným srdečně srdečné srdečný a přáním hezkého pěkného krásného dne veškerou mnoha z hezkým moc vřelým i dovolenkou pozdravy",
    titles="pan paní pane pánové slečna slečno ing mgr bc dr judr mudr prof doc",
    functions="ředitel ředitelka jednatel jednatelka vedoucí nákupu prodeje oddělení majitel majitelka asistentka účetní obchodní zástupce",
    footers="tento_(e-mail|email) tato_zpráva obsah_tohoto myslete_na_životní_prostředí zvažte ičo dič odesláno_z informace_obsažené důvěrné",
)
