"""Serbian."""

from __future__ import annotations

from watcher.core.rules.languages.words import AbsenceWords, CircularWords, LanguageWords, LetterWords

WORDS = LanguageWords(
    absence=AbsenceWords(
        away=(
            "на годишњем|нисам у канцеларији|ван канцеларије|одсутан|одсутна|на одмору|на боловању|на службеном путу|"
            "канцеларија је затворена"
        ),
        added="до |од |вратим|враћам|повратк|хитн|обратите|одговор",
        maybe_away=(
            "bolovanj|bolest(an|na)|sahran|zatvoren|sajm|godišnj|putu|ne radim|nisam (u|na)|porodilj|odsut|"
            "više nisam|на боловању|болест(ан|на)|сахран|затворен|сајм|годишњ|путу|не радим|нисам (у|на)|породиљ|"
            "одсут|више нисам"
        ),
        answers=(
            r"ne čitam|zamenjuje|menja me|ograničen|odgovoriću|javiću se|hitn|sledeć\p{L}+ radn|vraćam se|obratite se|"
            "не читам|замењује|мења ме|ограничен|одговорићу|јавићу се|хитн|враћам се|обратите се"
        ),
        alone="(za vreme|tokom) mog odsust|menja me|zamenjuje me|(за време|током) мог одсуст|мења ме|замењује ме",
        everyday_away=(
            r"боловањ|грип|свадб|службен\p{L}* пут|пензиј|преузе|без сигнала|одмор|službeno[mg] put|"
            "slobodnih dana|slobodan dan|nekoliko|praznik|pauz|u bolnici|bolnic|operacij|na (obuci|seminaru|kursu)|inventar|"
            "više nisam|otišao|otišla|napusti[ol]|štrajk|слободних дана|слободан дан|неколико|празник|пауз|у болници|болниц|операциј|"
            "на (обуци|семинару|курсу)|попис|више нисам|отишао|отишла|напусти|nema me|nisam tu|"
            "(ponedeljkom|utorkom|sredom|četvrtkom|petkom) ne|ne radi(m|mo)|odmaramo|nemam signala|нема ме|нисам ту|не ради(м|мо)|"
            "одмарамо|na (bolovanju|porodiljskom|moru|putu|sajmu|gradilištu|odmoru)|u (bolnici|inostranstvu|penziji)|"
            "на (боловању|мору|путу|сајму|одмору)|у (болници|иностранству|пензији)"
        ),
        everyday_answers=(
            "ponovo radim|preuzima|poštu ne|ne čita|javljamo se|javićemo|dostup(an|na)|pišite|sutra|поново радим|преузима|пошту не|"
            "не чита|јављамо се|јавићемо|доступ(ан|на)|пишите|сутра|(pomaže|pomoći će)|menja me|(paketi|porudžbine) (kreću|idu)|"
            "sutra ujutru|do (ponedeljka|utorka|srede|četvrtka|petka)|помаже|мења ме|до (понедељка|уторка|среде|четвртка|петка)|"
            "(vodi|preuzeo|preuzela|menja|zamenjuje|brine) |(води|преузео|преузела|мења|замењује|брине) |redom|редом|ponovo|поново|"
            r"opet|опет|hitn\p{L}+|хитн\p{L}+"
        ),
        subjects=(
            "godišnj|na (odmoru|bolovanju|putu)|zatvoreno|ne radimo|odsut|одмор|на одмору|затворено|не радимо|одсут|годишњ|"
            r"(radnja|radionica|kancelarija|ordinacija|prodavnica) .{0,12}(zatvoren|na odmoru|ne radi)\p{L}*|"
            r"(радња|радионица|канцеларија|продавница) .{0,12}(затворен|на одмору|не ради)\p{L}*"
        ),
        arranges="prihvatam(o)?|slažem(o)? se|potvrđuje(m|mo)|odgovara (nam|mi)|прихватам|слажем|потврђуј|одговара нам",
        urgent="hitno|хитно",
    ),
    circulars=CircularWords(
        subjects=(
            "нов(и|о|е) (ценовник|радно|адреса|цене)|радно време|преселили|срећн|честит|позивница|novi cenovnik|radno vreme|"
            "srećn|čestit"
            r"|(godišnji|kolektivni) odmor|(zatvoreno|zatvoreni|ne radimo|neradn)\p{L}*|radno vreme|(novi|promena|izmena|nove|"
            r"korekcija) (cenovnik|cen|adres|račun)\p{L}*|poskupljenje|(selimo|preselili)|svim (kupc|klijent|članov|stanar|"
            r"roditelj)\p{L}*|obaveštenje|(годишњи|колективни) одмор|(затворено|не радимо|нерадн)\p{L}*|радно време|(нови|"
            r"промена|измена|нове) (ценовник|цен|адрес|рачун)\p{L}*|обавештење|позив(ница)?(?!\p{L})|скупштина|записник|"
            r"дан отворених|(срећан|срећна|честит)\p{L}*"
        ),
        readers=(
            "члан|читаоц|претплатни|комшиј|суседи|станар|родитељ|корисни|купц|гост|грађан|суграђан|"
            "пријатељи (удружења|музеја|клуба)|volonter|članov|čitaoci|komšij|stanar|roditelj"
        ),
        everybody="сви|свима|пријатељ|колег|партнер|драги моји|даме и господо|svi|svima|prijatelj|koleg|dragi moji",
        opts_out="ако (више )?не желите|одјавите се|ako (više )?ne želite|odjavite se",
        tells=(
            "(годишња|редовна) (скупштина|седница)|дневни ред|записник|(ново|празнично) радно време|"
            "(нови|нова) (каталог|ценовник|програм|сезона|адреса)|(повећање|промена) цена|селимо се|посетите нас|"
            "штанд|отворена врата|(сајам|концерт|радионица|дружење)|пријаве (до|су)|пријавите се|чланарин|"
            "(обавештавамо|подсећамо)|(радујемо се|очекујемо) .{0,12}(вас|свих)|хвала свима|"
            "срећ(ан|ни) (божић|празници)|не радимо (од|до)|(godišnja|redovna) skupština|radno vreme|cenovnik|"
            "obaveštavamo|podsećamo|prijavite se|članarin|posetite nas"
        ),
    ),
    requests=(
        "(жел|хте|треба|траж|мол|наруч|чека|купи|раскид|отказ|реклам|жалб|занима|интерес)|можете|може|бисте|"
        "понуд|цен|термин|поврат|замен|слом|поквар|оштећ|не (ради|затв)|није|нисам|нисмо|недост|погреш|хитно|"
        "биографиј|посао|када|колико|пошаљ|позов|проблем|још увек|нажалост|одговор"
    ),
    needs="треба|понуд|цен|колико|treba|ponud|cen[aeiou]|koliko",
    visits=(
        r"\d{1,3} (\p{L}+ )?(osoba|osobe|ljudi|gostiju|odraslih|dece|učenika|učesnika|особа|људи|гостију|одраслих|"
        r"деце|ученика)|biće nas (oko )?\d{1,3}|биће нас (око )?\d{1,3}|kod vas|код вас"
    ),
    announces=(
        "(нови посао|novi posao) ?(:|у|u)|"
        r"нов[аио] (\p{L}+ ){0,2}(порук|упит|питањ|захтев|пријав)|"
        "(вам|ти) је (написао|написала|(послао|послала|оставио) (поруку|упит|питање))|(порука|упит|питање) од |"
        r"заинтересован|тражи |nov[aio] (\p{L}+ ){0,2}(zahtev|poruk|upit)|"
        "(vam|ti) je (napisao|napisala|(poslao|poslala|ostavio) (poruku|upit|pitanje))"
    ),
    sender_functions="podrška sistem",
    letters=LetterWords(
        greetings="poštovan|dobar dan|zdravo|pozdrav",
        closings="с поштовањем|поздрав",
        titles="господине|госпођо",
        currencies="din dinara дин динара",
        orders="porudžbina",
    ),
)
