"""Words of letters that go to many: whom they greet, how they invite, how one hears no more of them, their names for themselves.

Keyed by ISO 639-1; patterns of case-folded text, each from the beginning of a word, as `AlternativeIndex` reads them. Tables, to be added to.
"""

from __future__ import annotations

from typing import NamedTuple


class CircularWords(NamedTuple):
    """What one language has; "" where nothing is known."""

    readers: str  # whom a sender calls theirs, and no customer a house: members, readers, neighbours
    everybody: str  # whom anybody greets who writes to more than one
    invites: str  # asks people to come
    opts_out: str  # leaves it to the reader to hear no more


WORDS: dict[str, CircularWords] = {
    "en": CircularWords(
        "members?|(plot|card|pass|permit|season[- ]ticket|stake|share|policy)[ -]?holders?|readers?|subscribers?|neighbou?rs?|parents?|families|residents?|tenants?|homeowners?|customers?|clients?|guests?|patrons?|supporters?|sponsors?|donors?|volunteers?|alumni|parishioners?|participants?|attendees|exhibitors?|delegates?|stakeholders?|shopkeepers?|traders?|retailers?|shop owners|business owners?|entrepreneurs?|users?|followers?|growers?|students?|citizens?|voters?|constituents?|shareholders?|\\p{L}+ (lovers?|enthusiasts?|owners)|friends of",
        "all|everyone|everybody|friends?|colleagues?|partners?|suppliers?|folks|y'?all|lovely people|gang|fellow \\p{L}+|there,? \\p{L}+ (friends|lovers|people)|makers|gardeners|bakers",
        "you are (cordially |warmly |kindly )?invited|you're (cordially |warmly )?invited|invites? you|to invite you|inviting you|join us|save the date|look forward to welcoming you|doors open|all (are )?welcome|everyone is welcome",
        "if (you|you'd|you would|this|it) .{0,40}(hear from|hear of|receiv|not be contacted|get (these|this|more|our)|e-?mails?|messages|updates|mailings?|isn't for you|is not for you|not relevant|isn't relevant|not of interest)|reply .{0,12}(stop|no thanks|remove|unsubscribe|no to)|(won't|will not) (write|e-?mail|contact|bother|follow up)|if you'd rather not|if you would rather not|if you're not the right person|let (me|us) know and (i|we)('ll| will) stop|not interested.{0,3} (just|let|reply|no)|(prefer|want) (fewer|less|no more)(?! than)|too many (of )?(our |these )?(e-?mails|messages|letters)|how often we (write|mail|e-?mail|send)|you (can|may) (stop (these|this|receiving|getting)|opt out|leave (this|the|our) list|unsubscribe)|opt out (here|at)|(hit|use|click)( on)?( the)? unsubscribe|you (no longer|don't|do not) (wish|want|like) .{0,40}(e-?mails?|messages|letters|hear|news|updates|receive)|leave (the|this|our) (mailing )?list|manage (your )?(subscriptions?|preferences)|update your preferences",
    ),
    "de": CircularWords(
        "\\p{L}*mitglied|leser|abonnent|\\p{L}*nachbar|\\p{L}*eltern|kund(e|in|en|innen)|\\p{L}*gäste|\\p{L}{3,}freund|freunde (des|der|von|unse)|förder|spender|unterstütz|sponsor|teilnehm|ausstell|anwohn|\\p{L}*bürger|mieter|\\p{L}*eigentümer|unternehmer|gewerbetreib|\\p{L}*händler|\\p{L}*inhaber|\\p{L}*besitzer|nutzer|patienten|gemeinde|ehemalige|interessent|genoss|(?!koll)\\p{L}+innen und \\p{L}+|(?!koll)\\p{L}+[*:_]innen",
        "alle|zusammen|freunde|freundinnen|koll|partner|geschäftsfreunde|lieferanten|ihr lieben|runde|menschen|leute|ihr (da draussen|alle|süssen|guten)|\\p{L}+(freunde|freundinnen|liebhaber|fans)",
        "(lade|laden|ladet) (wir |ich |sie |euch |dich |alle |herzlich ).{0,80}|einladung (zu|zum|zur)|herzlich (eingeladen|willkommen)|(sind|seid|bist) .{0,20}eingeladen|save the date|wir freuen uns auf (ihren|euren|deinen|viele) besuch|eintritt (ist )?frei",
        "(wenn|falls|sollten|möchten|wünschen|wollen) (sie|du|ihr) .{0,60}(keine?|nicht|nichts).{0,40}(nachricht|e-?mails?|post|zeilen|rundbrief|informationen|infos|hören|erhalten|bekommen|kontaktiert|angeschrieben|mehr möchten|mehr wünschen|mehr wollen)|nein,? danke|aus dem verteiler|(sie|du|ihr) (möchtest|möchten|möchtet|wollen|wollt|willst|wünschen) .{0,40}(keine?|nicht|nichts) .{0,50}(erhalten|bekommen|hören|(e-?)?mails?|post|newsletter)|keine lust (mehr )?auf|(hier|jetzt) (abmelden|abbestellen|austragen)|(e-?mail-)?einstellungen (ändern|anpassen|verwalten)",
    ),
    "fr": CircularWords(
        "adhérente?s?|membres?|lectrice|lecteur|abonnée?s?|voisine?s?|riverain|parents|familles|clientes?|clients?|sociétaire|donat|bénévole|sponsor|participant|exposant|habitant|commerçant|entrepreneur|artisans|locataire|copropriétaire|sympathisant|amis (de|du|des)|anciens|professionnels|usager|concitoyen|administré|paroissien|licencié",
        "tous|toutes|amis|collègue|confrère|consœur|partenaire|fournisseur|vous tous|vous toutes|gens|ami\\(e\\)s|ami·e·s|amateurs|gourmand|curieux|curieuses",
        "vous (convi|invit)|invitation (à|au)|venez|vous êtes (tous |toutes |cordialement )*(invité|convié|attendu)|vous attend|entrée (libre|gratuite)|réservez votre (soirée|date)",
        "si vous (ne |n'|préférez ).{0,50}(recevoir|contact|nouvelles|messages?|mails?|courriels?|lettre|intéress)|pour ne plus recevoir|répondez .{0,10}(stop|non)|dites-le.moi|n'en parle plus|si ce n'est pas pour vous|(vous|tu) ne (souhaite[sz]|veux|voulez|désire[sz]) (plus|pas) .{0,60}(recevoir|nouvelles|messages?|e?-?mails?|courriels?)|gérer (mes|vos|tes) (préférences|abonnements)|pour vous (opposer|désinscrire|désabonner)|trop d'e?-?mails",
    ),
    "es": CircularWords(
        "soci[oa]s?|miembro|lector|suscriptor|vecin|familias|padres|client|amig[oa]s de|voluntari|patrocinador|participante|expositor|comerciante|empresari[oa]s|asociad|afiliad|usuari|abonad|alumn|colegiad|donante|seguidor|residentes|propietarios",
        "todos|todas|amig[oa]s|coleg|compañer|colaborador|proveedor|gente|famili(a|ota)(?!\\p{L})|tod@s|amigues|querid[oa]s[ ,!:]*\\Z",
        "(le|les|os|te) (invita|esperamos|espera)|invitamos|invitación (a|al)|(está|están|estás|estáis) invitad|entrada (libre|gratuita)|reserva la fecha",
        "si (no|ya no|prefiere|prefieres) .{0,50}(recib|correos|mensajes|información|contact|saber)|para no recibir|responda .{0,12}(baja|no)|si no le interesa|si no te interesa|(no|ya no) (quieres|quiere|queréis|deseas|desea) .{0,30}(recibir|más correos|más mensajes)|gestiona(r)? (tus|sus|mis) (preferencias|suscripciones)|demasiados correos",
    ),
    "it": CircularWords(
        "soci|socie|lettor|lettric|abbonat|iscritt|vicin|famiglie|genitori|client|amic[ih]e? (di|del|della)|volontari|sponsor|partecipant|espositor|commerciant|imprenditor|associat|utent|condòmin|condomin|cittadin|concittadin|parrocchian|sostenitor|donator",
        "tutti|tutte|amic|collegh|colleg|partner|fornitor|gente|amanti|appassionat|car[ie][ ,!:]*\\Z",
        "(vi|la|ti) (invit|aspettiamo|aspetta)|invitiamo|invito (a|al|alla)|siete (tutti )?invitati|ingresso (libero|gratuito)",
        "se (non|preferisc) .{0,50}(ricever|riceva|e-?mail|messaggi|comunicazion|contatt|notizie|interess)|per non ricevere|rispond.{0,15}(stop|cancell|no grazie)|non (vuoi|desideri|desidera|vuole|volete) (più )?.{0,20}(ricever|altre e?-?mail|sentir)|gestisci (le )?(tue )?preferenze|troppe e-?mail",
    ),
    "pt": CircularWords(
        "sóci|associad|membro|leitor|assinante|subscritor|vizinh|pais|famílias|encarregad|cliente|amig[oa]s d|voluntári|patrocinador|participante|expositor|comerciante|empresári|utilizador|condómin|munícipe|moradore|doador|utentes|alunos",
        "todos|todas|amig[oa]s|coleg|parceir|fornecedor|gente|malta|pessoal|galera|tod@s|querid[oa]s[ ,!:]*\\Z",
        "convid|convite para|contamos (consigo|com a sua presença)|entrada (livre|gratuita)|venha (conhecer|celebrar|festejar)",
        "se (não|preferir|já não) .{0,50}(receber|e-?mails|mensagens|contact|informações|interess)|para não receber|responda .{0,15}(remover|parar|não)|(não|já não) (quer|quiser|deseja|pretende|queres)(?!\\p{L}) .{0,30}(receber|saber|e-?mails|mensagens)|cancele .{0,6}(a )?(subscrição|inscrição)|demasiados e-?mails",
    ),
    "nl": CircularWords(
        "leden|lid|lezer|abonnee|\\p{L}*buren|\\p{L}*bewoner|\\p{L}*ouders|klant|\\p{L}*vrienden van|\\p{L}{3,}vrienden|vrijwilliger|sponsor|deelnemer|exposant|\\p{L}*ondernemer|winkelier|huurder|donateur|relatie|gasten|gebruiker|supporters|\\p{L}*liefhebber|parochian|cursist|\\p{L}*eigenaren|oud-",
        "allen|allemaal|iedereen|vrienden|collega|partner|leverancier|mensen|lieverds|liefhebber|\\p{L}+(vrienden|liefhebbers)",
        "nodigen (wij |we |u |je |jullie )|nodig .{0,30}uit|uitnodiging (voor|tot)|uitgenodigd|van harte welkom|kom (langs|naar|mee)|gratis toegang|toegang (is )?(gratis|vrij)",
        "(als|indien|mocht|wilt|wil|wenst) (u|je|jullie) .{0,40}(geen|niet|liever).{0,40}(mail|bericht|nieuws|ontvang|horen|post|benaderd|contact)|geen interesse\\? |antwoord .{0,10}(stop|nee)|geen (zin|behoefte|trek) (meer )?(in|aan)|(meld|schrijf) (je|u) .{0,12}(af|uit)(?!\\p{L})|liever (minder|geen) (e-?)?mails?|hier (afmelden|uitschrijven)|voorkeuren (wijzigen|aanpassen|beheren)",
    ),
    "pl": CircularWords(
        "członk|członkini|czytelni|subskrybent|sąsi|mieszka|rodzic|klien|przyjaciele \\p{L}+|wolontarius|sponsor|uczestni|wystawc|przedsiębiorc|kupcy|najemc|darczyńc|parafian|użytkowni|goście|absolwen|miłośni|spółdzielc|współwłaściciel",
        "wszys|przyjaciele|koleżank|koled|koleg|partner|kontrahen|dostawc|kochani|moi drodzy|drodzy[ ,!:]*\\Z|miłośni",
        "zapraszam|zaprasza |zaproszenie na|serdecznie zapraszamy|wstęp (jest )?wolny|bezpłatny wstęp",
        "(jeśli|jeżeli|gdyby) .{0,30}nie .{0,40}(otrzymyw|dostaw|wiadomości|maili|informacji|kontakt|zainteres)|(proszę )?odpisać .{0,10}(nie|stop|rezygn)|więcej nie napisz|nie (chcesz|chcecie|chcą państwo|życzysz sobie|życzą sobie państwo) .{0,60}|wypisz się|zarządzaj (zgodami|preferencjami|subskrypcj)",
    ),
    "cs": CircularWords(
        "člen|čtenář|odběratel|soused|obyvatel|rodič|zákazn|přátelé \\p{L}+|klient|dobrovoln|sponzor|účastn|vystavovatel|podnikatel|nájemn|dárc|farníc|uživatel|host[ée]|příznivc|milovn|spoluobčan|občan|vlastní",
        "všich|všem|přátelé|koleg|partner|dodavatel|moji milí|milí[ ,!:]*\\Z|drazí|milovní|nadšenc",
        "zveme|srdečně zv|jste zváni|pozvánka na|vstup (volný|zdarma)|přijďte",
        "(pokud|jestli|nechcete) .{0,30}(ne|již|už).{0,40}(dostávat|zasíl|zpráv|e-?mail|informac|oslov|kontakt|zájem)|nestojíte|nechcete .{0,40}(e-?maily|zprávy|novinky)|odhlaste se|odhlásit (se|odběr)|zrušit odběr",
    ),
    "sk": CircularWords(
        "člen|čitateľ|odberateľ|sused|obyvateľ|rodič|zákazn|priatelia \\p{L}+|klient|dobrovoľn|sponzor|účastn|vystavovateľ|podnikateľ|nájomc|darc|farníc|používateľ|hosti|občan|vlastní",
        "všet|priatelia|koleg|partner|dodávateľ|moji milí|milí[ ,!:]*\\Z|drahí|milovní|nadšenc",
        "pozývame|srdečne pozýv|ste pozvaní|pozvánka na|vstup (voľný|zdarma)|príďte",
        "(ak|nechcete) .{0,30}(ne|už).{0,40}(dostávať|zasiel|správ|e-?mail|informáci|oslov|kontakt|záujem)|nestojíte|nechcete .{0,40}(e-?maily|správy|novinky)|odhláste sa|odhlásiť (sa|odber)|zrušiť odber",
    ),
    "sv": CircularWords(
        "medlem|läsare|prenumerant|granne|grannar|\\p{L}*boende|föräld|vårdnadshavare|kund|vänner (av|till)|\\p{L}{3,}vän|volontär|sponsor|deltagare|utställare|företagare|\\p{L}*handlare|hyresgäst|givare|gäster|användare|\\p{L}*älskare|\\p{L}*ägare|stödmedlem",
        "alla|vänner|kolleg|partner|leverantör|samtliga|\\p{L}+(vänner|älskare)|kära (ni|du)|(mina|kära) (fina|kära)",
        "(varmt |hjärtligt )?välkom(men|na) till|inbjud|bjuder in|fri entré|fritt inträde",
        "(om|vill|önskar) (du|ni) inte .{0,20}(vill|önskar|längre|ha|få).{0,50}(mejl|mail|utskick|brev|kontakt|höra|information|besked)|(om )?(du|ni) inte (längre )?vill .{0,40}|svara .{0,6}(nej|stopp)|(vill|önskar) (du|ni) inte (längre |ha |få ).{0,40}(mejl|mail|utskick|brev|nyhet)|avsluta (din )?prenumeration|avregistrera dig|färre (mejl|mail)",
    ),
    "da": CircularWords(
        "medlem|læser|abonnent|nabo|\\p{L}*beboer|forældre|kund|venner af|\\p{L}{3,}venner|frivillig|sponsor|deltager|udstiller|erhvervsdrivende|\\p{L}*handlende|lejer|gæst|bruger|andelshaver|\\p{L}*ejere",
        "alle|venner|kolleg|partner|leverandør|\\p{L}+(venner|elskere)|kære (jer|allesammen)|allesammen",
        "inviter|indbyd|invitation til|velkommen til|er (du |i )?inviteret|fri entré|gratis adgang",
        "(hvis|såfremt) (du|i|de) ikke .{0,20}(ønsker|vil|længere).{0,50}|ønsker (du|i) ikke .{0,40}(mail|besked|kontakt|nyheds|høre)|(svar|skriv) .{0,6}(nej|stop)|(vil|ønsker) (du|i) ikke .{0,20}(mails?|nyhed|modtage|høre)|(frameld|afmeld) dig|færre mails",
    ),
    "no": CircularWords(
        "medlem|leser|abonnent|nabo|\\p{L}*beboer|foreldre|foresatte|kund|venner av|\\p{L}{3,}venner|frivillig|sponsor|deltaker|utstiller|næringsdrivende|gjest|bruker|\\p{L}*eiere|leietaker",
        "alle|venner|kolleg|partner|leverandør|\\p{L}+(venner|elskere)|kjære (dere|alle)|alle sammen|vinir|allir",
        "inviter|innbyd|invitasjon til|velkommen til|er (du |dere )?invitert|gratis (adgang|inngang)",
        "(hvis|om|dersom) (du|dere) ikke .{0,20}(ønsker|vil|lenger).{0,50}|ønsker (du|dere) ikke .{0,40}(mail|e-?post|kontakt|nyhets|høre)|(svar|skriv) .{0,6}(nei|stopp)|(vil|ønsker) (du|dere) ikke .{0,20}(e-?post|nyhet|motta|høre)|meld deg av|avslutt abonnement|færre e-?poster",
    ),
    "fi": CircularWords(
        "\\p{L}*jäsen|lukija|tilaaja|naapuri|\\p{L}*asuka|vanhem|asiaka|ystävät \\p{L}+|vapaaehtois|sponsor|osallistuj|näytteilleasett|yrittäj|vuokralai|lahjoittaj|vieraat|käyttäj|kuntala|\\p{L}*omistaj|kannattaj",
        "kaikki|kaikille|ystävä|kolleg|kumppan|väki|rakkaat|hyvä väki|\\p{L}+(ystävät|harrastaja)",
        "kutsu|tervetuloa|vapaa pääsy|sisäänpääsy",
        "(jos|mikäli) .{0,20}(et|ette) .{0,10}halua .{0,40}(viest|posti|tiedot|kuulla|kirje)|ellet halua|ellette halua|(etkö|ettekö|et|ette) (enää )?halua (enää )?.{0,30}(viest|kirje|posti)|peruuta (tilaus|uutiskirje)|peru (tilaus|uutiskirje)",
    ),
    "ru": CircularWords(
        "член|читател|подписчи|сосед|жител|родител|клиент|покупател|друзья (нашего|музея|театра|клуба)|волонт|спонсор|участни|экспонент|предпринимател|арендатор|пользовател|гост[ия]|садовод|собственник|абонент|выпускни|прихожан",
        "все|всем|друзья|коллег|партн|поставщик|дорогие мои|мои (дорогие|хорошие)|дорогие[ ,!:]*\\Z|любител",
        "приглаша|приглашени|ждем вас|ждём вас|вход свободный",
        "если .{0,30}не .{0,20}(хотите|желаете|интересно|интересует|актуально)|чтобы (больше )?не получать|больше не (напишу|беспокою|побеспокою)|не (хотите|хочешь|желаете)(?!\\p{L}) .{0,40}(получать|писем|письма|рассылк)|отпишитесь",
    ),
    "uk": CircularWords(
        "член|читач|підписни|сусід|мешкан|батьк|клієнт|покупц|друзі (нашого|музею|театру|клубу)|волонт|спонсор|учасни|підприєм|орендар|користувач|гост[іь]|абонент|випускни",
        "усі|всі|всім|усім|друзі|колег|партнер|постачальник|любі мої|мої (любі|дорогі)|любі[ ,!:]*\\Z|дорогі[ ,!:]*\\Z|шанувальник",
        "запрошу|запрошен|чекаємо на вас|вхід вільний",
        "якщо .{0,30}не .{0,20}(хочете|бажаєте|цікав|актуальн)|щоб (більше )?не отримувати|не (хочете|хочеш|бажаєте)(?!\\p{L}) .{0,40}(отримувати|листів|листи|розсилк)|відпишіться",
    ),
    "bg": CircularWords(
        "член|читател|абонат|съсед|жител|родител|клиент|доброволц|спонсор|участни|предприемач|наематели|потребител|гост|съграждан",
        "всички|приятели|колег|партньор|доставчик|мили мои|мили[ ,!:]*\\Z|скъпи[ ,!:]*\\Z|любител",
        "каним|покана за|заповядайте|вход свободен",
        "ако не (желаете|искате|ви интересува)|ако .{0,20}не желаете|не (желаете|искате|искаш)(?!\\p{L}) .{0,40}(получава|съобщения|имейли|писма)|отпишете се",
    ),
    "tr": CircularWords(
        "üye|okuyucu|okur|abone|komşu|veli|müşteri|gönüllü|sponsor|katılımcı|esnaf|girişimci|kullanıcı|misafir|kiracı|site sakin|hemşehri|bağışçı|sanayici",
        "herkes|dostlar|arkadaş|meslektaş|iş ortağ|tüm|tedarikçi|sevgili (canlar|güzel insanlar)|canlar|severler",
        "davet|bekliyoruz|katılımınız|ücretsiz giriş",
        "(almak|görmek|duymak|gelmesini) istem(iyorsan|ezsen|eyen)|istemiyorsanız|istemezseniz|ilgilenmiyorsanız",
    ),
    "hu": CircularWords(
        "tag(unk|jaink|ok|társ)|\\p{L}*tagjaink|\\p{L}*tagok|olvasó|előfizető|szomszéd|lakó|szülő|ügyf|vásárló|önkéntes|szponzor|résztvevő|kiállító|vállalkozó|bérlő|adományozó|vendég|felhasználó|polgár|barátaink|tulajdonos",
        "mindenki|barát|kollég|partner|beszállító|kedveseim|mindannyi|kedves mind",
        "meghív|szeretettel várjuk|szeretettel várunk|várunk mindenkit|a belépés (ingyenes|díjtalan)",
        "ha (nem|a továbbiakban|többé) .{0,40}(szeretn|kíván|kér|érdek)|(nem|már nem|többé nem) (szeretnél|szeretne|kérsz|kér|akarsz|akar)(?!\\p{L}) .{0,40}(level|hírlevel|üzenet|kapni|e-?mail)|iratkozhat(sz|nak)? le",
    ),
    "ro": CircularWords(
        "membri|membre|cititor|abonat|vecin|locuitor|părin|parin|client|voluntar|sponsor|participan|expozan|antreprenor|comercian|locatar|donator|oaspe|utilizator|cetățen|enoriaș|proprietari",
        "toți|toti|tuturor|prieteni|coleg|partener|furnizor|dragii mei|dragilor|dragi[ ,!:]*\\Z|iubitori",
        "vă invit|va invit|te invit|sunteți invitat|invitație la|vă așteptăm|va asteptam|intrarea (este )?liberă",
        "dacă nu (mai )?(doriți|vreți|sunteți interesat)|daca nu (mai )?(doriti|vreti)|nu (mai )?(doriți|dorești|vrei|vreți)(?!\\p{L}) .{0,40}(mesaj|e-?mail|prime|nout)|dezabonează-te|dezabonați-vă",
    ),
    "el": CircularWords(
        "μέλη|μέλοσ|αναγνώστ|συνδρομητ|γείτον|κάτοικ|γονείσ|πελάτ|εθελοντ|χορηγ|συμμετέχ|εκθέτ|επιχειρηματ|φίλεσ και φίλοι|χρήστ|επισκέπτ|δημότ",
        "όλουσ|όλεσ|φίλ|συνάδελφ|συνεργάτ|προμηθευτ|αγαπημένοι|αγαπημένεσ|αγαπητοί μου|παιδιά",
        "προσκαλ|πρόσκληση|σασ περιμένουμε|είσοδοσ ελεύθερη",
        "(αν|εάν) δεν (θέλετε|επιθυμείτε|σασ ενδιαφέρει)|δεν (θέλετε|θέλεισ|επιθυμείτε|επιθυμείσ)(?!\\p{L}) .{0,30}(άλλα|λαμβάν|μηνύμ|ενημερ|e-?mail)|διαγράψου|διαγραφείτε|απεγγραφ",
    ),
    "hr": CircularWords(
        "član|čitatelj|čitaoc|pretplatni|susjed|komšij|stanar|suvlasni|roditelj|kup(ac|ci)|klijent|volonter|sponzor|sudioni|učesni|izlagač|poduzetni|preduzetni|domaćin|iznajmljivač|korisni|gost|građan|sugrađan|mještan|prijatelji (udruge|kluba)",
        "svi|svima|prijatelj|kolege|kolegice|partner|dobavljač|dragi moji|dragi[ ,!:]*\\Z|drage moje|ljubitelj",
        "pozivamo|poziv na|pozvani ste|vidimo se|ulaz (je )?(slobodan|besplatan)|dođite",
        "ako (više |to )?ne (želite|želiš|zanima)|ne (želite|želiš)(?!\\p{L}) .{0,40}(primati|poruke|novosti|e-?mail)|odjavi(te)? se",
    ),
    "sl": CircularWords(
        "član|bralc|bralk|naročni|sosed|stanovalc|starši|strank|kup(ec|ci)|prostovolj|sponzor|udeležen|razstavljavc|podjetni|najemni|uporabni|gost|občan|krajan|etažni",
        "vsi|vsem|prijatelj|kolegi|kolegice|partner|dobavitelj|dragi moji|dragi[ ,!:]*\\Z|ljubitelj",
        "vabimo|vabljeni|vabilo (na|k)|vstop (je )?prost",
        "če (več |tega )?ne (želite|zanima)|če .{0,20}ne želite|ne (želite|želiš)(?!\\p{L}) .{0,40}(prejemati|sporočil|novic|e-?po)|odjavi(te)? se",
    ),
    "lt": CircularWords("nari|skaityto|prenumerato|kaimyn|gyvento|tėv(ai|eli)|klient|savanor|rėmėj|dalyvi|verslinink|nuominink|svečia|vartotoj", "visi|visiems|draugai|koleg|partner", "kviečia|maloniai kviečia", "jei (nebe|ne)norit|jei nepageidauja|nebenorite|nenorite .{0,30}gauti|atsisakykite"),
    "lv": CircularWords("biedr|lasītāj|abonent|kaimiņ|iedzīvotāj|vecāki|klient|brīvprātīg|sponsor|dalībniek|uzņēmēj|īrniek|viesi|lietotāj", "visi|visiem|draugi|kolēģ|partner", "aicin|ielūdz", "ja (vairs )?nevēlaties|nevēlaties .{0,30}saņemt|atteikties no|atrakstieties"),
    "et": CircularWords("liik(med|mele|e)|lugeja|tellija|naabri|elani|vanema|klien|vabatahtlik|sponsor|osaleja|ettevõtja|üürni|külalise|kasutaja", "kõik|kõigile|sõbrad|kolleeg|partner", "kutsu|olete oodatud|ootame teid", "kui (te )?(enam )?ei soovi|ei (enam )?soovi (enam )?.{0,30}(saada|kirju|uudis)|loobu (siin|uudis)|loobuge"),
    "ca": CircularWords("sòci|soci|membres|lector|subscriptor|veïn|famílies|pares|client|amics d|voluntari|patrocinador|participant|expositor|comerciant|empresari|associat|usuari|alumn", "tots|totes|tothom|amics|company|col·leg|proveïdor", "us convid|convidem|us esperem|invitació|entrada (lliure|gratuïta)", "si no (vols|voleu|desitj|us interessa)"),
    "ja": CircularWords("会員|読者|購読者|住民|保護者|お客様各位|お客さま各位|お取引先|お得意様|組合員|参加者|出展者|ご愛顧", "各位|皆様|皆さま|みなさま", "ご招待|お誘い|開催(いたします|します|のご案内)|ご来場|ご参加をお待ち|ご案内申し上げ", "配信(を)?停止|今後.{0,20}不要|ご不要"),
    "zh": CircularWords("会员|會員|读者|讀者|订阅|家长|家長|业主|業主|客户朋友|商户|住户|居民|参展商|经销商|广大|廣大", "各位|大家|同仁", "诚邀|邀请您|邀請您|敬请光临|敬請光臨|欢迎参加", "退订|不想再收到|如不需要|如有打扰|如有打擾"),
    "ko": CircularWords("회원|독자|구독자|학부모|고객 여러분|주민|참가자|조합원", "여러분|모두", "초대합니다|초대드립니다|개최합니다|참석 부탁", "수신을 원치|원하지 않으시면|수신거부"),
    "ar": CircularWords("أعضا|القراء|المشتركين|أولياء الأمور|عملاءنا|عملائنا|جيران|السكان", "الجميع|الأصدقاء|الزملاء|الشركاء", "ندعوكم|يسرنا دعوتكم|دعوة لحضور", "إذا كنت لا ترغب|لا ترغبون|لا ترغب في"),
    "he": CircularWords("חברי|קוראים|מנויים|הורים|לקוחותינו|תושב|דיירים|שכנים", "לכולם|חברים|עמיתים|שותפים", "מוזמנים|מוזמנת|להצטרף אלינו", "אם אינכ|אם אינך מעוניין|להסרה"),
}  # fmt: skip

#: What such a letter calls itself, in a subject or a sender's name and address.
PUBLICATION_WORDS = (
    "(pfarr|gemeinde|kirchen|vereins|dorf|amts|heimat)(brief|blatt|bote|zeitung)|kerkblad|dorpsblad|clubblad|kyrkoblad|kirkeblad|sognebrev|menighetsblad|kirkkolehti|foglio parrocchiale|bulletin paroissial|hoja parroquial|folha paroquial|ogłoszenia (parafialne|duszpasterskie)|farní|farské|newsletter|news letter|bulletin|buletin|bolet[ií]n|bollettino|boletim|butlletí|gazette|gazzetta|gaceta|\\p{L}*rundbrief|\\p{L}*rundschreiben|rundmail|mitteilungen|mitteilungsblatt|infobrief|infomail|\\p{L}*nieuws(brief)?(?!\\p{L})|nyhedsbrev|"
    "nyhetsbrev|medlemsbrev|medlemsblad|medlemsnyt|medlemsinfo|klubnyt|uutiskirje|tiedote|jäsenkirje|jäsentiedote|hírlevél|hírmondó|biuletyn|zpravodaj|spravodaj|občasník|duyuru|bülten|circolare|circulaire|circular informativa|"
    "(carta|lettre|lettera|brief|letter|note|mail|post|list|pismo|dopis|kirje|levél|scrisoarea?|γράμμα|письмо|лист) (n[º°]|nr\\.?|no\\.?|núm\\.?|č\\.?|br\\.?|št\\.?|#|№) ?\\d{1,3} ?[:–—-]|bản tin|bản tín|thông tin tuần|fréttabréf|fréttir|buletinul|infobrief|infopost|infomail|rundmail|wochenpost|monatspost|gartenpost|hofpost|studio (notes|letter)|field notes|"
    "notiziario|comunicat|comunicad|communiqué|infolettre|lettre d'information|glasnik|obavijest|obvestil|novičnik|naujienlaišk|uudiskiri|jaunumi|вестник|рассылка|дайджест|вісник|розсилка|бюлетин|бюллетень|ενημερωτικό|"
    "whats?-?on|what's on|(weekly|parish|club|school|monthly) notices|lettre (de|des|du)|nouvelles (de|du|des)|actus?(?!\\p{L})|actualités|novedades|noticias|notícias|"
    "notizie|novità d[ei]|informa(?!\\p{L})|agenda (de |di |van |del mes de |du mois de )?(janeiro|fevereiro|março|abril|maio|junho|julho|setembro|outubro|novembro|dezembro|enero|febrero|marzo|mayo|junio|julio|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|janvier|février|mars|avril|mai|juin|juillet|septembre|octobre|novembre|décembre|januari|februari|maart|april|mei|juni|juli|oktober|december)|aktuell(?= ?\\d|$)|nachrichten(?! von| vom|\\p{L})|vereinsnachrichten|nyheter|nyheder|uutiset|uutuu\\p{L}+|nowości|novinky|"
    "újdonság|noutăți|novosti|новинки|новини|νέα του|bulten|hirlevel|novyny|boletin|ledenbrief|medlemsnytt|alumni|"
    "parish news|church news|club news|\\p{L}+ news(?=,|:| -| –| [(\\d]|\\Z)|news(?=-|_|@|\\d|\\Z| \\|)|weekly|digest|redaktion|rédaction|redaction|redazione|redacción|redactie|presse(?!\\p{L})|press(?!\\p{L})|announce|"
    "通信|だより|便り|メルマガ|お知らせ|通讯|通訊|简报|简讯|通知|소식지|뉴스레터|공지|نشرة|עלון|ידיעון"
)  # fmt: skip

#: What stands in the last words of mail to many, in whatever sentence: the word for leaving. Customers who want to leave write little else.
LEAVING_WORDS = (
    "unsubscribe|opt out|manage your (subscription|preferences)|change your preferences|(newsletter|rundbrief) (abbestellen|abmelden)|abbestellen|austragen|abmelden|se désabonner|désabonnement|désinscri|désinscription|"
    "dar(se|te)? de baja|date de baja|cancelar (la )?suscripción|cancellati|disiscri|annulla(re)? l'iscrizione|cancelar (a )?(subscrição|inscrição)|descadastr|afmelden|uitschrijven|avregistrera|avprenumerera|afmeld|frameld|avmeld|"
    "peruuta (uutiskirje|tilaus)|wypisz|rezygnuj|odhlásit|odhlásiť|leiratkoz|dezabon|διαγραφή|κατάργηση εγγραφήσ|abonelikten|listeden|bültenden|отписаться|отказаться от рассылки|відписатися|відмовитися від розсилки|отпиш|odjav|atsisaky|atrakst|tühista|"
    "leave (the|this|our) list|opt down|manage (your )?subscriptions?|update (your )?preferences|communication preferences|gérer (mes|vos) préférences|avsluta prenumeration|meld deg av|"
    "odhlaste se|odhlášení|odhláste sa|loobu(ge)?(?!\\p{L})|atteikties|отпис|розсилки|rezygnacja|otkaži|hủy đăng ký|huỷ đăng ký|từ chối nhận|ngừng nhận|berhenti berlangganan|berhenti menerima|henti melanggan|ยกเลิกการ(รับ|สมัคร)|सदस्यता (समाप्त|रद्द)|لغو اشتراک|"
    "отказ от (бюлетин|абонамент|известия|новини|имейл|рассылк|писем|подписк)\\p{L}*|відмова від|avsluta (utskick|utskicken|nyhetsbrev)|avböj|sluta få|hủy nhận|huỷ nhận|hủy theo dõi|ngừng theo dõi|afskrá|hætta áskrift|skrá (mig|þig) af (póst)?lista|lopeta viestit|poistu listalta|baja(?!\\p{L}) (aquí|del|de este|de la)|(opt|sign) out|stop (these|emails|mails)|no more (of these|emails)|rausnehmen|kein newsletter mehr|plus de (mails|messages) de|rinuncia a(lla|lle)|non ricevere|sair da lista|não receber|geen mail meer|nie chcę (otrzymywać|dostawać)|nechci dostávat|nechcem dostávať|nem kérek több|renunță|ξεγραφτ|διακοπή λήψησ|çıkmak için|almak istemiyorum|odjavi|vairs nesaņemt|nebegauti|ei soovi (enam )?kirju|"
    "配信停止|退会|退订|退訂|수신거부|إلغاء الاشتراك|להסרה|view in (your )?browser|im browser (ansehen|öffnen|anzeigen)|voir (dans|en ligne|la version)|ver (no|en el) navegador|bekijk online"
)

#: Somebody wants to be left out, of themselves, in whatever language: what no sender of a list says of its readers.
LEAVE_ME_WORDS = (
    "(take|remove|delete|unsubscribe|drop|strike) (me|us|my|our)(?!\\p{L})|(nehmen|streichen|löschen|tragen|melden|entfernen) sie (mich|uns|meine|unsere)|(ich|wir) (möchte|möchten|will|wollen) .{0,40}(abbestellen|abmelden|kündigen|austragen)|hiermit (kündige|melde|bestelle) ich|"
    "(ich|wir) (möchte|möchten|will|wollen) .{0,20}keine?n? .{0,20}(newsletter|werbung|mails?|post)|keine werbung mehr bitte|(habe|haben) (mich|uns) .{0,20}abgemeldet|(me|nous) (retirer|désinscrire|désabonner|supprimer|rayer|enlever)|(retirez|désinscrivez|supprimez|enlevez|rayez|désabonnez)-(moi|nous)|"
    "(darme|darnos|denme|dadme|quitarme|borrarme|elimínenme|quítenme|bórrenme)(?!\\p{L})|(cancellatemi|toglietemi|rimuovetemi|cancellarmi|togliermi|rimuovermi|disiscrivermi|disiscrivetemi)|(vorrei|vorremmo) essere cancellat|(remov|retir|cancel|tir)(am|em|ar)-me|"
    "me (remov|retir|descadastr|tir)\\p{L}+|(quero|queria|gostaria de) (cancelar|sair|deixar de receber)|(schrijf|meld|haal|verwijder) (mij|me|ons)(?!\\p{L})|(graag|wil|willen) .{0,20}(uitschrijven|afmelden)|(wypisać|usunąć|wykreślić|wypiszcie|usuńcie) mnie|mnie (wypisać|usunąć|wykreślić)|o (wypisanie|usunięcie) mnie|"
    "(ta bort|avregistrera|stryk|plocka bort) (mig|oss)(?!\\p{L})|(fjern|afmeld|slet|frameld) (mig|os)(?!\\p{L})|(vil|vil gerne) (afmeldes|frameldes|avmeldes)|(fjern|meld|slett|stryk) (meg|oss)(?!\\p{L})|(poista|poistakaa|poistaisitteko) (minut|meidät|osoitte)|"
    "(odhlaste|vyřaďte|smažte|odhlásit|vymažte|odhláste|vyraďte) (mě|mne|nás|ma)(?!\\p{L})|szeretn(ék|énk) (leiratkozni|lejelentkezni)|vegyenek le|töröljenek|mă (scoateți|ștergeți|dezabonați|dezabonez)|(dezabonați|ștergeți|scoateți)-(mă|ne)|(отпишите|уберите|исключите|удалите|вычеркните) (меня|нас)|"
    "(відпишіть|приберіть|видаліть|вилучіть) .{0,3}(мене|нас)|(отпишете|махнете|премахнете) (ме|ни)(?!\\p{L})|beni .{0,40}(çıkar|silin|kaldır)|(διαγράψτε|αφαιρέστε|βγάλτε) με(?!\\p{L})|(odjavite|uklonite|maknite|odstranite|izbrišite) (me|nas)(?!\\p{L})|(pašalinkite|išbraukite) mane|(noņemiet|izsvītrojiet) mani|eemaldage mind|"
    "(配信|メール|メルマガ).{0,12}(停止|不要|解除|止め).{0,8}(お願い|ください|希望(し|です|いた)|したい)|(取消|退订|退訂|移除|删除).{0,6}(我|我们)|(그만|더 이상).{0,8}(보내|받고)|수신.{0,6}(거부|중단).{0,6}(부탁|해 ?주|신청)|(أرجو|الرجاء|أريد|أود) .{0,12}(إلغاء|حذف|إزالة)|(תסירו|הסירו|תורידו|תמחקו) אותי"
)  # fmt: skip

#: One who writes to readers again and again: of the letter before and the next one, of answering, of passing it on, of this month's letter.
SERIES_WORDS = (
    "in (the|my|our) next (one|issue|letter|edition|newsletter|email|mail|instal?lment)|until next (time|week|month|sunday|issue)|see you (all )?next (time|week|month|sunday|issue)|next (issue|edition|instal?lment)(?!\\p{L})|\\n\\W*(next (sunday|monday|tuesday|wednesday|thursday|friday|saturday|week|month|time|up)|coming (up|next|soon)|this (week|month|season)( .{1,30})?|in other news|what i'?m reading|(also|still) (this|new) (week|month|in the shop)):|"
    "i (read|answer|reply to) (every|each|all)|(just )?hit reply|reply (to this (email|mail|letter) )?and (tell|let) (me|us) know|(pass|forward|send|share) (it|this)( letter| email| mail| newsletter| on)? (on )?(to|with) (a friend|someone|anyone|somebody|friends|whoever)|pass it on|thanks for (reading|being here|subscribing)|thank you for (reading|being a (subscriber|reader))|if you (enjoyed|liked) (this|it|today)|as (always|ever), (if|reply|thank|hit|write)|(last|this) (week|month|sunday)'?s? (letter|issue|newsletter|recipe|tip|essay|edition)|this (week|month) (in|at|on) (the|our) (studio|garden|workshop|kitchen|shop|bakery|farm|vineyard|field|barn|cellar|market|blog|podcast|library|museum)|new (on|in) the (blog|shop|podcast|journal)|listen to the (new )?episode|(reader|subscriber)s? (discount|offer)|the waiting list (opens|is open)|preorders? (open|close)|"
    "(im|in der|in meinem|in unserem) nächsten (brief|rundbrief|newsletter|mail|ausgabe|mal)|beim nächsten mal (mehr|erzähl|geht|schreib|zeig|gibt)|bis zum nächsten (mal|brief|rundbrief|newsletter)|mehr (davon|dazu|darüber) (im|beim|in der) nächsten|danke fürs lesen|viel (spaß|freude) beim lesen|ich lese (jede|alle) (antwort|mail|nachricht)|antworte(t|n sie)? einfach auf diese (mail|e-mail|nachricht)|(leite|leitet|leiten sie|schick|schickt) (diese mail|diesen brief|ihn|sie|das)( gern| gerne)? (weiter|an (eine freundin|jemand|freunde))|(diesen|diese) (monat|woche) (im|in der|auf dem) (atelier|garten|laden|werkstatt|küche|hof|keller|weinberg|blog|studio)|neu (im|auf dem) (blog|shop|laden|podcast)|vorbestell(en|ungen) (ab|bis)|"
    "dans (la|ma|notre) prochaine (lettre|infolettre|édition|newsletter)|le prochain (numéro|épisode|courrier)|à la prochaine (lettre|fois)|on se retrouve (le mois|la semaine|dimanche|bientôt)|merci de (me|nous) lire|merci de votre lecture|bonne lecture|je lis (toutes|chaque|tous)|répondez(-moi)? (simplement |directement )?à ce (mail|message|courriel)|(transférez|transmettez|faites suivre|partagez)(-la|-le)? (à|cette lettre|ce mail|autour)|ce mois-ci (à l'atelier|au jardin|dans l'atelier|à la ferme|en cuisine|à la boutique)|nouveau sur le blog|"
    "en (la|mi|nuestra) próxima (carta|entrega|edición|newsletter)|en el próximo (correo|número|boletín|episodio)|hasta (la próxima|el próximo (domingo|mes|lunes|jueves|viernes))|gracias por leer(me|nos)?|leo (todas|todos|cada)|responde a este (correo|mail|email)|(reenvía|reenvíalo|reenvíaselo|compártelo|pásaselo|pasalo|reenvialo) (a|con)|este mes en (el taller|la huerta|el huerto|la cocina|la tienda|el estudio)|nuevo en el blog|"
    "nell[a'] ?prossim[ao] (lettera|puntata|numero|newsletter|mail)|al(la)? prossim[ao] (puntata|lettera|mese|domenica)|alla prossima[.!,\\n]|grazie per aver(mi|ci)? letto|buona lettura|leggo tutte le|rispondi a questa (mail|e-mail|email)|(inoltra|inoltrala|giralo|girala|condividila) (a|con|questa)|questo mese in (bottega|laboratorio|cantina|giardino|cucina|studio)|novità sul blog|"
    "n[oa] próxim[oa] (carta|edição|número|newsletter|e-?mail)|até (à|a|ao) próxim[oa]|até para a semana|obrigad[oa] por (ler|me ler|me leres|nos ler|estar(es)? (aí|desse lado))|leio tod[ao]s|responde a este (e-?mail|mail)|responda (a )?este (e-?mail|mail)|(reencaminha|encaminha|partilha|compartilha|passa)(-o|-a)? (a|com|esta carta|este e-?mail)|(esta semana|este mês) (deixo|trago|partilho|escrevo|no atelier|na horta|na cozinha)|no fim do mês conto|conto(-vos| vos| tudo)? n[oa] próxim|"
    "in (de|mijn|onze) volgende (brief|nieuwsbrief|editie|mail)|tot (de volgende (keer|brief)|volgende (week|maand))[.!,\\n]|bedankt voor het lezen|veel leesplezier|ik lees (alle|elk)|antwoord gewoon op deze mail|stuur (deze mail|hem|het) (gerust )?door|deze maand in (het atelier|de tuin|de werkplaats|de keuken|de winkel)|nieuw op (de|het) blog|"
    "w (następnym|kolejnym) (liście|newsletterze|numerze|mailu|odcinku)|do (następnego|kolejnego) (listu|razu|numeru)|dziękuję,? że (mnie )?(czytasz|jesteś|czytacie|jesteście)|czytam (każdą|wszystkie)|odpisz (po prostu )?na (tego|ten) (maila|list)|(prześlij|podaj|przekaż) (go|ten list|dalej|tego maila)|w tym (miesiącu|tygodniu) w (pracowni|ogrodzie|kuchni|sklepie|warsztacie)|nowości na blogu|miłego czytania|"
    "v (příštím|dalším) (dopise|dopisu|čísle|newsletteru|dílu)|příště (vám )?(napíšu|povím|ukážu|bude|se podíváme)|děkuji,? že (mě |nás )?čtete|čtu (všechny|každou)|odpovězte (prostě )?na tento e-?mail|(přepošlete|pošlete) (ho|to|tento e-?mail|dál)|v (ďalšom|budúcom|najbližšom) (liste|čísle|newsletteri)|nabudúce (vám )?(napíšem|poviem|ukážem|bude)|ďakujem,? že (ma |nás )?čítate|"
    "i nästa (brev|nyhetsbrev|nummer|mejl|utskick)|(vi hörs|vi ses|på återseende) (igen )?(nästa|om en|i nästa)|tack för att (du|ni) läser|trevlig läsning|jag läser alla|svara (bara )?på (det här )?mejlet|(skicka|dela) (det |gärna |brevet )*(vidare )?(till|med) (en vän|någon)|i næste (brev|nyhedsbrev|nummer|mail)|tak fordi (du|i) læser|jeg læser alle|god læselyst|i neste (brev|nyhetsbrev|nummer|mail)|takk for at (du|dere) leser|jeg leser alle|"
    "(seuraavassa|ensi) (kirjeessä|uutiskirjeessä|numerossa)|kiitos kun luet|luen kaikki|vastaa (vain )?tähän viestiin|í næsta (bréfi|pósti|fréttabréfi)|(læt|látum) (ykkur )?vita (betur )?þegar|takk fyrir (að lesa|lesturinn)|järgmises (kirjas|uudiskirjas)|aitäh,? et (loed|loete)|nākamajā (vēstulē|numurā)|paldies,? ka lasāt|kitame (laiške|numeryje)|ačiū,? kad skaitote|"
    "в следующем (письме|выпуске|номере)|до (следующего|скорого) (письма|выпуска)|спасибо,? что (читаете|читаешь|вы со мной|вы с нами)|читаю (все|каждый)|(просто )?ответьте на это письмо|(перешлите|поделитесь) (письмо|письмом|его|им|с друзьями|друзьям|подруге)|у наступному (листі|випуску|номері)|дякую,? що (читаєте|ви зі мною|ви з нами)|читаю (всі|кожен|кожну)|(просто )?дайте відповідь на цей лист|(перешліть|поділіться) (лист|листом|його|ним|з друзями)|в следващ(ия|ото|ата) (брой|писмо|бюлетин)|благодаря,? че (четете|ме четете|сте с мен)|"
    "στο επόμενο (γράμμα|τεύχοσ|ενημερωτικό|μήνυμα|newsletter)|στο επόμενο[.!,\\n]|μέχρι το επόμενο|(σασ|σ') ευχαριστώ που (με )?διαβάζ|διαβάζω όλα|απάντησε (απλά )?σε αυτό το|προώθησ(έ|ε|τέ) το|(bir )?(sonraki|gelecek) (mektup|sayı|bülten|mail)\\p{L}*|okuduğun(uz)? için teşekkür|bu (maile|mektuba) (cevap yaz|yanıt ver)|her (maili|mesajı|cevabı) okuyorum|a következő (levél|hírlevél|szám)\\p{L}*|köszönöm,? hogy (olvas|velem|elolvas)|minden (levelet|választ) elolvasok|válaszolj (csak )?erre a levélre|(küldd|küldje) tovább|"
    "în (următoarea|viitoarea) (scrisoare|ediție)|în următorul (număr|newsletter|mail|e-mail)|mulțumesc că (mă )?(citești|citiți)|citesc toate|răspunde la acest (mail|e-mail)|(dă|trimite)-l mai departe|u (sljedećem|idućem|narednom|sledećem) (pismu|broju|newsletteru|mailu)|hvala (ti |vam )?što (me )?(čitaš|čitate)|čitam (sve|svaki)|v naslednjem (pismu|mailu|e-novičniku)|hvala,? ker (me )?(bereš|berete)|en la pròxima carta|gràcies per llegir|"
    "次回(は|の|も|まで|号)|次号|最後まで(お読み|読んで)|お読みいただき(まして)?ありがとう|(感想|返信)をお待ちし|下(期|一期|封信|回|周见|次见|集)|感谢(您的)?阅读|感謝(您的)?閱讀|(歡迎|欢迎)(轉|转)(發|发)|다음 (호|편지|뉴스레터|시간에)|읽어 ?주셔서 (고맙|감사)|(thư|bản tin|số|kỳ) (sau|tới)[:.,!\\n]|cảm ơn (bạn|các bạn) đã đọc|(edisi|surat) (berikutnya|depan|mendatang)|terima kasih (sudah|telah) membaca|ฉบับหน้า|ขอบคุณที่(อ่าน|ติดตาม)|العدد (القادم|المقبل)|شكر(ا|ً)* (على|لك على) القراءة|في الرسالة القادمة|במכתב הבא|תודה שקראת|अगले (अंक|पत्र)|পরের (সংখ্যা|চিঠি)"
)  # fmt: skip
