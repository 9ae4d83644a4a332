"""Italian."""

from __future__ import annotations

from watcher.core.rules.languages.words import (
    AbsenceWords,
    CircularWords,
    LanguageWords,
    LetterWords,
    NoticeWords,
    VoiceWords,
)

WORDS = LanguageWords(
    absence=AbsenceWords(
        away=(
            "fuori (ufficio|sede)|sono (assente|in ferie|in vacanza|in viaggio)|sarò (assente|in ferie|fuori)|"
            "assente dall'ufficio|uffici(o)? (è|sono|resterà|resteranno) chius[oi]|in congedo|(uffici|ufficio|"
            "negozio|studio|azienda|laboratorio|officina) (è|sono|sarà|saranno|resta|resterà|rimarrà|"
            "rimarranno) chius[oiae]|chius[oi] per (ferie|festività|natale)|chiusura (estiva|natalizia|per ferie)|"
            "in (maternità|malattia|trasferta|congedo)|non lavor[oa] più|ha lasciato l'azienda|non fa più parte|"
            "in pensione|fuori dall'ufficio|(negozio|ufficio|laboratorio|studio) chiuso"
        ),
        added=(
            "rientr|al mio (rientro|ritorno)|tornerò|fino al|per urgenze|in caso di urgenza|urgent|contattare|"
            r"accesso limitato|risponderò|dal \d|dall'\d|fino a|al nostro (rientro|ritorno)|riapr|rispondere|rivolg|"
            "scrivere a|riprender|torn[oai]"
        ),
        maybe_away=(
            "in (ferie|maternità|malattia|trasferta|viaggio|permesso|vacanza|fiera|smart working)|assente|malat[oa]|"
            r"lutto|chius[oiae](?!\p{L})|part[- ]time|non sono in|non sarò in|non collabor|non è più|ferie|chiusura"
        ),
        answers=(
            "non (leggo|posso leggere|potrò)|al (mio )?rientro|rivolgersi|rivolgetevi|mi sostitui|fa le mie veci|"
            "accesso limitato|risponder[òe]|mio ritorno|per urgenze|in caso di urgenza|contattare|scrivere a|"
            "saremo di nuovo|riprender"
        ),
        alone=(
            "(in|durante la) mia assenza|accesso (limitato|saltuario)|"
            "(la sua|la vostra|questa) (e-?mail|mail|messaggio) non (sarà|verrà) (letta|inoltrata)|"
            "al mio (rientro|ritorno)|(casella|indirizzo).{0,30}non è più (attiv|monitorat|presidiat|in uso)|"
            "fino ad allora non (leggo|legger|consult|controll)|"
            "(risposta|rispondere|rispost[ae]).{0,30}(può|possono|potrebbe) richiedere .{0,25}(giorn|ore)|"
            r"(potremmo|possiamo) impiegare .{0,25}(giorn|ore)|chius\p{L} per ferie"
        ),
        everyday_away=(
            "maternità|paternità|malattia|influenza|febbre|operat|funerale|sostituisce|vacanz|si (riapre|parte)|part-?time|"
            "senza (rete|campo)|insegno|"
            "giorn[oi] (di (riposo|ferie|permesso|festa)|liber[oi]|festiv[oi])|festa nazionale|è festa|festività|qualche giorno|"
            "fa una pausa|pausa (estiva|natalizia|invernale)|ricoverat[oa]|ospedale|operat[oa]|operazione|a un (corso|seminario)|"
            r"corso|convalescen\p{L}+|quarantena|viaggio di nozze|anno sabbatico|non sono più|non lavora più|ho lasciato|"
            "ha lasciato|ponte (del|di)|sciopero|congedo|il mio ultimo giorno|in fiera|alla fiera|trasloco|"
            r"(stiamo )?ristruttura\p{L}+|(gamba|braccio|caviglia|polso) rott\p{L}+|ingessat\p{L}+|gesso|a letto|convalesc\p{L}+|"
            "matrimonio|(poco|senza) (campo|segnale)|in cantiere|sono (via|fuori|assente)|non (ci sono|sono in|lavor[oi]|lavoriamo)|"
            "(il|di) (lunedì|martedì|mercoledì|giovedì|venerdì) non|ci riposiamo|siamo chiusi|non (segue|gestisce|si occupa) più|"
            "(di|in) malattia|senza rete|scollegat|"
            "in (cantiere|montagna|viaggio|fiera|ospedale|barca|convalescenza|congedo|pausa|permesso)|al (mare|corso|congresso)|"
            "all'(estero|ospedale)|"
            r"(laboratorio|bottega|negozio|forno|ufficio|studio|officina|squadra|macchine) (è|sono|resta|restano|riposa\p{L}*|"
            r"dorm\p{L}*|si ferma\p{L}*|si prend\p{L}*) ?(ferm[oaie]|spent[oi]|in pausa|una pausa|al mare|in ferie)?|"
            "(sono|siamo) (diventat[oaie]|appena diventat[oaie]) (papà|mamma|padre|madre|genitori)|lavoro (solo|soltanto|part)|"
            r"part[- ]time|mezza giornata|(padre|madre|marito|moglie|fratello|sorella) (è|ci ha) (mancat|mort|lasciat)\p{L}*|lutto|"
            "incidente|in (pensione|quiescenza)|poca (rete|linea|connessione)|senza (campo|segnale|internet|connessione)"
        ),
        everyday_answers=(
            "riprend(o|iamo|erò|e)|segue tutto|mi segue|(la posta|le mail|i messaggi) non (viene|vengono|è|sono)|"
            "non (viene|vengono) lett|ci sentiamo (domani|lunedì)|legger(ò|emo)|in servizio|si occupa|scrivete a|scriva a|"
            "senza (computer|accesso)|domani|vi risponde|legg(o|iamo) la posta|ci (vediamo|rivediamo|risentiamo)|"
            r"a (lunedì|martedì|mercoledì|giovedì|venerdì)|difficil\p{L}+ da raggiungere|"
            "(casella|indirizzo) (sarà|verrà) (chius|disattivat|eliminat)[ao]|(vi|la|ti) (aiuta|risponde)|mi sostituisce|ora c'è|"
            "(pacchi|ordini|spedizioni) (ripart|riprend|escono)|legg(o|erò) (tutto|domani)|domattina|domani mattina|"
            "fino a (lunedì|martedì|mercoledì|giovedì|venerdì)|(segue|gestisce|cura|prende) (lei|lui|tutto|i miei|le mie|il mio)|"
            r"(ripart|riprend|riapr|riaccend|rispond|risent)\p{L}*|in ordine (di|d')|uno alla volta|una alla volta|"
            r"(la posta|le mail|le e-mail|i messaggi) .{0,15}(guard|legg|ved|controll)\p{L}*|"
            r"(guardo|leggo|vedo|controllo) (la posta|le mail)|(se|quando) è urgente|per (le )?(cose )?urgen\p{L}*|sent(a|ite|i) |"
            r"al rientro|al ritorno|di nuovo (in|qui|dal|operativ)\p{L}*|da (lunedì|martedì|mercoledì|giovedì|venerdì)|c'è (il|la|lo) "
        ),
        subjects=(
            "chiusura (estiva|natalizia|per ferie|invernale)|in ferie|assen(te|za)|chiuso per|(siamo|restiamo) chiusi|chiudiamo|"
            "in (viaggio|trasferta)|fuori (ufficio|sede)|"
            r"grazie per (il|la) (tuo|tua|suo|sua|vostro|vostra) (messaggio|mail|e-mail|richiesta)|(il )?(tuo|suo|vostro) messaggio\Z|"
            "abbiamo ricevuto (il|la) (tuo|tua|suo|sua) (messaggio|mail|richiesta)|"
            r"(chiudiamo|chiusi|siamo chiusi|chiuso) (per|dal|fino|il|in)|ferie (estive|natalizie)\Z|"
            r"(siamo|sono|andiamo|vado) (in ferie|in vacanza|via|fuori|al mare|assent)\p{L}*|(pausa|chiusura)( \p{L}+)?\Z|"
            "non (ci sono|ci siamo|sono in)|vado in pensione|"
            r"(negozio|laboratorio|ufficio|studio|officina|bottega|ristorante|cantina|azienda|magazzino|forno)( \p{L}+)? (chius[oa]|"
            "in (ferie|pausa))|chiusura (aziendale|uffici|per|dal)|riapriamo|torniamo (il|lunedì|a) "
        ),
        trade=(
            "(gli|i vostri|i tuoi) ordini|ordini (del|dal|on|in|ricevuti|effettuati)|i preventivi|le (fatture|consegne|spedizioni)|"
            "(saranno|verranno|sono) (consegnat|spedit|evas)[ie]"
        ),
        arranges=(
            "confermo|confermiamo|accett(o|iamo|ato)|va bene|d'accordo|procedete|(per|a) (noi|me) (va|sta) bene|perfetto|"
            r"(ha|hanno|lasci\p{L}*) (le chiavi|la chiave)|"
            "(marito|moglie|figlio|figlia|vicin[oa]|custode|portiere|padre|madre) (è (a casa|in casa)|ha (le|la) chiav|(vi|le) (apr|"
            r"mostr)|sarà (a|in) casa)|quando volete|bonific\p{L}*|acconto"
        ),
        urgent="urgente|urgenza|fretta|di corsa",
    ),
    notices=NoticeWords(
        automatic=(
            "messaggio automatico; email automatica; e-mail automatica; mail automatica; risposta automatica; "
            "generato automaticamente; generata automaticamente; inviato automaticamente; inviata automaticamente; "
            "non rispondere a questa; non rispondere a questo; non rispondete a questa; non risponda a questa; "
            "si prega di non rispondere; ti preghiamo di non rispondere; la preghiamo di non rispondere; "
            "pregasi di non rispondere; questa casella non; casella non è presidiata; indirizzo non è monitorato"
        ),
        receipt=(
            "il suo messaggio è stato trattenuto; il tuo messaggio è stato trattenuto; "
            "perché il suo messaggio sia recapitato; di essere una persona reale; di non essere un robot; "
            "il suo caso è stato; "
            "è stata registrata con il numero; il suo reclamo è stato; non è necessario scrivere di nuovo; "
            "la sua segnalazione è stata; abbiamo ricevuto la tua; abbiamo ricevuto la sua; abbiamo ricevuto il tuo; "
            "abbiamo ricevuto il suo; abbiamo ricevuto la vostra; abbiamo ricevuto il vostro; la tua richiesta è; "
            "la sua richiesta è; la vostra richiesta è; il tuo messaggio è; il suo messaggio è; la tua richiesta n; il tuo ticket; "
            "il suo ticket; è stato aperto un ticket; è stato creato; numero di ticket; numero ticket; confermiamo la ricezione; "
            "è in carico; è stata presa in carico; è stato preso in carico; preso in carico; presa in carico; è stata ricevuta; "
            "è stato ricevuto; è stato protocollato; è stata protocollata; la sua pratica; la tua pratica; la sua segnalazione; "
            "la tua segnalazione; il suo reclamo; numero di pratica; numero di riferimento; numero di protocollo; con il numero di; "
            "conservi questo numero; conserva questo numero; indichi questo numero; registrata con il n; registrato con il n; "
            "inviato correttamente; inviata correttamente; non deve fare altro; non occorre fare altro"
        ),
        courtesy=(
            "grazie per averci contattato; grazie per averci scritto; grazie per il tuo messaggio; grazie per il suo messaggio; "
            "grazie per la tua richiesta; grazie per la sua richiesta; ti risponderemo; le risponderemo; vi risponderemo; "
            "ti ricontatteremo; la ricontatteremo; un nostro operatore; le faremo sapere; ti faremo sapere; un tecnico la; "
            "un tecnico ti; entro * ore; entro * giorni; un nostro tecnico; la contatteremo; ti contatteremo"
        ),
        trade=(
            "grazie per il tuo ordine; grazie per il suo ordine; grazie per il vostro ordine; grazie per aver acquistato; "
            "grazie per il tuo acquisto; grazie per la prenotazione; conferma d'ordine; conferma ordine; conferma dell'ordine; "
            "conferma di spedizione; conferma di pagamento; il tuo ordine * è; il suo ordine * è; il vostro ordine * è; "
            "il tuo ordine è; il tuo pacco; il suo pacco; la tua spedizione; la sua spedizione; traccia il tuo; numero di tracking; "
            "codice di tracciamento; la tua fattura; la sua fattura è; la sua fattura n; la sua fattura del; in allegato la fattura; "
            "alleghiamo la fattura; il tuo pagamento; il suo pagamento è; abbiamo ricevuto il pagamento; pagamento ricevuto; "
            "la tua prenotazione; la sua prenotazione è; nostra fattura; in allegato * fattura; la sua prenotazione; "
            "prenotazione * confermata; i tuoi biglietti; i suoi biglietti; il tuo rimborso; pagamento rifiutato; "
            "pronto per il ritiro; la sua fattura * disponibile; la tua fattura * disponibile; estratto conto; "
            "effettuato un rimborso; abbiamo rimborsato; aggiorna il metodo; aggiorni il metodo; busta paga; "
            "non siamo riusciti a consegnare; suo estratto conto; tuo estratto conto; abbiamo effettuato un rimborso; "
            "con la tua carta; con la sua carta; la tua carta è; la sua carta è; addebitato sul tuo conto; addebitato sul suo conto; "
            "addebito sul; il tuo saldo; il suo saldo; accreditato sul"
        ),
        access=(
            "il tuo codice; il suo codice; codice di verifica è; codice di verifica:; codice di sicurezza è; "
            "codice di sicurezza:; codice monouso; usa questo codice; utilizza questo codice; "
            "utilizzi questo codice; inserisci questo codice; inserisci il codice; inserisca il codice; "
            "codice scade; codice è valido; valido per * minuti; non condividere questo codice; "
            "reimposta la password; reimpostare la password; reimpostare la tua password; "
            "reimpostazione della password; la tua password è; nuovo accesso; conferma il tuo indirizzo; "
            "verifica il tuo indirizzo; se non hai richiesto; se non ha richiesto; accesso al suo account; "
            "accesso al tuo account"
        ),
        appointment=(
            "promemoria appuntamento; promemoria: appuntamento; promemoria del tuo; promemoria del suo; "
            "promemoria: il tuo; ti ricordiamo; le ricordiamo; vi ricordiamo; il tuo appuntamento; "
            "il suo appuntamento; per annullare o; disdire o spostare; inizia tra * minuti; inizierà tra"
        ),
        survey=(
            "la tua opinione; la sua opinione; la vostra opinione; lascia una recensione; valuta il tuo; "
            "valuta la tua; valuta il nostro; com'è andata; come è andata; sondaggio di soddisfazione; "
            "breve sondaggio; breve questionario; questionario di gradimento; quanto sei soddisfatto; "
            "quanto è soddisfatto; ci consiglieresti"
        ),
        held=(
            "in quarantena; riepilogo quarantena; riepilogo della quarantena; rapporto di quarantena; "
            "notifica di quarantena; rapporto spam; riepilogo spam; messaggi bloccati; messaggi trattenuti"
        ),
        program=(
            "ti ha invitato; la ha invitata; sei stato invitato; accetta invito; accetta l'invito; "
            "backup completato; backup non riuscito; ti ha menzionato; ha condiviso * con te; nuova recensione; "
            "si rinnoverà automaticamente; rinnovo automatico; scade tra * giorni; scadrà il; nessuna azione è; "
            "non è richiesta alcuna azione; spazio di archiviazione è quasi; riepilogo settimanale; "
            "nuovo dispositivo; chiamata persa; chiamate perse; ha accettato l'invito; ha rifiutato l'invito; "
            "ha accettato il tuo invito; ti segue; ha commentato il tuo; ha commentato la tua; vuole collegarsi; "
            "passi questa settimana; la tua attività; spazio di archiviazione; nuovi follower; "
            "servizio non sarà disponibile; ti è stato assegnato; eseguiremo * manutenzione; servizio non sarà"
        ),
        sign=(
            "desidera richiamare il messaggio; vorrebbe richiamare il messaggio; vuole richiamare il messaggio; "
            "ha reagito al tuo messaggio; ha reagito al suo messaggio"
        ),
        asks=(
            "domande?; non sei in casa?; non è in casa?; non sarai * ?; non riconosci * ?; non riconosce * ?; preferisci * ?; "
            "hai domande?; ha domande?; hai bisogno di aiuto?; ha bisogno di aiuto?; serve aiuto?; non sei stato tu?; "
            "non hai richiesto * ?; non puoi venire?; com'è andata * ?; come è andata * ?; quanto sei soddisfatto * ?; "
            "quanto è soddisfatto * ?; ci consiglieresti * ?; come valut * ?; cosa ne pensi * ?; password dimenticata?; "
            "riconosci * ?; riconosce * ?"
        ),
        formal=(
            "vorremmo ricordar; vorremmo sapere; vorremmo conoscere; vorremmo informar; vorremmo ringraziar; segui il mio; "
            "vai al mio; nel mio conto; nella mia area"
        ),
        first="io; mi; mio; mia; miei; mie; vorrei; ho; aspetto; posso; chiedo; me",
        wants=(
            "volevo sapere; vorrei sapere; volevo chiedere; volevo chiedervi; vorrei chiedere; vorremmo sapere; "
            "volevamo sapere; mi chiedevo se; mi domandavo se; mi piacerebbe sapere; potete dirmi; può dirmi; "
            "vorremmo; abbiamo bisogno; abbiamo ordinato; cerchiamo; non abbiamo; il nostro ordine; "
            "il nostro account; inviatemi; inviateci; mandatemi; potreste; può inviar; non è arrivat; non arriva; "
            "mai arrivat; mai ricevut; non funziona; sbagliat; danneggiat; rotto; manca; annullare l'ordine; ma; "
            "potete inviar; potete mandar; potete dir; potete aiutar; ci potete; mi potete; preventivo; "
            "migliore offerta; chiediamo; stiamo ancora aspettando; sto ancora aspettando; aspettiamo ancora; "
            "attendiamo ancora; ancora nessuna risposta"
        ),
        echo=(
            "il tuo messaggio; il suo messaggio; la tua richiesta; la sua richiesta; hai scritto; ha scritto; "
            "copia del tuo messaggio; copia del suo messaggio"
        ),
    ),
    circulars=CircularWords(
        subjects=(
            "nuov[oia] (listin|prezz|orari|indirizz|sede|tariff)|"
            "(aumento|variazione|adeguamento) (dei |di )?(prezzi|listino|tariff)|cambio (indirizzo|orari|sede)|"
            "ci (trasferiamo|siamo trasferiti)|auguri|buon(e|i)? (natale|feste|anno|pasqua)|porte aperte|invito|"
            "visita al (nostro )?stand"
            "|chiusura (estiva|natalizia|uffici|per|dal|straordinaria)|(saremo |siamo |ufficio |negozio )?chiusi? (per|dal|"
            "il|nei)|ferie (estive|natalizie|aziendali)|(nuovi|orari|orario|variazione) (orari|estiv|invernal|di apertura|"
            "natalizi)|(nuova|cambio) (sede|indirizzo|iban|coordinate|banca)|(aggiornamento|adeguamento|aumento|"
            r"variazione) (dei )?(prezzi|listin|tariff)|(nuovo |listino )(listino|prezzi|\p{L}+)|a tutti (i|gli|le)|(avviso|"
            "comunicazione|circolare|informativa) (a|ai|alla|importante|per)|grazie (per|della) (la )?(sua |vostra |"
            "tua )?visita|(è stato )?un piacere (incontrar|conoscer|aver)|assemblea (generale|ordinaria|dei|condominiale)|"
            "verbale|(calendario|programma) (corsi|dei|delle|eventi)|nuova (collezione|stagione)|(buone feste|auguri)|"
            "inventario|interruzione (energia|acqua|servizio)|richiamo prodotto"
        ),
        readers=(
            "soci|socie|lettor|lettric|abbonat|iscritt|vicin|famiglie|genitori|client|amic[ih]e? (di|del|della)|"
            "volontari|sponsor|partecipant|espositor|commerciant|imprenditor|associat|utent|condòmin|condomin|"
            "cittadin|concittadin|parrocchian|sostenitor|donator|escursionist|studenti|student|alunni|ex alunni|"
            "pensionati|fedeli|inquilini|condòmini|residenti|pazienti|passeggeri|ascoltator|spettatori|assicurati|"
            "azionisti|compaesan|appassionati|benefattor|confratell|consociat|tesserati|abitanti|iscritti|clientela"
        ),
        everybody=(
            r"tutti|tutte|amic|collegh|colleg|partner|fornitor|gente|amanti|appassionat|car[ie][ ,!:]*\Z|"
            "signore e signori|famiglia|squadra|gruppo|ragazz|collaborator|bella gente|a tutti|a tutte"
        ),
        opts_out=(
            "se (non|preferisc) .{0,50}(ricever|riceva|e-?mail|messaggi|comunicazion|contatt|notizie|interess)|"
            "per non ricevere|rispond.{0,15}(stop|cancell|no grazie)|"
            "non (vuoi|desideri|desidera|vuole|volete) (più )?.{0,20}(ricever|altre e?-?mail|sentir)|"
            "gestisci (le )?(tue )?preferenze|troppe e-?mail|"
            "(dalla|dalle|da questa) (nostra )?(lista|mailing list|lista di distribuzione)|"
            "ricev(i|ete|e) questa (mail|e-mail|email|comunicazione)"
        ),
        tells=(
            "(assemblea|riunione) (generale|ordinaria|straordinaria|annuale|dei (soci|genitori|condomini)|"
            "condominiale|di condominio)|ordine del giorno|(il )?verbale (della|dell|di|in)|(nuovi |"
            "nostri )?orari? (di apertura|estiv|invernal|natalizi|delle feste|durante|di negozio|di ricevimento)|(il|"
            "la|i|le|nostr[oaie]) nuov[oaie] (catalogo|listino|listini|brochure|programma|stagione|collezione|menù|"
            "menu|sito|indirizzo|sede|orari|locali)|"
            "(i )?(prezzi|listini|tariffe) (aument|salir|cambi|subir|vengono|saranno|in vigore|a partire|dal)|"
            "(aumento|adeguamento|variazione|aggiornamento) (dei |del |di )?(prezzi|listino|tariffe)|"
            "ci (trasferiamo|siamo trasferiti|spostiamo)|"
            r"(veniteci|vieni|venite|passate|passa) a (trovar|trovare|conoscer|scoprir|visitar)\p{L}*|"
            "(trovateci|ci trovate|ci troverete|ci trovi) (a|al|allo|alla|in|nel|presso|anche)|"
            r"(nostro |allo )stand(?!\p{L})|(giornata|giornate|serata|porte|cantine) apert[ea]|open day|(mercatino|"
            "sagra|lotteria|tombola|pesca di beneficenza|festa (di|del|della|d')|concerto (di|del)|cena (sociale|di|"
            "annuale)|gita (sociale|a|di)|pranzo (sociale|di)|castagnata)|(i |le )?(corsi|lezioni|laboratori|prove|"
            "allenamenti|attività) (inizi|riprend|ricominci|partono|partir|si terr|sospes)|"
            "(nuovi|nuove) (corsi|date|appuntamenti|laboratori)|"
            "(le )?iscrizioni (aperte|entro|sono|fino|presso|chiud|on)|"
            "(termine|scadenza) (delle |per le |per l')?iscrizion|"
            r"(iscriv|prenot)\p{L}+ (entro|subito|al|presso|il tuo|il vostro)|"
            "(ultimi|pochi|restano|rimangono|ancora) .{0,12}posti|posti (sono )?(limitati|disponibili)|"
            "(la |le )?quot[ae] (associativ|annual|social|di iscrizione|di partecipazione|condominial)|"
            "(cerchiamo|cercansi|servono|si cercano|abbiamo bisogno di) (volontari|aiut|braccia|persone)|"
            "(interruzione|sospensione) (dell'|della|del|di) (acqua|corrente|energia|erogazione|servizio|"
            "riscaldamento|gas)|lavori (stradali|di|in (via|strada|corso)|sul|nel)|(passate|fate|spargete|"
            "passaparola|diffondete|condividete|inoltrate) .{0,25}(parola|voce|girare|messaggio|amici|interess)|"
            "passaparola|(non è necessario|non serve|non occorre) (rispondere|risposta)|(vi|ti|la) aspettiamo|"
            "(speriamo|contiamo|confidiamo|saremo (lieti|felici)|auspichiamo) .{0,25}(veder|incontrar|accoglier|"
            "numeros|presenza|partecip)|(accorrete|vi attendiamo|partecipate|siate) numeros|non mancate|(vi|si|"
            "la) (informiamo|ricordiamo|comunichiamo|avvisiamo|segnaliamo|annunciamo|informa|comunica|ricorda|avvisa|"
            "rende noto)|(siamo (lieti|felici|orgogliosi|contenti)|abbiamo il piacere) di (informar|annunciar|"
            "presentar|invitar|comunicar|accoglier)|"
            "(desideriamo|vorremmo) (informarvi|ricordarvi|invitarvi|ringraziarvi|comunicarvi)|"
            "a tutti i (soci|genitori|condomini|clienti|residenti|partecipanti)|promemoria|"
            "(segnatevi|segnate|salvate|prendete nota) .{0,15}(data|agenda|calendario)|date da (ricordare|segnare)|"
            "prossim[ie] (appuntamenti|eventi|date|corsi|incontri)|(un )?(grazie|ringraziamento) (a (tutti|tutte|"
            "quanti|chi)|per la (vostra )?(fiducia|collaborazione|fedeltà|partecipazione))|"
            "buon[ea]? (feste|natale|pasqua|anno|vacanze) (a|da|e)|i migliori auguri|auguri di|(saremo|resteremo|"
            r"rimarremo|resterà|chiuderemo|chiusi|chiuso) .{0,12}(chius\p{L}+ )?(dal|il|per|nei|da|dalle)|rinfresco|"
            "ritrovo|punto d'incontro|offerta libera|come ogni anno|in allegato (il|la|i|trovate|"
            "trovi) .{0,10}(verbale|programma|convocazione|catalogo|listino|locandina|calendario|volantino)|"
            "convocazione|avviso (a|ai|di|per)"
        ),
    ),
    asks_leave=(
        "(con chi|a chi) (posso|possiamo|parlo|mi rivolgo|devo|invio)|"
        "(vuole|volete|vuoi) (vedere|sapere|provare|che)|"
        "(posso|possiamo|potrei) (invi|mand|mostr|chiam|present|prepar|pass|far)|"
        "(le|vi|ti) (mando|invio|preparo|interessa|interesserebbe|va|andrebbe)|"
        "(sareste|sarebbe|saresti) (interessat|apert)|(di )?quant[ie] .{0,40}(bisogno|servono|occorrono)|"
        "ne parliamo|ci sentiamo"
    ),
    requests=(
        "invece d|al posto d|da (ieri|stamattina|oggi|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)|"
        "va e viene|come (concordato|da accordi)|abbiamo|inquilin|"
        "(prend|accett|pens|organizz|apriamo|ristruttur|passo|passiamo)|ci piace|mi piace|acconto|"
        "altr[eio] (due|tre)|bisogna|bloccat|perde|malat|era chius|non resta|misure|"
        "in allegato (la tavola|le foto|i disegni|le misure)|aggiornata|(vorre|voglio|vogliamo|cerc|desider|"
        "chied|richied|attendo|aspetto|aspettando|attesa|avrei|avremmo|mi interess|ci interess|mi serv|ci serv|"
        "ho bisogno|abbiamo bisogno|ordin|reclam|disd|lament)|per favore|per cortesia|cortesemente|gentilmente|"
        "potre|potete|può|puoi|preventivo|appuntamento|rimbors|cambi|annull|guast|rott|"
        "non (funzion|va|arriv|chiude|ho|abbiamo|mi|ci|riesco)|manca|sbagliat|urgente|candidat|curriculum|cv|"
        "lavoro|disponib|prezzo|mand|invi|problema|ancora|terza volta|seconda volta"
    ),
    needs="bisogno di|cerco|cerchiamo|preventivo|quanto|prezzo|il (mio|nostro) ordine",
    visits=(
        r"\d{1,3} (\p{L}+ )?(persone|invitati|ospiti|adulti|bambini|ragazzi|alunni|coperti|partecipanti)|(saremo|"
        r"siamo|saremmo) (circa |in )*\d{1,3}|da voi|presso di voi|presso il vostro|nel vostro"
    ),
    announces=(
        r"nuov[oa] (richiesta|lavoro) ?(:|a(?!\p{L})|in(?!\p{L}))|"
        "chiamata (da|ricevuta)|ha chiamato|"
        "messaggio (su|via|da|di) (whatsapp|messenger|instagram|facebook|telegram)|"
        r"nuov[oa] (\p{L}+ ){0,2}(messaggio|richiesta|domanda|contatto|risposta) (da|di|dal|dalla|per|su|"
        r"sul)(?! te(?!\p{L})| lei(?!\p{L})| voi(?!\p{L}))|"
        r"nuov[oa] (\p{L}+ )?(lead|contatto|richiesta di (preventivo|contatto|prenotazione|informazioni))|(ti|vi|"
        "le) ha (scritto|contattato|(inviato|mandato|lasciato|fatto) (un|una) (nuov[oa] )?(messaggio|richiesta|"
        "domanda))|hai (ricevuto )?un (nuovo )?messaggio|"
        "hai ricevuto (un|una|un') ?(nuov[oa] )?(messaggio|richiesta|domanda)|"
        "(messaggio|richiesta|domanda) (da|dall'|di|dal) (?!tuo|tua|suo|sua|noi)|è interessat[oa] (a|al|alla)|"
        "(vorrebbe|desidera) (un preventivo|prenotare|contattar)|(sta cercando|cerca) (un|una)|"
        "ha compilato (il|la) (tuo |vostro )?(modulo|form)"
    ),
    voice=VoiceWords(
        common="il di che per con una è del della alle non le si gli nel dal può sono stato",
        your="suo sua suoi sue tuo tua tuoi tue vostro vostra vi",
    ),
    sender_functions="portale notifiche assistenza servizio supporto protocollo sistema cliente",
    telephone=r"tel\b|tele?[fp]h?o|cell|numero di tel",
    letters=LetterWords(
        greetings=r"buongiorno|buonasera|buon |salve|gentil|egregi|ciao|car[eiao]\b",
        closings="cordiali saluti|distinti saluti|(?:cari )?saluti",
        titles="signora?|sig|dott|ing",
        titles_of_many=r"signori(?!\p{L})",
        orders="ordine",
    ),
)
