"""Icelandic."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="(vil|viljum)_þakka takk þakka þökkum þakkir þakklát þakklátur þakklæti kærar_þakkir",
    thanked="kærlega fyrir mikið innilega bestu kærar þér ykkur allt aftur enn einu sinni svarið svörin svar hjálpina aðstoðina upplýsingarnar þolinmæðina ráðin ráðleggingarnar þjónustuna skilninginn tímann skjótt skjót góð góða gott fljótt snögg skýrt skýr frábæra frábær hlýju vinsemd og ég við ykkar þín þitt þína innilegar skýringarnar útskýringuna",
    praise="verður_(mjög_|)(glöð|glaður|ánægð|ánægður) frábært frábær flott fínt æðislegt glæsilegt snilld fullkomið yndislegt ánægð ánægður ánægðir glöð glaður hjálpaði hjálpaði_mikið leyst (nú|allt|það)_virkar(|_aftur|_vel|_fullkomlega) virkar_(aftur|núna|vel|fullkomlega) skil skilið skýrt",
    praised="það þetta er var mjög allt nú núna mér okkur þið eruð voruð konan maðurinn dóttir sonur mamma pabbi börnin mín minn og mikið vandamálið ég við erum svarið",
    wished="dag dags helgi helgar kvöld viku vika dagur jól ár páska sumar sumars frí dagsins rest kvölds jóla",
    good="góðan góða góðs góðrar góðu góð gott gleðileg gleðilega gleðilegt gleðilegra farsælt eigðu_góðan eigið_góðan eigðu_góða eigið_góða",
    wishing="eigðu eigið þér ykkur hafðu hafið og nýtt óska óskum í einnig sömuleiðis til allra komandi",
    common="og mjög þér ykkur ég við",
    formulas="ok allt_í_lagi_takk skil skilið móttekið allt_skýrt bless bæ sömuleiðis sjáumst ekkert_mál verði_þér_að_góðu gangi_þér_vel gangi_ykkur_vel hafðu_það_gott hafið_það_gott gott_að_(vita|heyra) til_hamingju",
    greetings="halló hæ sæl sæll sælir sæl_og_blessuð góðan_(dag|daginn) gott_kvöld kæri kæra kæru blessaður",
    closings="kveðja kveðjur kveðju bkv kv mbk virðingarfyllst",
    closed="með bestu góð kærri vinsamlegri vinsamleg kær hlý góðri",
    titles="herra frú dr",
    footers="þessi_tölvupóstur sent_úr",
)
