"""More words of out-of-office replies, by language (ISO 639-1): a table, to be added to. Patterns, in case-folded text, from the
beginning of a word.
"""

from __future__ import annotations

from typing import NamedTuple


class AbsenceWords(NamedTuple):
    """One language."""

    maybe_away: str  # somebody may be away: persons write it too ("closed", "ill", "at the fair")
    answers: str  # speaks of answers: who gives them, when, and that mail is not read
    alone: str = ""  # needs no second sign: "nobody reads this mailbox", "my colleague stands in for me"


MORE_ABSENCE_WORDS: dict[str, AbsenceWords] = {
    "en": AbsenceWords(
        "(taken|taking) (a|an|some|my) (\\p{L}+ )?(holidays?|vacation|leave|break)|gone fishing|(off|home|out) (sick|ill)|(i am|i'm) (\\p{L}+ )?(ill|sick|unwell|in hospital|part[- ]time|off( today| this week)?(?!\\p{L}))|on (\\p{L}+ )?leave|on a (business )?trip|(i am|i'm|i will be|we are|we're|i'll be) (currently |now )?(away|travel+ing|exhibiting|at (a |the )(\\p{L}+ )?(fair|conference|trade show|exhibition))|bereavement|work(ing)? part[- ]time|no longer (part of|employed)|bank holiday|public holiday|shut ?down|not (working|at my desk|in today)|do not work on|don't work on|out of town|non-working day|ooo(?!\\p{L})|(i'm|i am|i will be|we are|we're) out(?!\\p{L})|(paternity|maternity|parental) leave|retired|at a (conference|seminar|training)|do not work (on )?\\p{L}+days?|not available|unavailable|(some )?time off|offsite",
        "looking after my|in (his|her|their|my|our) (absence|place)|covering for me|on (our|my|his|her) return|get back to you|(reply|respond|answer)\\w*( \\p{L}+){0,4} (when|once|as soon|after|on my)|(reply|respond|answer)(ing)? (to )?(you|your|e-?mails?|messages?)|(answered|dealt with|replied to)|longer than usual|slow (to|in)|next working day|for anything urgent|urgent|limited access|no access|will (reply|respond|answer|be back)|be back|back on|back in the office|be delayed|back (tmrw|tomorrow|soon)|check(ing)? (my )?(e-?mails?|messages)|pick (this|it) up|for all (enquiries|inquiries)|reach out to|contact my colleague|until (mid|late|early)|will reply|slower (replies|responses)|back at (the|my) desk",
        "limited (access|connectivity)( \\p{L}+)? to (my )?e-?mails?(?! account)|(mailbox|inbox|address|account|e-?mail) is no longer (monitored|in use|read)|(replies|responses|answers) (may|might|will) (take longer|be delayed)|(respond|reply|answer)\\w*( \\p{L}+){0,3} on my next working day|(in|during) my absence,? (please )?(contact|call|write)|(your|this) (e-?mail|message) (will|is) not (be )?(being )?(forwarded|read)|in my absence, (\\p{L}+ ){1,4}(is|will be)|slow(er)? (to|in) (respond|reply|answer)\\w*|only check(ing)? (my )?e-?mails? (occasionally|sporadically|rarely)|sporadic access|(i )?will (respond|reply|answer)( \\p{L}+){0,4} (when i'm back|when i am back|(up)?on my return|when i return)|\\A(i'm |i am |we're |we are )?(out|off|away|ooo)( of office)?,? (until|till|til|back) [^.!?,]{2,20}[.!]?\\Z|i('m| am) ooo(?!\\p{L})|i have now retired|\\A(still |currently |we're |i'm )?on (my )?(holidays?|vacation|(annual )?leave)[^,?]{0,20}\\Z",
    ),
    "de": AbsenceWords(
        "erkrankt|krank(?!\\p{L})|trauerfall\\p{L}*|beerdigung|teilzeit|messe(?!\\p{L})|im krankenstand|in karenz|mutterschutz|unterwegs|auf reisen|im ausland|geschäftsreise|auf (einer|der) (messe|tagung|konferenz|schulung)|in rente|ferien|(büro|betrieb|praxis|laden|geschäft|werkstatt).{0,40}geschlossen|geschlossen|nicht mehr (tätig|beschäftigt)|freier tag|frei(?!\\p{L})|ortsabwesend|urlaub|außer dienst|nicht (verfügbar|erreichbar)|nicht mehr im dienst|altersteilzeit|nicht im dienst|jahresurlaub|arbeite ich nicht mehr|nicht besetzt",
        "nach meiner rückkehr|meine[rnm]? (e-?)?(mails|nachrichten|post)|mails? .{0,30}(lese|bearbeite|prüfe|rufe)|nächsten (arbeits|werk)tag|eingeschränkt|verzögerung|in dringenden|dringende[nr]? (fällen|anfragen|angelegenheiten)|übernimmt meine|vertritt mich|antworte|beantwort|wenden sie sich|ihr verständnis|wieder (da|im (haus|büro|dienst)|erreichbar)|sind wir wieder|(weiter)?geleitet|heute und morgen|bis auf weiteres|künftig an|zukünftig an|meine[nr]? (kolleg\\p{L}+|nachfolge\\p{L}+|vertretung)|melde mich nach dem|mein\\p{L}* nachfolge\\p{L}+|zwischen den jahren",
        "meine vertretung (ist|übernimmt|hat)|(vertritt|vertreten) mich|werde (ich )?vertreten (von|durch)|ihre (e-?)?(mail|nachricht) wird nicht (automatisch )?(weitergeleitet|gelesen|bearbeitet)|(am|an meinem) nächsten (arbeits|werk)tag|(postfach|adresse|mailadresse|e-mail-adresse) (wird|ist) nicht (mehr )?(gelesen|abgerufen|aktiv|gültig|betreut)|(nur )?(eingeschränkt|bedingt|unregelmäßig|sporadisch)\\p{L}* (zugriff|zugang|erreichbar|lesen|abruf)|(ab|am) \\p{L}+ (bin ich|sind wir) wieder|(bin|sind) (ich |wir )?(ab|am) \\S+ wieder (im (haus|büro|dienst)|erreichbar|da\\.)|während meiner abwesenheit|in meiner abwesenheit|nicht mehr (für|bei) .{0,40}(tätig|beschäftigt)",
    ),
    "fr": AbsenceWords(
        "en déplacement|en arrêt|absente?s?(?!\\p{L})|absence|malade|deuil|télétravail|à temps partiel|en formation|au salon|en mission|parti en|ne (fais|fait|travaille|travaillons) plus|hors de|pas au bureau|de congé|fermée?s?(?!\\p{L})|en (rtt|repos)|joignable uniquement",
        "prend le relais|me remplace|en mon absence|accès (limité|restreint|à mes)|(mon|notre|son) retour|(traiter|lire|consulter) (vos|mes) (messages|mails|courriels|e-mails)|(lu|traité|transféré)e?s?(?!\\p{L})|merci d(e|')( bien vouloir)? ?(contacter|adresser|vous adresser|écrire à)|(répondrai|répondrons)|inclus|plus de délai|en cas d'urgence|pour toute urgence|adresser (vos|votre)|vous pouvez (joindre|contacter) (m|ma|mon|le|la) ?\\p{L}*|uniquement par téléphone",
        "en (mon|notre|son) absence|(n'ai|avec|ayant) (qu')?un accès (limité|restreint|réduit)|accès (limité|restreint) à (ma|mes|mon)|(votre|ce) (message|mail|courriel|e-mail) ne sera (pas|ni) (lu|transmis|traité|transféré)|(cette|l')( ?adresse| ?boîte).{0,40}n'est plus (relevée|consultée|active|valide|utilisée)|dès mon retour|à mon retour",
    ),
    "es": AbsenceWords(
        "(de|en) (baja|permiso|viaje|licencia|excedencia)|ausente|enferm[oa]|cerrad[oa]s?|cerraremos|en una feria|luto|fallecimiento|jornada (parcial|reducida)|no estoy|no estaré|vacaciones|fuera del (país|despacho|trabajo)|no trabajo|reducción de jornada",
        "atenderá sus|atiende sus|mi compañer[oa]|en mi lugar|me sustituye|no (leeré|podré (leer|contestar|responder|atender))|acceso limitado|(responder|contestar)é|(a|en|hasta) mi (regreso|vuelta)|estaré de vuelta|asuntos urgentes|urgencia|póngase en contacto|escrib\\p{L}+ a \\S+@|diríjase",
        "(en|durante) mi ausencia|acceso (limitado|restringido) (a|al)|su (mensaje|correo) no será (leído|reenviado)|(a|en) mi (regreso|vuelta)|(este|esta) (buzón|cuenta|dirección|correo).{0,30}ya no (está|es|se)|me sustituye",
    ),
    "it": AbsenceWords(
        "in (ferie|maternità|malattia|trasferta|viaggio|permesso|vacanza|fiera|smart working)|assente|malat[oa]|lutto|chius[oiae](?!\\p{L})|part[- ]time|non sono in|non sarò in|non collabor|non è più|ferie|chiusura",
        "non (leggo|posso leggere|potrò)|al (mio )?rientro|rivolgersi|rivolgetevi|mi sostitui|fa le mie veci|accesso limitato|risponder[òe]|mio ritorno|per urgenze|in caso di urgenza|contattare|scrivere a|saremo di nuovo|riprender",
        "(in|durante la) mia assenza|accesso (limitato|saltuario)|(la sua|la vostra|questa) (e-?mail|mail|messaggio) non (sarà|verrà) (letta|inoltrata)|al mio (rientro|ritorno)|(casella|indirizzo).{0,30}non è più (attiv|monitorat|presidiat|in uso)",
    ),
    "pt": AbsenceWords(
        "de (férias|baixa|licença|folga)|em (viagem|férias|licença|feira)|doente|luto|encerrad[oa]s?|fechad[oa]s?|não (estou|estarei) (no|na|disponível)|já não (faço|faz|trabalho|trabalha)|não faço (mais )?parte|deslocação|a viajar|viajando|viagem|não faço parte",
        "envie .{0,40}(mensagens|e-?mails?)|minha colega|meu colega|substitui|acesso limitado|não (lerei|terei acesso)|responderei|assim que (possível|regressar|voltar)|(meu|minha) (regresso|retorno|ausência)|em caso de urgência|assuntos urgentes|urgente|só (regresso|volto)|contacte|contate|dirija",
        "(na|durante a) minha ausência|acesso (limitado|restrito) ao|(no|do) meu (regresso|retorno)|(esta|este) (caixa|conta|endereço|e-?mail).{0,30}(já não|não é mais|deixou)",
    ),
    "nl": AbsenceWords(
        "ziek(?!\\p{L})|(met|op) (\\p{L}*verlof|zakenreis|vakantie|reis|cursus|de beurs|een beurs)|begrafenis|sterfgeval|overlijden|parttime|deeltijd|niet werkzaam|niet meer|gesloten|afwezig|vrije dag|uit dienst|in het buitenland|onderweg",
        "neemt .{0,40}(waar|over)(?!\\p{L})|vervangt mij|waargenomen|volgende werkdag|beperkte? toegang|mijn collega|voortaan|niet gelezen|doorgestuurd|kunt u terecht|(beantwoord|reageer|antwoord)\\p{L}*|mijn (afwezigheid|terugkeer)|na terugkomst|dringende|spoedgeval",
        "(tijdens|bij) mijn afwezigheid|neemt (mijn werk|mijn taken|voor mij) (waar|over)|beperkte? toegang tot (mijn|e-?mail)|uw (mail|e-mail|bericht) wordt niet (gelezen|doorgestuurd)|(mailbox|adres|postbus).{0,30}niet (meer|langer) (gelezen|gebruikt|actief)|op mijn (eerst)?volgende werkdag",
    ),
    "pl": AbsenceWords(
        "(na|w) (urlopie|zwolnieniu|delegacji|podróży|targach|szkoleniu|wyjeździe)|chor(y|a)(?!\\p{L})|pogrzeb|żałob|nieczynn|zamknięt|nie pracuj|nieobecn|w podróży służbowej|poza (firmą|krajem|miejscem)|na l4|biuro nieczynne|wolne(?!\\p{L})|mam urlop",
        "zastępuje|zastępstw|odpowiem|odpiszę|odpowiemy|ograniczony dostęp|nie (czytam|odczytuję) (poczty|maili|wiadomości)|(w )?pilnych|po powrocie|proszę (kierować|pisać)|następnym dniu roboczym|\\d\\.\\d|odezwę się",
        "(w|podczas) (czasie )?mojej nieobecności|zastępuje mnie|ograniczony dostęp do (poczty|maili|skrzynki)|(skrzynka|adres).{0,30}nie jest już|po (moim )?powrocie odpowiem|odpowiem po powrocie",
    ),
    "cs": AbsenceWords(
        "(na|čerpám|mám) .{0,20}(dovolen|mateřsk|rodičovsk|nemocensk|neschopenk)|nemocn[áý]|pohřeb|nejsem (v|na)|nebudu (v|na)|na veletrhu|zavřen|uzavřen|mimo (firmu|kancelář|pracoviště)|nepracuj|na cest|pracovní cest|nepřítom",
        "zastupuje|odpovím|odpovíme|nečtu|omezen|naléhav|urgentn|další pracovní den|po návratu|vracím se|vrátím|obraťte se|(kolegu|kolegyni)",
        "(v|po dobu|během) mé nepřítomnosti|zastupuje mě|mě zastupuje|omezený přístup k (e-?mail|poště)|(schránka|adresa).{0,30}(již|už) není",
    ),
    "sk": AbsenceWords(
        "práceneschop|chor[áý](?!\\p{L})|pohreb|nie som (v|na)|zatvoren|mimo (firmy|kancelárie|pracoviska)|na (cest|veľtrhu)|materskej|nebudem (v|na)|pracovnej cest|neprítom",
        "zastupuje|odpoviem|odpovieme|nečítam|obmedzen|súrn|naliehav|ďalší pracovný deň|po návrate|vrátim|vraciam sa|obráťte sa|(kolegu|kolegyňu)",
        "(v|počas) mojej neprítomnosti|zastupuje ma|ma zastupuje|obmedzený prístup k (e-?mail|pošte)",
    ),
    "hu": AbsenceWords(
        "zárva|beteg(?!\\p{L})|betegség|temetés|gyász|üzleti út|külföld|részmunkaid|szülési|táppénzen|nem vagyok|szabads|kiállítás|ünnepek|házon kív|már nem dolgozom",
        "helyettesít|kollégá(m|mhoz|mat|ink)|korlátozott|nem olvasom|válaszol(ok|ni|unk)|visszatér|sürgős|következő munkanap|jövök vissza|forduljon|zárva tart",
        "távollétem(ben)? (alatt|idején)?|helyettesít|korlátozottan (érem|elérem|tudom)|(postafiók|cím).{0,30}már nem",
    ),
    "ro": AbsenceWords(
        "concedi|bolnav|înmormântare|deces|închis|deplasare|delegați|nu sunt|nu mai (lucrez|fac)|plecat|călători|la (un )?târg|absent|zile libere|liber(ă)?(?!\\p{L})",
        "urgențe|urgente|să (o |îl |îi )?contactați|(la |după )întoarcere|acces limitat|înlocui|nu citesc|următoarea zi lucrătoare|voi răspunde|răspund|să scrieți|adresați",
        "(în|pe perioada|în timpul) (absenț|lips)\\p{L}+ mele|mă înlocuiește|acces limitat la (e-?mail|poștă)",
    ),
    "sv": AbsenceWords(
        "sjuk(?!\\p{L})|begravning|på (\\p{L}*resa|mässa|mässan|kurs|utbildning)|deltid|(kontoret|butiken).{0,20}stäng|stängt|vab(b?ar)?(?!\\p{L})|hemma|inte (i tjänst|inne|tillgänglig)|slutat|semester|går i pension|pensionerad|utomlands|föräldradag\\p{L}*",
        "svarar|återkommer|kollega|ersätter mig|nästa arbetsdag|läser (inte )?(min|mina|mejl|mail|e-post)|begränsad|brådskande|hör av (er|dig) till|min frånvaro|tillbaka den|vikarie|är åter",
        "(under|vid) min frånvaro|(i|vid) min frånvaro|begränsad (tillgång|möjlighet) (till|att)|(adressen|brevlådan|inkorgen).{0,30}(inte längre|används inte)|svarar när jag är (åter|tillbaka)",
    ),
    "no": AbsenceWords(
        "syk(?!\\p{L})|begravelse|på (\\p{L}*reise|messe|messen|kurs)|deltid|stengt|sluttet|permisjon|ikke (til stede|på jobb|tilgjengelig)|ute av kontoret|ferie|avspasering|utenlands",
        "svarer|kollega|vikar|heretter|neste arbeidsdag|leser (ikke )?(min|mine|e-post)|begrenset|hastesaker|haster|mitt fravær|ta kontakt med|henvend",
        "(i|under|ved) mitt fravær|begrenset tilgang (til|på)|(adressen|postkassen|innboksen).{0,30}(ikke lenger|brukes ikke)|svarer når jeg er tilbake",
    ),
    "da": AbsenceWords(
        "syg(?!\\p{L})|begravelse|på (\\p{L}*rejse|messe|messen|kursus|barsel\\p{L}*)|deltid|lukket|stoppet|orlov|ikke (til stede|på arbejde|tilgængelig)|ferie|i udlandet|ikke længere ansat",
        "svarer|besvarer|kollega|vikar|næste arbejdsdag|læser (ikke )?(min|mine|mail|e-mail)|begrænset|hastesager|haster|mit fravær|fremover|henvend|når jeg er (tilbage|retur)",
        "(i|under|ved) mit fravær|begrænset adgang (til|på)|(adressen|postkassen|indbakken).{0,30}(ikke længere|bruges ikke)|svarer når jeg er (tilbage|retur)",
    ),
    "fi": AbsenceWords(
        "\\p{L}*vapaalla|\\p{L}*lomalla|\\p{L}*matkalla|sairaana|hautajais|messuilla|osa-aika|suljettu|kiinni|en ole|työskentele|koulutuksessa|eläkkeelle|poissa|lomautettu",
        "sijaise|sijaista|kollega|vastaan (viest|sähköpost|palat|kun)|vastaamme|rajoitet|seuraavana arkipäivänä|luen sähköposti|en lue|kiireelli|palaan töihin|ota(ttehan)? yhteyttä \\p{Lu}?|puolestani",
        "poissaoloni aikana|sijaiseni on|sijaisenani|luen sähköposti\\p{L}* (vain )?(satunnaisesti|rajoitetusti)|(osoite|postilaatikko).{0,30}ei (enää|ole enää)",
    ),
    "et": AbsenceWords("haige|matus|lähetus|suletud|ei tööta|messil|ei viibi|puhkus|eemal|komandeering|vanemapuhkus|ei ole (kohal|tööl)", "asenda|kolleeg|piiratud|vastan|vastame|kiireloomul|kiire(te|l)|järgmisel tööpäeval|pöördu|palun kirjutage", "minu äraoleku ajal|minu puudumisel|mind asendab|asendab mind"),
    "lv": AbsenceWords("slim(oju|a|s)|bēr(es|ēs)|komandējum|slēgts|slēgt|vairs nestrād|prombūtn|izstādē|atvaļin|neesmu|bērna kopšan", "aizvieto|aizstāj|kolēģ|ierobežot|atbildēšu|atbildēsim|steidzam|nākamajā darba dienā|atgriezīšos|sazinieties", "manas prombūtnes laikā|mani aizvieto|mani aizstāj"),
    "lt": AbsenceWords("serg(u|a)|laidotuv|komandiruot|uždaryt|nebedirb|parodoje|atostog|išvyk|nedirb|tėvystės|nedarbingum|nesu", "pavaduo|koleg|ribot|atsakysiu|atsakysime|skubi|kitą darbo dieną|grįžus|kreipkitės|susisiekite", "mano nebuvimo metu|mane pavaduoja|man nesant"),
    "el": AbsenceWords("άρρωστ|ασθεν|κηδεία|πένθο|κλειστ|επαγγελματικό ταξίδι|έκθεση|δεν (είμαι|βρίσκομαι|θα είμαι|εργάζομαι)|άδεια|απουσ|λείπ", "συνάδελφο|αντικαθ|περιορισμ|απαντήσω|απαντήσουμε|επείγ|επόμενη εργάσιμη|επιστρέφω|επιστρέψω|απευθυνθείτε", "κατά την απουσία μου|με αντικαθιστά|περιορισμένη πρόσβαση (στ|σε)"),
    "bg": AbsenceWords("болнич|болен|болна|погребение|командировка|затворен|не съм|на изложение|отпуск|отсъств|майчинств|почив|не работя", "замества|колега(та)? ми|ограничен достъп|отговоря|отговорим|спешн|следващия работен ден|връщам се|обърнете се|пишете на", "в мое отсъствие|по време на отсъствието ми|замества ме|ме замества|ограничен достъп до"),
    "ru": AbsenceWords("болею|заболел|боль?ничн|похорон|выставк|отпуск|не работа(ю|ет|ем)|уволил|в дороге|отсутств|выходн(ой|ые)|закрыт|отгул|нахожусь|(меня )?не будет на работе", "замеща|мой коллега|коллеге|ограничен|не (читаю|проверяю)|решает|просьба (писать|обращаться)|отвечу|ответим|срочн|следующий рабочий день|вернусь|обращайтесь|обращаться|(?<=не будет на работе )(до|с)(?!\\p{L})", "(на время|во время|в) мо(его|ё|е|ем|ём) отсутстви|меня замещает|ограничен(ный)? доступ к|доступ к (почте|интернету) ограничен|по возвращении отвечу|отвечу (после|по) возвращени"),
    "uk": AbsenceWords("хвор(ію|а|ий)|захвор|лікарнян|похорон|виставц|відпуст|не працю|звільни|відсутн|вихідн|зачинен|відрядженн|закрит|перебуваю|немає в", "заміню|замінює|колез|обмежен|не (читаю|перевіряю)|відповім|відповімо|термінов|наступного робочого дня|повернуся|повернусь|звертайтеся|звертатися", "(на час|під час|за) мо(єї|ю) відсутн|мене заміняє|обмежений доступ до|доступ до пошти обмежений"),
    "hr": AbsenceWords("bolovanj|bolestan|bolesna|sprovod|zatvoren|sajm|godišnj|putu|ne radim|nisam (u|na)|porodilj|odsut|neradn|više nisam", "ne čitam|zamjenjuje|mijenja me|ograničen|odgovorit ću|javit ću se|hitn|sljedeći radni dan|vraćam se|obratite se|javite se kolegi", "(za|tijekom) moje(g)? odsut|mijenja me|zamjenjuje me|ograničen pristup"),
    "sr": AbsenceWords("bolovanj|bolest(an|na)|sahran|zatvoren|sajm|godišnj|putu|ne radim|nisam (u|na)|porodilj|odsut|više nisam|на боловању|болест(ан|на)|сахран|затворен|сајм|годишњ|путу|не радим|нисам (у|на)|породиљ|одсут|више нисам", "ne čitam|zamenjuje|menja me|ograničen|odgovoriću|javiću se|hitn|sledeć\\p{L}+ radn|vraćam se|obratite se|не читам|замењује|мења ме|ограничен|одговорићу|јавићу се|хитн|враћам се|обратите се", "(za vreme|tokom) mog odsust|menja me|zamenjuje me|(за време|током) мог одсуст|мења ме|замењује ме"),
    "sl": AbsenceWords("bolnišk|boln[ai]|pogreb|zaprt|sejm|dopust|poti|ne delam|nisem (v|na)|me ni|porodnišk|odsot|ni me", "nadomešča|omejen|odgovoril|javil[a]? se bom|nujn|naslednji delovni|vrnem se|obrnite se|ne berem", "v (času )?moj(e|i) odsotnosti|med mojo odsotnostjo|nadomešča me|me nadomešča|omejen dostop"),
    "mk": AbsenceWords("боледување|болен|болна|погреб|затворен|саем|годишен|службен пат|не работам|не сум|одмор|отсут|породилно", "заменува|ограничен|ќе одговорам|ќе ви одговорам|итни|итно|се враќам|обратете се", "во мое отсуство|за време на моето отсуство|ме заменува"),
    "tr": AbsenceWords("izin(de|li)|hasta(yım|lık|nede)|cenaze|kapalı|fuar|seyahat|\\p{L}*izni(nde|ndeyim)|ofiste|çalışmıyorum|yarı zamanlı|tatil|iş gezisi|görev(den)? ayrıl|yurt ?dışında|bayram", "yerime|vekalet|iş arkadaşım|sınırlı|dönüşümde|dönünce|döneceğim|yanıtlayacağım|cevaplayacağım|acil|bir sonraki iş günü|kontrol edem|dönüşte", "yokluğumda|yerime .{0,40}(bakmakta|bakıyor|bakacak)|(e-?posta|mail)\\p{L}*.{0,30}sınırlı (erişim|erişebil)"),
    "ar": AbsenceWords("مريض|إجازة مرضية|عزاء|مغلق|معرض|سفر|رحلة عمل|لا أعمل|خارج المكتب|أمومة|غير متواجد|لست|غادرت", "زميلي|زميلتي|محدود|سأرد|سأعود|عند عودتي|بعد عودتي|للحالات العاجلة|للحالات الطارئة|عاجل|نيابة عني|يوم العمل التالي", "خلال غيابي|في غيابي|أثناء غيابي|وصول محدود"),
    "he": AbsenceWords("אינני|איני|לא אהיה|לא נמצא|מחלה|חול[הת]|הלווי|אבל|סגור|תערוכה|נסיע|לא עובד|חופש|מילואים|נעדר|כנס", "מחליפה? אותי|מוגבל|אחזור|אשוב|אשיב|אענה|נשיב|דחופים|דחוף|ניתן לפנות|יום העבודה הבא", "בהיעדרי|בזמן היעדרי|בהעדרי|גישה מוגבלת"),
    "fa": AbsenceWords("بیمار|استعلاجی|ترحیم|تعطیل|نمایشگاه|سفر|ماموریت|مأموریت|دیگر در|حضور ندارم|نیستم|مرخصی", "همکارم|محدود|پاسخ خواهم|برمی‌گردم|برمیگردم|بازگشت|جایگزین|موارد (فوری|ضروری|اضطراری)|روز کاری", "در غیاب من|در نبود من|دسترسی محدود"),
    "hi": AbsenceWords("बीमार|अवकाश|छुट्टी|कार्यालय (में नहीं|बंद)|यात्रा पर|प्रदर्शनी|अब .{0,20}काम नहीं", "सहकर्मी|सीमित|अगले कार्य दिवस|जवाब दूँगा|जवाब दूंगा|उत्तर दूँगा|लौटकर|वापसी|वापस आ|अत्यावश्यक|ज़रूरी मामलों", "मेरी अनुपस्थिति में|सीमित पहुँच|सीमित पहुंच"),
    "th": AbsenceWords("ลา(พัก|ป่วย|คลอด|กิจ|หยุด)|ป่วย|งานศพ|ปิด(ทำการ|สำนักงาน)|เดินทาง|ไปราชการ|ไม่อยู่|ออกบูธ|หยุดทำการ|ลาออก|วันหยุด", "แทน(ดิฉัน|ผม)|จำกัด|วันทำการถัดไป|กรณีเร่งด่วน|เรื่องด่วน|เร่งด่วน|จะตอบกลับ|จะกลับมา|กลับมาทำงาน", "ระหว่างที่(ดิฉัน|ผม)?ไม่อยู่|ในช่วงที่(ดิฉัน|ผม)?ไม่อยู่"),
    "vi": AbsenceWords("nghỉ (ốm|bệnh|thai|phép|lễ|tết|việc)|đang ốm|tang|đóng cửa|hội chợ|triển lãm|công tác|không còn làm|vắng|đi vắng", "đồng nghiệp|hạn chế|ngày làm việc tiếp theo|sẽ (trả lời|phản hồi|hồi âm)|khẩn|quay lại làm việc|trở lại làm việc|khi trở lại", "trong thời gian (tôi )?vắng mặt|khi tôi vắng mặt|hạn chế (truy cập|kiểm tra) email"),
    "id": AbsenceWords("cuti|sakit|pemakaman|tutup|pameran|perjalanan (dinas|bisnis)|dinas|tidak (lagi )?bekerja|tidak (berada )?di (kantor|tempat)|libur", "rekan saya|terbatas|hari kerja berikutnya|akan (membalas|merespon|menjawab)|mendesak|kembali bekerja|menggantikan|darurat", "selama (saya )?(cuti|tidak di|absen|ketidakhadiran)|akses (terbatas|email terbatas)|digantikan oleh"),
    "ms": AbsenceWords("bercuti|cuti|sakit|pengebumian|tutup|pameran|perjalanan|tidak (lagi )?bekerja|tidak berada", "rakan sekerja|terhad|hari bekerja berikutnya|akan (membalas|menjawab)|segera|kembali bertugas|menggantikan|kecemasan", "semasa ketiadaan saya|sepanjang ketiadaan|akses terhad"),
    "zh": AbsenceWords("休(假|息|了)|请假|請假|出差|病假|生病|丧假|喪假|参展|參展|展会|展會|离职|離職|不在|产假|婚假|陪产|陪產|关闭|關閉|放假|休年假|度假|闭店", "(尽快|盡快|再|会|會|将|將|后|後)(给您|給您)?(回复|回覆|回信|答复)|回来后|回來後|返回|恢复上班|恢復上班|急事|紧急|緊急|请联系|請聯繫|请联络|請聯絡|请洽|請洽|代为|代為|不便|无法(及时|查收|回复)|無法(及時|回覆)", "(我|本人)不在(期间|期間)|(休假|出差|请假|請假|期)(期间|期間|间|間)如有|不便查(收|看)邮件|不便查收郵件|职务代理人|職務代理人"),
    "ja": AbsenceWords("休み|休ん|休業|休暇|欠勤|病欠|忌引|出張|出展|展示会|不在|退社|退職|異動|閉所|閉店|休館|時短|在宅|外勤|休診|帰省|療養", "返信(が|は|いた|でき)|ご返信|戻り次第|戻りまし|お急ぎ|緊急|代理|代わりに|順次|確認(は|が|でき)|遅れ|遅くな|改めてご連絡|後日", "不在(中|の間|期間)(は|に|の|、)|本メールアドレスは(現在)?使(用|わ)|出社(は|予定)|代理(は|で)"),
    "ko": AbsenceWords("휴가|병가|출장|연차|반차|휴무|휴업|휴직|퇴사|퇴직|부재|장례|상중|전시회|박람회|쉬는|쉽니다|재택|외근|교육 중|자리에 없|이직", "늦을|늦어|회신|답장|답변|복귀|대신|대리|업무 ?대행|급한|긴급|확인이", "부재 ?중|업무 ?대행|업무 ?대리|확인이 (어렵|제한)"),
    "ca": AbsenceWords("de (baixa|vacances|permís|viatge)|malalt|tancad|fira|absent|ja no treball|no sóc|no soc|fora", "em substitueix|limitat|respondré|urgènc|urgent|tornada|meva absència|company\\p{L}* meu|contacteu", "(en|durant) la meva absència|accés limitat|em substitueix"),
    "gl": AbsenceWords("de (vacacións|baixa|permiso|viaxe)|ausente|enferm[oa]|pechad[oa]s?|fóra da oficina|xa non traballo|feira", "ata|urxent|urxencia|contact|regres|volt|volv|respond|luns|compañeir", "durante a miña ausencia|na miña ausencia|acceso limitado"),
    "eu": AbsenceWords("oporretan|bajan|kanpoan|lanetik kanpo|bulegotik kanpo|itxita|azokan|bidaian|gaixo|ez naiz|baimenean|amatasun", "arte|itzul|premiaz|presaz|larri|harremanetan|erantzun|deitu|astelehen|idatzi", "nire absentzian|ez nagoen bitartean"),
    "is": AbsenceWords("veik(ur|indum)|jarðarför|lokað|sýningu|í (fríi|orlofi|leyfi|ferð|vinnuferð)|ekki (við|á)|hætt(ur|i)? (störfum|hjá)|fjarverandi|frí(?!\\p{L})", "leysir mig af|takmarkað|svara|brýnt|áríðandi|næsta virkan dag|kem aftur|hafið samband við", "í fjarveru minni|á meðan ég er fjarverandi|leysir mig af"),
    "sq": AbsenceWords("pushime|sëmur|mbyllur|panair|udhëtim|nuk (jam|punoj)|leje|mungoj|jashtë", "kolegu im|kolegia ime|kufizuar|do t'?ju përgjigjem|përgjigj|urgjen|kthehem|kontaktoni", "gjatë mungesës sime|në mungesën time|më zëvendëson"),
    "cy": AbsenceWords("ar (wyliau|wyliau blynyddol|absenoldeb|gwrs)|allan o'r swyddfa|i ffwrdd|yn sâl|ar gau|ddim yn y swyddfa|cyfnod mamolaeth", "tan|hyd|brys|cysyllt|ateb|dychwel|nôl|yn ôl|ymateb|dydd|llun", "yn fy absenoldeb"),
    "ga": AbsenceWords("ar (saoire|shaoire|shos)|as (an )?oifig|as láthair|tinn|breoite|dúnta", "go dtí|práinn|teagmháil|freagr|fill|ar ais|luan|deifir", "agus mé as láthair|le linn m'as láithreachta"),
    "lb": AbsenceWords("am (congé|urlaub|krankeschäin)|net am (büro|bureau)|krank(?!\\p{L})|zou(?!\\p{L})|op (rees|dienstrees)|congé|net do|elterecongé|feierdeeg", "(äntwert|äntweren)|dréngend|kontaktéiert|erëm (do|am)|nees (do|am)|kolleeg|kollegin", "während menger ofwiesenheet|a menger ofwiesenheet"),
    "mt": AbsenceWords("bil-leave|(fuq|bi) (il-)?(leave|btala)|btala|barra mill-uffiċċju|mhux fl-uffiċċju|marid|marida|magħluq", "sa(l|t|d|s)?-|urġenti|kkuntattja|nirritorna|nwieġeb|lura|nerġa", "fl-assenza tiegħi"),
    "af": AbsenceWords("met (verlof|vakansie|siekverlof|kraamverlof)|op (verlof|reis|vakansie)|buite (die )?kantoor|nie in die kantoor|siek(?!\\p{L})|gesluit|afwesig|werk nie meer", "dringende|beperkte|antwoord|my kollega|weer (terug|beskikbaar)|kontak asseblief", "in my afwesigheid|tydens my afwesigheid"),
    "sw": AbsenceWords("likizo(ni)?|nje ya ofisi|safari(ni)?|sipo ofisini|mgonjwa|ninaumwa|imefungwa|msibani", "hadi|dharura|wasiliana|nitarudi|nitajibu|kurudi|jumatatu|mpaka", "wakati sipo|nisipokuwepo"),
}  # fmt: skip
