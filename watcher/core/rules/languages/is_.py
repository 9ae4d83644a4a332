"""Icelandic."""

from __future__ import annotations

from watcher.core.rules.languages.words import AbsenceWords, CircularWords, LanguageWords

WORDS = LanguageWords(
    absence=AbsenceWords(
        away="í fríi|í orlofi|ekki við|ekki á skrifstofunni|í sumarfríi|skrifstofan er lokuð|fæðingarorlofi",
        added=r"til og með|til \d|frá|kem aftur|svara|áríðandi|hafið samband",
        maybe_away=(
            "veik(ur|indum)|jarðarför|lokað|sýningu|í (fríi|orlofi|leyfi|ferð|vinnuferð)|ekki (við|á)|"
            r"hætt(ur|i)? (störfum|hjá)|fjarverandi|frí(?!\p{L})"
        ),
        answers="leysir mig af|takmarkað|svara|brýnt|áríðandi|næsta virkan dag|kem aftur|hafið samband við",
        alone="í fjarveru minni|á meðan ég er fjarverandi|leysir mig af",
        everyday_away=(
            "fæðingarorlof|veikindale|brúðkaup|vinnuferð|eftirlaun|"
            "frídag|nokkra daga|almennur frídagur|helgidag|hlé|sjúkrahús|spítala|aðgerð|námskeið|talning|ekki lengur|"
            "hætt(ur)?|verkfall|(ég )?er (í burtu|ekki við|frá)|vinn ekki|hvílum okkur|sér ekki lengur"
        ),
        everyday_answers=(
            "í vinnu|mæti aftur|sér um|höfum samband|á morgun|ekki lesin|tiltæk|skrifið|les póst|tekur við|"
            "næstu viku|hjálpar|leysir mig af|í fyrramálið|fram á (mánudag|þriðjudag|miðvikudag|fimmtudag|föstudag)"
        ),
    ),
    circulars=CircularWords(
        subjects=(
            r"(opnunartím|opnunartími)\p{L}*|(lokað (verður|í|á|vegna)|sumarlokun|jólalokun|vörutalning)|(ný|nýtt|breytt|"
            r"breyting á) (verð|verðskrá|heimilisfang|reikning|opnun)\p{L}*|verð(hækkun|breyting)\p{L}*|(við flytjum|"
            r"erum flutt)|til allra|(tilkynning|auglýsing)|takk fyrir (komuna|heimsóknina)|(aðal|félags)fund\p{L}*|fundargerð|"
            "(boð|boðskort|ykkur er boðið)|opið hús|(gleðileg jól|gleðilegt|gleðilega páska)|(vatns|rafmagns)(lokun|leysi)"
        ),
        readers=(
            "félag(ar|smenn|i)|félagsmenn|lesend|áskrifend|nágrann|íbúar|foreldrar|viðskiptavin|gestir|þátttakend|"
            "sjálfboðalið|nemend|sóknarbörn|iðkend|leigjend"
        ),
        everybody="all(ir|ar|t)|vinir|öll|kæru (vinir|allir|öll)|samstarfs",
        opts_out="ef þú vilt ekki|af (lista|póstlista)",
        tells=(
            "aðalfund|félagsfund|fundargerð|dagskrá|opnunartím|"
            "(ný|nýr|nýtt) (vörulist|verðskrá|heimilisfang|dagskrá|námskeið)|verð(hækkun|breyting)|"
            "(flytjum|höfum flutt)|opið hús|(basar|tónleikar|tombóla|markaður|vinnudagur)|"
            "(námskeið|æfingar) (hefj|byrj)|skráning|skráið ykkur|félagsgjald|sjálfboðaliða|"
            "(minnum|tilkynnum|upplýsum|bjóðum)|hlökkum til|hlakka til að sjá (ykkur|alla)|takk (allir|öll)|gleðileg|"
            "(lokað|verður lokað) (frá|til|dagana)|kaffi og|eins og á hverju ári"
        ),
    ),
    visits=r"\d{1,3} (\p{L}+ )?(manns|gestir|fullorðn|börn|nemend|þátttakend)|við verðum (um )?\d{1,3}|hjá ykkur",
)
