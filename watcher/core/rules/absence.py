"""Does a text only say that its writer is away? By the words of out-of-office replies, where no header says so.

Two things must be there: that somebody is away, and what such a reply adds (when they are back, whom to turn to, that mail is
not read). A question, or a word of what customers want, and it is a person's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from enum import Enum, auto

import regex

from watcher.core.message.model import Facts
from watcher.core.rules import notices, phrases
from watcher.core.rules.absence_words import MORE_ABSENCE_WORDS
from watcher.core.rules.absence_words_more import SURE_ABSENCE_WORDS
from watcher.core.rules.alternatives import AlternativeIndex, compile_alternative, matches_any, split_alternatives

MAX_NOTICE_LENGTH = 900  # characters of own text
_MAX_WORDS = MAX_NOTICE_LENGTH // 2  # of one letter, with the spaces between them: a text of more is longer
_MAX_BARE_LENGTH = 30  # an answer of so few that says somebody is away says no more: "On holiday!"
_TIMEOUT = 0.1

#: ISO 639-1 code → (who is away, what such a reply adds).
ABSENCE_WORDS: dict[str, tuple[str, str]] = {
    "en": ("out of (the |my )?office|out of (the )?country|(i am|i'm|i will be|i'll be|we are|we're) (currently |now )?(away|on (annual |maternity |paternity |parental |sick |medical )?(leave|vacation|holiday)|on holidays|travel+ing)|on (annual|maternity|parental|sick) leave|away from (the|my) (office|desk|email|e-mail)|our office is closed|office (is|will be) closed|(office|shop|store|workshop|studio|clinic|practice|company|showroom|business|warehouse|team|we) (is|are|will be|remains?|will remain) (currently )?(closed|shut)|closed for (the )?(holidays?|christmas|easter|summer|season|vacation)|closed over|no longer (with|work|working|employed|at)|has left (the company|the firm|us|our)|(have|has) retired|left the (company|firm|business)|am (now )?on (pto|sabbatical|leave|a break|furlough|jury)|on (an )?extended leave|(paternity|adoption|compassionate|study|family) leave|out sick|off work|not in the office|(i am|i'm) (currently )?(off|abroad|travel+ing|unavailable)|office hours are over|am attending|off-?\\s?site|(closed|away|off) until",
           "(will|shall|to) (be back|return|respond|reply|answer)|(be )?back (on|in the office)|upon my return|when i (return|am back|get back)|until|limited access|no access to|(not|won't be) (be )?(able to )?(read|check)|for urgent|urgent|if urgent|in urgent|urgent matters|my absence|please contact|returning on|re-?open|(direct|address|forward|send|redirect) (your|all|any)|not (being )?monitored|not (be )?read|after that date|on my return|from (monday|tuesday|wednesday|thursday|friday|\\d)|till |through |replying|in my absence|as soon as i"),
    "de": ("nicht im (büro|haus|dienst)|außer haus|ausser haus|im urlaub|in elternzeit|abwesend|nicht erreichbar|nicht am arbeitsplatz|auf dienstreise|betriebsferien|unser büro ist geschlossen|krankheitsbedingt|(büro|praxis|werkstatt|betrieb|geschäft|laden|kanzlei|firma|unternehmen|atelier|studio|sekretariat) (ist|bleibt|hat|sind) .{0,60}(geschlossen|zu(?!\\p{L}))|(wir|bleiben|haben) .{0,40}geschlossen|betriebsurlaub|betriebsruhe|weihnachtsferien|sommerpause|im mutterschutz|elternzeit|nicht mehr (bei|im unternehmen|für|in der firma)|(das|unser) unternehmen verlassen|aus dem unternehmen ausgeschieden|im ruhestand|urlaubsbedingt|nicht anwesend|in der schulung|auf fortbildung|krank(geschrieben| gemeldet)|nicht am platz|nicht vor ort|geschlossen bis|geschlossen vom",
           "wieder (da|erreichbar|im (büro|haus|dienst)|zurück)|zurück|ab dem|bis zum|bis einschließlich|vom \\d|nach meiner rückkehr|in dringenden|dringende(n)? (fällen|anfragen|angelegenheiten)|wenden sie sich|nicht (gelesen|weitergeleitet)|vertretung|kontaktieren sie|ab (montag|dienstag|mittwoch|donnerstag|freitag|dem)|bis (einschließlich|zum|\\d|montag|freitag)|wieder für sie|an meine|richten sie|steht ihnen|nach (unserer|der) rückkehr|beantwort|melde mich|melden uns|wieder ab|nicht abgerufen"),
    "fr": ("absente?s?( du bureau)?( jusqu| du| actuellement| pour)|suis (actuellement )?(absente?|en (congés?|vacances|déplacement))|en congés?|hors du bureau|bureaux? (sont|est) fermés?|congé (maternité|parental)|(bureaux?|magasin|atelier|cabinet|agence|entreprise|secrétariat|société|mairie|service) (sera|est|sont|seront|restera|resteront) fermée?s?|fermeture (annuelle|estivale|pour congés)|fermés? pour|en (arrêt maladie|arrêt de travail|formation|vacances)|ne (travaille|fais) plus|a quitté (la société|l'entreprise|notre)|ai quitté (la société|l'entreprise)|ne fait plus partie|en retraite|actuellement absente?|(bureau|magasin|atelier|cabinet|boutique) fermé",
           "de retour|à mon retour|dès mon retour|jusqu'au|jusqu’au|en cas d'urgence|en cas d’urgence|pour toute urgence|contacter|accès limité|répondrai|(mon|notre|son) retour|réouvr|rouvrira|rouvrirons|du \\d|du (lundi|mardi|mercredi|jeudi|vendredi)|à partir du|adresser (vos|votre)|adressez|sera traité|seront traités|vous répondr"),
    "es": ("fuera de (la |mi )?oficina|estoy (de vacaciones|ausente|de baja|de viaje|fuera)|estaré (de vacaciones|ausente|fuera)|de vacaciones|oficina (está|permanecerá) cerrada|me encuentro (ausente|de vacaciones|fuera)|(oficina|tienda|taller|empresa|despacho|consulta) (está|estará|permanece|permanecerá) cerrad[ao]|(oficinas|tiendas) (están|estarán|permanecerán) cerradas|cerrad[oa]s? por (vacaciones|festivos|navidad)|cerramos por|de baja (médica|maternal|por)|baja por (maternidad|paternidad|enfermedad)|ya no (trabajo|trabaja|forma parte|formo parte)|ha dejado la empresa|he dejado la empresa|jubilado|fuera del despacho|(taller|tienda|oficina) cerrad[ao]",
           "regres|vuelv|a mi (regreso|vuelta)|hasta el|en caso de urgencia|para (asuntos|temas) urgentes|urgente|contact|acceso limitado|responderé|del \\d|a partir del|hasta|dirija|diríjase|dirígete|escrib|reabr|volver|atender|mi ausencia"),
    "it": ("fuori (ufficio|sede)|sono (assente|in ferie|in vacanza|in viaggio)|sarò (assente|in ferie|fuori)|assente dall'ufficio|uffici(o)? (è|sono|resterà|resteranno) chius[oi]|in congedo|(uffici|ufficio|negozio|studio|azienda|laboratorio|officina) (è|sono|sarà|saranno|resta|resterà|rimarrà|rimarranno) chius[oiae]|chius[oi] per (ferie|festività|natale)|chiusura (estiva|natalizia|per ferie)|in (maternità|malattia|trasferta|congedo)|non lavor[oa] più|ha lasciato l'azienda|non fa più parte|in pensione|fuori dall'ufficio|(negozio|ufficio|laboratorio|studio) chiuso",
           "rientr|al mio (rientro|ritorno)|tornerò|fino al|per urgenze|in caso di urgenza|urgent|contattare|accesso limitato|risponderò|dal \\d|dall'\\d|fino a|al nostro (rientro|ritorno)|riapr|rispondere|rivolg|scrivere a|riprender|torn[oai]"),
    "pt": ("fora do escritório|ausente|estou (de férias|fora|de licença|em viagem)|estarei (de férias|ausente|fora)|de férias|escritório (está|estará) (fechado|encerrado)|(escritório|loja|empresa|oficina|consultório) (está|estará|permanece|permanecerá|encontra-se) (fechad|encerrad)|(fechad|encerrad)[oa]s? (para|por) (férias|feriado|natal)|de (licença|baixa) (médica|maternidade|de maternidade|parental)?|licença[- ](maternidade|paternidade|médica)|em licença|não trabalho mais|já não trabalho|não trabalha mais|deixou a empresa|não faz mais parte|fora do país|em férias",
           "regress|retorn|voltarei|no meu (regresso|retorno)|até (o |ao )?dia|até|em caso de urgência|urgente|contact|contat|acesso limitado|responderei|a partir d|de volta|do dia|estarei de|reabr|volt|respond|dirij|envie (um|para)|entre em contato"),
    "nl": ("niet (op kantoor|aanwezig|bereikbaar)|afwezig|met (vakantie|verlof|zwangerschapsverlof)|op (vakantie|reis)|kantoor is gesloten|buiten kantoor|(kantoor|winkel|bedrijf|werkplaats|praktijk|zaak) (is|zijn|blijft) .{0,40}(gesloten|dicht)|(wij|we) zijn .{0,40}gesloten|gesloten (wegens|van|tot)|bouwvak|zwangerschapsverlof|ouderschapsverlof|met (ziekteverlof|zwangerschapsverlof|pensioen)|ziek thuis|niet meer (werkzaam|bij|in dienst)|werk niet meer|vrij(?!\\p{L})|(winkel|kantoor|werkplaats) gesloten",
           "terug|tot en met|tot \\d|vanaf|bij mijn terugkeer|dringende|spoed|contact opnemen|neem contact|beperkt|weer (aanwezig|bereikbaar)|tot (\\d|maandag|vrijdag)|van \\d|na mijn|na onze|retour|mail(en)? naar|bellen met|beantwoord|reageer|reageren|stuur"),
    "pl": ("poza biurem|nieobecn[ay]|na urlopie|jestem (na urlopie|poza|nieobecn)|przebywam na|urlop(ie|em)? (macierzyńsk|wypoczynk)|biuro (jest|będzie) (nieczynne|zamknięte)|nie ma mnie w biurze|(biuro|sklep|firma|warsztat|gabinet) (jest|będzie|pozostaje) .{0,30}(nieczynn|zamknięt)|urlop(u|em|ie)? (macierzyńsk|rodzicielsk|wypoczynk|wychowawcz)|zwolnieniu lekarskim|nie pracuj[ęe] już|już nie pracuj|delegacji",
           "wrac|wróc|powroc|powrót|do dnia|do \\d|pilnych|kontakt|ograniczony dostęp|odpowiem|odpisz|po powrocie|od dnia|od \\d|wraca|prosz[ęe] (o kontakt|kierować|pisać)|przekierow|ponownie|oddzwoni"),
    "cs": ("mimo kancelář|nepřítom|na dovolené|mám dovolenou|nejsem v kanceláři|čerpám dovolenou|zahraniční cestě|kancelář je zavřená|zavřeno|(kancelář|obchod|firma|dílna|ordinace|provozovna) (je|bude) .{0,30}(zavřen|uzavřen)|dovolenou|mateřské|rodičovské|nemocensk|služební cest|již nepracuj|už nepracuj|celozávodní dovolen",
           "vrátím|zpět|do \\d|návrat|v naléhav|naléhav|urgentn|obraťte|kontaktujte|omezený přístup|odpovím|od \\d|po návratu|opět|prosím|pište|volejte|ozvu"),
    "sk": ("mimo kancelárie|neprítomn|na dovolenke|nie som v kancelárii|čerpám dovolenku|(kancelária|obchod|firma|dielňa) (je|bude) .{0,30}(zatvoren|zavret)|dovolenk|materskej|rodičovskej|pn-|služobnej cest|už nepracuj|nepracujem", "vrátim|späť|do \\d|návrat|naliehav|súrn|kontaktujte|odpoviem|obráťte|od \\d|po návrate|opäť|píšte|volajte|prosím|ozvem"),
    "sv": ("inte på (kontoret|plats)|på semester|frånvarande|har semester|är (borta|ledig|bortrest|föräldraledig|tjänstledig)|kontoret är stängt|har ledigt|(kontoret|butiken|verkstaden|företaget|vi) (är|har|håller) (stängt|stängd)|semesterstängt|föräldraledig|mammaledig|sjukskriven|tjänsteresa|slutat (på|hos)|arbetar inte längre|jobbar inte (längre|kvar)|tjänstledig|ledig",
           "åter|tillbaka|till och med|t\\.?o\\.?m|till den|fram till|brådskande|kontakta|begränsad|svarar|från (och med|den)|t o m|vänd dig|mejla|ring|åter den|öppnar|läser inte|när jag är"),
    "no": ("ikke på kontoret|på ferie|har ferie|fraværende|er (bortreist|borte|ute av kontoret)|utenfor kontoret|i permisjon|kontoret er stengt|(kontoret|butikken|verkstedet|vi) (er|holder|har) stengt|ferielukket|foreldrepermisjon|svangerskapspermisjon|sykemeldt|tjenestereise|sluttet i|jobber ikke lenger|arbeider ikke lenger|avspaserer|har fri",
           "tilbake|til og med|frem til|fram til|hastesaker|haster|kontakt|begrenset|svarer|fra (og med|den)|t\\.?o\\.?m|ta kontakt|henvend|åpner|svare|ring|leser ikke"),
    "da": ("ikke på kontoret|på ferie|holder ferie|har ferie|fraværende|er (bortrejst|ude af kontoret|ude af huset)|på barsel|på orlov|kontoret er lukket|(kontoret|butikken|værkstedet|vi) (er|holder|har) (lukket|ferielukket)|ferielukket|barselsorlov|forældreorlov|sygemeldt|tjenesterejse|fratrådt|arbejder ikke længere|holder fri|har fri|afspadserer",
           "tilbage|til og med|frem til|indtil|haster|hastesager|kontakt|begrænset|svarer|besvarer|fra (og med|den)|t\\.?o\\.?m|åbner|henvend|ring til|læser ikke|svare"),
    "fi": ("poissa( toimistolta)?|lomalla|en ole (toimistolla|paikalla|tavoitettavissa)|poissaolo|vuosilomalla|vanhempainvapaalla|toimisto(mme)? on suljettu|(toimisto|liike|myymälä|verstas|yritys)(mme)? on (suljettu|kiinni)|olemme (suljettu|kiinni|lomalla)|äitiyslomalla|isyyslomalla|perhevapaalla|opintovapaalla|sairauslomalla|virkamatkalla|työmatkalla|en (enää )?työskentele|en ole enää|vapaalla",
           "palaan|takaisin|saakka|asti|kiireelli|ota yhteyttä|ottakaa yhteyttä|vastaan|rajoitetusti|tavoitettavissa|alkaen|palatessani|palattuani|lähtien|kun palaan|avaamme|vastaamme|\\d\\.\\d"),
    "ru": ("нахожусь (в отпуске|в командировке|вне офиса)|в (ежегодном |декретном )?отпуске|вне офиса|отсутству(ю|ем|ет)|не в офисе|в командировке|буду отсутствовать|офис закрыт|(офис|магазин|мастерская|компания) (закрыт|не работает|будет закрыт)|мы (закрыты|не работаем)|больше не работа|уволил|на больничном|декрет|нет на месте|вне зоны|на каникулах",
           "вернусь|до \\d|по \\d|возвращени|срочн|обращайтесь|обратитесь|свяжитесь|отвечу|ограничен|буду (на месте|доступ)|с \\d|после возвращения|по возвращении|возобнов|пишите|звоните|вернемся|вернёмся|обраща"),
    "uk": ("у відпустці|перебуваю (у|в)|поза офісом|відсутн|у відрядженні|не в офісі|офіс зачинено|(офіс|магазин|майстерня|компанія) (зачинен|не працює|закрит)|більше не працю|на лікарняному|декрет|відпустк",
           "повернусь|повернуся|до \\d|по \\d|повернення|термінов|звертайтеся|зверніться|відповім|обмежен|з \\d|після повернення|по поверненні|пишіть|телефонуйте|повернемося|звертат"),
    "tr": ("ofis dışında|ofiste değil|izinde|izindeyim|tatilde|izinli|yıllık izin|seyahatte|ofisimiz kapalı|(ofisimiz|mağazamız|işyerimiz|dükkanımız) (kapalı|kapalıdır)|doğum izni|raporluyum|hastalık izni|artık (şirket|burada|bu)|ayrıldım|ayrılmış|ofis dışın|seyahatteyim|tatildeyim|izinde olacağım",
           "döneceğim|dönüş|tarihine kadar|kadar|acil|iletişime|ulaşabilirsiniz|yanıtlay|cevapla|dönünce|döndüğümde|itibaren|yazabilir|arayabilir|tekrar|yönlendir|cevap"),
    "hu": ("szabadságon|házon kívül|irodán kívül|nem tartózkodom az irodában|távol vagyok|nem vagyok az irodában|távollét|irodánk zárva|(irodánk|üzletünk|műhelyünk|cégünk|boltunk) .{0,30}zárva|zárva (tartunk|vagyunk|leszünk)|gyes|gyed|szülési szabadság|betegszabadság|táppénz|kiküldetés|már nem (dolgozom|dolgozik)|szabadságra",
           "visszatér|vissza|-ig|között|sürgős|forduljon|keresse|válaszol|kapcsolat|-től|-tól|-án|-én|-jén|után|visszatérek|újra|ismét|írjon|hívja|megkeres"),
    "ro": ("nu sunt (la|în) birou|în concediu|in concediu|plecat[ă]? din (birou|localitate)|absent|voi fi plecat|biroul este închis|în afara biroului|(biroul|magazinul|firma|atelierul) (este|va fi) închis|închis pentru|închiși|concediu (de maternitate|medical|de odihnă)|delegație|deplasare|nu mai lucr|a părăsit compania",
           "revin|întorc|pana la|până (la|pe|în)|urgen|contactați|contactati|voi răspunde|acces limitat|de la|din data|revenire|începând|din \\d|reven|răspund|adresați|scrieți|sunați"),
    "bg": ("извън офиса|в отпуск|отсъствам|не съм в офиса|в командировка|офисът (е|ще бъде) затворен|не работим|в болничен|майчинство|вече не работ|отпуск", "върна|връщам|до \\d|спешн|обърнете|свържете|отговоря|от \\d|след завръщане|отново|пишете|връща"),
    "hr": ("nisam u uredu|na godišnjem|izvan ureda|odsutan|odsutna|na odmoru|nisam u kancelariji|ured je zatvoren|ne radimo|na bolovanju|porodiljnom|više ne radim|službenom putu|godišnji odmor", "vraćam|natrag|do \\d|hitn|kontaktirajte|obratite|odgovorit|javit|od \\d|nakon povratka|po povratku|ponovno|pišite|nazovite|povrat"),
    "sl": ("nisem v pisarni|na dopustu|odsoten|odsotna|izven pisarne|pisarna je zaprta|ne delamo|bolniški|porodniški|ne delam več|službeni poti|dopust", "vrnem|nazaj|do \\d|nujn|obrnite|kontaktirajte|odgovoril|od \\d|po vrnitvi|ponovno|pišite|pokličite|vrnit"),
    "el": ("εκτός γραφείου|σε άδεια|απουσιάζω|λείπω|με άδεια|γραφείο (είναι|παραμένει) κλειστό|εκτός έδρας|θα απουσιάσω|(το γραφείο|το κατάστημα|τα γραφεία) .{0,30}κλειστ|κλειστά|αναρρωτική|μητρότητας|δεν εργάζομαι πλέον|ταξίδι|διακοπές|απουσία",
           "επιστρ|έως|μέχρι|επείγ|επικοινων|απαντήσω|περιορισμέν|από τις|μετά την επιστροφή|θα είμαι|απευθυν|γράψτε|καλέστε|επανέλθ"),
    "ja": ("不在|休暇|出張(中|のため|に)|休業|席を外して|お休みをいただ|お休みを頂|夏季休|年末年始|産休|育休|育児休|冬季休|年末年始|ゴールデンウィーク|お盆|退職|外出中|海外出張|営業しておりません|定休", "まで|戻り|戻る|出社|以降|お急ぎ|緊急|返信(が|は|でき|いたし)|返答|ご連絡ください|後日|から|より|営業開始|再開|代わりに|までの間|戻り次第|順次"),
    "zh": ("不在办公室|不在辦公室|外出|休假|出差|度假|年假|产假|產假|放假|离职|離職|病假|出国|休息|公休|春节|國慶|国庆|已离开|不在公司|不在辦公|暂停营业", "返回|回来|回來|回到|至|直到|紧急|緊急|联系|聯繫|聯絡|回复|回覆|期间|期間|起|恢复|恢復|届时|屆時|之后|之後|请找|請找|代为|復工|复工|日"),
    "ko": ("부재|휴가|출장|휴무|자리를 비|출산휴가|육아휴직|병가|퇴사|연차|휴업|외근|여름휴가|쉽니다", "까지|복귀|돌아|이후|급한|긴급|연락|회신|답변|부터|이후|재개|대신|담당|다시|후에"),
    "ar": ("خارج المكتب|في إجازة|في اجازة|إجازة|غائب|لست في المكتب|إجازة|المكتب مغلق|مكتبنا مغلق|لم أعد أعمل|ترك العمل|مسافر|عطلة", "حتى|أعود|العودة|عودتي|عاجل|طارئ|يرجى الاتصال|يرجى التواصل|سأرد|من يوم|بعد عودتي|عند عودتي|سنعود|يمكنكم|تواصل|الاتصال"),
    "he": ("לא במשרד|מחוץ למשרד|בחופשה|בחופש|נעדר|נמצא[ת]? בחו\"ל|חופשת לידה|המשרד סגור|סגורים|כבר לא עובד|עזב את|מחלה", "אחזור|עד|שובי|חזרתי|דחוף|דחופים|לפנות|אשיב|אענה|החל מ|לאחר|כשאחזור|נחזור|ניתן|אנא פנו|לפנות"),
    "lt": ("atostogauju|atostogose|atostogų|nesu biure|esu išvyk|komandiruotėje|biuras (uždarytas|nedirba)|motinystės|nedirbu", "iki|nuo|grįš|grįž|atsaky|skub|kreipkitės|susisiekite"),
    "lv": ("atvaļinājumā|esmu prom|neesmu birojā|ārpus biroja|komandējumā|birojs (ir )?slēgts|dekrēta|nestrādāju", "līdz|no \\d|atgriez|atbild|steidzam|sazinieties|rakstiet"),
    "et": ("puhkusel|puhkan|kontorist (väljas|eemal)|ei ole kontoris|lähetuses|kontor on suletud|lapsehoolduspuhkus|haiguslehel|ei tööta enam", "kuni|alates|tagasi|naas|vastan|kiire|pöörduge|kirjutage"),
    "sr": ("на годишњем|нисам у канцеларији|ван канцеларије|одсутан|одсутна|на одмору|на боловању|на службеном путу|канцеларија је затворена", "до |од |вратим|враћам|повратк|хитн|обратите|одговор"),
    "mk": ("на годишен|отсутен|отсутна|не сум во канцеларија|на одмор", "до |од |враќам|вратам|итн|обратете|одговор"),
    "ca": ("fora de l'oficina|estic de vacances|de vacances|absent|oficina (està|estarà) tancada|de baixa", "fins al|fins a|tornaré|tornada|respondré|urgent|contact"),
    "is": ("í fríi|í orlofi|ekki við|ekki á skrifstofunni|í sumarfríi|skrifstofan er lokuð|fæðingarorlofi", "til og með|til \\d|frá|kem aftur|svara|áríðandi|hafið samband"),
    "sq": ("me pushime|jashtë zyrës|nuk jam në zyrë|mungoj|zyra është e mbyllur", "deri më|deri|kthehem|kthim|përgjigj|urgjent|kontakt"),
    "id": ("sedang cuti|cuti (tahunan|melahirkan|sakit)|tidak (ada )?di kantor|di luar kantor|sedang berlibur|dinas luar|kantor (kami )?(tutup|libur)|sedang tidak", "hingga|sampai|kembali|mendesak|membalas|hubungi"),
    "ms": ("sedang bercuti|tidak berada di pejabat|di luar pejabat|pejabat (kami )?ditutup", "sehingga|hingga|kembali|segera|hubungi|membalas"),
    "vi": ("nghỉ phép|đang nghỉ|không có mặt|vắng mặt|đi công tác|văn phòng (đóng|nghỉ)|nghỉ thai sản|nghỉ lễ", "đến|từ ngày|trở lại|quay lại|khẩn|phản hồi|trả lời|liên hệ"),
    "th": ("ไม่อยู่ที่สำนักงาน|ไม่อยู่ที่ออฟฟิศ|ลาพักร้อน|ลาพักผ่อน|ลาหยุด|ลาคลอด|ลาป่วย|สำนักงานปิด|ปิดทำการ|ไม่ได้อยู่ที่", "จนถึง|ถึงวันที่|กลับมา|เร่งด่วน|ติดต่อ|ตอบกลับ"),
    "fa": ("در مرخصی|مرخصی|خارج از دفتر|در دفتر نیستم|دفتر تعطیل", "تا |بازگشت|برمی|فوری|تماس|پاسخ"),
    "hi": ("छुट्टी पर|कार्यालय से बाहर|अवकाश पर|कार्यालय बंद", "तक|वापस|लौट|जवाब|संपर्क|उत्तर"),
}  # fmt: skip

#: What customers want: then somebody is away and wants something all the same.
_WISHES = (
    r"order(?:ed|ing)?|invoice|quote|quotation|deliver\w*|we accept|i accept|send (?:me|us)|call me|"
    r"bestell\w*|rechnung|angebot|liefer\w*|schicken sie|senden sie (?:mir|uns)|rufen sie|termin|"
    r"commande\w*|facture|devis|livr\w+|envoyez|pedido|factura|presupuesto|env[ií]e\w*(?!(?: por favor)?,? (?:a |os |as |el |los |sus? |suas? |seus? )*(?:mensa|e-?mail|correo))|ordine|fattura|preventivo|consegn\w+|"
    r"encomenda|fatura|orçamento|bestelling|factuur|offerte|lever\w*|zamówien\w*|faktur\w*|ofert\w*|objedn\w*|заказ\w*|счёт|счет|"
    # who is away tells others what they may need; who needs something says "we" or "I"
    r"(?:we|i) (?:still |also )?need|(?:wir|ich)[^.!?]{0,40} (?:brauchen?|benötigen?)|(?:brauchen?|benötigen?) (?:wir|ich)|j'ai besoin|avons besoin|il (?:nous|me) faut|"
    r"necesit(?:o|amos)|(?:abbiamo|ho) bisogno|ci serv(?:e|ono)|precis(?:o|amos) de|(?:ik|wij|we) hebben? [^.!?]{0,40}nodig|hebben (?:we|wij) [^.!?]{0,40}nodig|"
    r"potrzebuj(?:ę|emy)|proszę (?:dostarczyć|przywieźć|przysłać)|potřebuj(?:i|u|eme)|potrebuje(?:m|me|mo)|szükség(?:em|ünk)|(?:am|avem) nevoie|(?:ne|îmi) trebuie|"
    r"(?:vi|jag) behöver|(?:vi|jeg) (?:har brug for|skal bruge|trenger)|tarvitse(?:n|mme)|(?:нам|мне) (?:нуж|понадоб)\w*|(?:нам|мені) потріб\w*|нуждаем се|трябва ни|"
    r"ihtiyacı(?:m|mız)|χρειαζόμαστε|χρειάζομαι|treba(?:m|mo)|treba nam|(?:kami|saya) (?:mem)?butuh\w*|"
    r"looking for|interested in|bewerbe|suchen wir|wir suchen|cherch(?:e|ons)|busc(?:o|amos)|cerc(?:o|hiamo)|zoeken|szuka\w+|ищ(?:у|ем)|шука\w+"
)
_WISHES_WITHOUT_SPACES = (
    "我们需要|我們需要|我需要|필요합니다|注文|見積|納品|订单|訂單|报价|報價|发票|预订|預訂|주문|견적"
)
_WISH_INDEX = AlternativeIndex(
    {"": "|".join(rf"{wish}(?!\w)" for wish in split_alternatives(_WISHES)), "unspaced": _WISHES_WITHOUT_SPACES},
    {"": r"(?<!\w)", "unspaced": ""},
)


#: Written without spaces between words: a word begins anywhere.
_UNSPACED = frozenset({"ja", "zh", "ko", "th"})
_WORD_START = r"(?<!\p{L})"
WORD_STARTS = {
    language: "" if language in _UNSPACED else _WORD_START for language in {**ABSENCE_WORDS, **MORE_ABSENCE_WORDS}
}
_DATE = r"(?<!\d)\d{1,2}[./]\s?\d{1,2}(?!\d)"  # "24.12.", "12/3"


class _Saying(Enum):
    """What a phrase of such a reply says."""

    AWAY = auto()  # somebody is away
    MAYBE_AWAY = auto()  # the same, or something else
    ADDED = auto()  # what such a reply adds
    ANSWERS = auto()  # the same, so plainly that "maybe away" is away
    ALONE = auto()  # it needs no second


_Candidates = Mapping[tuple[_Saying, str], Iterable[str]]


def _phrase_index(*sayings: _Saying) -> AlternativeIndex[tuple[_Saying, str]]:
    """Of what says so in all languages."""
    patterns: dict[tuple[_Saying, str], str] = {}
    for language, (away, added) in ABSENCE_WORDS.items():
        patterns[_Saying.AWAY, language] = away
        patterns[_Saying.ADDED, language] = f"{added}|{_DATE}"
    for language, words in MORE_ABSENCE_WORDS.items():
        patterns[_Saying.MAYBE_AWAY, language] = words.maybe_away
        patterns[_Saying.ANSWERS, language] = words.answers
        patterns[_Saying.ALONE, language] = "|".join(filter(None, (words.alone, SURE_ABSENCE_WORDS.get(language))))
    folded = {key: fold_words(words) for key, words in patterns.items() if words and key[0] in sayings}
    return AlternativeIndex(folded, {key: WORD_STARTS[key[1]] for key in folded})


def fold_words(words: str) -> str:
    """Patterns in the form the text is searched in: "ß" is "ss" there, and the final sigma a sigma."""
    return words.replace("ß", "ss").replace("ς", "σ")


_FIRST_INDEX = _phrase_index(_Saying.ALONE, _Saying.AWAY, _Saying.MAYBE_AWAY)
_SECOND_INDEX = _phrase_index(_Saying.ADDED, _Saying.ANSWERS)

#: "Urgent? Call Jan." is no question, and a logo in a signature no attachment.
_URGENT_WORDS = (
    "urgent", "urgente", "urgento", "urgency", "emergency", "dringend", "eilig", "notfall", "urgence", "urgenza", "urgência", "spoed",
    "pilne", "naléhavé", "naliehavé", "brådskande", "haster", "kiire", "kiireellistä", "срочно", "терміново", "acil", "sürgős",
)  # fmt: skip
_URGENT_QUESTION = rf"(?<!\p{{L}})(?:\p{{L}}+ ){{0,3}}(?:{'|'.join(_URGENT_WORDS)})\s?[?？؟]"
#: "For orders write to orders@…": the topic is whom to turn to, nobody's wish.
_ADDRESS = r"(?:[\w.+-]+@[\w.-]*\w|\+?\d[\d /-]{6,})"
_REFERRAL = regex.compile(
    r"(?i)(?:\A|[.!?;,:/]\s)(?:(?:please |bitte )?(?:for|regarding|concerning|für|bei|in|zu|pour|para|per|voor|bij|w|w sprawie|för|vid|"
    r"ved|med|til|s|se|ve|po|u|za|pentru|untuk|για|за|по|для|с|щодо|із)\s[^.!?;@]{0,80}?|\p{L}+(?: \p{L}+)?: ?)"
    rf"{_ADDRESS}|[\p{{Han}}\p{{Hiragana}}\p{{Katakana}}\p{{Hangul}} ]{{2,30}}{_ADDRESS}|(?:вопрос\p{{L}}* по|(?:bei )?fragen zu) \p{{L}}+|pentru \p{{L}}* ?urgen\p{{L}}+,? vă rog|{_ADDRESS}\)? (?:for|about|für|zu|pour|para|per|voor)\s[^.!?]{{0,40}}"
)
#: Without one of these there is no referral: most mail has none, and the pattern goes over a sentence from each of its characters.
_REFERRAL_SIGN = regex.compile(r"@|\d[\d /-]{6}|вопрос|fragen zu|pentru")
_ADDRESSES = regex.compile(r"\S+@\S+")
_PICTURE = regex.compile(r"(?i)\.(?:png|gif|jpe?g|svg|bmp|webp)\Z")


def is_absence_notice(facts: Facts) -> bool:
    """Does it say that somebody is away, and nothing else?"""
    text = fold_notice(facts)
    if not text:
        return False
    try:
        if _asks(text) or (not _REFERRAL_SIGN.search(text) and _has_wish(text)):
            return False  # that costs less than to look for every language's words
        languages = find_languages(text, bare=facts.has_prefix and len(text) <= _MAX_BARE_LENGTH)
        return bool(languages) and wants_nothing(text, languages)
    except TimeoutError:
        return False


def fold_notice(facts: Facts) -> str:
    """The text in the form it is searched in; "" where it is none of a notice: too long, or with a file."""
    words = facts.own_text.split(maxsplit=_MAX_WORDS)
    line = "" if len(words) > _MAX_WORDS else " ".join(words)
    if not line or len(line) > MAX_NOTICE_LENGTH or any(not _PICTURE.search(name) for name in facts.attachments):
        return ""
    text = line.casefold().replace("’", "'")
    return text if len(text) <= MAX_NOTICE_LENGTH else ""  # "ß" is two letters now


def wants_nothing(text: str, languages: Collection[str] | None) -> bool:
    """Is there no question and no wish in folded text, in these languages (ISO 639-1)? None: in any. TimeoutError: a search took too long."""
    if _asks(text):
        return False
    spoken = _REFERRAL.sub(".", text, timeout=_TIMEOUT) if _REFERRAL_SIGN.search(text) else text
    spoken = _ADDRESSES.sub("", spoken, timeout=_TIMEOUT) if "@" in spoken else spoken
    return not _has_wish(spoken) and not notices.wants_something(spoken, languages)


def _asks(text: str) -> bool:
    return phrases.asks_question(text) and phrases.asks_question(_without_urgent_questions(text))


def _without_urgent_questions(text: str) -> str:
    """The pattern goes over three words from each of its letters: it is asked where there is a word of the kind."""
    if not any(word in text for word in _URGENT_WORDS):
        return text
    less: str = compile_alternative(_URGENT_QUESTION).sub(".", text, timeout=_TIMEOUT)
    return less


def _has_wish(text: str) -> bool:
    return any(matches_any(wishes, text) for wishes in _WISH_INDEX.find_candidates(text).values())


def find_languages(text: str, *, bare: bool) -> set[str]:
    """The languages in which both things are said, or what needs no second; `bare`: that somebody is away is enough."""
    candidates = _FIRST_INDEX.find_candidates(text)
    alone, away, maybe = (
        _find_languages_of(saying, candidates, text) for saying in (_Saying.ALONE, _Saying.AWAY, _Saying.MAYBE_AWAY)
    )
    if not away and not maybe:
        return alone
    if bare:
        return alone | away
    candidates = _SECOND_INDEX.find_candidates(text)
    answers = _find_languages_of(_Saying.ANSWERS, candidates, text, away | maybe)
    return alone | answers | _find_languages_of(_Saying.ADDED, candidates, text, away - answers)


def _find_languages_of(
    saying: _Saying, candidates: _Candidates, text: str, languages: Collection[str] = WORD_STARTS
) -> set[str]:
    """Those of the languages in which the text says it."""
    return {
        language
        for (said, language), words in candidates.items()
        if said is saying and language in languages and matches_any(words, text)
    }
