"""Polish."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="dziękuję dziękujemy dzięki podziękowania podziękować podziękowaniem dziękować wdzięczny wdzięczna wdzięczni dziekuje dziekujemy dzieki dziękujący dziękując dziękówka",
    thanked="""
        tak_(szybką|szybkie|szybki|miłą|miłe|dobrą|sprawną|wyczerpującą|wyczerpujące|obszerną|dokładną|jasne|fachową|profesjonalną|cenne|cenną)
        (chciałbym|chciałabym|chcielibyśmy|chcę)_(bardzo_|serdecznie_|gorąco_|)podziękować
        bardzo serdecznie serdeczne ślicznie pięknie stokrotnie jeszcze raz państwu panu pani wam ci wielkie gorąco uprzejmie najserdeczniej
        ogromnie naprawdę szczerze ogromne za i z serca całego jestem jesteśmy raz_jeszcze
        wszystko całą cały szybką szybkie szybki miłą miłe pańską pana pani państwa twoją waszą wasze błyskawiczną wyczerpującą
        wyczerpujące cenną cenne fachową sprawną ekspresową jasne jasną dokładną dobrą profesjonalną profesjonalne okazaną
        poświęcony obszerną konkretną przemiłą rzetelną świetną
        odpowiedź odpowiedzi pomoc informację informacje wiadomość wyjaśnienie wyjaśnienia kontakt obsługę czas reakcję
        cierpliwość radę rady poradę porady zaangażowanie życzliwość uprzejmość wyrozumiałość zrozumienie wsparcie trud
        fatygę mail maila wskazówki wskazówkę potwierdzenie profesjonalizm troskę uwagę podpowiedź współpracę pracę podejście
        zainteresowanie gościnność zaufanie opiekę
        że_(pan|pani|państwo)_(tak_szybko_|od_razu_|)(odpisał|odpisała|odpisali|odpowiedział|odpowiedziała|pomógł|pomogła)
        za_(wszystko|szczerość|szczerą_odpowiedź|błyskawiczną_odpowiedź|ekspresową_odpowiedź|tak_szybką_odpowiedź|dobre_słowo|miłe_słowa|dobre_serce|wiadomość|szybki_odzew|odzew|szybkie_info|info|interwencję)
        z_głębi_serca z_całego_serca szczerość szczerą odzew przeogromne stokrotne
    """,
    praise="""
        bardzo_(dobrze|dobra)
        (ucieszy|ucieszą|ucieszyła|ucieszył)_się (będzie|będą)_(zachwycon(a|y|e)|szczęśliw(a|y|e)|zadowolon(a|y|e)|przeszczęśliwa|przeszczęśliwy)
        super świetnie świetny świetna świetne doskonale wspaniale wspaniały wspaniała rewelacja rewelacyjnie idealnie miło
        pięknie cudownie ekstra fantastycznie fajnie bomba wyśmienicie znakomicie miły miła mili uprzejmy pomocny pomocna
        zachwycona zachwycony zachwyceni szczęśliwa szczęśliwy szczęśliwi zadowolona zadowolony zadowoleni cieszę cieszymy
        cieszy ucieszyła pomogło pomogła pomogli pomógł rozwiązany rozwiązana jasne jasna działa_(już|teraz|znowu|wszystko|znów|świetnie|bez_zarzutu|idealnie) (już|teraz|wszystko|znowu|wszystko_już|teraz_już)_działa(|_świetnie|_idealnie) zadziałało udało wyjaśnione
        (dokładnie_|właśnie_|)o_to_(mi_|nam_|)chodziło wszystko_(jasne|wiem|rozumiem) rozumiem zrozumiałem zrozumiałam ulga
    """,
    praised="""
        to jest było są jesteście pan pani państwo wszystko bardzo naprawdę mi nam się już teraz moja mój moi nasza nasz żona mąż córka syn
        mama tata rodzice dzieci rodzina szef szefowa koleżanka kolega babcia dziadek z państwa pana strony problem sprawa
        odpowiedź pomoc obsługa dzięki został została tego pełna pełen niezmiernie ogromnie jestem jesteśmy wiadomość
    """,
    wished="""
        dnia weekendu wieczoru tygodnia popołudnia świąt roku urlopu dzień weekend wieczór tydzień święta świętami wakacji
        wypoczynku odpoczynku zdrowia sukcesów powodzenia szczęścia majówki wielkanocy wielkanocnych bożonarodzeniowych smacznego_jajka mokrego_dyngusa bogatego_mikołaja bożego_narodzenia sylwestra ferii rok pracy nocy
        dyngusa
    """,
    good="""
        miłego udanego dobrego spokojnego przyjemnego wesołych spokojnych zdrowych rodzinnych pogodnych szczęśliwego pomyślnego radosnych pogodnych
        dużo wspaniałego udanych miły dobry pięknego słonecznego rodzinnych błogosławionych wszystkiego_dobrego wszystkiego_najlepszego owocnego ciepłych samych
    """,
    wishing="""
        życzę życzymy życząc i również państwu panu pani wam także całemu zespołowi oraz nowego nowym w z okazji reszty rodzinie
        rodziny całej dla bliskim i_również wielkiej_nocy całego ten też z_całego_serca mnóstwa bardzo do_siego
        dla_wszystkich wielkanocnych bożego_narodzenia rodziny_i_przyjaciół
    """,
    common="i a bardzo państwu panu pani mi nam również jeszcze_raz też",
    formulas="""
        (teraz_|już_)(wszystko_|)(wiem|rozumiem|jasne) to_wszystko_wyjaśnia (jestem|jesteśmy)_(spokojna|spokojny|spokojni|spokojniejsza) co_za_(ulga|szybkość|obsługa) (jesteście|jest_pan|jest_pani|są_państwo)_(wspaniali|najlepsi|niezawodni|niezastąpieni|aniołem|cudowna|cudowny) (będę|będziemy)_(was_|państwa_|)polecać polecam_(wszystkim|każdemu) pięć_gwiazdek wszystko_dotarło znalazłam znalazłem to_był_ten_problem pozdrowienia_dla_(wszystkich|całego_zespołu) to_(bardzo_|)(miłe|miło)_z_(pana|pani|państwa)_strony dużo_zdrowia zdrówka szerokiej_drogi
        (miłej|udanej|spokojnej|dobrej)_(niedzieli|soboty|środy|nocy) (miłego|udanego)_(piątku|poniedziałku|wtorku|czwartku)
        ok okej okay rozumiem zrozumiałem zrozumiałam jasne odnotowałem odnotowałam przyjąłem przyjęłam wszystko_(jasne|rozumiem|w_porządku|ok)
        wzajemnie nawzajem do_(widzenia|zobaczenia|usłyszenia) wszystkiego_(dobrego|najlepszego) na_razie pa trzymajcie_się proszę_bardzo nie_ma_za_co nie_ma_sprawy cała_przyjemność_po_(mojej|naszej)_stronie
        również_dziękuję ja_również_dziękuję my_również_dziękujemy to_my_dziękujemy dobrze_wiedzieć miło_(słyszeć|wiedzieć|to_słyszeć) cieszę_się gratuluję gratulacje z_bogiem szczęść_boże bóg_zapłać
        (w_razie_pytań_|)(pozostaję|pozostajemy)_do_dyspozycji pozostaję_do_dyspozycji przepraszam_za_(kłopot|fatygę) to_wszystko (dokładnie_|)to_było_to i_wzajemnie
        ach och uff oj hurra aha no_to_wszystko_jasne
        (teraz_|już_|no_to_|)(wszystko_|)(jasne|wiem|rozumiem|zrozumiałe|wiadomo)(|_co_i_jak)
        to_(mi_|nam_|)(wszystko_|wiele_|)(wyjaśnia|wystarczy|wystarcza)
        (była|był|było|trafiła|trafił|wylądowała|wpadła|wpadł)_(w_spamie|do_spamu)
        (znalazłam|znalazłem|odnalazłam|odnalazłem)(|_w_spamie) kamień_(spadł_mi_|)z_serca (spadł|spada)_mi_kamień_z_serca
        (działa|chodzi|pracuje|świeci|grzeje)_(już_|znów_|znowu_|teraz_|)(jak_nowy|jak_nowa|jak_marzenie|idealnie|bez_zarzutu|świetnie|jak_w_zegarku|jak_złoto)
        jak_(nowy|nowa|nowe) (problem_|sprawa_|)(rozwiązany|rozwiązana|załatwiona|załatwione|z_głowy)
        (nie_trzeba|nie_musi_pan|nie_musi_pani|proszę_nie)_(już_|)(odpisywać|odpowiadać)
        (chciałam|chciałem)_tylko_(podziękować|dać_znać|to_powiedzieć)
        (jest_pan|jest_pani|jesteście|są_państwo|jesteś)_(po_prostu_|naprawdę_|)(wspaniały|wspaniała|wspaniali|wielki|wielka|wielcy|niezastąpiony|niezastąpiona|niezastąpieni|kochany|kochana|kochani|super|najlepsi|najlepsza|najlepszy|aniołem|aniołami|skarbem|mistrzem|mistrzami|genialni)
        (co_za_|)(ekspresowa|błyskawiczna|świetna|wspaniała|super|profesjonalna)_(odpowiedź|obsługa|reakcja|pomoc)
        (proszę_|)(pozdrowić|ucałować)_(żonę|męża|wszystkich|mamę|rodzinę|całą_ekipę|pana_)(|_ode_mnie|_od_nas)
        (udanych|owocnych|obfitych)_(zbiorów|żniw|plonów|wakacji|świąt|ferii) (szczęśliwego|dobrego|pomyślnego)_nowego_roku
        niech_(pana|panią|państwa|wam|was)_bóg_(błogosławi|wynagrodzi) dużo_(zdrowia|zdrówka|siły|sił|dobrego)
        (to_|)(bardzo_|)(miłe|miło|uprzejme|życzliwe)_z_(pana|pani|państwa|twojej|waszej)_strony chapeau_bas czapki_z_głów brawo
        pełen_profesjonalizm pełna_profeska
    """,
    greetings="dzień_dobry dobry_wieczór witam(|_serdecznie|_ponownie|_państwa|_pana|_panią) cześć hej szanown(y|a|i|e)(|_państwo|_panie|_pani|_panowie) drodzy(|_państwo) drogi droga witajcie",
    closings="pozdrawiam pozdrawiamy pozdrowienia poważaniem szacunkiem szacunku pozdr ukłony pozdrowieniami życzy uszanowanie",
    closed="z serdecznie serdeczne gorąco wyrazami łączę najlepsze ciepłe ciepło całego dla całej ekipy zespołu słonecznego wyrazy cieplutko dużo także mojej rodziny najlepszymi ze serdecznymi przesyłam mocno pozostaję",
    titles="pan pani panie panu panią państwo dr mgr inż prof mec",
    functions="dyrektor kierownik właściciel właścicielka specjalista zakupów sprzedaży dział biuro asystentka prezes zarządu księgowa księgowość",
    footers="ta_wiadomość treść_tej_wiadomości niniejsza_wiadomość pomyśl_o_środowisku zanim_wydrukujesz nip krs regon wysłan(e|o)_z informacje_zawarte poufne administratorem_danych rodo",
)
