"""Danish."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="tak takker taknemmelig taknemmelige tusindtak mangetak takke",
    thanked="""
        skal_(du|i|de)_(virkelig_|)have (jeg|vi)_vil_(gerne_|bare_|)(sige|takke)
        mange tusind tusinde hjertelig hjerteligt stor stort så meget igen for alt alle hele til endnu en gang jeg vi virkelig oprigtigt varmt rigtig super
        hurtigt hurtige hurtig gode godt god fine fint fin søde venlige venlig grundige grundigt tydelige tydeligt professionel dejlige gode_råd din dit dine jeres det den dette denne al
        hjælpen svaret svar hjælp informationen oplysningerne tilbagemeldingen info tilbagemelding besked information service servicen respons tålmodighed tålmodigheden råd rådet rådgivning rådgivningen tip tips forklaring forklaringen forståelse venlighed venligheden indsats indsatsen støtte ulejlighed ulejligheden arbejde mail mailen tid tiden behandling betjening betjeningen opmærksomhed samarbejde samarbejdet afklaring og tager_sig_tid mig os
        for_at_du_(gad_svare|svarede|tog_dig_tid|hjalp_mig|hjalp_os|sagde_til)
        for_at_i_(gad_svare|svarede|tog_jer_tid|hjalp_mig|hjalp_os)
        for_(alt|ærligheten|omtanken|ulejligheden|venligheden|den_gode_service|et_hurtigt_svar|hurtigt_svar|godt_svar|et_godt_svar|et_fyldigt_svar|hurtig_respons)
        af_hele_mit_hjerte ærlighed omtanke
    """,
    praise="""
        (bliver|vil_blive)_(så_|meget_|rigtig_|)(glad|glade|lykkelig|tilfreds|overlykkelig)
        super perfekt dejligt skønt fedt herligt fantastisk fantastiske fremragende flot fornemt genialt sejt kanon sødt søde sød venligt venlige venlig hjælpsom hjælpsomme topklasse rart smukt suverænt lækkert
        glad glade tilfreds tilfredse lettet lykkelig lykkelige superglad ovenud løst hjalp hjulpet lykkedes fungerede virkede
        (nu_|alt_|det_|)(fungerer|virker)_(det_|alt_|)(igen|nu|perfekt|som_det_skal|fint|godt|upåklageligt) nu_(fungerer|virker)(|_det|_alt)(|_igen|_perfekt|_som_det_skal) (lige_|præcis_|netop_|)(det_|)(jeg|vi)_(havde_brug_for|ville_vide|manglede_at_vide) forstår forstået
    """,
    praised="det her dette er var blev har så meget rigtig virkelig nu alt mig os helt af dig jer du i jeg vi min vores kone mand datter søn mor far forældre børn børnene familie familien chef kollega kolleger kæreste mormor svar svaret hjælp hjælpen problemet med en et vildt utroligt endelig at_høre nyheder ",
    wished="dag weekend aften uge eftermiddag jul år nytår påske ferie sommer pinse dagen ugen weekenden aftenen vinter efterår forår helligdage helbred lykke",
    good="god dejlig fin glædelig godt skøn rigtig fortsat herlig hyggelig dejlige gode solrig rolig vidunderlig al gladelig smuk",
    wishing="jeg ønsker vi dig jer en hav ha et fortsat rigtig også selv videre nyt og til alle hele familien teamet i ønskes resten af mine bedste fra de den nu",
    common="og jeg vi du i dig jer så meget rigtig mig os virkelig også igen",
    formulas="""
        fint godt så_godt det_var_(sødt|godt|fint) (nu|så)_(forstår|ved)_jeg(|_det|_besked|_præcis) det_forklarer_(alt|det_hele)
        det_var_(hurtigt|fejlen|problemet|årsagen) sikke_en_(service|lettelse) i_er_(de_bedste|fantastiske|søde|guld_værd)
        du_er_(en_engel|en_skat|bedst|den_bedste) (jeg|vi)_(anbefaler|vil_anbefale)_jer_gerne fem_stjerner alt_er_kommet_frem
        jeg_fandt_det hils_(alle|familien|teamet) (det_er_|)(så_|meget_|rigtig_|)(venligt|sødt|flinkt)_af_(dig|jer)
        (god|dejlig|rigtig_god)_(søndag|fredag|lørdag|mandag|tirsdag|onsdag|torsdag) ok okay forstået noteret modtaget
        jeg_(forstår|er_med) det_er_(noteret|forstået) så_(forstår_jeg|ved_jeg|ved_vi) godt_at_(vide|høre) rart_at_(vide|høre)
        i_lige_måde hav_det_(godt|rigtig_godt|fortsat_godt) farvel på_gensyn vi_(ses|tales|tales_ved) hej_hej selv_tak
        det_var_så_lidt så_lidt ingen_(årsag|problem) velbekomme tak_i_lige_måde tak_selv tillykke held_og_lykke
        hvor_(godt|dejligt|er_det_dejligt|skønt|sødt) undskyld_ulejligheden det_var_(alt|lige_det|det|præcis_det)
        (den|det|han|alt)_(kører|virker|spiller)_(igen|nu|som_smurt) pas_på_(dig_selv|jer_selv) tøv_ikke_med_at_kontakte_mig
        ah oh aha nåh nå_ja hurra puha juhu (nu|så)_(forstår|ved|kan_jeg_se|ser|fatter)_(jeg|vi)(|_det) nu_går_det_op(_for_mig|)
        (den|det|mailen)_(lå|var_havnet|var_røget)_i_(spam|spammappen|uønsket_post|papirkurven) fandt_(den|det)(|_i_spam)
        (sikke|hvilken|sikken)_(en_|)(lettelse|service|hurtig_service|glæde|god_service) (det_|)var_en_lettelse
        (det_|alt_|den_)(virker|kører|fungerer|spiller)_(nu_|igen_|)(perfekt|upåklageligt|fint|som_smurt|som_ny|bare|upåklageligt_igen|fantastisk)
        som_(ny|nyt|smurt) problemet_(er_|)løst (du|i)_behøver_ikke_(at_|)svare
        (ville|jeg_ville|vi_ville)_bare_(sige_det|sige_tak|takke)
        (du|i)_er_(en_|et_|bare_|så_|de_|)(engel|engle|skat|perle|perler|bedst|bedste|fantastisk|fantastiske|sød|søde|guld_værd|helt|helte|herlig|super)
        hils_(alle|konen|manden|familien|teamet|i_butikken|hjemme|drengene|kollegerne)(|_fra_mig|_fra_os|_mange_gange)
        (god|glædelig|fortsat_god|rigtig_god|dejlig)_(jul|påske|sommer|weekend|ferie|aften|pinse|tur|søndag|dag|uge|efterårsferie|høst|vinter|nytår|bededag)(|_til_jer_alle|_til_jer|_til_alle|_selv)
        godt_nytår hav_(det_|en_|)(rigtig_|)(godt|dejligt|god_dag|god_weekend|dejlig_dag) pas_(godt_|)på_(dig_selv|jer_selv|jer)
        hvor_(sødt|dejligt|rart|fint|skønt|hurtigt|venligt)(|_af_dig|_af_jer) hatten_af
    """,
    greetings="hej hejsa god_(morgen|dag|aften|eftermiddag|formiddag) goddag godmorgen kære(|_alle) hej_(alle|igen|med_jer|med_dig) hejsan davs",
    closings="hilsen hilsner hilsener mvh vh hilser kh dbh knus ønsker",
    closed="med venlig venlige bedste de mange kærlig kærlige varme fra til alle familien hele teamet hjertelig glade",
    titles="hr fru dr prof",
    functions="direktør leder indkøb salg ejer afdeling økonomi ansvarlig projektleder sælger konsulent",
    footers="denne_(e-mail|mail|meddelelse|besked) tænk_på_miljøet indholdet_i_denne sendt_(fra|med) fortroligt cvr før_du_printer",
)
