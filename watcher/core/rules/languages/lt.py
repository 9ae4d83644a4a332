"""Lithuanian."""

from __future__ import annotations

from watcher.core.rules.languages.words import AbsenceWords, CircularWords, LanguageWords

WORDS = LanguageWords(
    absence=AbsenceWords(
        away=(
            "atostogauju|atostogose|atostogų|nesu biure|esu išvyk|komandiruotėje|biuras (uždarytas|nedirba)|"
            "motinystės|nedirbu"
        ),
        added="iki|nuo|grįš|grįž|atsaky|skub|kreipkitės|susisiekite",
        maybe_away="serg(u|a)|laidotuv|komandiruot|uždaryt|nebedirb|parodoje|atostog|išvyk|nedirb|tėvystės|nedarbingum|nesu",
        answers="pavaduo|koleg|ribot|atsakysiu|atsakysime|skubi|kitą darbo dieną|grįžus|kreipkitės|susisiekite",
        alone=(
            "mano nebuvimo metu|mane pavaduoja|man nesant|iki tol .{0,20}(neskaitau|netikrinu)|atsakymas gali užtrukti"
        ),
        everyday_away=(
            r"laisv\p{L}+ dien|kelias dienas|švent\p{L}+ dien|šventin|pertrauk|ligoninė|operacij|mokymuose|kursuose|"
            "seminare|inventorizacij|nebesu|išėjau|nebe|nedirba|streik"
        ),
        everyday_answers=(
            "grįžtu|tvarko|laiškų ne|ne(skait|tikrin)|susisieks|pasiekiam|rašykite|rytoj|be (kompiuterio|prieigos)|"
            "perskaitysiu|perima|kitą savaitę"
        ),
    ),
    circulars=CircularWords(
        readers=(
            "nari|skaityto|prenumerato|kaimyn|gyvento|tėv(ai|eli)|klient|savanor|rėmėj|dalyvi|verslinink|nuominink|"
            "svečia|vartotoj"
        ),
        everybody="visi|visiems|draugai|koleg|partner",
        invites="kviečia|maloniai kviečia",
        opts_out="jei (nebe|ne)norit|jei nepageidauja|nebenorite|nenorite .{0,30}gauti|atsisakykite",
    ),
    asks_leave=(
        "(ar )?(galiu|galėčiau|galime) .{0,40}(atsiųsti|nusiųsti|parodyti|paskambinti|pristatyti)|"
        "ar .{0,20}domina|kiek .{0,30}reikia"
    ),
    requests=(
        "(norė|noriu|norime|reik|ieško|praš|užsak|lauki|perk|nutrauk|atšauk|reklam|skund|domin|domi)|prašau|"
        "prašom|gal(ite|ėtu)|ar |pasiūlym|kain|laik[ąo]|grąžin|pakei|sugad|sulūž|pažeis|neveik|negav|neat|"
        "neužsidar|trūk|klaid|neteising|skub|cv|darb[oą]|kada|kiek|atsių|skambin|problem|vis dar|deja|atsaky"
    ),
    announces=(
        r"nauj[ao]s? (\p{L}+ ){0,2}(žinut|užklaus|klausim|paraišk|pranešimas nuo)|"
        "(atsiuntė|parašė|paliko) (jums|tau|žinut)|(žinutė|klausimas|užklausa) (nuo|iš) (?!jūsų|bank)|domisi|"
        "ieško |užpildė"
    ),
)
