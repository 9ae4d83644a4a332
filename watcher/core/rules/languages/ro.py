"""Romanian."""

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
            "nu sunt (la|în) birou|în concediu|in concediu|plecat[ă]? din (birou|localitate)|absent|voi fi plecat|"
            "biroul este închis|în afara biroului|(biroul|magazinul|firma|atelierul) (este|va fi) închis|"
            "închis pentru|închiși|concediu (de maternitate|medical|de odihnă)|delegație|deplasare|nu mai lucr|"
            "a părăsit compania"
        ),
        added=(
            "revin|întorc|pana la|până (la|pe|în)|urgen|contactați|contactati|voi răspunde|acces limitat|de la|"
            r"din data|revenire|începând|din \d|reven|răspund|adresați|scrieți|sunați"
        ),
        maybe_away=(
            "concedi|bolnav|înmormântare|deces|închis|deplasare|delegați|nu sunt|nu mai (lucrez|fac)|plecat|călători|"
            r"la (un )?târg|absent|zile libere|liber(ă)?(?!\p{L})"
        ),
        answers=(
            "urgențe|urgente|să (o |îl |îi )?contactați|(la |după )întoarcere|acces limitat|înlocui|nu citesc|"
            "următoarea zi lucrătoare|voi răspunde|răspund|să scrieți|adresați"
        ),
        alone=(
            r"(în|pe perioada|în timpul) (absenț|lips)\p{L}+ mele|mă înlocuiește|acces limitat la (e-?mail|poștă)|"
            "până atunci nu (citesc|verific|consult|văd)|răspunsul poate dura|(este|suntem|sunt) în vacanță"
        ),
        everyday_away=(
            "gripă|spital|operat|maternitate|pension|preluat|la (mare|munte)|"
            "(câteva )?zile (libere|de odihnă)|liber legal|sărbătoare|zi (liberă|nelucrătoare)|pauză|(în|la) spital|internat|operați|"
            "recuperare|la (un )?(curs|seminar|training)|inventar|luna de miere|nu mai sunt|am plecat|a plecat|am părăsit|grevă|"
            r"carantină|ultima (mea )?zi|minivacanț|la o nuntă|nuntă|ne mutăm|mutare|renov\p{L}+|(piciorul|mâna) rupt\p{L}*|în ghips|"
            r"la târg|pe drum|fără semnal|semnal slab|plecat\p{L}* la|lipsesc|nu sunt (aici|la)|"
            "(lunea|marțea|miercurea|joia|vinerea) nu|nu lucr(ez|ăm)|ne odihnim|nu se mai ocupă|în concediu medical|"
            "pe (șantier|drum|mare|teren)|la (mare|munte|spital|târg|un curs|o conferință|înmormântare)|"
            "în (străinătate|spital|vacanță|deplasare|pensie|doliu|munți)|plecată? (pe|în|la|până|din)|"
            "(am devenit|suntem|sunt) (tată|mamă|părinți)|"
            r"(atelierul|magazinul|cuptorul|biroul|echipa|mașinile) (este|e|stă|stau|se odihne|ia|doarme|au)\p{L}*|"
            "lucrez (doar|numai|cu jumătate)|part[- ]time|jumătate de normă|"
            r"(tatăl|mama|soțul|soția|fratele|sora) .{0,10}(a murit|a decedat|s-a stins)|accident|după (o )?operație|pension\p{L}+|"
            "(nu am|fără|n-am) (semnal|internet|acces)|concediu (medical|paternal|de odihnă)|bolnavă?"
        ),
        everyday_answers=(
            "revin la|se ocupă|mesajele nu|nu (sunt|este) citit|răspundem|scrieți-i|voi fi disponibil|preia|fără (calculator|acces)|"
            "mâine|voi citi|citesc|revin atunci|ne auzim|ne vedem|până (luni|marți|miercuri|joi|vineri)|greu de găsit|(vă )?ajută|"
            "mă înlocuiește|coletele (pleacă|vor)|comenzile (pleacă|vor)|mâine dimineață|citesc tot|"
            "(se ocupă|preia|a preluat|mă înlocuiește|răspunde de|ține locul|gestionează)|în ordinea|pe rând|treptat|"
            r"(citesc|văd|deschid|verific) .{0,20}(mail|mesaj|poșt|e-mail)\p{L}*|dacă (e|este) urgent|urgent|"
            "(revin|revenim|mă întorc|ne întoarcem|redeschidem|reluăm|reiau)|din nou|de (luni|marți|miercuri|joi|vineri)|începând cu"
        ),
        subjects=(
            r"(concediu|închis)|absenț|suntem închiși|în deplasare|(vă )?mulțum(im|esc) pentru (mesaj|e-?mail)\p{L}*|"
            r"mesajul (dumneavoastră|dvs|tău)\Z|am primit mesajul|(suntem|sunt) (în|plecaț|închiși|plecat)\p{L}*|concediu|"
            "închis (de|până|pentru|în)|(program de|sărbători|pauză de) (vară|iarnă|crăciun|paște|sărbători)|lipses[ct]|pensi|"
            r"(magazinul|atelierul|biroul|cabinetul|restaurantul|firma)( \p{L}+)? (închis|în concediu)\p{L}*|închidem|"
            "revenim (pe|în|din|luni)"
        ),
        trade=(
            r"comenzile (din|de pe|online|plasate|vor|pleacă)|(ofertele|facturile|livrările)(?!\p{L})|"
            "(vor fi|sunt) (livrate|trimise|expediate|procesate)"
        ),
        arranges=(
            r"accept(ăm|at)?(?!\p{L})|sunt(em)? de acord|confirm(ăm|at)?(?!\p{L})|e (în regulă|bine|perfect)|puteți (veni|începe)|"
            "ne convine|îmi convine|cheile? (sunt|e|este|le are|la)|"
            "(soțul|soția|fiul|fiica|vecinul|vecina)( meu| mea| nostru| noastră)? (e acasă|este acasă|vă deschide|are chei)|oricând|"
            r"avans\p{L}*|plătit|virat"
        ),
        urgent="urgent|urgență|grabă|urgentă",
    ),
    notices=NoticeWords(
        automatic=(
            "mesaj automat; e-mail automat; email automat; răspuns automat; raspuns automat; generat automat; "
            "trimis automat; nu răspundeți la acest; nu raspundeti la acest; nu răspunde la acest; "
            "vă rugăm să nu răspundeți; va rugam sa nu raspundeti; vă rugăm nu răspundeți"
        ),
        receipt=(
            "confirmăm primirea; confirmam primirea; a fost înregistrată cu numărul; a fost inregistrata cu numarul; "
            "sesizarea dumneavoastră a fost; am primit mesajul; am primit solicitarea; am primit cererea; am primit e-mailul; "
            "am primit emailul dumneavoastră; am primit emailul dvs; mesajul dumneavoastră a fost; solicitarea dumneavoastră; "
            "solicitarea dvs; solicitarea ta; cererea dumneavoastră; cererea dvs; numărul solicitării; numărul tichetului; tichetul; "
            "a fost înregistrată; a fost înregistrat; a fost recepționat; a fost preluat; a fost primită; a fost primit; "
            "sesizarea dumneavoastră; reclamația dumneavoastră; număr de înregistrare; numărul de înregistrare; cu numărul; "
            "a fost transmisă către; trimis cu succes; nu este necesar să"
        ),
        courtesy=(
            "vă mulțumim pentru mesaj; vă mulțumim că ne-ați; va multumim pentru mesaj; mulțumim pentru mesaj; mulțumim că ne-ai; "
            "vă vom răspunde; vă vom contacta; revenim cu un răspuns; vom reveni; veți fi contactat; în termen de; "
            "în * zile lucrătoare; în * ore; un coleg; un consultant; revenim către"
        ),
        trade=(
            "vă mulțumim pentru comand; va multumim pentru comanda; mulțumim pentru comand; mulțumim pentru cumpărătur; "
            "confirmare comand; confirmarea comenzii; confirmare de plată; comanda dumneavoastră; comanda dvs; comanda ta; "
            "coletul dumneavoastră; coletul tău; coletul dvs; urmărește coletul; urmăriți coletul; număr awb; awb:; "
            "factura dumneavoastră; factura dvs; factura ta; atașat găsiți factura; plata dumneavoastră; plata dvs; plata ta; "
            "rezervarea dumneavoastră; rezervarea ta; rezervarea dvs; gata de ridicare; extrasul dumneavoastră; "
            "extrasul * disponibil; am rambursat; cardul dumneavoastră; cu cardul dvs; din contul dumneavoastră; contul dvs; soldul"
        ),
        access=(
            "codul dumneavoastră; codul dvs; codul tău; codul de verificare este; codul de verificare:; "
            "cod de verificare:; cod de unică; introduceți codul; introdu codul; folosește acest cod; "
            "folosiți acest cod; codul este valabil; codul expiră; nu divulga; nu comunicați; resetarea parolei; "
            "resetare parol; reseta parola; parola ta; parola dumneavoastră a; autentificare nouă; confirmă adresa; "
            "confirmați adresa; dacă nu ai solicitat; dacă nu ați solicitat"
        ),
        appointment=(
            "memento programare; reamintim; reamintire; programarea dumneavoastră; programarea dvs; programarea ta; "
            "pentru a anula sau; anula sau reprograma"
        ),
        survey=(
            "părerea ta; părerea dumneavoastră; opinia dumneavoastră; opinia ta; evaluează; evaluați; "
            "chestionar de satisfacție; scurt chestionar; completați chestionarul; lasă o recenzie; cât de mulțumit; "
            "ne-ați recomanda; ne-ai recomanda"
        ),
        held=("în carantină; raport de carantină; raportul carantinei; raport spam; mesaje reținute; mesaje blocate"),
        program=(
            "apel pierdut; apel nepreluat; apeluri pierdute; a acceptat invitația; a refuzat invitația; "
            "serviciul nu va fi; tichet * închis; solicitarea * închisă; rezumat săptămânal"
        ),
        sign=(
            "dorește să recheme mesajul; dorește să retragă mesajul; ar dori să retragă mesajul; "
            "a reacționat la mesajul"
        ),
        asks=(
            "întrebări?; aveți întrebări?; ai întrebări?; aveți nevoie de ajutor?; ai nevoie de ajutor?; "
            "nu ai fost tu?; nu ați fost dumneavoastră?; cât de mulțumit * ?; ne-ai recomanda * ?; "
            "ne-ați recomanda * ?; ai uitat * ?"
        ),
        first="eu; mie; mă; îmi; meu; mea; mele; vreau; doresc; comandat; aștept; m-am",
        wants=(
            "voiam să știu; voiam să întreb; voiam să vă întreb; vroiam să știu; vroiam să întreb; aș vrea să știu; "
            "aș dori să știu; aș vrea să întreb; mă întrebam dacă; doream să știu; doream să întreb; îmi puteți spune; "
            "vrem; avem nevoie; căutăm; am comandat; așteptăm; comanda noastră; trimiteți-ne; trimiteți-mi; vă rog; "
            "ați putea; nu a ajuns; nu a sosit; nu am primit; nu funcționează; deteriorat; stricat; lipsește; "
            "greșit; anulați; dar; puteți să îmi; puteți să ne; puteți să mi; dorim să comand; dorim o ofert; "
            "dorim un; ofertă de preț; o ofertă; încă aștept; tot aștept; aștept un răspuns; așteptăm un răspuns"
        ),
        echo="mesajul dumneavoastră; mesajul dvs; mesajul tău; ați scris; solicitarea dumneavoastră",
    ),
    circulars=CircularWords(
        subjects=(
            "(noul|noua|noi) (preț|list|program|adres|tarif)|"
            "(modificare|actualizare|majorare) (de )?(preț|tarif|program|adres)|program (de )?(sărbători|lucru|nou)|"
            "ne-am mutat|ne mutăm|crăciun fericit|sărbători fericite|la mulți ani|uși deschise|invitație"
            "|(program|orar) (de )?(s[aă]rb[aă]tori|lucru|functionare|func[tț]ionare|var[aă]|iarn[aă]|paste|pa[sș]te|"
            "cr[aă]ciun)|(inchis|închis|vom fi [iî]nchi[sș]i)|(modificare|actualizare|schimbare|noi|noile|"
            r"m[aă]jorare) (a )?(de )?(pre[tț]|tarif|program|orar|adres|cont|sediu)\p{L}*|lista (nou[aă] )?de pre[tț]uri|"
            r"inventar|ne (mut[aă]m|-am mutat)|(c[aă]tre|pentru) to[tț]i (clien|membri|locat|p[aă]rin)\p{L}*|(anun[tț]|"
            r"informare|comunicat|[iî]n[sș]tiin[tț]are)|mul[tț]umim (pentru vizit|c[aă] a[tț]i vizitat)\p{L}*|"
            "adunarea general[aă]|proces[- ]verbal|convoca(re|tor)|por[tț]i deschise|invita[tț]ie|[iî]ntrerupere(a)? (ap|"
            r"energi|curent)\p{L}*|colec[tț]ie nou[aă]|(s[aă]rb[aă]tori fericite|cr[aă]ciun fericit|la mul[tț]i ani|"
            "pa[sș]te fericit)"
        ),
        readers=(
            "membri|membre|cititor|abonat|vecin|locuitor|părin|parin|client|clienț|voluntar|sponsor|participan|expozan|"
            "antreprenor|comercian|locatar|donator|oaspe|utilizator|cetățen|enoriaș|proprietari|(coriști|jucători|"
            "sportivi|apicultori|grădinari|elevi|studenți|absolvenți|pensionari|credincioși|pacienți|călători|"
            "ascultători|spectatori|acționari|distribuitori|instalatori|fermieri|viticultori|consăteni|suporteri|"
            "susținători|vizitatori|colecționari|proprietari|coproprietari|pasionați|asociați|chiriași|voluntari|"
            "familii)"
        ),
        everybody=(
            r"toți|toti|tuturor|prieteni|coleg|partener|furnizor|dragii mei|dragilor|dragi[ ,!:]*\Z|iubitori|"
            r"doamnelor|doamne(lor)? și domni|echip|familie|lume(?!\p{L})|stimați (toți|parteneri|colegi)"
        ),
        opts_out=(
            "dacă nu (mai )?(doriți|vreți|sunteți interesat)|daca nu (mai )?(doriti|vreti)|"
            r"nu (mai )?(doriți|dorești|vrei|vreți)(?!\p{L}) .{0,40}(mesaj|e-?mail|prime|nout)|dezabonează-te|"
            "dezabonați-vă|din (lista|această listă|baza) (noastră|mea)?|primiți acest (mesaj|e-?mail)"
        ),
        tells=(
            "(adunarea|adunare|ședința|sedinta) (generală|cu părinții|de bloc|asociației|anuală)|ordinea de zi|"
            "proces(ul)?-verbal|(nou(l|a)?|noul nostru) (program de lucru|orar|catalog|listă de prețuri|sezon|"
            "colecție|adresă|sediu|site|meniu)|program (special|de sărbători|de vară|de iarnă)|"
            "(prețurile|tarifele) (cresc|se modific|vor)|(majorare|modificare|actualizare)a? (de|a) (prețuri|tarif)|"
            "(ne mutăm|ne-am mutat|schimbăm adresa)|(vizitați-ne|ne găsiți|vino|veniți|alătură-te|alăturați-vă)|"
            "standul nostru|(ziua|zilele|zi) porților deschise|(târg|tombol|concert|hram|serbare|festival|picnic)|"
            "(cursurile|repetițiile|antrenamentele|atelierele) (încep|reîncep|se|vor)|"
            "(noi|următoarele) (cursuri|date|grupe)|(înscrieri|înscrierile|înscriere) (la|sunt|până|se|deschis)|"
            "(înscrie-te|înscrieți-vă|rezervă-ți|rezervați)|locuri(le)? (limitate|disponibile|sunt)|"
            "(ultimele|mai sunt) .{0,10}locuri|cotizați|(căutăm|avem nevoie de) .{0,10}(voluntari|ajutoare)|"
            "(întrerupere|oprire)a? .{0,15}(apei|apă|curent|electric|gaz|căldur)|lucrări (la|de|pe)|"
            "(dați mai departe|distribuiți|trimiteți .{0,15}(mai departe|prietenilor))|"
            "nu (este|e) (nevoie|necesar) să răspundeți|"
            "(sperăm|ne bucurăm|vă așteptăm|abia așteptăm) .{0,20}(să|vedem|pe toți|cu drag)?|"
            "(vă )?(informăm|anunțăm|reamintim|comunicăm|aducem la cunoștință)|"
            "(suntem (bucuroși|încântați|mândri)|avem (plăcerea|bucuria)) (să|de)|spre știință|reamintire|"
            "(notați|salvați) .{0,8}(data|agend|calendar)|evenimente(le)? viitoare|"
            "mulțumim (tuturor|pentru (sprijin|încredere|participare))|"
            "(sărbători fericite|crăciun fericit|la mulți ani|paște fericit|an nou)|(vom fi|suntem) închiși|"
            "punct de întâlnire|ca în fiecare an|atașat (găsiți|programul|procesul|catalogul|invitația|afișul)"
        ),
    ),
    asks_leave=(
        "(vă|va) pot (suna|trimite|arăta|prezenta|vizita)|cu cine (pot|putem|aș)|cui (pot|să)|"
        "(doriți|vreți) să (vedeți|aflați|încercați)|"
        "(pot|putem|aș putea|as putea) să (vă |va |ți )?.{0,30}(trimit|arăt|sun|prezent|pregăt)|"
        "(vă interesează|v-ar interesa|ați fi interesat|sunteți deschis)|câți .{0,30}(aveți nevoie|vă trebuie)"
    ),
    requests=(
        "în loc de|de (ieri|azi dimineață|luni|marți|miercuri|joi|vineri|sâmbătă|duminică)|"
        "cum am (stabilit|vorbit)|(vreau|vrem|aș|as dori|dor|caut|căut|nevoie|rog|cer|solicit|comandat|"
        "comanda noastră|comanda mea|aștept |astept|cumpăr|reziliez|anulez|reclam|interes)|vă rog|va rog|"
        "put(e|ea)ți|puteti|ați putea|se poate|ofert|preț|pret|programare|ramburs|schimb|defect|stricat|rupt|"
        "zgâri|nu (funcț|merge|a |am |închide)|lips|greșit|urgent|cv|angaj|loc de muncă|când|cât|trimit|sun|"
        "problem|încă|din păcate|răspuns"
    ),
    needs="(avem|am) nevoie|caut|ofertă|preț|cât costă",
    visits=(
        r"\d{1,3} (de )?(persoane|invitați|oaspeți|adulți|copii|elevi|participanți)|(vom fi|suntem) (circa |"
        r"cam )?\d{1,3}|la (dumneavoastră|voi|dvs)"
    ),
    announces=(
        r"(cerere|lucrare|solicitare) nou[ăa] ?(:|în(?!\p{L}))|"
        "(mesaj|cerere|întrebare|solicitare|intrebare|lead) (nou[ăa]?|noua) (de la|pentru|privind|din)|"
        "(v-a|ți-a|ti-a) (scris|contactat|(trimis|lăsat) (un|o) (mesaj|întrebare|cerere))|"
        "ai primit (un|o) (mesaj|întrebare|cerere|solicitare)|"
        "ați primit (un|o) (mesaj|întrebare|cerere|solicitare) (nou[ăa] )?(de la|pentru)|"
        "(mesaj|întrebare|cerere) de la (?!banca|noi)|este interesat|caută (un|o)|(dorește|vrea) (o ofertă|să)|"
        "a completat (formularul|un formular)"
    ),
    voice=VoiceWords(
        common="și de la în cu pe din este nu a va fi pentru care o un sau",
        your="ta tău tale dvs dumneavoastră dvs te",
    ),
    sender_functions="sistem notificări relatii relații suport",
    letters=LetterWords(
        greetings=r"salut|bun[aă]|stima|drag[ăie]\b",
        closings="cu (?:stim[ăa]|respect)|(?:cele mai bune )?salut[ăa]ri",
        titles="domnule|doamnă",
        currencies="lei",
        orders="comandă",
    ),
)
