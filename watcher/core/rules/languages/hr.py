"""Croatian."""

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
            "nisam u uredu|na godišnjem|izvan ureda|odsutan|odsutna|na odmoru|nisam u kancelariji|ured je zatvoren|"
            "ne radimo|na bolovanju|porodiljnom|više ne radim|službenom putu|godišnji odmor"
        ),
        added=(
            r"vraćam|natrag|do \d|hitn|kontaktirajte|obratite|odgovorit|javit|od \d|nakon povratka|po povratku|"
            "ponovno|pišite|nazovite|povrat"
        ),
        maybe_away=(
            "bolovanj|bolestan|bolesna|sprovod|zatvoren|sajm|godišnj|putu|ne radim|nisam (u|na)|porodilj|odsut|"
            "neradn|više nisam"
        ),
        answers=(
            "ne čitam|zamjenjuje|mijenja me|ograničen|odgovorit ću|javit ću se|hitn|sljedeći radni dan|vraćam se|"
            "obratite se|javite se kolegi"
        ),
        alone=(
            "(za|tijekom) moje(g)? odsut|mijenja me|zamjenjuje me|ograničen pristup|"
            "do tada ne (čitam|provjeravam|gledam)|odgovor može potrajati|opet smo tu"
        ),
        everyday_away=(
            "bolovan|gripa|operac|rodilj|vjenčanj|službeno[mg] put|na terenu|mirovin|preuze|bez (interneta|signala)|odmara|"
            "slobodnih dana|slobodan dan|slobodne dane|nekoliko|praznik|blagdan|na pauzi|pauz|u bolnici|bolnic|operacij|"
            "rehabilitacij|na (edukaciji|seminaru|tečaju|obuci)|inventur|bračnom|više nisam|otišao|otišla|napusti[ol]|štrajk|"
            "zadnji dan|nema me|nisam tu|(ponedjeljkom|utorkom|srijedom|četvrtkom|petkom) ne|ne radi(m|mo)|odmaramo|više ne vodi|"
            "na bolovanju|bez signala|"
            "na (bolovanju|rodiljnom|porodiljnom|moru|putu|sajmu|gradilištu|skijanju|seminaru|edukaciji|otoku|vikendici|sprovodu|"
            "odmoru)|u (bolnici|inozemstvu|planinama|mirovini)|"
            "(radionica|trgovina|peć|ured|dućan|tim|strojevi) (je|su|miruje|odmara|spava|stoji|stoje)|"
            "(postao|postala) sam (tata|mama|otac|majka)|radim samo|pola radnog|"
            r"(otac|majka|muž|žena|brat|sestra) .{0,6}(umro|umrla|preminu)\p{L}*|žalost|nesreć\p{L}+|nakon operacije|"
            "(nema|bez|slab) (signala|interneta|signal)|bolestan|bolesna"
        ),
        everyday_answers=(
            "opet radim|ponovo radim|preuzima|pošta se ne|poštu ne|ne čita|javljamo se|javit ćemo|dostup(an|na)|pišite|sutra|"
            "bez (računala|pristupa)|pročitat|(pomoći će|pomaže)|mijenja me|(paketi|narudžbe) (kreću|idu)|sutra ujutro|sve pročitam|"
            "do (ponedjeljka|utorka|srijede|četvrtka|petka)|"
            r"(vodi|preuzeo|preuzela|preuzima|mijenja|zamjenjuje|brine) ?(me|moj|o|sve|poslove)?\p{L}*|redom|po redu|postupno|"
            r"(čitam|gledam|otvaram|provjeravam) .{0,20}(mail|pošt|poruk)\p{L}*|ako je hitno|hitn\p{L}+|(vraćam|vratit|vraćamo) |"
            "ponovno|opet|od (ponedjeljka|utorka|srijede|četvrtka|petka)"
        ),
        subjects=(
            r"godišnj|na dopustu|dopust|hvala (vam )?na (poruci|upitu|e-?mailu|javljanju)|vaša poruka\Z|zaprimili smo vaš\p{L}*|"
            r"(mi smo|ja sam|smo|sam) (na|zatvoren|odsut|izvan)\p{L}*|(kolektivni godišnji|bolovanje)\p{L}*\Z|zatvoreno|ne radimo|"
            r"mirovin|(trgovina|radionica|ured|dućan|ordinacija|restoran|salon)( \p{L}+)? (zatvoren|na odmoru|ne radi)\p{L}*|zatvaramo"
        ),
        trade=r"narudžbe (iz|će|s|šaljemo)|(ponude|računi|dostave)(?!\p{L})|(bit će|šaljemo) .{0,20}(poslane|isporučene|od)",
        arranges=(
            "prihvaćam(o)?|slažem(o)? se|potvrđuje(m|mo)|može(te)? (doći|početi)|odgovara (nam|mi)|u redu|"
            "ključ(evi)? (je|su|ima|kod)|(muž|žena|sin|kći|susjed|susjeda) (je (kod kuće|doma)|će (vas|vam)|ima ključ)|bilo koji dan|"
            r"bilo kada|predujam|uplaćen\p{L}*"
        ),
        urgent="hitno|žurno",
    ),
    notices=NoticeWords(
        automatic=(
            "automatska poruka; automatski e-mail; automatski odgovor; automatski generirana; automatski generisana; "
            "automatski poslana; automatski poslat; generirana automatski; molimo ne odgovarajte; "
            "molimo vas ne odgovarajte; molimo vas da ne odgovarate; ne odgovarajte na"
        ),
        receipt=(
            "zaprimili smo vaš; primili smo vaš; vaš upit je; vaš zahtjev je; vaš zahtev je; vaša poruka je; broj zahtjeva; "
            "broj tiketa; je zaprimljen; je zaprimljena; je evidentiran; je evidentirana; vaša prijava je; vaša reklamacija je; "
            "broj prijave; broj predmeta; pod brojem; proslijeđen; uspješno poslan"
        ),
        courtesy=(
            "hvala na upitu; hvala na poruci; hvala vam na upitu; hvala vam na poruci; hvala što ste nas kontaktirali; "
            "hvala što ste nam se; javit ćemo vam; javićemo vam; odgovorit ćemo; odgovorićemo; kontaktirat ćemo; kontaktirat će vas; "
            "u roku od; u roku * dana; naš djelatnik; radnih dana"
        ),
        trade=(
            "hvala na narudžbi; hvala vam na narudžbi; hvala na kupnji; hvala na kupovini; hvala na porudžbini; potvrda narudžbe; "
            "potvrda porudžbine; potvrda plaćanja; vaša narudžba; vaša narudžbina; vaša porudžbina; vaš paket; vaša pošiljka; "
            "pratite pošiljku; broj pošiljke; vaš račun; u privitku šaljemo račun; vaša uplata; vaša rezervacija; vaš izvadak; "
            "izvadak * dostupan; vašom karticom; s vašeg računa"
        ),
        access=(
            "vaš kod; vaš sigurnosni kod; vaš verifikacijski kod; kod za potvrdu:; jednokratni kod; unesite kod; "
            "koristite ovaj kod; kod vrijedi; kod važi; ne dijelite; ne delite; ponovno postavljanje lozinke; "
            "resetiranje lozinke; resetovanje lozinke; poništavanje lozinke; vaša lozinka; nova prijava; "
            "potvrdite svoju e-mail; potvrdite e-mail; ako niste zatražili; ako niste vi"
        ),
        appointment=(
            "podsjetnik na termin; podsetnik za termin; podsjećamo; podsećamo; podsjetnik: vaš; vaš termin; "
            "vaš pregled; otkazati ili"
        ),
        survey=(
            "vaše mišljenje; ocijenite; ocenite; kratka anketa; kratku anketu; ispunite anketu; popunite anketu; "
            "koliko ste zadovoljni; ostavite recenziju; biste li nas preporučili"
        ),
        program=(
            "propušten poziv; propušteni poziv; prihvatio poziv; prihvatila poziv; usluga neće biti; zahtjev * zatvoren"
        ),
        sign="želi opozvati poruku; želi povući poruku",
        asks=(
            "pitanja?; imate pitanja?; imate pitanje?; trebate pomoć?; niste bili vi?; koliko ste zadovoljni * ?; "
            "biste li nas * ?; zaboravili ste lozinku?"
        ),
        formal="željeli bismo vas; želeli bismo vas; željeli bismo čuti; čekamo vas",
        first=(
            "ja; meni; me; moj; moja; moje; mog; moju; želim; trebam; naručio; naručila; primio; primila; čekam; "
            "sam; nisam; mogu"
        ),
        wants=(
            "htio sam znati; htjela sam znati; htio bih znati; htjela bih znati; htio sam pitati; htjela sam pitati; "
            "htio bih pitati; htjela bih pitati; želio bih znati; željela bih znati; zanima me; zanimalo me; "
            "željeli bismo; želeli bismo; trebamo; tražimo; naručili smo; čekamo; naša narudžba; naš račun; "
            "pošaljite; možete li; biste li mogli; nije stig; ne radi; oštećen; slomljen; nedostaje; pogrešn; "
            "otkažite; ali; molim pošaljite; molim vas pošaljite; molim za; molim vas za; molim ponudu; ponudu; "
            "još čekam; još uvijek čekam; čekamo odgovor; čekam odgovor"
        ),
        echo="vaša poruka; vaš upit; napisali ste",
    ),
    circulars=CircularWords(
        subjects=(
            "nov[oiae] (cjeni|radno|adres|cijene)|(promjena|povećanje) (cijena|cjenik|radnog|adrese)|radno vrijeme|preselili|"
            "sretan|čestit|pozivnica|dan otvorenih"
            r"|(godišnji|kolektivni) odmor|(zatvoreno|zatvoreni|ne radimo|neradn)\p{L}*|(radno|novo|izmjena radnog) (vrijeme|"
            r"vremena)|(novi|promjena|izmjena|nove|korekcija) (cjenik|cijen|adres|žiro|račun|iban|poslovn)\p{L}*|poskupljenje|"
            r"(selimo|preselili)|svim (kupc|klijent|članov|stanar|roditelj)\p{L}*|(obavijest|obavještenje) (o|za|"
            r"svim)|hvala (na|vam na|što ste) (posjet|dolasku)\p{L}*|(godišnja |izborna )?skupština|zapisnik|"
            r"poziv(nica)?(?!\p{L})|dan otvorenih|prekid (opskrbe|isporuke|struje|vode)|raspored (tečaj|radionic)\p{L}*|"
            r"nova (kolekcija|sezona)|(sretan božić|čestit|sretn\p{L}+ (nov|uskrs|blagdan))\p{L}*"
        ),
        readers=(
            "član|čitatelj|čitaoc|pretplatni|susjed|komšij|stanar|suvlasni|roditelj|kup(ac|ci)|klijent|volonter|"
            "sponzor|sudioni|učesni|izlagač|poduzetni|preduzetni|domaćin|iznajmljivač|korisni|gost|građan|sugrađan|"
            "mještan|prijatelji (udruge|kluba)|učeni|studenti|umirovljeni|penzioner|župljan|pacijent|putnici|"
            "slušatelj|gledatelj|dioničar|navijač|posjetitelj|planinar|ljubitelj|obitelji|stanovni"
        ),
        everybody=(
            r"svi|svima|prijatelj|kolege|kolegice|partner|dobavljač|dragi moji|dragi[ ,!:]*\Z|drage moje|ljubitelj|"
            "dame i gospodo|poštovani (svi|prijatelji|partneri)|ekipo|društvo|svim(a)?"
        ),
        opts_out=(
            "ako (više |to )?ne (želite|želiš|zanima)|"
            r"ne (želite|želiš)(?!\p{L}) .{0,40}(primati|poruke|novosti|e-?mail)|odjavi(te)? se|"
            "s (naše|ove) (liste|popisa)"
        ),
        tells=(
            "(godišnja|redovna|izborna|izvještajna) (skupština|sjednica)|"
            "(skupština|sastanak) (udruge|stanara|društva|suvlasnika)|roditeljski sastanak|dnevni red|"
            "zapisnik (s|sa|sastanka)|(novo|promijenjeno|promjena|ljetno|zimsko|blagdansko|praznično) radno vrijeme|"
            "radno vrijeme (za|tijekom|u)|"
            "(naš|novi|nova|novo|nove) (katalog|cjenik|program|sezona|kolekcija|adresa|raspored|web)|"
            "(povećanje|poskupljenje|promjena) cijena|cijene (će|rastu|se mijenjaju)|(selimo se|preselili smo)|"
            "(posjetite|potražite|pronađite) nas|(naš )?štand|dan otvorenih vrata|"
            "(sajam|tombola|koncert|zabava|fešta|radionica|radna akcija|druženje)|"
            "(tečajevi|probe|treninzi|radionice) (počinju|kreću|se|opet)|(novi|sljedeći) (tečajevi|termini)|"
            "(prijave|upisi) (do|su|na|traju)|(prijavite|upišite) se|broj mjesta|(zadnja|ostalo|još) .{0,10}mjesta|"
            "članarin|(tražimo|trebamo) .{0,10}(volonter|pomoć pri)|(prekid|isključenje) (vode|struje|opskrbe)|"
            "radovi na|(proslijedite|podijelite) .{0,15}(dalje|prijateljima)|nije potrebno odgovarati|"
            "(radujemo se|nadamo se|veselimo se|očekujemo) .{0,12}(vas|vašem|vidjeti|svima)|"
            "(obavještavamo|podsjećamo|informiramo)|(sa zadovoljstvom|s radošću)|na znanje|podsjetnik|"
            "(zabilježite|rezervirajte) datum|hvala (svima|vam (svima|na (podršci|povjerenju)))|"
            "(sretan|sretni|čestit) (božić|blagdani|uskrs)|(ne radimo (od|do)|bit ćemo zatvoreni)|"
            "okupljanje (u|ispred|kod)|kao (i )?svake godine|u privitku (je )?(zapisnik|program|cjenik|poziv)"
        ),
    ),
    asks_leave=(
        "s kim (mogu|možemo)|kome (mogu|da)|želite li (vidjeti|saznati|probati)|"
        "(mogu li|možemo li|smijem li) .{0,40}(poslati|pokazati|nazvati|pripremiti|predstaviti)|"
        "(zanima li|biste li|jeste li zainteresirani)|koliko .{0,30}trebate"
    ),
    requests=(
        "umjesto|od (jučer|jutros|danas|ponedjeljka|utorka|srijede|četvrtka|petka|subote|nedjelje)|"
        "kako smo (dogovorili|se)|curi|zapinje|"
        "(žel|htj|hte|treba|traž|mol|naruči|čekam |kupio|kupili|kupiti|raskid|otkaz|reklam|žalb|zanima|interes)|"
        "možete|može|biste|mogu li|ponud|cijen|cen[aue]|termin|povrat|zamjen|zamen|slom|pokvar|ošteć|ogreb|"
        "ne (radi|zatv)|nije|nisam|nismo|nedost|pogreš|hitno|životopis|posao|kada|kad|koliko|pošalj|nazov|"
        "problem|još uvijek|nažalost|odgovor"
    ),
    needs="treba|trebam|ponud|cijen|koliko",
    visits=(
        r"\d{1,3} (\p{L}+ )?(osoba|osobe|ljudi|gostiju|odraslih|djece|učenika|sudionika)|(bit će|biti će|bilo bi|"
        r"doći će) nas (oko )?\d{1,3}|bit ćemo (oko )?\d{1,3}|kod vas|k vama|do vas"
    ),
    announces=(
        r"novi posao ?(:|u(?!\p{L}))|"
        r"nov[aio] (\p{L}+ ){0,2}(poruk|upit|pitanj|zahtjev|odgovor)|(vam|ti) je (napisao|napisala|(poslao|"
        r"poslala|ostavio|ostavila|postavio|postavila) (nov\p{L} )?(poruku|upit|pitanje))|"
        "(poruka|upit|pitanje) od (?!vaš|naš)|zanima (se|ga|ju)|zainteresiran|traži |"
        "(želi|htio bi) (ponudu|rezervirati)|ispunio"
    ),
    voice=VoiceWords(
        common="i u na je za se ne od do s da će ili biti su",
        your="vaš vaša vaše vašu vam vas",
    ),
    sender_functions="podrška obavijesti sustav",
    letters=LetterWords(
        greetings=r"poštovan|dobar dan|zdravo|pozdrav|drag[aei]\b",
        closings=r"lijep\w* pozdrav\w*|srda[čc]\w+ pozdrav\w*|s po[šs]tovanjem",
        titles="gospodine?|gospođo",
        currencies="eura kn",
        orders="narudžba",
    ),
)
