"""Catalan."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="gràcies mercès agraeixo agraïm agraïment agraït agraïda agraïts agrair",
    thanked="moltes moltíssimes mil infinites a_vosaltres a_vostè a_tots de_nou una_altra vegada per_(la|el|l|tot|tota|les|els|haver-me|haver-nos|respondre) la el l les els tot tota vostra vostre vostres seva seu seves teva teu us li vos de d del cor molt moltíssim i jo nosaltres resposta ajuda atenció informació temps missatge correu amabilitat suport servei rapidesa gestió aclariment aclariments paciència explicació explicacions consell consells interès professionalitat col·laboració esforç comprensió disponibilitat ràpida ràpid clara tan bona gran amable ",
    praise="molt_bé (estarà|estaran)_(molt_|)(content(a|s|)|encantad(a|es)|encantat|feliç) perfecte genial excel·lent estupend fantàstic meravellós amable amables magnífic súper contenta content contents encantada encantat encantats feliç alegro alegra satisfeta satisfet tranquil·la ajudat solucionat resolt clar (ja|ara|tot)_funciona(|_tot|_bé|_perfectament) funciona_(de_nou|tot|perfectament|bé) entès",
    praised="és està ha estat han sou són molt tot ara ja m em ens que tan queda meva meu nostra dona marit filla fill mare pare pares fills família cap company el la problema vostra vostre resposta ajuda servei de_part_vostra realment molt_més estic estem",
    wished="""
        dia tarda vespre nit setmana cap_de_setmana festes nadal any pasqua vacances estiu diada reis pont salut sort revetlla matí
        any_nou sant_jordi collita verema viatge castanyada sant_joan
    """,
    good="bon bona bones feliç molt_bon bonic excel·lent molta tingueu_bon millor felices",
    wishing="""
        que tingui tingueu tinguis passeu un una molt també a_vosaltres a_vostè us desitjo desitgem li i any nou a_tothom l tot
        equip família de bona
        a_tots a_totes
    """,
    common="i molt us vosaltres vostè jo nosaltres també",
    formulas="""
        ok entès rebut anotat tot_(clar|bé|entès) igualment fins_(aviat|ara|una_altra|després) adéu de_res un_plaer cuideu-vos
        a_vosaltres a_vostè enhorabona me_n'alegro que_bé quina_alegria gràcies_a_(vosaltres|vostè) és_bo_saber-ho
        ah oh uf visca ostres (ara_|ja_|)(ho_entenc|ho_veig|ho_sé|queda_clar|queda_tot_clar)
        (em_quedo|ens_quedem|quedo)_(més_|molt_més_|)tranquil(|·la|s) (era|estava)_(al_correu_brossa|a_l'spam|a_la_brossa)
        (l'he_trobat|l'he_trobada|trobat|trobada)
        (funciona|va|marxa)_(ara_|de_nou_|)(perfectament|de_meravella|com_una_seda|com_nou|com_nova|molt_bé) com_(nou|nova)
        (problema_|)(resolt|solucionat) no_cal_(que_|)(respongueu|respongui|contestar|respondre)
        (només_|)volia_(només_|)(donar-vos_les_gràcies|agrair-ho)
        (sou|ets|és)_(un_|una_|uns_|)(sol|crack|cracks|àngel|tresor|encant|els_millors|genials|màquines)
        quin(|a)_(alegria|detall|rapidesa|alleujament|servei|sort|bé)
        (salutacions|records|una_abraçada)_a_(tots|tothom|la_família|l'equip) que_vagi_(molt_|)bé salut salut_i_força
    """,
    greetings="hola bon_dia bona_(tarda|nit|vesprada) benvol(gut|guda|guts|gudes)(|_senyor|_senyora|_senyors) estima(t|da|ts) bones apreciat",
    closings="salutacions salutació atentament cordialment abraçada abraçades salut petons",
    closed="una cordial cordials atenta ben molt rebi rebeu les meves forta tothom",
    titles="senyor senyora sr sra en na dr dra",
    footers="aquest_(missatge|correu) abans_d'imprimir enviat_(des|de) avís_legal",
)
