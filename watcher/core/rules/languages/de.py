"""German."""

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
            "nicht im (büro|haus|dienst)|außer haus|ausser haus|im urlaub|in elternzeit|abwesend|nicht erreichbar|nicht am arbeitsplatz|"
            "auf dienstreise|betriebsferien|unser büro ist geschlossen|krankheitsbedingt|(büro|praxis|werkstatt|betrieb|geschäft|laden|"
            r"kanzlei|firma|unternehmen|atelier|studio|sekretariat) (ist|bleibt|hat|sind) .{0,60}(geschlossen|zu(?!\p{L}))|(wir|bleiben|"
            "haben) .{0,40}geschlossen|betriebsurlaub|betriebsruhe|weihnachtsferien|sommerpause|im mutterschutz|elternzeit|"
            "nicht mehr (bei|im unternehmen|für|in der firma|in (unserem|diesem) (unternehmen|haus|betrieb))|"
            "(das|unser) unternehmen verlassen|aus dem unternehmen ausgeschieden|"
            "im ruhestand|urlaubsbedingt|nicht anwesend|in der schulung|auf fortbildung|krank(geschrieben| gemeldet)|nicht am platz|"
            "nicht vor ort|geschlossen bis|geschlossen vom"
        ),
        added=(
            r"wieder (da|erreichbar|im (büro|haus|dienst)|zurück)|zurück|ab dem|bis zum|bis einschließlich|vom \d|nach meiner rückkehr|"
            "in dringenden|dringende(n)? (fällen|anfragen|angelegenheiten)|wenden sie sich|nicht (gelesen|weitergeleitet)|vertretung|"
            r"kontaktieren sie|ab (montag|dienstag|mittwoch|donnerstag|freitag|dem)|bis (einschließlich|zum|\d|montag|freitag)|"
            "wieder für sie|an meine|richten sie|steht ihnen|nach (unserer|der) rückkehr|beantwort|melde mich|melden uns|wieder ab|"
            "nicht abgerufen"
        ),
        maybe_away=(
            r"erkrankt|krank(?!\p{L})|trauerfall\p{L}*|beerdigung|teilzeit|messe(?!\p{L})|im krankenstand|in karenz|mutterschutz|"
            "unterwegs|auf reisen|im ausland|geschäftsreise|auf (einer|der) (messe|tagung|konferenz|schulung)|in rente|ferien|(büro|"
            "betrieb|praxis|laden|geschäft|werkstatt).{0,40}geschlossen|geschlossen|nicht mehr (tätig|beschäftigt)|freier tag|"
            r"frei(?!\p{L})|ortsabwesend|urlaub|außer dienst|nicht (verfügbar|erreichbar)|nicht mehr im dienst|altersteilzeit|"
            "nicht im dienst|jahresurlaub|arbeite ich nicht mehr|nicht besetzt"
        ),
        answers=(
            "nach meiner rückkehr|meine[rnm]? (e-?)?(mails|nachrichten|post)|mails? .{0,30}(lese|bearbeite|prüfe|rufe)|"
            "nächsten (arbeits|werk)tag|eingeschränkt|verzögerung|in dringenden|dringende[nr]? (fällen|anfragen|angelegenheiten)|"
            "übernimmt meine|vertritt mich|antworte|beantwort|wenden sie sich|ihr verständnis|wieder (da|im (haus|büro|dienst)|"
            "erreichbar)|sind wir wieder|(weiter)?geleitet|heute und morgen|bis auf weiteres|künftig an|zukünftig an|"
            r"meine[nr]? (kolleg\p{L}+|nachfolge\p{L}+|vertretung)|melde mich nach dem|mein\p{L}* nachfolge\p{L}+|zwischen den jahren"
        ),
        alone=(
            "meine vertretung (ist|übernimmt|hat)|(vertritt|vertreten) mich|werde (ich )?vertreten (von|durch)|ihre (e-?)?(mail|"
            "nachricht) (wird|wurde) nicht (automatisch )?(weitergeleitet|gelesen|bearbeitet)|(am|an meinem) nächsten (arbeits|werk)tag|"
            "(postfach|adresse|mailadresse|e-mail-adresse) (wird|ist) nicht (mehr )?(gelesen|abgerufen|aktiv|gültig|betreut)|"
            r"(nur )?(eingeschränkt|bedingt|unregelmäßig|sporadisch)\p{L}* (zugriff|zugang|erreichbar|lesen|abruf)|(ab|"
            r"am) \p{L}+ (bin ich|sind wir) wieder|(bin|sind) (ich |wir )?(ab|am) \S+ wieder (im (haus|büro|dienst)|erreichbar|da\.)|"
            "während meiner abwesenheit|in meiner abwesenheit|nicht mehr (für|bei) .{0,40}(tätig|beschäftigt)|bis dahin (lese|schaue|"
            "sehe|prüfe|bearbeite|beantworte) .{0,30}(keine|nicht)|kann .{0,40}(tage?|stunden|werktage|arbeitstage) dauern|"
            "macht (betriebs)?(ferien|urlaub|betriebsferien)|vertretung: |wieder für (sie|euch) da"
        ),
        everyday_away=(
            "liege|meniskus|bandscheibe|grippe|fieber|baby|uns verlassen|im zug|auf dem berg|wander|segel|zelte|kein licht|schweig|ruht|"
            r"auszeit|(ein paar|einige) (tage|freie)|freie tage|resturlaub|überstunden ?ab|überstundenausgleich|\p{L}*-?ausgleich|"
            "winterpause|sommerpause|weihnachtspause|betriebspause|weihnachtsruhe|betriebsausflug|fortbildung|weiterbildung|lehrgang|"
            r"seminar|brückentag|feiertag\p{L}*|in (der )?reha|zur kur|in kur|im krankenhaus|in der klinik|operiert|operation|inventur|"
            "hochzeitsreise|flitterwochen|sabbatical|(die firma|das haus|den betrieb|das team) .{0,20}verlassen|ausgeschieden|"
            r"\p{L}*urlaub|streik|umzug|nicht am (schreibtisch|telefon|rechner)|mein letzter arbeitstag|quarantäne|vaterschafts\p{L}*|"
            "pflegezeit|kindkrank|mein kind ist krank|(ziehen|bauen|renovieren) (gerade |diese woche )?um|umgezogen|umbau|renovierung|"
            r"(bein|arm|fuss|knöchel|schulter) gebrochen|gebrochen\p{L}*|ausser gefecht|liege (flach|im bett)|bettruhe|hochzeit|"
            "familienfeier|(kaum|kein|schlechter) (netz|empfang)|baustelle|funkloch|(ich )?bin (erst |bis |ab |raus|weg|unterwegs|fort|"
            "auswärts|nicht (da|hier))|bis .{3,20} (raus|weg|fort|nicht da|unterwegs)|(montags|dienstags|mittwochs|donnerstags|freitags|"
            "am wochenende|nachmittags|vormittags) (arbeite|bin|habe) (ich|wir)|arbeite .{0,20} nicht|betreut .{0,40}nicht mehr|(bin|"
            "ist) nicht mehr zuständig|(machen|macht|mache) (eine )?(pause|ferien|blau|urlaub)|kein (netz|empfang)|offline|(erholen|"
            "ruhen) (wir )?uns|atmen (wir )?durch|(vater|mutter|eltern) geworden|(sitze|bin) (im|in der) (zug|flieger|flugzeug|bahn)|"
            "(auf|zur) (der |einer )?(messe|hütte|tagung|schulung|beerdigung)|in den bergen|am meer|an der (see|nordsee|ostsee|küste)|"
            "auf hoher see|im ausland|auf skiern|beim (wandern|segeln|skifahren|zelten)|radtour|(arbeite|komme|erreichbar) (derzeit |"
            "zurzeit |momentan )?(nur )?(noch )?(nur )?(montags|dienstags|mittwochs|donnerstags|freitags|halbtags|vormittags|an (zwei|"
            "drei|vier)|(zwei|drei|vier) tage|in teilzeit)|(steht|stehen|ruht|ruhen|liegt) .{0,20}(still|maschinen)|(werkstatt|atelier|"
            "büro|laden|betrieb|backstube|küche|praxis) (bleibt|ruht|schläft|macht)|betriebsruhe|(vater|mutter|mann|frau|bruder|"
            r"schwester) ist .{0,15}(gestorben|verstorben)|trauerfall|todesfall|nach (einer|meiner) (op|operation)(?!\p{L})|unfall|"
            "im ruhestand|in rente|freigestellt|wochenbett|kaum (netz|empfang|internet)"
        ),
        everyday_answers=(
            "wieder (am schreibtisch|im einsatz|im betrieb|im büro|an bord|für sie)|kümmert sich|mails? (werden|"
            "wird) .{0,40}nicht (gelesen|bearbeitet|abgerufen)|nicht bearbeitet|keinen zugriff|ohne zugriff|sehe meine (post|mails)|"
            r"lese (das|sie|ihre|meine)|mein\p{L}* nachfolg|an die zentrale|geht es weiter|voraussichtlich|danach melde|"
            r"niemand (zu sprechen|erreichbar|da)|zu erreichen|übernimmt|springt ein|betreut|melde\p{L}* (ich |wir )?(mich|uns)|"
            r"sind wir (ab )?wieder|bleibt .{0,20}liegen|erst (am|ab|wieder|nächste)|ansprechpartner\p{L}*|schlecht (zu erreichen|"
            "erreichbar)|schwer (zu erreichen|erreichbar)|(wir|ich) (hören|sehen) uns|bis (montag|dienstag|mittwoch|donnerstag|freitag|"
            "nächste woche)|hält die stellung|ab (montag|nächster woche)|(postfach|adresse|konto) wird .{0,30}(geschlossen|gelöscht|"
            r"abgeschaltet|deaktiviert)|\p{L}+ (hilft|vertritt|springt ein|macht weiter|übernimmt|kümmert)|hilft (ihnen |euch )?(weiter|"
            "gern)|zuständig ist|(pakete|post|ware|bestellungen) .{0,25}(wieder|raus)|wieder wie gewohnt|geht (es|die post) wieder|"
            "morgen (früh|vormittag)|lese ich (alles|alle)|solange (macht|übernimmt|hilft|ist)|(macht|übernimmt|erledigt|führt) (das|"
            "meine|solange|inzwischen|derweil)|(akten|aufträge|projekte|kunden|fälle|vorgänge) (hat|übernimmt|liegen|führt|betreut)|"
            r"wieder (am platz|daheim|zu hause|zurück|da|im haus|hier)(?!\p{L})|(montag|dienstag|mittwoch|donnerstag|freitag) (wieder|"
            "früh)|der reihe nach|nach und nach|in der reihenfolge|nacheinander|(abends|selten|kaum|sporadisch|gelegentlich|"
            "unregelmässig) .{0,20}(mails|post|postfach|online)|in (allen anderen|dringenden|eiligen) (fällen|sachen)|wenn es (brennt|"
            "eilt|dringend)|was nicht warten kann|hilft (ihnen|euch|dir)|durchwahl|bleibe? .{0,20}zu hause"
        ),
        subjects=(
            "(betriebs|weihnachts|sommer|winter|werks)(ferien|urlaub|ruhe|pause|schließung)|urlaubs(meldung|info|zeit|vertretung)|"
            "(im|in) (urlaub|elternzeit|mutterschutz)|abwesen|nicht (im (büro|haus)|erreichbar)|öffnungszeiten (über|an|zu|zwischen)|"
            "geschlossen|(wir |macht? |machen )?(haben |ist |sind )?(zu|dicht) (bis|vom|ab|wegen)|(wir )?(schließen|machen) (zu|"
            "urlaub|pause)|unterwegs|auf (dienst|geschäfts)?reise|(vielen )?dank für (ihre|deine|eure|die) (nachricht|mail|e-mail|"
            r"anfrage)|(ihre|deine|eure) (nachricht|mail|e-mail)( an \p{L}+)?\Z|(wir )?machen (betriebs)?(ferien|urlaub|pause)|"
            r"(sommer|winter|oster|weihnachts|betriebs)(pause|schliessung)|bin (dann mal )?(weg|raus|fort)|(auf|zur) (der )?messe\Z|"
            r"ich bin (nicht|im urlaub|in urlaub|ab|bis)|wir sind (nicht da|im urlaub|in urlaub|ab|bis|vom)|krankmeldung\Z|(im|"
            "in) (ruhestand|rente|teilzeit)|(laden|werkstatt|büro|praxis|atelier|geschäft|betrieb|kanzlei|studio|restaurant|café|"
            r"hofladen|lager|firma|backstube)( \p{L}+)? (zu|dicht|geschlossen|macht (urlaub|ferien|pause|zu))(?!\p{L})|(wir )?(sind|"
            r"haben) (zu|geschlossen|dicht|betriebsferien|betriebsurlaub|urlaub)(?!\p{L})|\p{L}*(praxis|herbst|pfingst)(ferien|urlaub|"
            "schließung)|ferien(schließung|pause)|wieder (für sie da|geöffnet|offen) (ab|am)"
        ),
        trade=(
            "(bestellungen|lieferungen|rechnungen|angebote)(?!.{0,30}bitte)|(ver|aus|be)?(liefern|senden|schicken|arbeiten|"
            "erledigen) wir(?!.{0,30}(zurück|ihnen))|(wird|werden) .{0,40}(ausgeliefert|geliefert)"
        ),
        arranges=(
            "nehmen .{0,40}entgegen|(angebot|auftrag|preis|termin) (angenommen|erteilt|passt|bestätigt)|nehmen (wir|ich)|(wir|"
            "ich) (nehmen?|bestätigen?|akzeptieren?)|einverstanden|passt (so|gut|uns|mir|prima)|(montag|dienstag|mittwoch|donnerstag|"
            "freitag|samstag) (passt|klappt|geht)|klappt|machen wir so|in ordnung|gern(e)? (vorher|danach|ab)|(hat|haben|bei) (den|die|"
            r"einen|dem|der|unseren?) (schlüssel|nachbar\p{L}*)|lässt sie (rein|herein)|macht auf|ist (aber )?(zu hause|daheim|"
            r"da)(?!\p{L})|jederzeit|anzahlung|überwiesen|freigegeben|zusage|(mann|frau|sohn|tochter|nachbarin|nachbar|hausmeister|"
            "mutter|vater) (ist (aber )?(zu hause|daheim|da)|lässt|macht (ihnen )?auf|öffnet|zeigt|hat (den|die|einen) schlüssel)"
        ),
        urgent="dringend|eilig|notfall|eilt es|eilt's|brennt es|brennt's|pressiert|kann nicht warten",
    ),
    notices=NoticeWords(
        automatic=(
            "automatisch generiert; automatisch erstellt; automatisch erzeugt; automatisch versandt; automatisch versendet; "
            "automatisch verschickt; automatische nachricht; automatische e-mail; automatische mail; automatisierte nachricht; "
            "automatisierte e-mail; automatische antwort; maschinell erstellt; systemgenerierte; antworten sie nicht auf diese; "
            "antworten sie bitte nicht; bitte nicht antworten; bitte nicht auf diese; antworte bitte nicht; bitte antworte nicht; "
            "bitte antworten sie nicht; antworten auf diese * nicht; nicht auf diese e-mail; wird nicht gelesen; werden nicht gelesen; "
            "kann nicht beantwortet werden; können nicht beantwortet werden"
        ),
        receipt=(
            "dass sie ein mensch sind; dass du ein mensch bist; nachricht wurde zurückgehalten; mail an mich wurde zurückgehalten; "
            "mail wurde zurückgehalten; absenderprüfung; um sie zuzustellen; damit ihre nachricht zugestellt; ihr anliegen wurde; "
            "ihr fall wurde; ihr vorgang wurde; ihre störung wurde; hören unaufgefordert von; unaufgefordert auf sie zu; "
            "reklamation haben wir aufgenommen; schadenmeldung liegt uns vor; ihr anliegen liegt uns vor; anfrage an die zuständige; "
            "sehen sie von rückfragen ab; wurde die vorgangsnummer; wir haben ihre anfrage; wir haben ihre nachricht; "
            "wir haben ihre e-mail; wir haben ihre mail; wir haben deine anfrage; wir haben deine nachricht; ihre anfrage ist; "
            "ihre nachricht ist; ihre e-mail ist; ihre mail ist; ihre anfrage wurde; ihre anfrage mit der; ihre nachricht wurde; "
            "deine anfrage ist; deine nachricht ist; deine anfrage wurde; ist bei uns eingegangen; eingangsbestätigung; "
            "bestätigen wir den eingang; bestätigen den eingang; bestätigen hiermit den; ihre ticketnummer; ihre ticket-nummer; "
            "ihre vorgangsnummer; ihre bearbeitungsnummer; ein ticket wurde; wurde ein ticket; unter der ticketnummer; "
            "unter der vorgangsnummer; wurde unter * erfasst; wurde erfasst unter; wurde unter * registriert; wurde aufgenommen; "
            "haben ihre * notiert; haben wir ihre * notiert; ihre meldung ist; ihre meldung wurde; ihre meldung haben wir; "
            "ihre schadennummer; ihr aktenzeichen; ihr vorgang; ihre fallnummer; ihre referenznummer; unter dem aktenzeichen; "
            "unter der nummer * erfasst; unter der nummer * registriert; ist bei uns angekommen; sind bei uns eingegangen; "
            "ihr antrag ist; ihr antrag wurde; ihre reklamation wurde; ihre reklamation ist; die bearbeitung dauert; "
            "die bearbeitung ihrer; sie müssen nichts weiter; brauchen nichts weiter zu; bitte geben sie bei rückfragen; "
            "bei rückfragen * die nummer; erfolgreich übermittelt; erfolgreich eingereicht"
        ),
        courtesy=(
            "vielen dank für ihre anfrage; vielen dank für ihre nachricht; vielen dank für ihre e-mail; "
            "vielen dank für ihre kontaktaufnahme; danke für ihre anfrage; danke für ihre nachricht; "
            "vielen dank für deine nachricht; vielen dank für deine anfrage; wir melden uns; wir werden uns * melden; "
            "wir kümmern uns; schnellstmöglich bearbeiten; schnellstmöglich bei ihnen; so schnell wie möglich bei ihnen; "
            "kommen wir auf sie zu; kommen auf sie zu; innerhalb von * werktagen; innerhalb * arbeitstagen; binnen * werktagen; "
            "ein techniker meldet; ein mitarbeiter meldet; ein kollege meldet; wir prüfen * und"
        ),
        trade=(
            "vielen dank für ihre bestellung; danke für ihre bestellung; vielen dank für deine bestellung; danke für deine bestellung; "
            "vielen dank für ihren einkauf; vielen dank für deinen einkauf; vielen dank für ihre buchung; vielen dank für ihre zahlung; "
            "bestellbestätigung; auftragsbestätigung; versandbestätigung; buchungsbestätigung; zahlungsbestätigung; "
            "ihre bestellung * wurde; ihre bestellung * ist; ihre bestellung ist; ihre bestellung wird; deine bestellung * wurde; "
            "deine bestellung ist; deine bestellung wird; wir haben ihre bestellung; wir haben deine bestellung; ihr paket * wurde; "
            "ihr paket ist; ihr paket wird; ihr paket kommt; dein paket ist; dein paket wurde; dein paket kommt; ihre sendung * wurde; "
            "ihre sendung ist; ihre sendung wird; deine sendung; sendungsnummer:; sendung verfolgen; sendungsverfolgung:; "
            "ihre rechnung * steht; ihre rechnung vom; ihre rechnung nr; ihre rechnung für; ihre rechnung ist; "
            "anbei erhalten sie ihre rechnung; im anhang finden sie ihre rechnung; ihre zahlung * ist; ihre zahlung wurde; "
            "wir haben ihre zahlung; zahlungseingang; ihre buchung * ist; ihre buchung ist; unsere rechnung; anbei * rechnung; "
            "im anhang * rechnung; die rechnung * im anhang; ihre aktuelle rechnung; ihre neue rechnung; rechnung steht; "
            "kundenportal * bereit; zum abruf bereit; zur abholung bereit; zur abholung; von ihrem konto abgebucht; ihr paket heute; "
            "ihr paket wurde; ihr paket liegt; konnten wir ihr paket; konnten ihr paket; beim nachbarn abgegeben; einem nachbarn; "
            "neuer kontoauszug; ihr kontoauszug; ihre eintrittskarten; ihre tickets; ihre zahlung; ihre karte wurde abgelehnt; "
            "zahlung fehlgeschlagen; ihre sendung; rückerstattung * veranlasst; ihre erstattung; kontoauszug * bereit; "
            "kontoauszug * verfügbar; melden sie ihren zählerstand; aktualisieren sie ihre zahlungs; ihre entgeltabrechnung; "
            "wir haben ihnen * gutgeschrieben; haben wir ihnen * gutgeschrieben; haben sie * nicht angetroffen; "
            "sie * nicht angetroffen; ihr tarif * verlängert; ihr abo * verlängert; mit ihrer karte; ihre karte wurde; ihre karte mit; "
            "wird von ihrem konto; ihrem konto gutgeschrieben; ihrem konto belastet; ihr kontostand; ihr konto wurde * belastet; "
            "umsatz auf ihrem konto"
        ),
        access=(
            "ihr bestätigungscode; ihr sicherheitscode; ihr code lautet; ihr code:; ihr anmeldecode; ihr einmalcode; "
            "ihr verifizierungscode; dein bestätigungscode; dein sicherheitscode; dein code lautet; dein code:; dein anmeldecode; "
            "ihr einmaliger; code ist gültig; code ist * gültig; code läuft; geben sie diesen code; gib diesen code; "
            "geben sie den code; code niemals weiter; code nicht weiter; passwort zurücksetzen; passwort zurückzusetzen; "
            "ihr passwort wurde; dein passwort wurde; neues passwort angefordert; zurücksetzen ihres passwort; zurücksetzung ihres; "
            "neue anmeldung; e-mail-adresse bestätigen; bestätigen sie ihre e-mail; bestätige deine e-mail; nicht angefordert haben; "
            "nicht angefordert hast; nicht von ihnen stammt; anmeldung in ihrem konto; anmeldung bei ihrem konto"
        ),
        appointment=(
            "terminerinnerung; erinnerung an ihren termin; erinnern an ihren termin; erinnern wir sie an; erinnern sie an ihren; "
            "möchten sie an ihren termin; erinnerung: ihr termin; ihr termin am; ihr termin ist; ihr termin bei; ihr nächster termin; "
            "dein termin am; dein termin ist; freuen uns auf ihren besuch; termin absagen oder; termin verschieben oder; "
            "ihren termin nicht wahrnehmen; beginnt in * minuten; beginnt morgen um; ihre schicht; ihr termin morgen; deine schicht"
        ),
        survey=(
            "wie hat ihnen; wie hat dir; wie war ihr; wie war dein; wie wahrscheinlich; ihre meinung ist uns; deine meinung ist uns; "
            "ihre meinung zählt; deine meinung zählt; bewerten sie; bewerte uns; bewerte deinen; jetzt bewerten; kurze umfrage; "
            "kundenumfrage; kundenbefragung; zufriedenheitsumfrage; nehmen sie an unserer; an einer kurzen befragung; "
            "geben sie uns feedback; wir freuen uns über ihr feedback; wir freuen uns über ihre bewertung; ihr feedback hilft; "
            "wie zufrieden waren sie; wie zufrieden sind sie; wie zufrieden bist; wie zufrieden warst"
        ),
        held=(
            "in quarantäne; in der quarantäne; quarantäne-be; quarantänebe; quarantäne-üb; quarantäneüb; spam-bericht; "
            "spambericht; spam-übersicht; spamübersicht; zurückgehaltene nachrichten; zurückgehaltene e-mails; "
            "zurückgehaltene mails; blockierte nachrichten; blockierte e-mails"
        ),
        program=(
            "hat sie eingeladen; hat dich eingeladen; sie wurden eingeladen; du wurdest eingeladen; einladung annehmen; "
            "datensicherung abgeschlossen; backup abgeschlossen; backup fehlgeschlagen; sicherung erfolgreich; hat sie erwähnt; "
            "hat dich erwähnt; hat * mit ihnen geteilt; hat * mit dir geteilt; wurde ihnen zugewiesen; neue bewertung; "
            "verlängert sich automatisch; läuft in * tagen ab; läuft am * ab; läuft demnächst ab; kein handlungsbedarf; "
            "es sind keine weiteren schritte; speicher ist fast voll; wöchentliche zusammenfassung; neues gerät; folgt ihnen jetzt; "
            "haben einen anruf; anruf von * verpasst; entgangener anruf; verpasster anruf; anruf in abwesenheit; "
            "keine nachricht hinterlassen; hat die einladung angenommen; hat die einladung abgelehnt; einladung angenommen; "
            "einladung abgelehnt; hat ihre einladung; hat deine einladung; folgt dir; hat deinen beitrag; hat dein foto; "
            "möchte sich mit ihnen vernetzen; möchte sich mit dir vernetzen; freundschaftsanfrage; speicherplatz * belegt; deine woche; "
            "deine aktivität; schritte diese woche; wochenbericht; neue follower; sieh dir das profil; wurde gelöst und geschlossen; "
            "ihres speicherplatzes; unsere nutzungsbedingungen; änderung unserer agb; führen wir * wartungsarbeiten; "
            "steht in dieser zeit nicht; steht währenddessen nicht; ist in dieser zeit nicht verfügbar"
        ),
        sign=(
            "möchte die nachricht * zurückrufen; möchte die nachricht * zurückziehen; möchte diese nachricht zurückrufen; "
            "hat auf ihre nachricht reagiert; hat auf deine nachricht reagiert; hat mit * auf ihre nachricht reagiert; "
            "hat mit * auf deine nachricht reagiert; hat über gmail reagiert; gefällt ihre nachricht"
        ),
        asks=(
            "fragen?; noch fragen?; nicht zu hause?; nicht daheim?; keine zeit für * ?; sie haben keine * versucht?; "
            "sie haben sich nicht * ?; das waren sie nicht?; das warst du nicht?; sie waren das nicht?; falsche adresse?; "
            "sie möchten keine * mehr?; noch nicht * ?; wie gefällt * ?; wie gefallen * ?; sind sie zufrieden * ?; "
            "bist du zufrieden * ?; was ist zu tun?; was passiert jetzt?; haben sie fragen?; sie haben fragen?; "
            "haben sie noch fragen?; hast du fragen?; du hast fragen?; fragen zu * ?; brauchen sie hilfe?; benötigen sie hilfe?; "
            "hilfe benötigt?; waren sie das nicht?; warst du das nicht?; nicht angefordert?; sie haben * nicht angefordert?; "
            "du hast * nicht angefordert?; keine zeit?; termin verhindert?; wie hat * gefallen?; wie war ihr * ?; wie war dein * ?; "
            "wie wahrscheinlich * ?; würden sie uns * ?; haben sie * minuten?; haben sie kurz zeit?; wie geht es weiter?; "
            "passwort vergessen?; wussten sie * ?; wie zufrieden waren sie * ?; wie zufrieden sind sie * ?; "
            "wie zufrieden bist du * ?; wie zufrieden warst du * ?; erkennen sie * ?; nicht von ihnen?"
        ),
        formal=(
            "mail an mich wurde; nachricht an mich wurde; mein postfach ist geschützt; "
            "wir möchten sie; wir möchten uns; wir möchten ihnen; wir möchten dich; wir möchten gerne wissen; "
            "wir möchten gern wissen; wir möchten wissen; wir möchten noch besser; wir möchten uns; meine sendung verfolgen; "
            "zu meinen bestellungen; zu meinem konto; in mein konto; unter mein konto; wir fragen nie"
        ),
        first="ich; mir; mich; mein; meine; meinen; meiner; meinem; meines",
        wants=(
            "wollte wissen; wollten wissen; wüsste gern; würde gern wissen; würde gerne wissen; wollte fragen; wollte nur fragen; "
            "wollte mal fragen; wollte nachfragen; wollten fragen; wollten nachfragen; möchte wissen; möchte fragen; "
            "wollte mich erkundigen; möchte mich erkundigen; würde mich interessieren; frage mich, ob; wir brauchen; wir benötigen; "
            "wir möchten; wir hätten gern; wir suchen; wir haben bestellt; wir haben noch; wir haben keine; wir warten; "
            "unsere bestellung; unser konto; bitte schicken; bitte senden sie uns; bitte um; bitte stornieren; bitte korrigieren; "
            "bitte ändern; bitte rufen; bitte teilen sie; könnten sie; würden sie; wann kommt; wo bleibt; fehlt; falsch; beschädigt; "
            "kaputt; defekt; nicht angekommen; nie angekommen; noch nichts; kommt nicht an; kam nie; funktioniert nicht; geht nicht; "
            "aber; können sie mir; können sie bitte; kannst du mir; kannst du bitte; können sie uns bitte; können sie uns sagen; "
            "können sie uns schicken; können sie uns ein; können sie uns helfen; um ein angebot; ihr angebot; angebotsabgabe; "
            "preisanfrage; ihren besten preis; warten noch; warte noch; warten immer noch; warte immer noch; bitte um antwort; "
            "bitte um rückmeldung"
        ),
        echo=(
            "ihre nachricht; deine nachricht; ihre anfrage; deine anfrage; sie schrieben; du schriebst; ihr text; "
            "kopie ihrer nachricht; ihre meldung"
        ),
    ),
    circulars=CircularWords(
        subjects=(
            "(neue|neuen|geänderte|aktuelle) (preise|preisliste|öffnungszeiten|adresse|anschrift|telefonnummer|rufnummer|bankverbindung|"
            "räume)|preis(anpassung|erhöhung|änderung)|wir (sind umgezogen|ziehen um)|(frohe|schöne|besinnliche) (weihnachten|festtage|"
            "feiertage|ostern)|(weihnachts|neujahrs|oster)gr|tag der offenen|einladung z(u|um|ur)|save the date|messebesuch|(betriebs|"
            r"werks|praxis|weihnachts|sommer|winter|oster|büro)(ferien|urlaub|ruhe|schließung|pause)|(geschlossen|schließ\p{L}+|"
            r"schließtage) (über|am|vom|ab|wegen|zwischen)|(wir|laden|büro|werkstatt|praxis|lager|geschäft|kanzlei)( \p{L}+)? (hat |"
            "haben |ist |bleibt |macht )?(geschlossen|zu|urlaub|ferien|betriebsferien)|(öffnungs|büro|sprech|geschäfts|lager|"
            "bestell)zeiten|(unsere|ihre|neue) (bankverbindung|kontoverbindung|preise|preisliste)|(änderung|wechsel|umstellung) (der|"
            "unserer|unseres|des|im) (bank|konto|preis|öffnung|liefer|geschäftsführ|ansprech)|an alle (kund|mieter|mitglied|eltern|"
            "anwohn|lieferant|partner|haushalt|eigentümer)|information (an|für) (alle|unsere)|(wichtige )?(mitteilung|information|"
            r"kundeninformation|mieterinformation|aushang)(:| an| für|\Z)|(danke|dank) für (ihren|euren|deinen) besuch (auf|bei|an|am|"
            "in)|schön,? (sie|euch|dich) .{0,30}(getroffen|zu treffen|gesehen|kennen)|(jahres|haupt|mitglieder|eigentümer|eltern|"
            "voll)versammlung|elternabend|(strom|wasser|heizungs)(abschaltung|sperrung|ausfall)|wartungsarbeiten|rückruf"
        ),
        readers=(
            r"\p{L}*mitglied|leser|abonnent|\p{L}*nachbar|\p{L}*eltern|kund(e|in|en|innen)|\p{L}*gäste|\p{L}{3,}freund|freunde (des|der|"
            r"von|unse)|förder|spender|unterstütz|sponsor|teilnehm|ausstell|anwohn|\p{L}*bürger|mieter|\p{L}*eigentümer|unternehmer|"
            r"gewerbetreib|\p{L}*händler|\p{L}*inhaber|\p{L}*besitzer|nutzer|patienten|gemeinde|ehemalige|interessent|genoss|"
            r"(?!koll)\p{L}+innen und \p{L}+|(?!koll)\p{L}+[*:_]innen|wanderfreund|\p{L}*freund(e|innen)( und| des| der)|hausbewohn|"
            "bewohn|anlieger|erziehungsberechtigte|sorgeberechtigte|schüler|absolvent|kursteilnehm|teilnehmend|angehörige|stammgäste|"
            "fahrgäste|hörer|zuschauer|geschwister|gemeindeglieder|pfarrangehörige|dorfbewohn|mitbürger|mitstreiter|interessierte|"
            r"\p{L}*begeisterte|aktionär|anleger|versicherte|studierende|jagdgenossen|wohnungseigentümer|miteigentümer"
        ),
        everybody=(
            "alle|zusammen|freunde|freundinnen|koll|partner|geschäftsfreunde|lieferanten|ihr lieben|runde|menschen|"
            r"leute|ihr (da draussen|alle|süssen|guten)|\p{L}+(freunde|freundinnen|liebhaber|fans)|"
            r"damen und herren kolleg|beteiligte|gemeinsam|ihr alle|mädels|jungs|truppe|gemeinschaft|familie(?!\p{L})|"
            r"\p{L}*geschäftspartner|geschäftskund|mitarbeit|team(?! der| des| von)"
        ),
        opts_out=(
            "(wenn|falls|sollten|möchten|wünschen|wollen) (sie|du|ihr) .{0,60}(keine?|nicht|nichts).{0,40}(nachricht|e-?mails?|post|"
            "zeilen|rundbrief|informationen|infos|hören|erhalten|bekommen|kontaktiert|angeschrieben|mehr möchten|mehr wünschen|"
            "mehr wollen)|nein,? danke|aus dem verteiler|(sie|du|ihr) (möchtest|möchten|möchtet|wollen|wollt|willst|"
            "wünschen) .{0,40}(keine?|nicht|nichts) .{0,50}(erhalten|bekommen|hören|(e-?)?mails?|post|newsletter)|"
            "keine lust (mehr )?auf|(hier|jetzt) (abmelden|abbestellen|austragen)|(e-?mail-)?einstellungen (ändern|anpassen|verwalten)|"
            "aus (unserem|dem|meinem|diesem) (mail)?verteiler|vom verteiler|(sie|du|ihr) (erhalten|bekommen|erhältst|bekommst|erhaltet|"
            "bekommt) diese (mail|e-mail|nachricht|zeilen)"
        ),
        tells=(
            r"(ordentliche |außerordentliche )?\p{L}*(mitglieder|jahreshaupt|haupt|eigentümer|general|voll|eltern|bürger|"
            "delegierten)versammlung|elternabend|tagesordnung|protokoll (der|unserer|vom|des|liegt|ist|anbei|zur)|(neue |geänderte |"
            "unsere )?öffnungszeiten (über|an|zwischen|ab|im|zu|während|rund)|(neue|geänderte) (öffnungszeiten|sprechzeiten|bürozeiten)|"
            "(unser|unsere|der|die|neue[rs]?) neue[rsn]? (katalog|preisliste|broschüre|programm|kollektion|kursprogramm|speisekarte|"
            r"website|webseite|homepage|anschrift|adresse|räume)|neuer katalog|neue preisliste|preis(e|en|erhöhung|anpassung)\p{L}* (zum|"
            "ab|ab dem|steigen|werden|müssen|erhöhen)|preiserhöhung|preisanpassung|wir ziehen um|(sind|wir) umgezogen|umzug (in|an|zum|"
            "unserer)|(besuchen|treffen|finden) sie uns|(unser(em|en|er)?|am|an) (messe)?stand|tag der offenen (tür|werkstatt|gärten)|"
            r"\p{L}*(sommer|herbst|frühlings|winter|straßen|dorf|hof|weihnachts|vereins|pfarr|schul|garten|jubiläums)(fest|markt|feier|"
            r"konzert|basar)(?!\p{L})|flohmarkt|basar|tombola|arbeitseinsatz|gemeinschaftsarbeit|subbotnik|kurs(e|beginn|start|"
            r"termine)\p{L}* (beginn|start|ab|im|sind|am)|(neue|die|unsere) (termine|kurse|kurstermine|workshops)|anmelde(schluss|frist)|"
            "anmeldung(en)? (bis|ab|sind|ist|unter|bei|nur)|(bitte )?(meldet|melden sie) (euch|sich) .{0,30}(bis|an)|(noch|wenige|"
            "einige|restliche|letzte) (freie )?plätze|plätze (sind )?(begrenzt|frei)|(mitglieds|jahres|vereins)beitrag|"
            r"\p{L}*beiträge (sind|werden|für|bis)|(helfer|helferinnen|freiwillige|kuchenspenden|kuchen) (werden |sind )?(gesucht|"
            "gebraucht|willkommen)|(suchen|brauchen) (wir )?(noch )?(helfer|helfende|freiwillige|kuchen)|straßensperrung|bauarbeiten|"
            "(wasser|strom|heizung|gas|aufzug) (wird|ist|fällt) .{0,40}(abgestellt|abgeschaltet|aus|unterbrochen)|sagt es (gern |"
            "bitte )?weiter|(gern|gerne|bitte) (weitersagen|weiterleiten|weitergeben|aushängen)|(leitet|leiten sie|gebt|"
            r"geben sie) .{0,40} weiter an|(eine )?(antwort|rückmeldung) ist nicht (nötig|notwendig|erforderlich)|u\.? ?a\.? ?w\.? ?g|"
            "wir freuen uns (auf|über) (viele|zahlreiche|rege|euch|alle|ihr(en)? (kommen|besuch|zahlreich))|(hoffen|"
            "freuen uns) .{0,30}(viele|zahlreich)|zahlreiches erscheinen|bis (dahin|bald|dann|samstag|sonntag) (in|im|euer|eure|ihr)|"
            "(möchten|wollen|dürfen) (wir )?(sie|euch|alle) (daran |darüber )?(informieren|erinnern|hinweisen)|(teilen|"
            "geben) (wir )?(ihnen|euch) (hiermit )?(mit|bekannt)|wir informieren|zur (kenntnis|erinnerung|information)|"
            "erinnerung an (die|unser|alle)|terminhinweis|termine (im|für|des|zum|vormerken)|(bitte )?vormerken|merkt euch|(vielen|"
            "herzlichen|großen) dank (an alle|allen|für eure|für ihre (treue|unterstützung|spende))|frohe (weihnachten|ostern|festtage)|"
            "(gesegnete|besinnliche|schöne) (weihnachten|feiertage|festtage|adventszeit)|guten rutsch|wir (haben|bleiben|machen) (vom|"
            "von|am|ab|zwischen) .{0,40}(geschlossen|zu|betriebsferien)|eintritt (frei|ist|kostet|:)|für (kaffee|speis|essen|"
            "das leibliche|getränke|verpflegung)|treffpunkt (ist|um|am|:)|wie (jedes|in jedem) jahr|(startet|beginnt|geht es|"
            "geht's) (wieder )?(am|ab|im)|einladung (zu|zur|zum|an)|anbei (das|die|der|unser) (protokoll|programm|einladung (zu|zur|zum|"
            r"an)|katalog|preisliste|termin\p{L}*)"
        ),
    ),
    asks_leave=(
        "soll(en)? (ich|wir) (ihnen|euch|mal|das)|mit wem (kann|darf|spreche)|(neugierig|lust auf)|(wollen|möchten) sie (sehen|wissen|"
        "erfahren|mehr)|brauchen sie (verstärkung|unterstützung|hilfe bei)|(darf|dürfen|soll|sollen|kann|können) (ich|wir) (ihnen|euch|"
        "dir|sie|mal|kurz|einmal).{0,80}(send|schick|zeig|vorstell|zukommen|vorbei|anruf|melden|unterbreit|mail)|(ist|wäre) das (etwas|"
        "interessant|spannend) für|(haben|hätten|habt) (sie|ihr) interesse|interesse an|wie viele .{0,40}(brauchen|benötigen) sie|"
        "passt (es|ihnen|das) .{0,30}(telefon|gespräch|anruf)|wann passt es ihnen|sollen wir (telefonieren|kurz)"
    ),
    requests=(
        "statt|seit (gestern|heute|letzter|vorgestern|dem sturm|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)|"
        "wie (telefonisch|vereinbart)|am liebsten|wir kämen|liegt kein|bei uns|schief|störung|ich habe|wir haben|(wir|ich) (planen|"
        "denken|nehm|akzeptier|bau|renovier|zieh|eröffn|richten)|planen wir|denken (wir|an)|noch (ein|zwei|drei|vier|mal|einmal)|"
        "wie (gehabt|beim letzten|besprochen|vereinbart)|wackelt|klemmt|locker|gelöst|tropft|undicht|zerbrochen|gerissen|krank|niemand|"
        "anzahlung|budget|nicht richtig|nun ist unser|komme (ich|wir|gern|dann)|war(en)? (gestern|heute) (zu|geschlossen)|"
        "bitte(?! (?:nicht|beachten|haben|klicken|antworte|loggen|melden sie sich an|nutzen|verwenden|bewahren|halten|bringen|denken|"
        "besuchen|wenden|lassen sie die))|bräucht|brauch|benötig|(ich|wir) (möchte|würde|hätte|will|woll|such|bestell|kauf|bewerb|frag|"
        "wart|kündig|bitt|reklamier|storn|widerruf|interessier|plan|komm)|(möchte|würde|hätte|will|wollte|suche|brauche|bestelle) (ich|"
        "wir|gern|mal)|gern(e)? (ein|einen|eine|wissen|haben|bestell|vorbei)|suchen|gesucht|interesse|interessiert|hiermit (kündig|"
        "bestell|widerruf|bewerb|reklamier|storn)|können (sie|wir|ihr)|kann man|könnt|würden|wäre|rückmeldung|rückruf|angebot|"
        "kostenvoranschlag|(einen|einem|meinen|meinem|den|neuen|um) termin|terminwunsch|nachliefer|umtausch|reklam|mangel|mängel|"
        "beschwer|kaputt|defekt|fehlt|fehlen|falsch|leider|immer noch|noch nicht|nicht mehr|nicht funktion|geht nicht|bewerb|lebenslauf|"
        "schick|meldet? (euch|dich)|um antwort|um auskunft|um info|anfrage|frist|dringend|erstatt|gutschrift|gutschreib|stimmt nicht|"
        "unzufrieden|enttäusch|bestätigen sie|korrigier|prüfen"
    ),
    needs="brauche|benötig|suchen? |angebot (für|über)|kosten|kostet|wie ?viel|preis für|defekt|kaputt|(meine|unsere) bestellung|bestellen",
    visits=(
        r"\d{1,3} (\p{L}+ )?(personen|leute|gästen?|erwachsenen?|kindern?|schülern?|schülerinnen|teilnehmern?)|"
        r"(wir|es) (sind|werden|wären|kommen) (\p{L}+ )?(zu|mit)? ?\d{1,3}(?! (jahr|kilometer|km|minuten))|"
        r"zu \d{1,3}t|wir kommen (\p{L}+ ){0,4}(zu|mit)|bei (ihnen|euch|dir) (\p{L}+ ){0,3}(feiern|essen|"
        "übernachten|wohnen|vorbei|buchen|reservieren|tagen|waren|gewesen|gebucht|gefeiert|gegessen)"
    ),
    announces=(
        "neue[rsn]? (terminanfrage|terminwunsch|ausschreibung|besichtigungsanfrage|mietanfrage|reservierungsanfrage|rückfrage)|"
        r"neue[rsn]? (\p{L}+ )?auftrag (in (deiner|ihrer|eurer|der) (nähe|region|umgebung)|für (dich|sie|euch))|"
        "(?<!verpasster )anruf (von|für|ein)|telefonnotiz|rückrufbitte|bitte um rückruf|(nachricht|anfrage) (in|auf|über|per|via|"
        r"aus) (whatsapp|messenger|instagram|facebook|telegram)|neue[rsn]? (\p{L}+ ){0,2}(nachricht|anfrage|kontaktanfrage|"
        "nutzer-anfrage|frage|bewerbung|einsendung|antwort|sprachnachricht|kundennachricht|gästenachricht) (von|für|zu|zum|zur|über|"
        r"eines|einer|auf) (?!ihre|deine|uns|sie(?!\p{L})|dich|euch)|neue[rsn]? (\p{L}+ )?(lead|interessent|kontaktanfrage|kundenanfrage|"
        "buchungsanfrage|formulareinsendung|kundennachricht|auftragsanfrage|projektanfrage|gruppenanfrage|gastnachricht|"
        "nachricht von einem)|(nutzer|objekt|gruppen|buchungs|reservierungs)-?anfrage|kontaktanfrage (zu|für)|(hat|haben) (ihnen|dir|"
        r"euch|uns) (eine |folgende )?(\p{L}+ )?(nachricht|anfrage|frage) (gesendet|geschickt|geschrieben|gestellt|hinterlassen)|(hat|"
        r"haben) (ihr|dein|das) (\p{L}+)?formular ausgefüllt|(hat|haben) (ihnen|dir) geschrieben|schreibt:|(nachricht|anfrage|frage|lead|"
        "sprachnachricht) (von|eines|einer) (?!ihre|deine|uns)|(nachricht|anfrage|frage) (zu|für|auf) (ihre[rmn]?|deine[rmn]?|"
        "eure[rmn]?)|sucht (ein|nach|dringend|handwerker)|interessiert sich für|möchte (ein angebot|sie erreichen)|verpasster chat"
    ),
    voice=VoiceWords(
        common="der die das und ist für mit den dem zu von am im wir sie auf eine einen nicht wird bei uhr zum zur",
        your="ihr ihre ihren ihrem ihrer ihres ihnen dein deine deinen deinem deiner dir euer eure euren",
    ),
    sender_functions=(
        "kundenservice kundendienst postfach benachrichtigung versand kundenportal kundencenter "
        "serviceportal benachrichtigungen störungsdienst postkasten"
    ),
    telephone=r"tel\b|tele?[fp]h?o|mobi|handy|rufnummer",
    letters=LetterWords(
        greetings=r"hallo|guten |sehr geehrt|liebe|moin|grüß|grüss|grüezi|servus|tach\b|werte|geschätzte",
        closings=(
            r"(?:mit )?(?:ganz )?(?:freundliche|beste|herzliche|liebe|viele|sch[öo]ne|sonnige)[nmr]? (?:gr(?:[üu]|ue)(?:ss|ß)\w*)|"
            "gr(?:[üu]|ue)(?:ss|ß)e?|mfg|lg|vg|hochachtungsvoll"
        ),
        titles="herrn?|frau",
        titles_of_many="damen|herren",
        currencies="euro franken",
        orders="bestellung|auftrag",
    ),
)
