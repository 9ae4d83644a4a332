"""Swedish."""

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
            "inte på (kontoret|plats)|på semester|frånvarande|har semester|"
            "är (borta|ledig|bortrest|föräldraledig|tjänstledig)|kontoret är stängt|har ledigt|"
            "(kontoret|butiken|verkstaden|företaget|vi) (är|har|håller) (stängt|stängd)|semesterstängt|föräldraledig|"
            "mammaledig|sjukskriven|tjänsteresa|slutat (på|hos)|arbetar inte längre|jobbar inte (längre|kvar)|"
            "tjänstledig|ledig"
        ),
        added=(
            r"åter|tillbaka|till och med|t\.?o\.?m|till den|fram till|brådskande|kontakta|begränsad|svarar|"
            "från (och med|den)|t o m|vänd dig|mejla|ring|åter den|öppnar|läser inte|när jag är"
        ),
        maybe_away=(
            r"sjuk(?!\p{L})|begravning|på (\p{L}*resa|mässa|mässan|kurs|utbildning)|deltid|"
            r"(kontoret|butiken).{0,20}stäng|stängt|vab(b?ar)?(?!\p{L})|hemma|inte (i tjänst|inne|tillgänglig)|slutat|"
            r"semester|går i pension|pensionerad|utomlands|föräldradag\p{L}*"
        ),
        answers=(
            "svarar|återkommer|kollega|ersätter mig|nästa arbetsdag|läser (inte )?(min|mina|mejl|mail|e-post)|"
            "begränsad|brådskande|hör av (er|dig) till|min frånvaro|tillbaka den|vikarie|är åter"
        ),
        alone=(
            "(under|vid) min frånvaro|(i|vid) min frånvaro|begränsad (tillgång|möjlighet) (till|att)|"
            "(adressen|brevlådan|inkorgen).{0,30}(inte längre|används inte)|svarar när jag är (åter|tillbaka)|"
            "till dess (läser|ser|kollar) jag (inte|inga)|"
            "kan (det )?ta .{0,25}(dagar|arbetsdagar|timmar) (innan|att|tills)|semesterstäng"
        ),
        everyday_away=(
            "några dagar|(ett )?par dagar|lediga dagar|röd dag|helgdag|klämdag|uppehåll|jul(stängt|ledig)|på sjukhus|sjukhus|inlagd|"
            "operera|operation|rehab|på (kurs|utbildning|konferens)|utbildning|inventer|bröllopsresa|slutat|sabbat|studieledig|"
            "karantän|strejk|min sista (arbets)?dag|kompledig|ledighet|över (påsk|jul|midsommar|helgen|nyår)|flyttar|flytt(en|ar)?|"
            r"renover\p{L}+|brutit|bruten|sängliggande|på (mässa|mässan|bröllop|resande fot)|dålig (täckning|mottagning)|"
            "ingen täckning|(jag )?är (borta|ledig|inte här|ute)|"
            "(på )?(måndagar|tisdagar|onsdagar|torsdagar|fredagar) (jobbar|arbetar|är)|jobbar (jag )?inte|sjukskrivning|vi vilar|"
            r"har inte längre hand|utan täckning|(vabbar|vab)(?!\p{L})|"
            r"på (fjället|sjön|resa|mässa|sjukhus\p{L}*|kurs|landet|bröllop|begravning|resande fot|stranden|bygget)|"
            r"i (fjällen|skärgården|utlandet|stugan)|utomlands|bortrest\p{L}*|(blivit|blev) (pappa|mamma|föräldrar)|"
            "(verkstaden|butiken|ugnen|kontoret|ateljén|firman|maskinerna|teamet|hela gänget) (är|står|vilar|sover|tar|håller|har)|"
            "jobbar (bara|endast|deltid|halvtid|halva)|arbetar (bara|endast|deltid|halvtid)|"
            "(pappa|mamma|far|mor|man|fru|bror|syster) (har )?(dött|gått bort|dog)|sorg|begravning|olycka|efter (en )?operation|"
            r"i pension|gått i pension|(ingen|dålig) (täckning|mottagning|uppkoppling)|utan (täckning|internet|nät)|sjuk(?!\p{L})|"
            "hemma med"
        ),
        everyday_answers=(
            "på jobbet igen|i tjänst igen|sköter|(mejlen|mailen|posten|e-posten) läses|läses inte|vi hör av oss|hör av (mig|oss)|"
            "kontakta|anträffbar|tar hand om|tar över|i morgon|imorgon|nästa vecka|utan dator|läser|vi (hörs|ses)|hörs på|"
            r"svår(t)? att nå|\p{L}+ (hjälper|ersätter|rycker in|tar över)|ersätter mig|(paketen|beställningar) (går|skickas)|"
            "i morgon bitti|läser jag allt|(till|tills) (på )?(måndag|tisdag|onsdag|torsdag|fredag)|"
            "(har hand om|sköter|tar över|tar hand om|ansvarar för|vikarierar|hoppar in|har tagit över) ?(mina|mitt|min|allt|för mig|"
            "under)?|i tur och ordning|en i taget|(läser|kollar|ser|öppnar) .{0,20}(mejl|mail|post|meddelanden)|"
            "om det (brinner|är bråttom|är akut|krisar)|ring|är det bråttom|"
            "(åter|tillbaka|igång|hemma|på plats) (igen|på|den|i|måndag|tisdag|onsdag|torsdag|fredag|söndag)|igen (från|den|på)|"
            "skickas (igen|från)|hörs (i|på|igen|när)|från (och med|måndag|den)"
        ),
        subjects=(
            "(jul|sommar|semester)(stängt|uppehåll|ledigt)|på semester|frånvar|(vi|butiken|kontoret) (har |är )?stängt|"
            r"på (resa|resande fot)|tack för (ditt|er|ert|din) (meddelande|mejl|mail|förfrågan)|(ditt|ert) (meddelande|mejl|mail)\Z|"
            "vi har (fått|mottagit|tagit emot) (ditt|er)|"
            r"(vi|jag) (är|har|tar) (lediga?|semester|borta|stängt|på|bortrest|ute|sjuk)\p{L}*|(bortrest|sjuk)\p{L}*\Z|"
            "stängt (v|till|från|den|för|över)|(jul|påsk|sommar|höst|vinter)(ledigt|stängt|semester|uppehåll|lov)|"
            r"föräldraledig\p{L}*|går i pension|"
            r"(butiken|verkstaden|kontoret|ateljén|mottagningen|restaurangen|firman|salongen)( \p{L}+)? (stängd?|stängt|"
            r"har semester)(?!\p{L})|semesterstäng\p{L}*|öppnar igen"
        ),
        trade=(
            r"beställningar (i|från|via|som|skickas|görs)|(offerter|fakturor|leveranser|ordrar)(?!\p{L})|"
            "(skickas|levereras) (igen|från|efter|åter|som)"
        ),
        arranges=(
            r"(vi|jag) (tackar ja|accepterar|godkänner|tar den|bekräftar|säger ja)|godkän[nt]\p{L}*|det blir bra|ser bra ut|låter bra|"
            "passar (bra|oss|mig|alla)|går bra|(nyckeln|nycklarna) (finns|ligger|är|har)|"
            r"(man|fru|sambo|son|dotter|granne|grannen|mamma|pappa)( \p{L}+)? (är hemma|släpper in|öppnar|har nyckel\p{L}*)|"
            "hos grannen|när som helst|handpenning|betalat|kör på"
        ),
        urgent="brådskande|bråttom|akut|brinner",
    ),
    notices=NoticeWords(
        automatic=(
            "automatiskt meddelande; automatiskt genererat; automatiskt skickat; automatiskt svar; "
            "automatisk bekräftelse; genererats automatiskt; skickats automatiskt; går inte att svara på; "
            "kan inte besvaras; svara inte på detta; vänligen svara inte; vänligen svara ej; svara ej på; "
            "det går inte att svara"
        ),
        receipt=(
            "ditt ärende är registrerat; "
            "ditt ärende har fått nummer; din reklamation är registrerad; vi har tagit emot ditt; vi har tagit emot din; "
            "vi har mottagit ditt; vi har mottagit din; vi har fått ditt; vi har fått din; vi har mottagit er; ditt ärende; "
            "ert ärende; ditt meddelande har; ärendenummer; din förfrågan har; vi bekräftar att vi; har kommit in; har tagits emot; "
            "har registrerats; har fått nummer; har fått ärendenummer; är registrerad; är registrerat; din felanmälan; "
            "din anmälan har; din reklamation har; ditt ärende har; ditt ärendenummer; ärendenummer är; uppge ärendenummer; "
            "ange ärendenummer; ligger nu hos; har skickats vidare till; du behöver inte göra; har lämnats in"
        ),
        courtesy=(
            "tack för ditt meddelande; tack för din förfrågan; tack för att du kontaktar; tack för att du kontaktade; "
            "tack för ditt mejl; tack för ditt mail; vi återkommer; en tekniker bokar; en tekniker kontaktar; en handläggare; "
            "kontaktar dig; bokar tid med dig; inom * arbetsdagar; inom * dagar; inom kort; återkommer till dig"
        ),
        trade=(
            "tack för din beställning; tack för din order; tack för ditt köp; tack för din betalning; orderbekräftelse; "
            "leveransbekräftelse; betalningsbekräftelse; bokningsbekräftelse; din beställning * har; din beställning är; "
            "din order * har; din order är; ditt paket; din försändelse; spåra ditt paket; spåra din; kollinummer; din faktura; "
            "bifogat finner du din faktura; din betalning; din bokning är; din faktura * finns; din faktura för; "
            "faktura * mina sidor; redo att hämtas; dina biljetter; din återbetalning; betalningen misslyckades; ditt kontoutdrag; "
            "kontoutdrag * finns; uppdatera din betal; ditt kort; från ditt konto; på ditt konto; ditt saldo; har använts för köp; "
            "dras från"
        ),
        access=(
            "din verifieringskod; din säkerhetskod; din kod är; din kod:; din engångskod; verifieringskod:; "
            "ange koden; använd denna kod; använd koden; koden är giltig; koden gäller; dela inte koden; "
            "återställa ditt lösenord; återställ ditt lösenord; återställning av lösenord; ditt lösenord har; "
            "ny inloggning; bekräfta din e-post; om du inte har begärt; om du inte begärde"
        ),
        appointment=(
            "påminnelse om din; påminnelse om ditt; påminnelse: din; påminnelse: ditt; vi vill påminna; påminner om; "
            "din bokade tid; din tid hos; ditt besök; ditt möte är; av- eller omboka"
        ),
        survey=(
            "hur nöjd; hur var din; hur var ditt; din åsikt; betygsätt; kundundersökning; kort enkät; "
            "svara på vår enkät; lämna ett omdöme; skriv en recension; skulle du rekommendera"
        ),
        held=(
            "i karantän; karantänrapport; karantänöversikt; skräppostrapport; spamrapport; blockerade meddelanden; "
            "blockerade mejl; kvarhållna meddelanden"
        ),
        program=(
            "har bjudit in dig; du har blivit inbjuden; acceptera inbjudan; säkerhetskopieringen; "
            "förnyas automatiskt; upphör om * dagar; ingen åtgärd krävs; ny enhet; veckosammanfattning; "
            "missat samtal; missade samtal; har tackat ja; har tackat nej; har accepterat; följer dig; kommenterade; "
            "steg den här veckan; din aktivitet; lagringsutrymme; utför vi underhåll; tjänsten är då; "
            "ditt lagringsutrymme; tilldelats dig; utför vi * underhåll"
        ),
        sign="vill återkalla meddelandet; reagerade på ditt meddelande; har reagerat på ditt meddelande",
        asks=(
            "inte hemma?; är du inte hemma?; känner du inte igen * ?; frågor?; har du frågor?; behöver du hjälp?; var det inte du?; "
            "hur nöjd * ?; hur var din * ?; hur var ditt * ?; skulle du rekommendera * ?; har du glömt * ?; känner du igen * ?; "
            "var det inte du * ?"
        ),
        formal=(
            "vi vill påminna; vi vill tacka; vi vill gärna veta; vi vill veta; vi vill informera; vi vill höra; "
            "vi väntar på dig; på mina sidor"
        ),
        first="jag; mig; mitt; mina; min order; min beställning; min kod; min leverans; min faktura; min bokning",
        wants=(
            "ville veta; vill veta; ville fråga; ville bara fråga; skulle vilja veta; undrar om; undrade om; undrar när; "
            "vi vill; vi behöver; vi söker; vi beställde; vi har beställt; vi väntar; vår beställning; vår order; "
            "skicka oss; skulle ni kunna; har inte kommit; inte fått; fungerar inte; skadad; trasig; saknas; "
            "fel vara; avboka vår; men; kan ni skicka; kan ni hjälpa; kan ni säga; kan du skicka; kan du hjälpa; "
            "kan ni snälla; offert; prisförfrågan; väntar fortfarande; väntar ännu; inget svar ännu"
        ),
        echo="ditt meddelande; ert meddelande; din fråga; du skrev; ditt ärende; kopia av ditt",
    ),
    circulars=CircularWords(
        subjects=(
            "ny(a|tt)? (priser|prislista|öppettider|adress|telefonnummer|lokal)|prisjustering|prishöjning|"
            "ändrade (öppettider|priser)|vi (har flyttat|flyttar)|god jul|gott nytt|glad (påsk|sommar)|trevlig sommar|"
            "öppet hus|inbjudan|julstängt|julhälsning"
            "|(jul|sommar|påsk|inventerings|semester)(stängt|stängning|öppettider|uppehåll|tider)|(vi har |butiken |"
            "kontoret )?stängt (för|under|den|över|mellan)|(ändrade|nya|sommarens|våra) (öppettider|priser|kontonummer|"
            "bankuppgifter|lokaler|tider)|öppettider|inventering|till (alla|samtliga) (kunder|medlemmar|boende|föräldrar|"
            "hyresgäster)|(information|meddelande|anslag) (till|om|för)|tack för (besöket|ert besök|ditt besök|att (ni|"
            "du) (besökte|kom))|(trevligt|roligt|kul) att (träffa|ses|se)|(års|medlems|stäm|förenings)(möte|mö|stämma|ma)|"
            "årsmöte|kallelse|protokoll|(vatten|ström|el)(avstängning|avbrott)|vägarbete|(kurs|termins|höst|vår)(program|"
            "start|schema)|ny (kollektion|säsong)|(åter|tillbaka) i lager|städdag"
        ),
        readers=(
            r"medlem|läsare|prenumerant|granne|grannar|\p{L}*boende|föräld|vårdnadshavare|kund(?!ze)|vänner (av|till)|"
            r"\p{L}{3,}vän|volontär|sponsor|deltagare|utställare|företagare|\p{L}*handlare|hyresgäst|givare|gäster|"
            r"användare|\p{L}*älskare|\p{L}*ägare|stödmedlem|(alla )?(elever|pensionärer|församlingsbor|patienter|"
            "resenärer|lyssnare|åskådare|besökare|aktieägare|bybor|invånare|supportrar|fikagäster|anhöriga|"
            r"släktingar|intresserade|vandrare|båtägare|hundägare|bostadsrätt\p{L}+|deltagande)"
        ),
        everybody=(
            r"alla|vänner|kolleg|partner|leverantör|samtliga|\p{L}+(vänner|älskare)|kära (ni|du)|"
            "(mina|kära) (fina|kära)|hej (alla|allesammans|allihop)|allesammans|allihop|gänget|mina damer|"
            "kära (alla|medmänniskor)|laget"
        ),
        opts_out=(
            "(om|vill|önskar) (du|ni) inte .{0,20}(vill|önskar|längre|ha|få).{0,50}(mejl|mail|utskick|brev|kontakt|"
            "höra|information|besked)|(om )?(du|ni) inte (längre )?vill .{0,40}|svara .{0,6}(nej|stopp)|"
            "(vill|önskar) (du|ni) inte (längre |ha |få ).{0,40}(mejl|mail|utskick|brev|nyhet)|"
            "avsluta (din )?prenumeration|avregistrera dig|färre (mejl|mail)|"
            "(från|ur) (vår|den här|min|vår mejl) ?lista|du (får|fått) (det här|detta) (mejlet|brevet|utskicket)"
        ),
        tells=(
            "(års|medlems|föräldra|höst|vår|extra ?stämmo|stämmo|bo)möte|(ordinarie )?(föreningsstämma|årsstämma)|"
            "kallelse|dagordning|protokoll (från|bifogas)|(ändrade|nya|våra) (öppettider|telefontider)|"
            "öppettider(na)? (under|i|över)|"
            "(vår|våra|nya|vårt) (nya )?(katalog|prislista|program|säsong|kollektion|schema|lokal|hemsida|meny)|"
            "(prishöjning|prisjustering|prisändring)|priserna (höjs|ändras|justeras)|vi (flyttar|har flyttat)|"
            "(besök|träffa|möt|hitta) oss|(i )?vår monter|öppet hus|öppna (trädgårdar|ateljéer)|(loppis|lotteri|"
            "basar|julmarknad|midsommarfirande|valborg|städdag|arbetsdag|grillkväll|konsert i|julbord|knytkalas|"
            "höststädning|vårstädning)|"
            "(kurserna|kursstart|terminen|träningen|övningarna|körövning) ?(startar|börjar|drar|är|ställs)|"
            r"nya (kurser|datum|tider för)|(anmälan|anmäl (dig|er)|sista anmälningsdag|osa)(?!\p{L})|"
            "(några|sista|begränsat antal|få) .{0,10}platser|(medlems|års)avgift|"
            "(vi )?(söker|behöver) .{0,12}(frivilliga|volontärer|hjälpande|hjälp till)|"
            "(vattnet|strömmen|värmen|hissen) (stängs|kommer att|är avstängd)|(vägarbete|avstängning|stambyte)|"
            "(sprid|skicka|dela) (gärna |det )?(vidare|ordet)|(du|ni) behöver inte svara|"
            "(vi )?(hoppas|ser fram emot) .{0,20}(att )?(få se|ses|träffa|många|er|alla)|(varmt )?välkomna|"
            "(vi vill|vi vill bara|härmed) (informera|påminna|meddela|tacka)|(glädjande|glada|stolta) (att|över)|"
            "för kännedom|påminnelse|(boka|notera|skriv upp) (in )?(datum|dagen|redan)|"
            "kommande (evenemang|aktiviteter|datum)|"
            "tack (till alla|alla som|för (ert|allt) (stöd|engagemang|förtroende))|"
            "(god jul|gott nytt år|glad (påsk|sommar|midsommar))|(vi|butiken|kontoret) (har|håller|är) stängt|"
            "fika (serveras|finns)|samling (vid|kl|utanför)|som (varje|vanligt varje) år|"
            "bifogat (finns|protokoll|kallelse|program|inbjudan)"
        ),
    ),
    asks_leave=(
        "(vill|ska) (ni|du|vi) (träffa|se|höra|veta|testa|prova|ses|ta)|(nyfiken|nyfikna)|(ska|skall|får|kan|"
        "vill ni att|vill du att) (jag|vi) .{0,40}(skicka|visa|ringa|mejla|titta förbi|komma förbi|berätta|boka)|"
        "(vore|är|skulle) det(ta)? .{0,20}(intressant|något)|intresserad|hur många .{0,30}behöver (ni|du)|"
        "(har (ni|du)) .{0,10}intresse"
    ),
    requests=(
        "istället för|i stället för|sedan (igår|i går|i morse|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag)|"
        "som (överenskommet|avtalat)|"
        "(vill|skulle|behöv|sök|önsk|beställ|vänt|köp|säger upp|avbeställ|reklam|klag|undrar|letar|intresser)|"
        "tack på förhand|snälla|vänligen (skick|återk|bekräft|hör)|kan (ni|du|vi|jag|någon)|offert|pris|tid för|"
        "återbetal|byta|trasig|sönder|skad|fungerar inte|går inte|inte (kommit|fått|nöjd)|sakn|fel|bråds|akut|"
        "ansök|jobb|cv|när|hur (mycket|lång|många)|skicka|ring (mig|oss)|problem|fortfarande|tyvärr|hör av"
    ),
    needs="behöver|söker|offert|kostar|pris",
    visits=(
        r"\d{1,3} (\p{L}+ )?(personer|gäster|vuxna|barn|elever|deltagare|pers\b)|vi (blir|är|"
        r"kommer att vara) (cirka |ca |ungefär |totalt )?\d{1,3}(?! (år|km|mil))|hos er"
    ),
    announces=(
        r"nytt (jobb|uppdrag) ?(:|i(?!\p{L})|nära)|"
        r"(?<!missat )samtal från|har ringt|ring upp|"
        r"ny(tt|a)? (\p{L}+ ){0,2}(meddelande|förfrågan|fråga|svar|lead) (från|om|för|på|via)(?! dig|"
        r" er(?!\p{L}))|ny(tt|a)? (\p{L}+ )?(förfrågan|offertförfrågan|kontaktförfrågan|bokningsförfrågan|"
        "kundfråga|lead|intressent)|"
        r"har (skickat|skrivit|lämnat|ställt) (ett |en )?(\p{L}+ )?(meddelande|fråga|förfrågan|till dig|till er)|"
        "du har fått ett (nytt )?meddelande från|(meddelande|fråga|förfrågan) från (?!din|er|oss)|"
        "är intresserad av|(söker|letar efter) (en|ett|någon)|vill ha (en offert|offert)|har fyllt i"
    ),
    voice=VoiceWords(
        common="och att det är för på med av till en ett inte har kan vi som hos",
        your="din ditt dina dig er ert era",
    ),
    sender_functions="kundtjänst kundservice postlåda system servicecenter",
    letters=LetterWords(
        greetings=r"hej\b|hejsan|god (?:dag|morgon)|bästa|käre|kära",
        closings=r"(?:med )?(?:v[äa]nlig\w*|b[äa]sta) h[äi]ls\w+|h[äi]ls\w+|mvh|vh",
        currencies="kr kronor",
        orders="beställning",
    ),
)
