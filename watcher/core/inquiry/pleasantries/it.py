"""Italian."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="""
        (desidero|volevo|vorrei|voglio|volevamo|desideravo|vorremmo)_(ringraziarla|ringraziarvi|ringraziarti|ringraziare|solo_ringraziarla|solo_ringraziarvi)
        grazie ringrazio ringraziamo ringraziarla ringraziarvi ringraziarti ringraziare ringraziamenti ringraziamento grato
        grata grati riconoscente ringraziandola ringraziandovi ringraziando grazieeee grazieee grz
    """,
    thanked="""
        molte tante mille infinite ancora di_tutto di_cuore a_lei a_voi a_te a_tutti davvero mila tantissime tantissimo molto
        infinitamente sentitamente vivamente sinceramente veramente moltissimo (per|di)_(la|il|l|le|i|gli|lo|tutto|tutta|tutte|tutti|avermi|averci|aver|questa|questo|il_suo|la_sua|sua|vostra|quanto)
        della del dell delle degli dello dei la il l le i lo gli tutto tutta tutte tutti sua suo vostra vostro tua tuo suoi vostri sue vostre e ed
        vi ti i_miei i_nostri più sentiti vivi sono siamo la_sua così un_grande
        risposta risposte aiuto disponibilità informazione informazioni tempo cortesia gentilezza supporto assistenza messaggio
        email mail servizio riscontro attenzione pazienza chiarimento chiarimenti spiegazione spiegazioni consiglio consigli
        professionalità competenza celerità rapidità tempestività premura collaborazione impegno indicazioni delucidazioni
        comprensione accoglienza fiducia interessamento sollecitudine velocità cura dritta dritte precisazione
        gentile rapida rapido celere pronta pronto cortese veloce chiara chiaro esauriente preziosa prezioso immediata
        dettagliata completa ottimo ottima tempestiva tempestivo splendido utile utili
        risposto aiutato spiegato avermi averci aver così_(rapidamente|velocemente|presto|bene|gentile) rapidamente velocemente subito
        per_(avermelo|avercelo|averlo|avermi|averci)_(detto|spiegato|chiarito|segnalato|aiutato|aiutata|aiutati|risposto|avvisato|avvisata|avvisati)(|_in_tempo|_subito|_così_in_fretta)
        per_essere_stat(o|a|i|e)_così_(gentile|gentili|rapido|rapida|rapidi|veloce|veloci|disponibile|disponibili|paziente)
        prontezza sincerità franchezza accuratezza in_tempo allora dunque
    """,
    praise="""
        (sarà|saranno)_(molto_|)(felice|felici|contenta|contento|contenti|entusiasta|entusiasti|felicissima|felicissimo)
        perfetto perfetta ottimo ottima benissimo bene gentile gentili gentilissimo gentilissima gentilissimi gentilissime
        fantastico fantastica magnifico meraviglioso meravigliosa splendido eccellente bravissimi bravissimo bravissima bravi
        super grandioso stupendo utile utilissimo disponibilissimi disponibili cortesissimi top grandi mitici impeccabile
        felice felici contenta contento contenti felicissima felicissimo entusiasta sollevata sollevato soddisfatto soddisfatta
        soddisfatti chiaro chiarissimo chiara risolto risolta sistemato aiutato utili piacere bello
        (ora|adesso|tutto|già)_(funziona|va)(|_tutto|_bene|_perfettamente|_benissimo|_alla_perfezione|_di_nuovo) funziona_(di_nuovo|perfettamente|tutto|alla_perfezione|benissimo|bene|ora|adesso)
        ha_funzionato(|_perfettamente|_tutto) (era_|è_|)(proprio_|esattamente_|)quello_che_(cercavo|volevo_sapere|mi_serviva|ci_serviva|volevo) capito
        gentilezza_unica angelo angeli
    """,
    praised="""
        è sono stato stata stati siete sei molto davvero tutto ora adesso mi ci ha hanno è_stato da_parte_sua da_parte_vostra che tutto_è
        veramente così mia mio nostra nostro moglie marito figlia figlio figli mamma papà madre padre genitori
        famiglia capo collega colleghi bambini nonna nonno fidanzata fidanzato compagna compagno il la lo le i un una
        problema sua vostra risposta spiegazione servizio aiuto consiglio siamo grande già finalmente questo lei voi
        proprio degli dei più_che lavoro notizia l'assistenza assistenza l'aiuto di stati_tutti
    """,
    wished="""
        giornata serata settimana fine_settimana weekend week-end lavoro feste natale anno pasqua vacanze pomeriggio
        notte ferie estate festività capodanno fine fortuna proseguimento continuazione ferragosto ponte viaggio salute
        mattinata ramadan
        pasquetta epifania vendemmia stagione raccolta rientro riposo appetito onomastico compleanno quaresima carnevale
    """,
    good="""
        buona buon buone buoni felice felici splendida splendido bella bello ottima ottimo serena serene sereno lieta
        lieto meraviglioso magnifica migliori tanta piacevole buonissima ottimi
    """,
    wishing="""
        le vi ti auguro auguriamo augurandole augurandovi augurando una un uno di nuovo a_lei a_voi a_te a_tutti anche a lei voi e
        tutti tutto lo il la gli staff alla sua famiglia i miei auguri per un_buon_anno porgo con per_le vostra
        resto del della ancora da al team passi passate porgo estivo
        a_tutti_voi anche_a_voi anche_a_lei a_voi_tutti allora
    """,
    common="e ed io molto davvero ancora anche a_lei a_voi di_nuovo le vi ti mi ci",
    formulas="""
        (ora|adesso)_(ho_capito|è_chiaro|so|so_tutto|capisco)(|_tutto) questo_spiega_tutto (sono|siamo)_(più_|molto_|)(tranquilla|tranquillo|tranquilli|sollevata|sollevato) che_(velocità|rapidità|gentilezza|efficienza|servizio|bello|meraviglia) siete_(i_migliori|fantastici|un_mito|grandi|stati_gentilissimi|gentilissimi) è_(un_angelo|un_tesoro|stata_gentilissima|stato_gentilissimo) (vi|la)_consiglierò(|_a_tutti) cinque_stelle (è_|)arrivato_tutto(|_bene|_perfettamente) l'ho_trovat(o|a) era_(proprio_|)(quello|questo)_il_problema saluti_a_(tutti|tutto_lo_staff|tutta_la_famiglia) buon_(proseguimento|viaggio|riposo) un_servizio_(eccellente|impeccabile|ottimo) servizio_(eccellente|impeccabile|ottimo)
        (buona|buon)_(domenica|sabato|venerdì|lunedì)
        ok okay va_benissimo_grazie bene ricevuto capito chiaro tutto_(chiaro|ok|a_posto|bene|perfetto) (ho_|abbiamo_|)(capito|ricevuto|compreso|preso_nota)(|_tutto)
        altrettanto (e_|)(anche|altrettanto)_a_(lei|voi|te) a_presto arrivederci arrivederla auguri (tanti|cari|sinceri|i_migliori|i_miei_migliori)_auguri ciao alla_prossima a_risentirci a_rileggerci
        prego di_nulla di_niente (è_stato_|)un_piacere ci_mancherebbe si_figuri figurati grazie_a_(lei|voi|te) non_c'è_di_che piacere_mio piacere_nostro
        (resto|rimango|restiamo|rimaniamo)_a_(sua|vostra)_(completa_|)disposizione(|_per_(qualsiasi_|ogni_|eventuali_|ulteriori_)(chiarimento|chiarimenti|necessità)) a_disposizione
        non_esiti_a_contattarmi(|_per_qualsiasi_necessità) complimenti bravi ottimo_lavoro bene_così era_(proprio_|)quello meno_male (è_|)buono_a_sapersi che_(bello|bella_notizia|sollievo|gentile|gentili) scusi_il_disturbo mi_scusi_per_il_disturbo dio_(la|vi)_benedica
        ah oh uh evviva urrà ecco ah_ecco (ah_|)(ora|adesso)_(ho_capito|capisco|è_chiaro|è_tutto_chiaro|so)
        (mi_ha|mi_avete|ci_ha|ci_avete)_(tranquillizzato|tranquillizzata|rassicurato|rassicurata|tranquillizzati|salvato_la_giornata|salvato_la_vita|risolto_il_problema|chiarito_tutto|tolto_un_peso)
        (era|erano)_(finit(o|a|i|e)_|)(nello|in|nella_cartella)_(spam|posta_indesiderata)
        (l'ho|le_ho|l'abbiamo)_(trovat(o|a|i|e))(|_nello_spam)
        (tutto_|)(funziona|gira|va|parte)_(di_nuovo_|ora_|adesso_|)(benissimo|perfettamente|alla_grande|che_è_una_meraviglia|a_meraviglia|come_nuov(o|a)|come_un_orologio)
        come_(nuovo|nuova) (problema|tutto)_(risolto|sistemato|a_posto)
        non_(serve|occorre|c'è_bisogno_di)_(che_mi_|)(risponda|rispondere|rispondiate)
        (volevo|volevamo)_(solo_|soltanto_|)(dirglielo|dirvelo|ringraziarla|ringraziarvi|ringraziarti|farglielo_sapere|farvelo_sapere)
        è_(un_|una_|degli_|dei_|)(angelo|angeli|tesoro|grande|grandi|mito|miti|genio|fenomeno|fenomeni|gentilissim(o|a|i|e)|fantastic(o|a|i)|mitic(o|a|i)|super|un_amore|i_migliori|il_migliore|la_migliore)
        sei_(un_|una_|degli_|dei_|)(angelo|angeli|tesoro|grande|grandi|mito|miti|genio|fenomeno|fenomeni|gentilissim(o|a|i|e)|fantastic(o|a|i)|mitic(o|a|i)|super|un_amore|i_migliori|il_migliore|la_migliore)
        siete_(un_|una_|degli_|dei_|)(angelo|angeli|tesoro|grande|grandi|mito|miti|genio|fenomeno|fenomeni|gentilissim(o|a|i|e)|fantastic(o|a|i)|mitic(o|a|i)|super|un_amore|i_migliori|il_migliore|la_migliore)
        lei_è_(un_|una_|degli_|dei_|)(angelo|angeli|tesoro|grande|grandi|mito|miti|genio|fenomeno|fenomeni|gentilissim(o|a|i|e)|fantastic(o|a|i)|mitic(o|a|i)|super|un_amore|i_migliori|il_migliore|la_migliore)
        gentilissim(o|a|i|e) bravissim(o|a|i|e)
        (che|quanta)_(velocità|gentilezza|rapidità|sollievo|bella_notizia|bello|meraviglia|servizio|efficienza|professionalità)
        dio_(la|vi|ti)_benedica
        (saluti|un_saluto|tanti_saluti|salutoni|un_abbraccio|cari_saluti)_(a|anche_a)_(tutti|tutto_lo_staff|sua_moglie|suo_marito|tutta_la_famiglia|voi_tutti|tutta_la_squadra)
        mi_saluti_(tutti|sua_moglie|suo_marito)
        godetevi_(il_mare|le_ferie|le_vacanze|la_montagna|il_sole|l'estate|la_domenica|il_riposo)
        si_goda_(il_mare|le_ferie|le_vacanze|la_montagna|il_sole) in_bocca_al_lupo
    """,
    greetings="""
        ciao buongiorno buonasera buon_(pomeriggio|giorno|dì) buona_sera salve gentil(e|i|issimo|issima|issimi)(|_signora|_signore|_signori|_team|_staff|_dottore|_dottoressa) egregi(o|)(|_signore|_signori|_dottore) spettabile spett.le
        car(o|a|i|e)(|_tutti|_amici|_colleghi) (buongiorno|salve|ciao|buonasera)_(a_tutti|a_voi|a_lei|di_nuovo)
    """,
    closings="saluti saluto cordialmente abbraccio distintamente cordialità ossequi saluta salutiamo",
    closed="""
        cordiali cordialissimi distinti cari caro i miei più migliori un con affettuosi a tutti sinceri affettuoso porgo
        nostri tanti molti lo staff alla sua famiglia da dalla voi lei la le vi forte grande calorosi
    """,
    titles="signor signora signorina sig sig.ra sig.na sigra sig.ri dott dottor dottoressa dott.ssa avv avvocato ing ingegner geom rag arch prof professor professoressa",
    functions="titolare direttore direttrice responsabile acquisti vendite ufficio amministrazione amministratore segreteria commerciale tecnico legale presidente avvocato geometra architetto cell",
    footers="""
        questa_(e-mail|email|mail|comunicazione) questo_messaggio il_presente_messaggio la_presente le_informazioni_contenute ai_sensi avvertenza informativa
        rispetta_l'ambiente pensa_all'ambiente prima_di_stampare p.iva p.i. partita_iva c.f. codice_fiscale inviato_(da|dal|con) riservatezza privacy seguici
    """,
)
