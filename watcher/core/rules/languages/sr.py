"""Serbian."""

from __future__ import annotations

from watcher.core.rules.languages.words import AbsenceWords, LanguageWords

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
            "slobodnih dana|slobodan dan|nekoliko|praznik|pauz|u bolnici|bolnic|operacij|na (obuci|seminaru|kursu)|"
            "inventar|više nisam|otišao|otišla|napusti[ol]|štrajk|слободних дана|слободан дан|неколико|празник|пауз|"
            "у болници|болниц|операциј|на (обуци|семинару|курсу)|попис|више нисам|отишао|отишла|напусти"
        ),
        everyday_answers=(
            "ponovo radim|preuzima|poštu ne|ne čita|javljamo se|javićemo|dostup(an|na)|pišite|sutra|поново радим|"
            "преузима|пошту не|не чита|јављамо се|јавићемо|доступ(ан|на)|пишите|сутра"
        ),
    ),
    requests=(
        "(жел|хте|треба|траж|мол|наруч|чека|купи|раскид|отказ|реклам|жалб|занима|интерес)|можете|може|бисте|"
        "понуд|цен|термин|поврат|замен|слом|поквар|оштећ|не (ради|затв)|није|нисам|нисмо|недост|погреш|хитно|"
        "биографиј|посао|када|колико|пошаљ|позов|проблем|још увек|нажалост|одговор"
    ),
    announces=(
        r"нов[аио] (\p{L}+ ){0,2}(порук|упит|питањ|захтев|пријав)|"
        "(вам|ти) је (написао|написала|(послао|послала|оставио) (поруку|упит|питање))|(порука|упит|питање) од |"
        r"заинтересован|тражи |nov[aio] (\p{L}+ ){0,2}(zahtev|poruk|upit)|"
        "(vam|ti) je (napisao|napisala|(poslao|poslala|ostavio) (poruku|upit|pitanje))"
    ),
)
