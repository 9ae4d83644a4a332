"""Slovenian."""

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
            "nisem v pisarni|na dopustu|odsoten|odsotna|izven pisarne|pisarna je zaprta|ne delamo|bolniški|"
            "porodniški|ne delam več|službeni poti|dopust"
        ),
        added=r"vrnem|nazaj|do \d|nujn|obrnite|kontaktirajte|odgovoril|od \d|po vrnitvi|ponovno|pišite|pokličite|vrnit",
        maybe_away="bolnišk|boln[ai]|pogreb|zaprt|sejm|dopust|poti|ne delam|nisem (v|na)|me ni|porodnišk|odsot|ni me",
        answers="nadomešča|omejen|odgovoril|javil[a]? se bom|nujn|naslednji delovni|vrnem se|obrnite se|ne berem",
        alone=(
            "v (času )?moj(e|i) odsotnosti|med mojo odsotnostjo|nadomešča me|me nadomešča|omejen dostop|"
            "do takrat .{0,20}ne (berem|preverjam|gledam|spremljam)|odgovor lahko traja|spet smo tu"
        ),
        everyday_away=(
            "gripa|porodniš|poroka|upokoj|prevzel|počiva|"
            "prostih dni|prost dan|proste dni|nekaj|praznik|premor|v bolnišnici|bolnišnic|operacij|rehabilitacij|"
            "na (izobraževanju|seminarju|tečaju|usposabljanju)|inventur|nisem več|odšel|odšla|zapustil|stavk|zadnji (delovni )?dan|"
            r"me ni(?!\p{L})|ni me|nisem tu|(ob )?(ponedeljkih|torkih|sredah|četrtkih|petkih) ne|ne dela(m|mo)|počivamo|ne skrbi več|"
            "na bolniški|brez signala|"
            "na (bolniški|porodniški|morju|poti|sejmu|gradbišču|smučanju|izobraževanju|pogrebu|oddihu|počitnicah)|"
            "v (bolnišnici|tujini|hribih|pokoju)|"
            r"(delavnica|trgovina|peč|pisarna|ekipa|stroji) (je|so|počiva\p{L}*|spi|stoji|stojijo)|(postal|postala) sem (oče|mama)|"
            r"delam samo|polovični|(oče|mama|mož|žena|brat|sestra) .{0,6}(umrl|preminil)\p{L}*|žalovanj\p{L}+|nesreč\p{L}+|"
            r"po operaciji|(ni|brez|slab) (signala|interneta|signal)|bol(an|na)(?!\p{L})"
        ),
        everyday_answers=(
            "v službo se|nazaj v službi|ureja|pošte ne|ne (bere|preverja)|oglasimo|oglasil|dosegljiv|pišite|jutri|"
            "brez (računalnika|dostopa)|prebral|prevzema|(pomaga|bo pomagal)|nadomešča me|(paketi|naročila) (gredo|bodo)|"
            "jutri zjutraj|vse preberem|do (ponedeljka|torka|srede|četrtka|petka)|"
            r"(vodi|prevzel|prevzela|prevzema|nadomešča|skrbi|ureja) ?(me|moj|za|vse)?\p{L}*|po vrsti|postopoma|"
            r"(berem|gledam|odpiram|preverjam) .{0,20}(mail|pošt|sporočil)\p{L}*|če je nujno|nujn\p{L}+|(vračam|vrnem|vrnemo) |"
            "ponovno|spet|znova|od (ponedeljka|torka|srede|četrtka|petka)"
        ),
        subjects=(
            r"na dopustu|dopust|hvala za (vaše |tvoje )?(sporočilo|povpraševanje|e-?pošto)|vaše sporočilo\Z|prejeli smo vaš\p{L}*|"
            r"(smo|sem) (na|zaprt|odsot|izven)\p{L}*|(kolektivni dopust|bolniška)\p{L}*\Z|zaprto|ne delamo|pokoj|"
            r"(trgovina|delavnica|pisarna|ordinacija|restavracija|salon)( \p{L}+)? (zaprt|na dopustu|ne dela)\p{L}*|zapiramo"
        ),
        trade=r"naročila (iz|bodo|s|pošiljamo)|(ponudbe|računi|dostave)(?!\p{L})|(bodo|bomo) .{0,20}(poslan|dostavljen|odposlan)\p{L}*",
        arranges=(
            "sprejme(m|mo)|sprejemam(o)?|strinjam(o)? se|potrjuje(m|mo)|lahko (pridete|začnete)|ustreza (nam|mi)|v redu|"
            r"ključ(i)? (je|so|ima|pri)|(mož|žena|sin|hči|sosed|soseda) (je doma|bo doma|vam odpre|ima ključ)|kadarkoli|ara(?!\p{L})|"
            r"nakazan\p{L}*"
        ),
        urgent="nujno|mudi",
    ),
    notices=NoticeWords(
        automatic=(
            "samodejno sporočilo; samodejni odgovor; avtomatsko sporočilo; samodejno ustvarjeno; "
            "avtomatsko generirano; samodejno poslano; ne odgovarjajte na; prosimo, ne odgovarjajte; "
            "prosimo, da ne odgovarjate; prosimo ne odgovarjajte"
        ),
        receipt=(
            "prejeli smo vaš; vaše povpraševanje je; vaš zahtevek; vaše sporočilo je; vaša zahteva; številka zahtevka; "
            "je evidentirana; je evidentiran; smo prejeli vaš; vaša prijava; številka prijave; pod številko; smo posredovali; "
            "uspešno poslan"
        ),
        courtesy=(
            "hvala za vaše povpraševanje; hvala za povpraševanje; hvala za vaše sporočilo; hvala za sporočilo; hvala, ker ste nas; "
            "odgovorili vam bomo; kontaktirali vas bomo; oglasili se bomo; vas bomo kontaktirali; v roku; delovnih dneh; "
            "delovnih dni; naš sodelavec"
        ),
        trade=(
            "hvala za naročilo; hvala za vaše naročilo; hvala za nakup; potrditev naročila; potrdilo o naročilu; vaše naročilo; "
            "vaš paket; vaša pošiljka; sledite pošiljki; sledenje pošiljki; številka pošiljke; vaš račun; "
            "v priponki pošiljamo račun; vaše plačilo; vaša rezervacija; vaš izpisek; izpisek * na voljo; vašo kartico; "
            "z vašega računa"
        ),
        access=(
            "vaša potrditvena koda; vaša varnostna koda; vaša koda; vaša enkratna; potrditvena koda:; enkratna koda; "
            "vnesite kodo; uporabite to kodo; koda velja; koda je veljavna; ne delite; ponastavitev gesla; "
            "ponastavite geslo; vaše geslo; nova prijava; potrdite svoj e-naslov; potrdite e-poštni; "
            "če niste zahtevali; če tega niste"
        ),
        appointment=(
            "opomnik za termin; opomnik: ; opominjamo; spomnili na; vaš termin; vaš obisk; vaš pregled; odpovedati ali"
        ),
        survey=(
            "vaše mnenje; ocenite; kratka anketa; kratko anketo; izpolnite anketo; kako zadovoljni; "
            "bi nas priporočili; pustite oceno"
        ),
        program="zgrešen klic; neodgovorjen klic; sprejel povabilo; sprejela povabilo; storitev ne bo; zahtevek * zaprt",
        sign="želi preklicati sporočilo",
        asks=(
            "vprašanja?; imate vprašanja?; imate vprašanje?; potrebujete pomoč?; to niste bili vi?; "
            "kako zadovoljni * ?; bi nas priporočili * ?; ste pozabili * ?"
        ),
        formal="želeli bi vas; želeli bi vam; želeli bi slišati; želeli bi izvedeti; čakamo vas",
        first=(
            "jaz; meni; me; moj; moja; moje; mojega; mojo; želim; potrebujem; naročil; naročila; prejel; prejela; "
            "čakam; sem; nisem"
        ),
        wants=(
            "želel sem vedeti; želela sem vedeti; želel bi vedeti; želela bi vedeti; rad bi vedel; rada bi vedela; "
            "hotel sem vprašati; hotela sem vprašati; rad bi vprašal; rada bi vprašala; zanima me; "
            "želeli bi; potrebujemo; iščemo; naročili smo; čakamo na vaš; naše naročilo; pošljite; ali lahko; "
            "bi lahko; ni prispel; ne deluje; poškodovan; zlomljen; manjka; napačn; prekličite; ampak; vendar; "
            "prosim za; prosim, pošljite; prosim pošljite; ponudbo; še čakam; še vedno čakam; čakamo na odgovor"
        ),
        echo="vaše sporočilo; vaše vprašanje; napisali ste",
    ),
    circulars=CircularWords(
        subjects=(
            "nov(a|i|e|o) (cenik|cene|naslov|delovni)|sprememba (cen|cenika|naslova|delovnega)|delovni čas|preselili|"
            "vesele? (božič|praznik)|srečno novo|vabilo|dan odprtih"
            "|(kolektivni|letni) dopust|(zaprto|bomo zaprti|ne poslujemo|ne obratujemo)|(delovni|poslovni|poletni|"
            "praznični) (čas|urnik)|(nov|novi|nove|sprememba|spremembe) (cenik|cen|naslov|trr|transakcijsk|odpiraln|delovn|"
            r"urnik)\p{L}*|podražitev|(selimo|preselili)|vsem (strank|član|stanovalc|staršem|partnerj)\p{L}*|(obvestilo|"
            "sporočilo) (o|za|vsem)|hvala za (obisk|vaš obisk)|(občni zbor|zbor članov|skupščina)|zapisnik|(vabilo|vabljeni)|"
            r"dan odprtih|prekinitev (dobave|vode|elektrike)|(razpored|termini) (tečaj|delavnic)\p{L}*|nova (kolekcija|"
            r"sezona)|(vesel|srečno) \p{L}+|inventura"
        ),
        readers=(
            "član|bralc|bralk|naročni|sosed|stanovalc|starši|strank|kup(ec|ci)|prostovolj|sponzor|udeležen|"
            "razstavljavc|podjetni|najemni|uporabni|gost|občan|krajan|etažni|učenc|študent|upokojen|župljan|pacienti|"
            "potniki|poslušalc|gledalc|delničar|navijač|obiskoval|planinc|ljubitelj|družine|občank"
        ),
        everybody=(
            r"vsi|vsem|prijatelj|kolegi|kolegice|partner|dobavitelj|dragi moji|dragi[ ,!:]*\Z|ljubitelj|"
            "gospe in gospodje|spoštovani (vsi|prijatelji|partnerji)|ekipa|vsi skupaj"
        ),
        opts_out=(
            "če (več |tega )?ne (želite|zanima)|če .{0,20}ne želite|"
            r"ne (želite|želiš)(?!\p{L}) .{0,40}(prejemati|sporočil|novic|e-?po)|odjavi(te)? se|"
            "z (našega|tega) seznama"
        ),
        tells=(
            "(občni zbor|letni zbor|skupščina|sestanek (stanovalcev|etažnih|staršev))|roditeljski sestanek|"
            "dnevni red|zapisnik|(nov|spremenjen|poletni|zimski|praznični) (delovni čas|odpiralni čas|urnik)|"
            "delovni čas (med|v)|(naš|novi|nova|nov|nove) (katalog|cenik|program|sezona|kolekcija|naslov|urnik)|"
            "(podražitev|sprememba|dvig) cen|cene (se|bodo)|(selimo se|preselili smo)|(obiščite|poiščite) nas|"
            "(naša )?stojnic|dan odprtih vrat|"
            "(sejem|srečelov|koncert|veselica|delavnica|delovna akcija|druženje|martinovanje)|"
            "(tečaji|vaje|treningi|delavnice) (se|začnejo)|(novi|naslednji) (tečaji|termini)|"
            "(prijave|vpis) (do|so|na|poteka)|(prijavite|vpišite) se|število mest|(še|zadnja|prosta) .{0,8}mest|"
            "članarin|(iščemo|potrebujemo) .{0,10}(prostovolj|pomoč pri)|"
            "(prekinitev|motena) (dobave|oskrbe|vode|elektr)|dela na|(posredujte|delite) .{0,15}(naprej|prijateljem)|"
            "ni (treba|potrebno) odgovarjati|(veselimo se|upamo|pričakujemo) .{0,12}(vas|vaše|vseh|snidenja)|"
            "(obveščamo|opominjamo|sporočamo)|(z veseljem|z zadovoljstvom)|v vednost|opomnik|"
            "(zabeležite|rezervirajte) (si )?datum|hvala (vsem|za (podporo|zaupanje))|"
            "(vesel|srečn) (božič|praznik|novo leto)|(zaprto|bomo zaprti)|zbor (pri|pred)|kot vsako leto|"
            "v prilogi (je )?(zapisnik|program|cenik|vabilo)"
        ),
    ),
    asks_leave=(
        "s kom (lahko)|komu (lahko|naj)|želite (videti|izvedeti|preizkusiti)|vam (lahko )?pokažem|"
        "(lahko|smem|ali vam lahko) .{0,40}(pošlj|pokaž|pokličem|priprav|predstav)|(vas zanima|bi vas zanimal)|"
        "koliko .{0,30}potrebujete"
    ),
    requests=(
        "namesto|od (včeraj|danes|ponedeljka|torka|srede|četrtka|petka|sobote|nedelje)|kot (dogovorjeno|smo)|"
        "pušča|zatika|(žel|hotel|potreb|išč|pros|naročil|naročam|čakam (na|še|že)|kupil|kupiti|odpoved|preklic|"
        "reklam|pritož|zanima|interes)|lahko|možno|ponudb|cen[aeo]|termin|vračil|zamenj|pokvar|zlom|poškod|opras|"
        "ne (del|zapir)|ni |nisem|nismo|manjk|napač|nujno|življenjepis|služb|delo|kdaj|koliko|pošlj|poklič|težav|"
        "še vedno|žal|odgovor"
    ),
    needs="potrebuj|iščem|ponudb|cen[aeiou]|koliko",
    visits=(
        r"\d{1,3} (\p{L}+ )?(oseb|ljudi|gostov|odraslih|otrok|učencev|udeležencev)|(bo nas|nas bo) (okoli |"
        r"približno )?\d{1,3}|pri vas|k vam"
    ),
    announces=(
        r"novo delo ?(:|v(?!\p{L}))|"
        r"nov[oai] (\p{L}+ ){0,2}(sporočil|povpraševanj|vprašanj|zahtev)|"
        "(vam|ti) je (napisala?|(poslal|pustil|zastavil)a? (sporočilo|vprašanje|povpraševanje))|"
        "(sporočilo|vprašanje|povpraševanje) od |se zanima|išče |želi (ponudbo|rezervirati)|izpolnil"
    ),
    voice=VoiceWords(
        common="in v na je za se ne od do s da bo ali so",
        your="vaš vaša vaše vašo vam vas",
    ),
    sender_functions="podpora sistem",
    letters=LetterWords(
        greetings="spoštovan|pozdrav",
        closings=r"lep\w* pozdrav\w*|s po[šs]tovanjem",
        titles="gospod|gospa",
        currencies="evro evrov",
        orders="naročilo",
    ),
)
