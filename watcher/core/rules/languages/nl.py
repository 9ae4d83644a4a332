"""Dutch."""

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
            "niet (op kantoor|aanwezig|bereikbaar)|afwezig|met (vakantie|verlof|zwangerschapsverlof)|"
            "op (vakantie|reis)|kantoor is gesloten|buiten kantoor|"
            "(kantoor|winkel|bedrijf|werkplaats|praktijk|zaak) (is|zijn|blijft) .{0,40}(gesloten|dicht)|"
            "(wij|we) zijn .{0,40}gesloten|gesloten (wegens|van|tot)|bouwvak|zwangerschapsverlof|ouderschapsverlof|"
            "met (ziekteverlof|zwangerschapsverlof|pensioen)|ziek thuis|niet meer (werkzaam|bij|in dienst)|"
            r"werk niet meer|vrij(?!\p{L})|(winkel|kantoor|werkplaats) gesloten"
        ),
        added=(
            r"terug|tot en met|tot \d|vanaf|bij mijn terugkeer|dringende|spoed|contact opnemen|neem contact|beperkt|"
            r"weer (aanwezig|bereikbaar)|tot (\d|maandag|vrijdag)|van \d|na mijn|na onze|retour|mail(en)? naar|"
            "bellen met|beantwoord|reageer|reageren|stuur"
        ),
        maybe_away=(
            r"ziek(?!\p{L})|(met|op) (\p{L}*verlof|zakenreis|vakantie|reis|cursus|de beurs|een beurs)|begrafenis|"
            "sterfgeval|overlijden|parttime|deeltijd|niet werkzaam|niet meer|gesloten|afwezig|vrije dag|uit dienst|"
            "in het buitenland|onderweg"
        ),
        answers=(
            r"neemt .{0,40}(waar|over)(?!\p{L})|vervangt mij|waargenomen|volgende werkdag|beperkte? toegang|"
            r"mijn collega|voortaan|niet gelezen|doorgestuurd|kunt u terecht|(beantwoord|reageer|antwoord)\p{L}*|"
            "mijn (afwezigheid|terugkeer)|na terugkomst|dringende|spoedgeval"
        ),
        alone=(
            "(tijdens|bij) mijn afwezigheid|neemt (mijn werk|mijn taken|voor mij) (waar|over)|"
            "beperkte? toegang tot (mijn|e-?mail)|uw (mail|e-mail|bericht) wordt niet (gelezen|doorgestuurd)|"
            "(mailbox|adres|postbus).{0,30}niet (meer|langer) (gelezen|gebruikt|actief)|"
            "op mijn (eerst)?volgende werkdag|tot (die tijd|dan) (lees|bekijk|check|zie) ik .{0,20}(geen|niet)|"
            "(antwoord|reactie|beantwoorden).{0,25}kan .{0,25}(dagen|werkdagen|uur) duren|"
            "(praktijk|winkel|kantoor|zaak|atelier|werkplaats) (heeft|houdt) vakantie|staan we weer voor (u|je) klaar"
        ),
        everyday_away=(
            "wintersport|op ski|skivakantie|papadag|mamadag|griep|in bed|baby|vierdaagse|overgenomen|sluiten|kamperen|zonder bereik|"
            "(een )?paar dagen|ertussenuit|er (even )?tussenuit|vrije dagen?|dagen vrij|snipperdag|feestdag|winterstop|zomerstop|"
            "kerstsluiting|zomersluiting|werk(te)? (ik )?elders|niet meer bij|in het ziekenhuis|ziekenhuis|opgenomen|geopereerd|"
            "operatie|op (training|cursus)|training|nascholing|inventaris|huwelijksreis|sabbatical|studieverlof|mijn laatste werkdag|"
            r"staking|quarantaine|brugdag|verlofdag|verhui(s|z)\p{L}*|verbouw\p{L}*|(been|arm|enkel|pols) gebroken|in het gips|"
            "uit de running|op bed|bruiloft|op de beurs|(slecht|geen|weinig) bereik|onderweg|(ik )?ben (er )?.{0,25}niet|"
            "(ik )?ben (weg|afwezig|vrij|op pad|eruit)|(op )?(maandag|dinsdag|woensdag|donderdag|vrijdag)(en)? werk (ik|wij) niet|"
            "werk(en)? .{0,20}niet|(we|wij) (rusten|nemen) |beheert .{0,30}niet meer|geen bereik|offline|"
            "(vader|moeder|ouders) geworden|"
            "(in|op) (het buitenland|de bergen|het ziekenhuis|kamp|de trein|zee|de beurs|cursus|reis|pad)|"
            "(buitenland|ziekenhuis|revalidatie)|aan (zee|het fietsen|het varen|het wandelen|het zeilen)|"
            "(ligt|staat|liggen|staan) (hier )?(alles|de machines|de oven)? ?(hier )?(stil|koud|uit)|"
            "(werkplaats|atelier|winkel|zaak|oven|bakkerij|team|kantoor) (ligt|staat|rust|slaapt|is (even|dicht|toe|weg)|houdt|"
            "neemt)|werk (alleen|enkel|slechts|nog maar|momenteel|halve)|halve dagen|deeltijd|parttime|"
            "(vader|moeder|man|vrouw|broer|zus) is .{0,15}overleden|overlijden|rouw|uitvaart|ongeval|ongeluk|"
            "na een (operatie|ingreep)|met pensioen|gepensioneerd|(geen|slecht|weinig|nauwelijks) (bereik|internet|signaal|wifi)|"
            "(we|wij|ik) (zijn|ben) er (even )?niet"
        ),
        everyday_answers=(
            "weer (aan het werk|aan de slag|beschikbaar|terug|op kantoor)|volgt mijn|mijn dossiers|mails? (wordt|worden) (dan )?niet|"
            "wordt (dan )?niet (bekeken|gelezen)|pakken (we|wij) (dit|het) op|kunt u bij|lees (ik )?.{0,20}bij|neemt .{0,30}waar|"
            "morgen|volgende week|zonder laptop|regelt|behartigt|slecht bereikbaar|moeilijk bereikbaar|"
            "tot (maandag|dinsdag|woensdag|donderdag|vrijdag)|we (zien|spreken|horen) elkaar|houdt de boel|"
            r"(mailbox|adres|account) wordt .{0,30}(gesloten|opgeheven|verwijderd)|\p{L}+ (helpt|valt in|neemt (het )?over|vervangt)|"
            "helpt (je|u|jullie)? ?verder|valt in|neemt het over|(pakketjes|pakketten|bestellingen) (gaan|vertrekken)|morgenochtend|"
            "lees ik alles|neemt (mijn|het|de|alles|ons)|(zorgt|let) (voor|op) |(behandelt|doet|beheert) (mijn|alles|het)|"
            r"vanaf (maandag|dinsdag|woensdag|donderdag|vrijdag|de|\d)|(de|het) (\d+)e(?!\p{L})|"
            "(weer|terug) (open|aan|bereikbaar|thuis|aanwezig|in de|op|van)|om de beurt|een voor een|één voor één|op volgorde|"
            "in volgorde|(lees|bekijk|open|zie) .{0,15}(mail|post|berichten)|wat niet kan wachten|als het (dringend|haast|spoed)|"
            "(heeft|is) het (dringend|haast)|(helpt|kan) (je|u) (verder|helpen)|laat op zich wachten|op zich laten wachten|is er wel|"
            "daarna"
        ),
        subjects=(
            "(kerst|zomer|winter|jaarlijkse )(vakantie|sluiting|stop)|met (vakantie|verlof)|gesloten|afwezig|"
            "(atelier|winkel|kantoor|zaak|praktijk|wij zijn|we zijn) (dicht|toe|weg)|op (reis|vakantie)|"
            "(bedankt|dank) (voor|u voor|je voor) (uw|je|jouw|het) (bericht|mail|e-mail|vraag|aanvraag)|"
            r"(uw|je|jouw) (bericht|mail|e-mail)( aan \p{L}+)?\Z|(we|wij) hebben (uw|je) (bericht|mail|aanvraag) (goed )?ontvangen|"
            "(we|wij) (zijn|gaan) (er )?(even )?(niet|weg|dicht|met|op|toe)|(ben|ik ben) (even )?(weg|er niet|afwezig)|"
            "even (weg|dicht|niet|pauze)|(zomer|kerst|winter|herfst|voorjaars)(vakantie|sluiting|pauze|stop)|vakantiesluiting|"
            "(dicht|toe|gesloten) (wegens|van|tot|vanaf|op|in)|met pensioen|"
            r"(winkel|atelier|werkplaats|kantoor|zaak|praktijk|restaurant|garage|salon|bakkerij)( \p{L}+)? (dicht|gesloten|toe|(met|"
            "op) vakantie)|sluiting (wegens|van|tot|tijdens)|(bouw|herfst|paas)(vakantie|verlof|stop|reces|sluiting)|"
            "jaarlijks verlof|weer open (op|vanaf)"
        ),
        trade=(
            "bestellingen (uit|van|via|in|die|worden|blijven|verst)|(offertes|facturen|leveringen)|dringende leveringen|"
            "online bestellen kan|(worden|wordt) .{0,30}(geleverd|verstuurd|verzonden|behandeld)|versturen we|leveren (we|wij)"
        ),
        arranges=(
            "akkoord|(we|wij|ik) (accepteren|accepteer|gaan akkoord|nemen|bevestig)|"
            "mag (het |de )?(geplaatst|geleverd|gebracht|gemonteerd)|prima|(is|vind ik|vinden we) (goed|in orde|perfect)|"
            "(heeft|hebben|bij) (de|een) (sleutels?|buren|buurvrouw|buurman)|"
            "(man|vrouw|zoon|dochter|buurvrouw|buurman|conciërge|moeder) (is (wel )?thuis|doet (de deur )?open|heeft (de|"
            r"een) sleutel|laat (u|jullie))|elke dag|wanneer (u|jullie) (wil|willen|kunt|kunnen)|aanbetal\p{L}*|overgemaakt"
        ),
        urgent="urgent|dringend|spoed|haast|kan niet wachten",
    ),
    notices=NoticeWords(
        automatic=(
            "automatisch bericht; automatische e-mail; automatische mail; automatisch gegenereerd; "
            "automatisch gegenereerde; automatisch verzonden; automatisch verstuurd; automatisch antwoord; "
            "automatische bevestiging; niet te beantwoorden; niet beantwoorden; niet op deze e-mail; "
            "niet op dit bericht; niet te reageren; antwoorden op deze * niet; wordt niet gelezen; "
            "worden niet gelezen; niet worden beantwoord"
        ),
        receipt=(
            "uw bericht wordt vastgehouden; je bericht wordt vastgehouden; om uw bericht te laten bezorgen; "
            "dat u een mens bent; dat je een mens bent; "
            "uw incident is; uw zaak is; "
            "uw klacht is geregistreerd; is geregistreerd onder nummer; u hoeft niet opnieuw te mailen; we hebben je bericht; "
            "we hebben uw bericht; wij hebben uw bericht; we hebben je aanvraag; we hebben uw aanvraag; wij hebben uw aanvraag; "
            "wij hebben uw e-mail; we hebben uw e-mail; we hebben je vraag; wij hebben uw vraag; hebben uw * ontvangen; "
            "hebben je * ontvangen; uw aanvraag is; uw bericht is; je bericht is; je aanvraag is; uw vraag is; uw melding is; "
            "ontvangstbevestiging; uw ticketnummer; je ticketnummer; ticketnummer; is bij ons binnen; is goed ontvangen; "
            "is in goede orde ontvangen; hebben we goed ontvangen; hebben wij goed ontvangen; uw melding; je melding is; uw kenmerk; "
            "uw zaaknummer; uw meldingsnummer; uw dossiernummer; je meldingsnummer; onder kenmerk; onder nummer * geregistreerd; "
            "is geregistreerd; is aangemeld onder; ligt nu bij; is doorgestuurd naar; vermeld dit nummer; bewaar dit nummer; "
            "u hoeft niets te doen; je hoeft niets te doen; succesvol verzonden; succesvol ingediend"
        ),
        courtesy=(
            "bedankt voor uw bericht; bedankt voor je bericht; bedankt voor uw aanvraag; bedankt voor je aanvraag; "
            "bedankt voor uw e-mail; bedankt voor het contact; dank voor uw bericht; dank voor uw e-mail; we nemen zo snel; "
            "wij nemen zo snel; we nemen binnen; wij nemen binnen; u ontvangt binnen; hoort u wat; hoor je wat; binnen * werkdagen; "
            "binnen * dagen; binnen * uur; neemt contact met u op; neemt contact met je op; een collega neemt; een medewerker neemt"
        ),
        trade=(
            "bedankt voor uw bestelling; bedankt voor je bestelling; bedankt voor uw aankoop; bedankt voor je aankoop; "
            "bedankt voor uw betaling; bedankt voor uw boeking; orderbevestiging; bestelbevestiging; verzendbevestiging; "
            "betalingsbevestiging; uw bestelling * is; je bestelling * is; uw bestelling is; je bestelling is; uw bestelling wordt; "
            "uw pakket; je pakket; uw zending; je zending; volg je pakket; volg uw pakket; track & trace; trackingnummer; "
            "uw factuur * is; uw factuur van; uw factuur staat; je factuur * is; je factuur van; bijgaand * uw factuur; "
            "uw betaling * is; uw betaling is; je betaling is; betaling ontvangen; uw reservering; je reservering is; je boeking is; "
            "onze factuur; bijgaand * factuur; bijlage * factuur; uw factuur * klaar; je factuur * klaar; uw tickets; je tickets; "
            "klaar om af te halen; bij de buren; betaling mislukt; terugbetaling; je reservering; uw afschrift; "
            "afschrift * staat klaar; staat klaar in; teruggestort; wordt automatisch verlengd; werk uw betaal; met uw pas; "
            "met je pas; je bankpas; uw bankpas; je creditcard is; van je rekening afgeschreven; van uw rekening afgeschreven; "
            "bijgeschreven op je; bijgeschreven op uw; je saldo; uw saldo"
        ),
        access=(
            "uw verificatiecode; je verificatiecode; uw beveiligingscode; je beveiligingscode; uw inlogcode; "
            "je inlogcode; uw code is; je code is; uw code:; je code:; eenmalige code; gebruik deze code; "
            "voer deze code; code verloopt; code is geldig; code is * geldig; deel deze code; wachtwoord opnieuw in; "
            "wachtwoord te herstellen; wachtwoord resetten; wachtwoord is gewijzigd; nieuwe aanmelding; "
            "nieuwe inlog; bevestig je e-mail; bevestig uw e-mail; niet hebt aangevraagd; niet heeft aangevraagd; "
            "ingelogd op uw; er is ingelogd op"
        ),
        appointment=(
            "afspraakherinnering; herinnering aan uw; herinnering aan je; herinnering: uw; herinnering: je; "
            "herinnering voor uw; herinneren u aan; herinneren je aan; uw afspraak op; uw afspraak is; "
            "je afspraak op; je afspraak is; uw afspraak bij; afspraak verzetten of; afspraak annuleren of; "
            "begint over * minuten; begint morgen om"
        ),
        survey=(
            "hoe tevreden; hoe was uw; hoe was je; uw mening; jouw mening; je mening; beoordeel uw; beoordeel je; "
            "beoordeel ons; korte enquête; tevredenheidsonderzoek; klanttevredenheid; schrijf een review; "
            "laat een review; deel je ervaring; deel uw ervaring; hoe waarschijnlijk"
        ),
        held=(
            "in quarantaine; quarantaineoverzicht; quarantaine-overzicht; quarantainerapport; quarantainemelding; "
            "spamoverzicht; spamrapport; tegengehouden berichten; geblokkeerde berichten; geblokkeerde e-mails"
        ),
        program=(
            "heeft je uitgenodigd; heeft u uitgenodigd; je bent uitgenodigd; u bent uitgenodigd; "
            "uitnodiging accepteren; back-up voltooid; back-up mislukt; heeft je genoemd; "
            "heeft * met je gedeeld; heeft * met u gedeeld; nieuwe beoordeling; wordt automatisch verlengd; "
            "verloopt over * dagen; verloopt op; geen actie nodig; geen actie vereist; opslagruimte is bijna; "
            "wekelijks overzicht; nieuw apparaat; oproep gemist; gemiste oproep; oproepen gemist; "
            "heeft de uitnodiging geaccepteerd; heeft de uitnodiging geweigerd; heeft uitnodiging; volgt je nu; "
            "heeft gereageerd op je; vindt je; wil connectie maken; stappen deze week; je activiteit; opslagruimte; "
            "nieuwe volgers; voeren we onderhoud; voeren wij onderhoud; dienst is dan niet; aan u toegewezen; "
            "weekoverzicht; gewijzigde voorwaarden"
        ),
        sign=(
            "wil het bericht * intrekken; wil graag het bericht * intrekken; wilt het bericht * intrekken; "
            "zou het bericht * willen intrekken; heeft gereageerd op je bericht met; "
            "heeft op je bericht gereageerd met; reageerde op je bericht met"
        ),
        asks=(
            "vragen?; niet thuis?; ben je niet thuis?; bent u niet thuis?; toch niet thuis?; heb je dit niet * ?; "
            "heeft u dit niet * ?; liever een ander * ?; heeft u vragen?; heb je vragen?; nog vragen?; hulp nodig?; "
            "was jij dit niet?; was u dit niet?; niet aangevraagd?; verhinderd?; hoe tevreden * ?; hoe was uw * ?; hoe was je * ?; "
            "hoe waarschijnlijk * ?; zou u ons * ?; zou je ons * ?; wachtwoord vergeten?; en nu?; herken je * ?; herkent u * ?"
        ),
        formal=(
            "we willen u; we willen je; wij willen u; we willen graag weten; wij willen graag weten; we willen weten; "
            "vind je in mijn; vindt u in mijn; ga naar mijn; via mijn; log in op mijn; in mijn bol"
        ),
        first="ik; mij; mijn; me; m'n",
        wants=(
            "wilde weten; wilde vragen; wilde graag weten; wil graag weten; zou graag weten; zou willen weten; "
            "wilde even vragen; vroeg me af; vraag me af; kunt u mij zeggen; kunt u zeggen; kun je zeggen; "
            "we willen; wij willen; we zoeken; wij zoeken; we hebben besteld; we hebben nog; wij hebben nog; "
            "we wachten; onze bestelling; ons account; graag ontvangen; zou u * sturen; stuur ons; stuur mij; "
            "niet aangekomen; nooit aangekomen; nog niet ontvangen; nog niets; werkt niet; verkeerd; beschadigd; "
            "kapot; ontbreekt; annuleren aub; maar; kunt u mij; kunt u ons; kunt u aangeven; kun je mij; kun je me; "
            "kunnen jullie mij; kunnen jullie ons; offerte; prijsopgave; beste prijs; wachten nog; wacht nog; "
            "nog geen antwoord; graag antwoord; graag een reactie"
        ),
        echo=(
            "uw bericht; je bericht; jouw bericht; uw vraag; je vraag; u schreef; je schreef; kopie van uw bericht; "
            "kopie van je bericht"
        ),
    ),
    circulars=CircularWords(
        subjects=(
            "nieuwe (prijzen|prijslijst|tarieven|openingstijden|adres|telefoonnummer)|prijs(verhoging|wijziging|aanpassing)|"
            "(gewijzigde|aangepaste) (openingstijden|prijzen)|verhuisbericht|(wij|we) (verhuizen|zijn verhuisd)|"
            "(fijne|prettige) (feestdagen|kerst)|gelukkig nieuwjaar|nieuwjaars|kerst(groet|wens)|"
            "open (dag|huis|atelier)|uitnodiging"
            "|(bouwvak|vakantie|zomer|kerst|winter|jaar)(sluiting|periode|stop)|(wij zijn|winkel|kantoor|praktijk|"
            r"gesloten) gesloten (van|op|tijdens|wegens|in)|gesloten (van|op|tijdens|wegens|i\.v\.m)|(gewijzigde|nieuwe|"
            "aangepaste|onze) (openingstijden|prijzen|prijslijst|tarieven|bankgegevens|rekeningnummer|locatie|adres)|"
            "openingstijden|prijs(wijziging|verhoging|aanpassing|indexatie)|(wij|we) (verhuizen|zijn verhuisd)|aan al(le|"
            ") (onze|klanten|leden|huurders|bewoners|ouders)|(mededeling|bericht|informatie) (aan|voor) (alle|onze)|"
            "bedankt voor (uw|je|jullie) bezoek|leuk (u|je|jullie) (gesproken|gezien|ontmoet)|(algemene|leden)vergadering|"
            r"alv(?!\p{L})|notulen|uitnodiging|open (dag|huis|avond)|werkzaamheden|(stroom|water)(onderbreking|storing)|"
            "(cursus|lessen)(aanbod|rooster|programma|data)|nieuwe (collectie|cursussen|seizoen)|inventarisatie|(prettige|"
            "fijne) (feestdagen|kerst|vakantie)|gelukkig nieuwjaar|terugroep"
        ),
        readers=(
            r"leden|lid|lezer|abonnee|\p{L}*buren|\p{L}*bewoner|\p{L}*ouders|klant|\p{L}*vrienden van|"
            r"\p{L}{3,}vrienden|vrijwilliger|sponsor|deelnemer|exposant|\p{L}*ondernemer|winkelier|huurder|donateur|"
            r"relatie|gasten|gebruiker|supporters|\p{L}*liefhebber|parochian|cursist|\p{L}*eigenaren|oud-|"
            "volkstuinders|wandelaars|leerlingen|studenten|oud-leerlingen|gepensioneerden|gemeenteleden|parochianen|"
            "huurders|bewoners|omwonenden|patiënten|reizigers|luisteraars|bezoekers|verzekerden|aandeelhouders|"
            "burgers|dorpsgenoten|inwoners|belangstellenden|geïnteresseerden|donateurs|begunstigers|teamgenoten|"
            r"verenigings|deelnemende|ouder\x28?s|ouders|verzorgers|zzp|fietsers|tuinliefhebbers|flatbewoners|"
            "appartementseigenaren"
        ),
        everybody=(
            "allen|allemaal|iedereen|vrienden|collega|partner|leverancier|mensen|lieverds|liefhebber|"
            r"\p{L}+(vrienden|liefhebbers)|dames en heren|jongens|meiden|team(?! van)|groep|familie|zakenrelatie|"
            "relaties|buurtgenoten|medewerkers|medeleden"
        ),
        opts_out=(
            "(als|indien|mocht|wilt|wil|wenst) (u|je|jullie) .{0,40}(geen|niet|liever).{0,40}(mail|bericht|nieuws|"
            r"ontvang|horen|post|benaderd|contact)|geen interesse\? |antwoord .{0,10}(stop|nee)|"
            r"geen (zin|behoefte|trek) (meer )?(in|aan)|(meld|schrijf) (je|u) .{0,12}(af|uit)(?!\p{L})|"
            "liever (minder|geen) (e-?)?mails?|hier (afmelden|uitschrijven)|voorkeuren (wijzigen|aanpassen|beheren)|"
            "(van|uit) (onze|de|deze|mijn) (mail|verzend|adres)?lijst|"
            "(u|je|jullie) ontvang(t|en)? (deze|dit) (mail|e-mail|bericht)"
        ),
        tells=(
            "(algemene |bijzondere )?(leden|jaar|algemene|bewoners|vve-)?vergadering (van|op|vindt|wordt|zal)|"
            "ledenvergadering|jaarvergadering|ouderavond|(de )?agenda (voor|van de)|"
            "(de )?notulen (van|zijn|vind|treft|bijgevoegd)|"
            "(gewijzigde|nieuwe|aangepaste|andere|onze) (openingstijden|openingsuren)|"
            "openingstijden (rond|tijdens|met|in|over)|(onze|de|het|ons) nieuwe (catalogus|prijslijst|brochure|"
            "programma|seizoen|collectie|kaart|website|adres|pand|locatie|menu)|"
            "(onze )?(prijzen|tarieven) (stijgen|gaan|worden|veranderen|per|wijzigen)|"
            "(prijsverhoging|prijswijziging|tariefwijziging|prijsaanpassing)|"
            "(wij|we) (verhuizen|gaan verhuizen|zijn verhuisd)|"
            r"(bezoek|ontmoet|vind|kom)\p{L}* (ons|langs|gezellig|kijken)|(onze|op) (beurs)?stand(?!\p{L})|"
            "open (dag|huis|avond|atelier|tuinen)|(rommelmarkt|bazaar|loterij|bingo|buurtfeest|zomerfeest|kerstmarkt|"
            "straatfeest|barbecue|concert van|kerstborrel|nieuwjaarsborrel|nieuwjaarsreceptie|braderie|fancy fair)|"
            "(de |onze )?(cursussen|lessen|workshops|repetities|trainingen) (begin|start|gaan|zijn|worden|hervat)|"
            "nieuwe (cursussen|data|workshops|lessen)|"
            "(aanmelden|inschrijven|opgeven|opgave|inschrijving|aanmelding) (kan|is|voor|vóór|via|bij|tot|graag)|"
            r"(meld|geef|schrijf) (je|u|jullie) .{0,20}(aan|op|in)(?!\p{L})|"
            "(nog|laatste|beperkt aantal) .{0,15}plaatsen|plaatsen (zijn )?beperkt|(de )?contributie|"
            "(jaar|lidmaatschaps)(bijdrage|geld)|"
            "(vrijwilligers|helpende handen|hulp|helpers) (zijn |worden )?(gezocht|nodig|gevraagd|welkom)|"
            "(wij|we) zoeken (nog )?(vrijwilligers|helpers|mensen die)|wegwerkzaamheden|werkzaamheden (aan|in|op)|"
            "(water|stroom|gas|verwarming|lift) (wordt|is|zal|gaat) .{0,40}(afgesloten|uit|onderbroken|afgezet)|"
            r"zegt het voort|(geef|stuur|deel)\p{L}* .{0,25}(door|voort|verder) (aan|met|naar)|"
            "(antwoorden|reageren|reactie) is niet (nodig|nodig)|(u|je|jullie) hoeft? niet te (reageren|antwoorden)|"
            "(we|wij) hopen (u|jullie|je|veel|velen) .{0,20}(te (zien|ontmoeten|begroeten|verwelkomen)|zien)|"
            "(graag )?tot (dan|ziens op|zaterdag|zondag|op de)|(hopelijk )?tot ziens (op|bij|in)|(wij|we|"
            "graag) (willen|informeren|herinneren|berichten|laten|maken) (u|jullie|je|wij|we)? ?.{0,15}(erop|eraan|"
            "attenderen|weten|informeren|herinneren|attent)|(wij|we) zijn (blij|trots|verheugd)|"
            "(het doet ons|met) (genoegen|plezier|trots)|"
            "(bij deze|hierbij|graag) (nodigen|ontvangen jullie|sturen|informeren)|"
            "ter (informatie|herinnering|kennisname)|herinnering(:| aan (alle|de)| voor)|"
            "(noteer|zet|reserveer|blokkeer) .{0,25}(agenda|datum)|zet .{0,10} vast in|data om|"
            "(komende|aankomende) (evenementen|activiteiten|data)|"
            "(veel )?dank (aan (alle|iedereen)|voor (jullie|uw) (steun|vertrouwen|inzet|trouw))|"
            r"(fijne|prettige|vrolijk|zalig) (feestdagen|kerst\p{L}*|pasen|vakantie|nieuwjaar)|gelukkig nieuwjaar|"
            "(wij|we) zijn (van|op|vanaf|tussen|de) .{0,40}gesloten|inloop (vanaf|is)|koffie (en|met|staat)|"
            "verzamelen (om|bij|op)|zoals (elk|ieder) jaar|"
            "bijgaand (de|het|vindt|treft) .{0,10}(notulen|programma|uitnodiging|catalogus|prijslijst|agenda)"
        ),
    ),
    asks_leave=(
        "(zal|mag|kan) ik|met wie (kan|mag)|(wilt u|wil je|willen jullie) (zien|weten|horen|meer|proberen)|(mag|"
        "kan|zal|kunnen|zullen) (ik|wij|we) (u|je|jullie|even|eens|het|hem)?.{0,60}(sturen|stuur|mailen|bellen|"
        "laten zien|toesturen|voorstellen|langskomen|langs)|(zin|interesse) in|"
        "(zou|is) dat (iets|wat|interessant) (zijn )?voor|sta(at|an) (u|je|jullie) open voor|"
        "hoeveel .{0,30}(heeft|hebben|heb) (u|je|jullie) nodig|hebben jullie interesse"
    ),
    requests=(
        "in plaats van|"
        "sinds (gisteren|vanmorgen|vandaag|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)|storing|"
        "zonder warm|zoals (afgesproken|besproken)|klant zit|(wij|we|ik) (nemen|neem|denk|plan|open|verbouw|kom)|"
        "nog (een|twee|drie)|aanbetaling|zit vast|lekt|klemt|ziek|was (gisteren|vandaag)|maten|"
        "mag (dinsdag|maandag|woensdag|donderdag|vrijdag)|wilt u|bij elkaar|(ik|wij|we) (wil|zou|zoek|heb|hebben|"
        "wacht|bestel|vraag|koop|kocht|zeg|ben op|zijn op|willen|zoeken|nodig)|graag|nodig|zoek|zoeken|"
        r"alstublieft|alsjeblieft|aub|a\.u\.b|kunt|kun |kunnen|zou(den)? (u|jullie|je)|offerte|prijs|afspraak|"
        "klacht|terugbetal|vergoed|ruil|annuleer|annuler|opzeg|zeg ik|kapot|stuk|defect|werkt niet|sluit niet|"
        "nog (niet|steeds|geen|altijd)|niet (goed|ontvangen|gekregen|juist)|ontbreek|mist|verkeerd|spoed|"
        "dringend|sollicit|vacature|stuur|bel (me|mij|ons)|interesse|probleem|helaas|levertijd"
    ),
    needs="nodig|zoek|offerte|kosten|hoeveel|prijs|mijn bestelling",
    visits=(
        r"\d{1,3} (\p{L}+ )?(personen|mensen|gasten|volwassenen|kinderen|leerlingen|deelnemers)|(wij|we) (zijn|"
        r"komen|worden) (\p{L}+ )?(met )?(z'n |ongeveer )?\d{1,3}(?! (jaar|km))|bij (jullie|"
        r"u) (\p{L}+ ){0,3}(eten|vieren|overnachten|terecht|langs|komen|geweest|gegeten)"
    ),
    announces=(
        r"klantvraag over|vraag van (een )?klant|nieuwe (opdracht|klus) ?(:|in(?!\p{L})|bij)|"
        r"telefoontje van|gebeld door|terugbelverzoek|heeft gebeld|"
        r"bericht (in|via|op|van) (whatsapp|messenger|instagram|facebook|telegram)|nieuwe? (\p{L}+ ){0,2}(bericht|"
        r"aanvraag|vraag|reactie|inzending|voicemail) (van|voor|over|op|via)(?! u(?!\p{L})| je(?!\p{L})| jou)|"
        r"nieuwe? (\p{L}+ )?(lead|offerteaanvraag|contactaanvraag|boekingsaanvraag|klantvraag|klus)|"
        "(offerte|contact|informatie|boekings)aanvraag|(heeft|hebben) (je|u|jullie) (een |"
        r"dit )?(\p{L}+ )?(bericht|vraag|aanvraag) (gestuurd|gesteld|achtergelaten|verzonden)|"
        "stuurde (je|u|jullie) een|(heeft|hebben) (je|u) (geschreven|gecontacteerd)|"
        "je hebt een (nieuw )?bericht (ontvangen )?van|(bericht|vraag|aanvraag) van (?!uw|je|ons|jouw)|"
        "is geïnteresseerd in|(wil|wilt) graag (een offerte|contact|boeken)|zoekt een|is op zoek naar|"
        r"heeft (uw|je|het) (\p{L}+)?formulier ingevuld"
    ),
    voice=VoiceWords(
        common="de het een en van is voor op met niet te wordt dat we bij aan uw je naar",
        your="uw je jouw jullie u",
    ),
    sender_functions="klantenservice meldingen loket servicebalie",
    telephone=r"tel\b|tele?[fp]h?o|mobi|gsm",
    letters=LetterWords(
        greetings=r"goedendag|goed(?:en|e) ?(?:dag|morgen|middag|avond)|goede |beste|geachte|lieve|dag\b",
        closings="(?:met )?(?:vriendelijke|hartelijke) groet(?:en)?|groet(?:en|jes)?|mvg",
        titles="heer|mevrouw",
        titles_of_many="dames",
        orders="bestelling|inkooporder",
    ),
)
