"""Polish."""

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
            "poza biurem|nieobecn[ay]|na urlopie|jestem (na urlopie|poza|nieobecn)|przebywam na|"
            "urlop(ie|em)? (macierzyńsk|wypoczynk)|biuro (jest|będzie) (nieczynne|zamknięte)|nie ma mnie w biurze|"
            "(biuro|sklep|firma|warsztat|gabinet) (jest|będzie|pozostaje) .{0,30}(nieczynn|zamknięt)|"
            "urlop(u|em|ie)? (macierzyńsk|rodzicielsk|wypoczynk|wychowawcz)|zwolnieniu lekarskim|nie pracuj[ęe] już|"
            "już nie pracuj|delegacji"
        ),
        added=(
            r"wrac|wróc|powroc|powrót|do dnia|do \d|pilnych|kontakt|ograniczony dostęp|odpowiem|odpisz|po powrocie|"
            r"od dnia|od \d|wraca|prosz[ęe] (o kontakt|kierować|pisać)|przekierow|ponownie|oddzwoni"
        ),
        maybe_away=(
            r"(na|w) (urlopie|zwolnieniu|delegacji|podróży|targach|szkoleniu|wyjeździe)|chor(y|a)(?!\p{L})|pogrzeb|"
            "żałob|nieczynn|zamknięt|nie pracuj|nieobecn|w podróży służbowej|poza (firmą|krajem|miejscem)|na l4|"
            r"biuro nieczynne|wolne(?!\p{L})|mam urlop"
        ),
        answers=(
            "zastępuje|zastępstw|odpowiem|odpiszę|odpowiemy|ograniczony dostęp|"
            "nie (czytam|odczytuję) (poczty|maili|wiadomości)|(w )?pilnych|po powrocie|proszę (kierować|pisać)|"
            r"następnym dniu roboczym|\d\.\d|odezwę się"
        ),
        alone=(
            "(w|podczas) (czasie )?mojej nieobecności|zastępuje mnie|ograniczony dostęp do (poczty|maili|skrzynki)|"
            "(skrzynka|adres).{0,30}nie jest już|po (moim )?powrocie odpowiem|odpowiem po powrocie|"
            "do tego czasu nie (czytam|sprawdzam|odbieram)|odpowiedź .{0,25}(może|mogą) (zająć|potrwać)|"
            "(gabinet|sklep|biuro|firma|warsztat|pracownia) ma urlop|zapraszamy ponownie"
        ),
        everyday_away=(
            "zwolnieni|gryp|operac|macierzyńsk|tacierzyńsk|opiek|ślub|delegac|w innym dziale|przeszł|przejął|przejęła|na emerytur|"
            "nie ma nas|"
            r"(kilka )?dni wolne|dni wolnego|dzień wolny|święto|świąteczn\p{L}+|"
            r"przerw\p{L} (świąteczn|urlopow|zimow|wakacyjn|technologiczn)|ma przerwę|w szpitalu|szpital|operacj|rehabilitacj|"
            r"na (szkoleniu|kursie|kwarantannie|konferencji|weselu)|szkoleni|inwentaryzacj|podróż\p{L}* poślubn|nie jestem już|"
            r"już nie jestem|odeszł|odszed|opuścił|strajk|długi weekend|mój ostatni dzień|na targach|targi|przeprowadzk\p{L}+|"
            r"remont\p{L}*|złaman\p{L}+|w gipsie|na (weselu|ślubie)|w (drodze|trasie)|(słaby|brak) zasięg\p{L}*|za granicą|"
            "nie ma mnie|nie będzie mnie|(w )?(poniedziałki|wtorki|środy|czwartki|piątki) nie|odpoczywamy|nie zajmuje się już|"
            "już się .{0,20}nie zajmuje|na zwolnieniu|bez zasięgu|wyjechał|w (szpitalu|górach|trasie|sanatorium|delegacji|podróży)|"
            r"na (budowie|morzu|targach|szkoleniu|zwolnieniu|macierzyńskim|tacierzyńskim|chorobowym|emerytur\p{L}+|wakacjach|"
            "rehabilitacji)|nad morzem|"
            r"(warsztat|sklep|piec|biuro|pracownia|zespół|maszyny) (stoi|stoją|odpoczywa\p{L}*|śpi|jest na|ma)|"
            "(zostałem|zostałam|zostaliśmy) (tatą|mamą|ojcem|matką|rodzicami)|pracuję (tylko|wyłącznie|w poniedział|we wtor|na pół)|"
            r"pół etatu|(ojciec|matka|mąż|żona|tata|mama|brat|siostra) (zmarł|nie żyje)\p{L}*|żałob\p{L}+|pogrzeb\p{L}*|wypad(ek|ku)|"
            r"przesz(edłem|łam) na emeryturę|bez (zasięgu|internetu|dostępu)|(brak|słaby) zasięg\p{L}*"
        ),
        everyday_answers=(
            "wracam do|zajmuje się|sprawami|poczta nie|(nie jest|nie są) (czytan|sprawdzan|odbieran)|odezw|przeczytam|"
            "proszę pisać do|pisać do|będę dostępn|bez (komputera|dostępu)|przejmuje|prowadzi moje|jutro|od poniedziałku|odezwiemy|"
            "do (poniedziałku|wtorku|środy|czwartku|piątku|niedzieli)|trudno (się )?(ze mną|z nami)|"
            r"(skrzynka|adres|konto) zostanie (zamknięt|usunięt|wyłączon)\p{L}|pomoże|pomaga|zastępuje mnie|teraz (robi|zajmuje)|"
            "(paczki|zamówienia|przesyłki) (ruszą|wyjdą|wysyłamy)|(jutro|rano) .{0,10}(rano|przeczytam|odpiszę)|"
            "do (poniedziałku|wtorku|środy|czwartku|piątku)|"
            "(prowadzi|przejął|przejęła|przejmuje|zajmuje się|opiekuje się|zastępuje|ma) (moj|w tym|tym|sprawy|wszystk|mnie|"
            r"go)\p{L}*|zastępuje|po kolei|w kolejności|stopniowo|"
            "(czytam|sprawdzam|zaglądam|odczytam|odpowiem|odpowiemy) .{0,20}(pocztę|mail|skrzynk|wieczor|rzadko|po|w)|wracam|wrócę|"
            "wracamy|znów|znowu|ponownie|jeśli to (pilne|sprawa)|pilne|w nagłych|wyślemy od|"
            r"od (poniedziałku|wtorku|środy|czwartku|piątku|\d)"
        ),
        subjects=(
            "przerwa (świąteczna|urlopowa|wakacyjna)|na urlopie|urlop|nieczynn|nieobecn|(jesteśmy|biuro|sklep) (zamknięt|nieczynn)|"
            "w (podróży|delegacji)|poza biurem|dziękuj(ę|emy) za (wiadomość|e-?mail|kontakt|zapytanie)|"
            r"(twoja|państwa|pana|pani) wiadomość\Z|otrzymaliśmy (twoj|państw|pana|pani)\p{L}* wiadomość|przerwa\Z|"
            r"(mamy|jesteśmy|jestem) (na|urlop|wolne|zamknięte|nieobecn)\p{L}*|(zamknięte|nieczynne|wolne) (od|do|w|z)|"
            "nie ma (mnie|nas)|zwolnienie lekarskie|emerytur|"
            r"(sklep|warsztat|biuro|pracownia|gabinet|restauracja|firma|salon|piekarnia)( \p{L}+)? (zamknięt|nieczynn|"
            r"na urlopie)\p{L}*|wracamy (w|od|po|do)"
        ),
        trade=(
            r"zamówienia (ze|z|złożone|internetowe|online|będą|wyślemy|realizujemy)|(na )?(oferty|faktury)(?!\p{L})|dostawy|"
            "(będą|zostaną|są) .{0,20}(wysłane|dostarczone|realizowane)"
        ),
        arranges=(
            "akceptuj(ę|emy)|zgadzam(y)? się|potwierdzam(y)?|zgoda|(może|mogą) (być|państwo)|pasuje|odpowiada (nam|mi)|"
            "klucz(e)? (ma|są|jest|zostawi)|"
            "(mąż|żona|syn|córka|sąsiad|sąsiadka|dozorca|mama) (jest w domu|będzie w domu|otworzy|wpuści|ma klucz)|"
            r"klucze? .{0,6}sąsiad\p{L}*|kiedy (państwo|chcecie)|zaliczk\p{L}+|przela\p{L}+|najlepiej"
        ),
        urgent="pilne|nagłe|pilna sprawa|spieszy",
    ),
    notices=NoticeWords(
        automatic=(
            "wiadomość automatyczna; automatyczna wiadomość; automatyczna odpowiedź; wygenerowana automatycznie; "
            "wygenerowany automatycznie; wysłana automatycznie; wysłany automatycznie; "
            "wiadomość została wygenerowana; generowana automatycznie; prosimy nie odpowiadać; "
            "prosimy na nią nie odpowiadać; proszę nie odpowiadać; nie odpowiadaj na; nie należy odpowiadać"
        ),
        receipt=(
            "państwa wiadomość została zatrzymana; twoja wiadomość została zatrzymana; że nie jest pan robotem; "
            "że jesteś człowiekiem; "
            "pana zgłoszenie zostało; pani zgłoszenie zostało; "
            "państwa reklamacja została; nadano numer; prosimy nie wysyłać ponownie; otrzymaliśmy twoj; otrzymaliśmy twój; "
            "otrzymaliśmy państwa; otrzymaliśmy pani; otrzymaliśmy pana; twoje zgłoszenie; państwa zgłoszenie zosta; "
            "zgłoszenie zostało; państwa zapytanie zosta; twoja wiadomość została; państwa wiadomość została; numer zgłoszenia; "
            "zostało zarejestrowane; potwierdzamy otrzymanie; potwierdzenie otrzymania; zostało zapisane pod numerem; "
            "zostało przyjęte; zostało przekazane; reklamacja została; wniosek został; numer sprawy; numer reklamacji; "
            "numer zgłoszenia to; pod numerem; otrzymaliśmy * zgłoszenie; na rozpatrzenie mamy; prosimy o podanie numeru; "
            "wysłano pomyślnie; pomyślnie przesłan; nie trzeba nic robić"
        ),
        courtesy=(
            "dziękujemy za kontakt; dziękujemy za wiadomość; dziękujemy za zgłoszenie; dziękujemy za przesłanie; "
            "odpowiemy najszybciej; odpowiemy w ciągu; skontaktujemy się; o wyniku powiadomimy; skontaktuje się z państwem; "
            "skontaktuje się z panem; w ciągu * dni; w ciągu * godzin; nasz konsultant; technik skontaktuje"
        ),
        trade=(
            "dziękujemy za zamówienie; dziękujemy za złożenie; dziękujemy za zakup; dziękujemy za płatność; "
            "potwierdzenie zamówienia; potwierdzenie wysyłki; potwierdzenie płatności; potwierdzenie rezerwacji; twoje zamówienie; "
            "państwa zamówienie zosta; państwa zamówienie nr * zosta; zamówienie zostało wysłane; zamówienie * zostało; "
            "twoja paczka; twoja przesyłka; państwa przesyłka; paczka jest w drodze; paczka została; śledź przesyłkę; śledź paczkę; "
            "numer przesyłki; twoja faktura; państwa faktura; w załączniku przesyłamy fakturę; otrzymaliśmy płatność; "
            "płatność została; twoja płatność; twoja rezerwacja; w załączniku * faktur; w załączeniu * faktur; gotowa do odbioru; "
            "gotowe do odbioru; twoje bilety; płatność odrzucona; zwrot * zlecony; twój wyciąg; państwa wyciąg; wyciąg * dostępny; "
            "wyciąg * gotowy; zwróciliśmy; zaktualizuj metodę; zwróciliśmy * na twoją; twoją kartą; twoja karta; państwa kartą; "
            "obciążenie rachunku; pobrano z twojego; twoje saldo; uznanie rachunku; płatność kartą * na kwotę"
        ),
        access=(
            "twój kod; kod weryfikacyjny to; kod weryfikacyjny:; jednorazowy kod; kod jednorazowy; użyj tego kodu; "
            "wpisz kod; wprowadź kod; kod jest ważny; kod wygasa; nie udostępniaj tego kodu; nie udostępniaj nikomu; "
            "zresetować hasło; resetowania hasła; zresetuj hasło; ustawić nowe hasło; twoje hasło zostało; "
            "nowe logowanie; potwierdź swój adres; potwierdź adres e-mail; jeśli to nie ty; jeżeli to nie ty; "
            "jeśli nie prosił; logowanie do twojego konta"
        ),
        appointment=(
            "przypomnienie o wizycie; przypomnienie o terminie; przypominamy o; przypominamy, że; twoja wizyta; "
            "państwa wizyta; pani wizyta; pana wizyta; wizyta odbędzie się; aby odwołać; odwołać lub przełożyć"
        ),
        survey=(
            "twoja opinia; państwa opinia; oceń swoje; oceń nasz; oceń zakup; oceń nas; wystaw opinię; "
            "wypełnij ankietę; wypełnienie ankiety; krótka ankieta; krótkiej ankiety; badanie satysfakcji; "
            "jak oceniasz; jak oceniają; czy polecił"
        ),
        held=(
            "w kwarantannie; do kwarantanny; raport kwarantanny; raport z kwarantanny; raport spamu; podsumowanie spamu; "
            "zatrzymane wiadomości; zablokowane wiadomości"
        ),
        program=(
            "zaprosił cię; zaprosiła cię; zaproszono cię; przyjmij zaproszenie; "
            "kopia zapasowa została; odnowi się automatycznie; odnowione automatycznie; wygasa za; wygaśnie; "
            "żadne działanie nie jest; nowe urządzenie; cotygodniowe podsumowanie; nieodebrane połączenie; "
            "nieodebranych połączeń; zaakceptował zaproszenie; zaakceptowała zaproszenie; odrzucił zaproszenie; "
            "odrzuciła zaproszenie; obserwuje cię; skomentował twoj; skomentowała twoj; kroków w tym tygodniu; "
            "twoja aktywność; usługa będzie niedostępna; przypisano ci; zgłoszenie * zamknięte; "
            "zgłoszenie * rozwiązane; podsumowanie tygodnia; przeprowadzimy prace"
        ),
        sign=(
            "chce odwołać wiadomość; chciałby odwołać wiadomość; chciałaby odwołać wiadomość; "
            "zareagował na twoją wiadomość; zareagowała na twoją wiadomość; zareagował(a) na"
        ),
        asks=(
            "pytania?; nie będzie cię * ?; nie ma cię w domu?; nie rozpoznajesz * ?; wolisz * ?; masz pytania?; "
            "mają państwo pytania?; potrzebujesz pomocy?; to nie ty?; jak oceniasz * ?; jak oceniają * ?; czy polecił * ?; "
            "czy jesteś zadowolon * ?; nie pamiętasz hasła?; rozpoznajesz * ?"
        ),
        formal=(
            "chcielibyśmy poznać; chcielibyśmy poinform; chcielibyśmy przypomn; prosimy o ocenę; prosimy o opinię; "
            "prosimy o cierpliwość; prosimy o wypełnienie; prosimy o nieodpowiadanie; proszę o nieodpowiadanie; "
            "proszę o cierpliwość; prosimy o potwierdzenie; czekamy na twoją; czekamy na państwa opini; "
            "czekamy na ciebie"
        ),
        first=(
            "ja; mnie; mi; mój; moja; moje; mojej; mojego; chciałbym; chciałabym; chcę; potrzebuję; zamówiłem; "
            "zamówiłam; otrzymałem; otrzymałam; dostałem; dostałam; czekam; mam"
        ),
        wants=(
            "chciałem wiedzieć; chciałam wiedzieć; chciałbym wiedzieć; chciałabym wiedzieć; chciałem zapytać; "
            "chciałam zapytać; chciałem spytać; chciałam spytać; chciałbym zapytać; chciałabym zapytać; "
            "zastanawiam się, czy; czy mogę prosić; pytam, czy; "
            "chcielibyśmy; potrzebujemy; szukamy; zamówiliśmy; nie otrzymaliśmy; czekamy; nasze zamówienie; "
            "nasze konto; prosimy o; czy możecie; czy może; czy mogą; nie dotar; nie przysz; nie działa; uszkodzon; "
            "błędn; brakuje; anulować; ale; proszę przysłać; proszę wysłać; ofertę; wycen; zapytanie ofertowe; "
            "proszę o ofert; proszę o wycen; proszę o przes; proszę o informacj; proszę o odpowiedź; proszę o pomoc; "
            "proszę o korekt; proszę o zmian; proszę o podanie; proszę o telefon; nadal czekam; wciąż czekam; "
            "ciągle czekam; proszę o odpowiedź; prosimy o odpowiedź"
        ),
        echo="twoja wiadomość; państwa wiadomość; treść zgłoszenia; treść wiadomości; napisał; kopia wiadomości",
    ),
    circulars=CircularWords(
        subjects=(
            "(zmiana|aktualizacja|podwyżka) (cennika|cen|adresu|godzin)|now(y|e|a) (cennik|ceny|adres|siedzib|godziny|numer)|"
            "godziny otwarcia|wesołych świąt|szczęśliwego nowego|życzenia|dzień otwarty|dni otwarte|zaproszenie|"
            "przerwa (świąteczna|urlopowa)"
            r"|(przerwa|urlop) (świąteczn|urlopow|wakacyjn|technolog|inwentaryz)\p{L}*|(nieczynne|zamknięte|"
            "będziemy nieczynni|firma nieczynna)|godziny (otwarcia|pracy|urzędowania)|(nowe|zmiana|zmienione) (godzin|ceny|"
            r"cen(?!\p{L})|cennik|adres|siedzib|numer|konta|rachunk)\p{L}*|(nowy|aktualny) cennik|podwyżk|(do|dla) wszystkich|"
            "(komunikat|ogłoszenie|informacja|zawiadomienie) (dla|o|do)|dziękujemy za (wizytę|odwiedz|spotkanie)|"
            "miło było (państwa|pana|panią|spotkać)|(walne|zebranie|zgromadzenie)|protokół z|dni otwarte|dzień otwarty|"
            "zaproszenie|przerwa w (dostaw|dopływ)|remont (drogi|ulicy)|(harmonogram|program|terminy) (kurs|zajęć|szkole|"
            "warsztat)|nowa (kolekcja|oferta sezonowa)|(wesołych|życzenia|radosnych)|inwentaryzacj"
        ),
        readers=(
            r"członk|członkini|czytelni|subskrybent|sąsi|mieszka|rodzic|klien|przyjaciele \p{L}+|wolontarius|sponsor|"
            "uczestni|wystawc|przedsiębiorc|kupcy|najemc|darczyńc|parafian|użytkowni|goście|absolwen|miłośni|"
            "spółdzielc|współwłaściciel|działkow|uczni|uczestnicz|studenc|emeryc|wierni|lokator|pacjen|pasażer|"
            "słuchacz|widzowie|akcjonari|obywatel|pasjonac|sympatyc|darczyńcy|wychowankow|kuracjusz|turyś|akwary|"
            "wędkarz|druhow"
        ),
        everybody=(
            r"wszys|przyjaciele|koleżank|koled|koleg|partner|kontrahen|dostawc|kochani|moi drodzy|drodzy[ ,!:]*\Z|"
            "miłośni|panie i panowie|szanowni|państwo|zespole|ekipo|rodzino|załogo|drużyno|moi mili|wszystkim"
        ),
        opts_out=(
            "(jeśli|jeżeli|gdyby) .{0,30}nie .{0,40}(otrzymyw|dostaw|wiadomości|maili|informacji|kontakt|zainteres)|"
            "(proszę )?odpisać .{0,10}(nie|stop|rezygn)|więcej nie napisz|"
            "nie (chcesz|chcecie|chcą państwo|życzysz sobie|życzą sobie państwo) .{0,60}|wypisz się|"
            "zarządzaj (zgodami|preferencjami|subskrypcj)|z (naszej|tej|mojej) listy|"
            r"otrzymuj\p{L}+ (tę|ten) (wiadomość|mail)"
        ),
        tells=(
            "(walne|roczne|sprawozdawcze|ogólne) (zebranie|zgromadzenie)|"
            "zebranie (członków|mieszkańców|rodziców|wspólnoty|sprawozdawcze|wiejskie)|wywiadówk|"
            "porządek (obrad|zebrania)|protokół z|godziny (otwarcia|pracy) (w |biura|sklepu|podczas|świąteczn)|"
            "(zmiana|nowe|zmienione) godzin|"
            "(nasz|nowy|nowa) (katalog|cennik|oferta na|sezon|kolekcj|program|adres|siedzib)|"
            "(zmiana|podwyżka|aktualizacja) (cen|cennika)|ceny (wzrosną|ulegną|wzrastają|zmien)|przeprowadzamy się|"
            "zmiana (siedziby|adresu)|(odwiedź|odwiedźcie|spotkajmy się|znajdziecie nas|zapraszamy)|"
            "(nasze |naszym )?stoisk|dzień otwarty|dni otwarte|drzwi otwarte|"
            "(kiermasz|festyn|piknik|loteria|dożynki|odpust|jarmark|wigilia|opłatek|biesiada|ognisko|majówka)|"
            "(zajęcia|kursy|warsztaty|próby|treningi) (rozpoczn|rusz|startuj|odbęd|odwołan|wracaj)|"
            "(nowe|kolejne) (terminy|kursy|warsztaty)|zapisy (trwają|do|pod|przyjm|ruszyły|u)|zapisz(cie)? się|"
            "(liczba|ilość) miejsc|(zostało|ostatnie|wolne) .{0,15}miejsc|"
            "składk(a|i|ę) (członkowsk|za|roczn|na|należy)|"
            "(szukamy|potrzebujemy|poszukujemy|potrzebni) .{0,12}(wolontariusz|chętnych|rąk|pomoc)|"
            "(przerwa|wyłączenie) (w dostawie|prądu|wody|ogrzewania)|(nie będzie|brak) (wody|prądu|ciepłej)|"
            "(prace|remont) (drogow|budowlan|klatki|windy|ulicy)|"
            r"(przekaż|podaj|prześlij)\p{L}* .{0,20}(dalej|znajom|innym)|(nie trzeba|nie ma potrzeby) odpowiadać|"
            "(do|mamy nadzieję do) (zobaczenia|rychłego)|(liczymy|czekamy) na (państwa|waszą|was|liczn|wszystkich)|"
            "(informujemy|przypominamy|zawiadamiamy|uprzejmie informujemy|ogłaszamy)|"
            r"(chcemy|chcieliby\p{L}+) (was|państwa) (poinformować|zaprosić|powiadomić)|"
            "z (radością|przyjemnością) (informuj|ogłasza|zaprasza|przedstawia)|do wiadomości|przypomnienie|"
            r"(zapisz|zarezerwuj)\p{L}* (datę|termin|w kalendarz)|najbliższe (wydarzenia|terminy|spotkani)|"
            "dziękujemy (wszystkim|za (wsparcie|zaufanie|obecność|wspóln))|wesołych świąt|zdrowych|"
            "(będziemy|jesteśmy|biuro|sklep) (nieczynn|zamknię)|poczęstunek|zbiórka (o|pod|przy)|jak co roku|"
            "w załączeniu (program|protokół|cennik|katalog|zaproszenie|plakat)"
        ),
    ),
    asks_leave=(
        "z kim (mogę|można|warto)|(chce|chcą) (pan|pani|państwo) (zobaczyć|wiedzieć|sprawdzić)|(czy |mogę|możemy|"
        "mogłabym|mógłbym) .{0,40}(przesłać|wysłać|pokazać|zadzwonić|przedstawić|podesłać|przygotować|umówić)|"
        "(warto|chcą państwo|są państwo zainteresowani|zainteresowan|dacie znać)|ilu .{0,40}potrzebuj|"
        "ile .{0,30}państwo potrzebuj"
    ),
    requests=(
        "zamiast|od (wczoraj|rana|dziś|poniedziałku|wtorku|środy|czwartku|piątku|soboty|niedzieli)|usterk|awari|"
        "zgodnie z ustal|jest na (starą|złą)|"
        "(bierzemy|biorę|akceptuj|planuj|myślimy|otwieramy|remontuj|przyjd|przyjad)|zaliczk|"
        "jeszcze (jed|dwa|trzy)|zacina|ciekn|chor[yae]|był[oa]? zamkni|wymiary|może przy|(chc|chciał|potrzeb|"
        "szuk|pros[zi]|poprosz|zamaw|zamówiłem|zamówiłam|zamówili|czekam(?!y na (państwa|was|ciebie))|reklam|"
        "kupi|wypowiada|rezygn|zgłasz|aplik|interesuj)|czy|mog[ąęl]|może(cie|my)|wycen|ofert|termin|zwrot|wymian|"
        "uszkodz|zepsu|poryso|pęk|nie (dzia|dotar|otrzyma|dostał|zamyka|przysz|mog)|brak|błę|pomył|piln|cv|"
        "życiorys|prac[aęy]|cen[aęny]|ile|kiedy|przesła|przyś|wyś|problem|nadal|wciąż|niestety|odpowied"
    ),
    needs="potrzebuj|szukam|wycen|ofert|ile kosztuje|cen[aęu]",
    visits=(
        r"\d{1,3} (\p{L}+ )?(osób|osoby|gości|dorosłych|dzieci|uczniów|uczestników)|(będzie|jest|byłoby) (nas |"
        r"gości )(około |ok\. )?\d{1,3}|u (państwa|was)|do (państwa|was) (przyjedziemy|przyjechać)"
    ),
    announces=(
        "now[aey] (zlecenie|pytanie)|masz now[ąe] (wiadomość|pytanie|zapytanie) ?:|"
        "telefon od|dzwoniła? (pan|pani|do)|prośba o oddzwonienie|"
        "wiadomość (w|na|z|przez) (whatsapp|messenger|instagram|facebook|telegram)|"
        r"now[aey] (\p{L}+ ){0,2}(wiadomość|zapytanie|pytanie|zgłoszenie|odpowiedź) (od|do|z|na|"
        r"dotycząc)(?! ciebie| państwa| pana| pani)|now[aey] (\p{L}+ )?(lead|zapytanie|klient|zapytanie ofertowe)|"
        "masz (nową |now[ey] )?(wiadomość|zapytanie|pytanie) (od|do)|"
        "(wysłał|zadał|napisał|zostawił)a? (do )?(ci|państwu|tobie|ciebie|wiadomość|pytanie)|"
        "(wiadomość|zapytanie|pytanie) od (?!twoj|twój|nas)|jest zainteresowan[ya]|(szuka|poszukuje) |"
        "chce (otrzymać|zarezerwować|się skontaktować)|"
        "(wypełnił|wypełniła|przesłał|przesłała) (twój |państwa )?formularz"
    ),
    voice=VoiceWords(
        common="w z na do się nie jest od dla po za że oraz został została został przez o",
        your="twój twoje twoja twojego twojej twoich ci państwa państwu pana pani",
    ),
    sender_functions="pomoc wsparcie powiadomienia obsługa",
    telephone=r"tel\b|tele?[fp]h?o|nr tel|numer tel|komórk",
    letters=LetterWords(
        greetings=r"dzień dobry|szanown|witam|cześć|drodzy|drog[ai]\b",
        closings="(?:serdecznie )?pozdrawiam|z powa[żz]aniem|pozdrowienia",
        titles="pana?|panie|pani",
        titles_of_many="panowie|państwo",
        currencies="zł złotych",
        orders="zamówienie",
    ),
)
