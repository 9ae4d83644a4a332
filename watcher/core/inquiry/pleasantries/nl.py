"""Dutch and Flemish."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="""
        bedankt dank dankjewel dankuwel dank-je-wel dank-u-wel danku merci thx bedank bedanken dankbaar dankje thanks
        dankwoord bedankje erkentelijk
    """,
    thanked="""
        (wil|willen|wilde|wilden)_(u|je|jullie|graag|even|nog)(_graag|_even|_nog|)
        heel erg hartelijk hartelijke nogmaals super allemaal hoor veel vriendelijk vriendelijke u je jullie jou wel zeer enorm ontzettend
        duizendmaal duizend echt ook oprecht oprechte hartelijkste voor_(de|het|uw|je|jullie|jouw|alles|al|alle|deze|dit|die|dat|zo|zoveel) de het uw al alle alles deze
        dit ik wij we u_beiden met
        snelle snel goede prettige duidelijke vlotte fijne uitgebreide vriendelijke heldere behulpzame spoedige prima
        uitstekende geweldige leuke lieve mooie deskundige nuttige correcte zorgvuldige perfecte adequate eerlijke
        antwoord antwoorden reactie hulp informatie info moeite mail e-mail bericht tijd uitleg terugkoppeling service
        bevestiging geduld advies tip tips begrip ondersteuning inzet inspanning inspanningen aandacht medewerking
        toelichting vriendelijkheid klantvriendelijkheid professionaliteit betrokkenheid meedenken hulpvaardigheid
        behulpzaamheid verduidelijking raad werk gastvrijheid goede_zorgen zorgen support moeite_die_u
        dat_(u|je|jullie)_(zo_snel_|meteen_|even_|de_moeite_|de_tijd_)(reageerde|reageerden|antwoordde|gereageerd_hebt|gereageerd_heeft|hebt_gereageerd|heeft_genomen|nam|namen)
        voor_(alles|het_meedenken|het_uitzoeken|het_nakijken|het_snelle_antwoord|de_moeite|het_geduld|uw_eerlijkheid|de_eerlijkheid|het_uitleggen|de_heldere_uitleg|het_navragen)
        uit_de_grond_van_mijn_hart eerlijkheid openhartige
    """,
    praise="""
        (heel|erg|zeer)_goed
        (zal|zullen)_(er_|hier_|)(heel_|erg_|zeer_|)(blij|verheugd|opgelucht|tevreden|dolblij)_(mee_|)zijn
        top prima super perfect fijn mooi geweldig helder duidelijk vriendelijk aardig fantastisch uitstekend leuk lief
        behulpzaam schitterend prachtig tof keigoed zalig knap chapeau klasse netjes attent deskundig heerlijk snel
        blij verheugd opgelucht tevreden dolblij gelukkig enthousiast trots
        geholpen opgelost verholpen gelukt werkt_(weer|nu|perfect|prima|nu_weer|weer_perfect|weer_prima|het_weer|alles|alles_weer|goed) doet_het_weer gewerkt
        (precies_|juist_|)wat_(ik|we|wij)_(wilde|wilden|moest|moesten|zocht|zochten|nodig_had|nodig_hadden)(_weten|) aan_gehad
        begrepen
    """,
    praised="""
        het dat dit is was waren bent zijn nu alles weer van_(u|jou|jullie) heel erg zeer echt me mij ons heeft hebt hebben
        mijn onze vrouw man dochter zoon moeder vader ouders kinderen kind familie gezin baas collega
        collega's vriend vriendin oma opa partner uw jullie antwoord hulp uitleg service advies informatie reactie zo wat een de
        ontzettend enorm goede fijne probleem daar ik ben we er mee erg_blij super_blij u je eindelijk helemaal ook bericht nieuws
        verder ermee daarmee hiermee
    """,
    wished="""
        dag avond middag week weekend feestdagen vakantie kerst jaarwisseling werkweek kerstdagen paasdagen pasen
        jaar uiteinde oud_en_nieuw zomer kerstfeest gezondheid succes geluk reis sinterklaas pinksteren
        nacht hemelvaart avondje weekje weekendje suikerfeest kerstmis dagen
        oogst koningsdag carnaval nieuwjaar weekeinde wedstrijd rit pinksterdagen
    """,
    good="""
        geniet
        fijne goede prettige mooie leuke fijn prettig goed gezellige gezellig zonnige zonnig heerlijk heerlijke rustige
        zalige zalig vrolijke gelukkig gelukkige gezond gezonde geweldige veel beste alle_goeds rustig warme vreugdevolle
        vrolijk gezegende
    """,
    wishing="""
        ik wens wij we wensen u je jullie allen nog een geniet van heel hele verder ook toegewenst gewenst en uw team familie
        alvast_een het de voor nieuw nieuwe zeer allemaal iedereen collega's uit ons in vanuit heb jou gezin mensen aan
        hoop
        voor_iedereen met_de_familie
    """,
    common="en ik wij we u je jullie heel erg ook zeer echt nogmaals mij ons",
    formulas="""
        (nu_|dan_|)weet_ik_(genoeg|het|weer_genoeg|voldoende) dat_(verklaart|stelt)_(alles|me_gerust|mij_gerust|ons_gerust) dat_is_(een_|)(hele_|)(geruststelling|opluchting|goed_nieuws) dat_was_(snel|het_probleem|de_oorzaak) wat_een_(service|snelle_reactie|opluchting|snelheid) u_bent_(een_schat|een_engel|geweldig|de_beste) jullie_zijn_(geweldig|toppers|top|de_besten) (ik_|wij_|)(zal|zullen)_(u|jullie)_(zeker_|graag_|)aanbevelen vijf_sterren alles_is_goed_aangekomen ik_heb_het_gevonden gevonden nu_(snap|begrijp)_ik_het groetjes_aan_(iedereen|het_team|allen) (dat_is_|)(heel_|erg_|)(attent|vriendelijk|aardig|lief)(_van_(u|jullie|je)|) topservice goede_reis (veel_|)sterkte
        (fijne|prettige|goede|leuke)_(zondag|vrijdag|zaterdag|maandag|dinsdag|woensdag|donderdag|ochtend)
        ok oké okee okay begrepen ontvangen genoteerd duidelijk helder alles_(duidelijk|helder|goed|begrepen|in_orde|ok) (ik_|)(heb_|)(het_|)(begrepen|genoteerd|ontvangen) ik_snap_het
        insgelijks hetzelfde tot_(ziens|dan|snel|horens|kijk|de_volgende_keer|gauw|later|straks) (u|jij|jullie)_ook van_hetzelfde dag doei doeg houdoe salukes
        graag_gedaan (heel_|)graag_gedaan_hoor geen_(dank|probleem|moeite) alsjeblieft_graag_gedaan wij_danken_u wij_bedanken_u u_bedankt jullie_bedankt jij_bedankt
        blijf_gezond blijf_veilig pas_goed_op_uzelf het_beste alle_goeds hou_je_haaks houd_moed ga_zo_door complimenten (mijn|onze)_complimenten goed_(om_|)te_(weten|horen) fijn_(om_|)te_(weten|horen) wat_(fijn|leuk|goed|lief|aardig|geweldig|attent) goed_bezig gefeliciteerd
        (aarzel|aarzelt_u)_niet_(om_|)contact_met_(mij|ons)_op_te_nemen sorry_voor_(de_overlast|het_ongemak) (precies_|)dat_was_het (hij|die|ze|alles)_(loopt|draait|werkt)_weer dat_is_alles gelukkig_maar
        ah oh oei hoera joepie pfff zo_zit_dat ah_zo aha_zo (nu|dan)_(snap|begrijp|weet|zie)_(ik|wij|we)_(het|dat)(|_weer|_helemaal)
        (dan_|)(weten|weet)_(we|ik)_dat_(ook_weer|weer|nu) weer_wat_geleerd (dat_is_|)een_hele_(opluchting|geruststelling)
        wat_een_(opluchting|service|snelheid|topservice|goede_service|fijne_service|goed_nieuws|lief_bericht)
        (hij|zij|ze|het|mail)_(zat|stond|was)_(in_|)(de_|mijn_)(spam|spambox|spamfolder|ongewenste_mail)
        (gevonden|teruggevonden)(|_in_de_spam)
        (het|alles|hij)_(werkt|doet_het|loopt|draait)_(nu_|weer_|nu_weer_)(prima|perfect|goed|super|als_een_zonnetje|als_een_trein|als_nieuw)
        hij_doet_het_weer (het_|)probleem_(is_|)(opgelost|verholpen) (u_hoeft|je_hoeft|jullie_hoeven)_niet_te_(antwoorden|reageren)
        antwoord_is_niet_nodig (wilde|wou)_(ik|we)_(even_|gewoon_|graag_|)(laten_weten|zeggen)
        (u_bent|je_bent|jullie_zijn)_(een_|echt_|)(engel|engelen|schat|schatten|held|helden|topper|toppers|kanjer|kanjers|geweldig|top|super|de_beste|fantastisch|lief)
        (groeten|groetjes|de_groeten|doe_de_groeten)_aan_(iedereen|allemaal|het_team|uw_vrouw|uw_man|je_vrouw|je_man|de_buurman|de_buurvrouw|de_familie|thuis)
        beterschap hulde petje_af chapeau (top|super|goede|geweldige|uitstekende)_(service|klantenservice)
        (lekker|heerlijk)_(snel|vlot)
        dat_is_(heel_|erg_|super_|)(aardig|lief|netjes|attent|vriendelijk)(|_van_u|_van_je|_van_jullie) zo_fijn
    """,
    greetings="""
        hallo hoi hé hey hi dag goedemorgen goedemiddag goedenavond goedendag goeiemorgen goeiedag beste(|_team|_allen|_collega's|_mensen) geachte(|_heer|_mevrouw|_heer_mevrouw|_heer_of_mevrouw|_dames_en_heren|_heren) lieve(|_mensen|_allemaal)
        (hallo|hoi|dag|beste|hi)_(allemaal|allen|iedereen|daar|team|opnieuw) goede_(morgen|middag|avond|dag)
    """,
    closings="groet groeten groetjes mvg vr.gr vrgr gr hoogachtend groetend liefs knuffel mvrgr groetnis grtz grt groetje genegen",
    closed="""
        met vriendelijke hartelijke beste warme veel lieve zonnige de een fijne hele ook aan het team uw je familie van uit
        namens mij ons allen vriendelijk collega's sportieve hoogachting alle mijn en wederom kerstige
    """,
    titles="heer mevrouw meneer mevr mw dhr mr dr drs ir ing prof juffrouw familie fam",
    functions="directeur eigenaar zaakvoerder zaakvoerster manager inkoop verkoop hoofd medewerker medewerkster afdeling administratie secretariaat bestuurder advocaat architect projectleider mobiel",
    footers="""
        dit_(e-mailbericht|bericht|e-mail) deze_(e-mail|email|mail) de_informatie_in denk_aan_het_milieu denk_aan_het_milieu, print_deze disclaimer kvk btw
        verzonden_(vanaf|met|via) verstuurd_(vanaf|met|via) vertrouwelijk op_al_onze openingstijden onze_openingstijden virusvrij volg_ons
    """,
)
