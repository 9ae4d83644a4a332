"""French."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="""
        (tiens|tenons|tenais|tenions|voulais|voulions)_à_vous_(remercier|exprimer) (voulais|voulions|souhaite|souhaitais)_vous_remercier
        merci mercii remercie remercions remerciements remerciement reconnaissant reconnaissante reconnaissants mercis
        remercier gratitude
    """,
    thanked="""
        un_(très_|tout_|)grand mille tout beaucoup bien infiniment encore mille_fois énormément vraiment sincèrement vivement chaleureusement
        très grandement milles tous mes nos tous_mes tous_nos sincères chaleureux vifs (pour|de)_(la|le|les|l|votre|vos|ta|ton|tes|cette|ces|ce|cet|tout|toute|toutes|tous|m|nous|avoir) du des la le les l à vous toi votre vos ta
        tes ton cette ces ce cet toutes tout_ce toute ainsi que et je nous à_vous suis sommes
        aide réponse réponses réactivité retour retours rapidité informations information infos info renseignements renseignement
        message messages mail mails courriel gentillesse disponibilité explications explication précisions précision temps
        service services patience compréhension accueil conseil conseils professionnalisme efficacité amabilité soutien
        attention travail diligence suivi éclaircissements éclaircissement écoute confiance bienveillance efforts effort
        confirmation assistance dévouement accompagnement collaboration intervention clarté
        rapide rapides précieuse précieux précieuses complète complètes complet claire claires clair détaillée détaillées
        détaillé prompte aimable utile utiles bonne bons excellent excellente gentille efficace très (si|aussi)_(vite|rapide|rapides|rapidement|claire|clair|précieuse|précieux|précieuses|complète|détaillée|gentille|prompte|bien) super professionnelle
        sympathique immédiate réconfortante
        m'avoir nous_avoir (de_|)m'avoir d'avoir avoir répondu aidé aidée aidés dépanné dépannée conseillé renseigné pris expliqué consacré
        si_vite si_rapidement aussi_vite aussi_rapidement rapidement sa son toute_l'équipe l'équipe équipe
        au_nom_de qu'il
        d'avoir_(pris_le_temps|répondu|cherché|vérifié|pensé)(|_de_me_répondre|_de_nous_répondre|_aussi_vite|_si_vite|_pour_moi|_à_moi)
        de_(m'avoir|nous_avoir)_(prévenu|prévenue|prévenus|averti|avertie|rassuré|rassurée|éclairé|éclairée|expliqué|répondu|aidé|aidée)(|_aussi_vite|_si_vite|_si_gentiment)
        de_votre_(amabilité|sollicitude|prévenance|franchise|honnêteté|célérité|obligeance|promptitude) sollicitude célérité
        obligeance promptitude franchise honnêteté prévenance
        pour_votre_(amabilité|sollicitude|franchise|honnêteté|célérité|obligeance|promptitude)
    """,
    praise="""
        (sera|seront|va_être|vont_être)_(très_|)(ravi|ravie|ravis|ravies|content|contente|contents|heureux|heureuse|enchanté|enchantée|enchantés)
        parfait parfaite super génial géniale excellent excellente top nickel gentil gentille gentils formidable formidables
        impeccable bravo extra chouette magnifique merveilleux merveilleuse fantastique formidablement utile aimable
        ravi ravie ravis ravies content contente contents heureux heureuse soulagé soulagée rassuré rassurée satisfait
        satisfaite satisfaits satisfaites enchanté enchantée enchantés clair claire adorable adorables efficace efficaces sympa
        bien_aidé beaucoup_aidé aidé aidée aide_beaucoup rapide parfaitement réglé résolu résolue résolus
        (ça|cela|tout|il|elle|le_chauffage|l'imprimante|l'appareil|la_machine)_(fonctionne|marche|refonctionne|remarche)(_à_nouveau|_de_nouveau|_maintenant|_parfaitement|_très_bien|_enfin|_bien) (a|ont)_(bien_|parfaitement_|très_bien_|)(fonctionné|marché)
        tout_(est|fonctionne|marche)_(bien|clair|parfait|parfaitement|en_ordre|rentré_dans_l'ordre|réglé|résolu)
        exactement_ce_(que_je_(voulais|souhaitais|désirais)(_savoir|)|qu'il_(me|nous)_fallait|que_je_cherchais|dont_j'avais_besoin) ce_que_je_voulais_savoir
        compris sera_ravi sera_ravie sera_contente sera_content seront_ravis plaisir
    """,
    praised="""
        chauffage chaudière machine imprimante appareil internet ordinateur voiture
        c est c'est ce cela ça tout était étaient êtes sont a m'a m vous tu es nous avez ai j'ai suis sommes
        très vraiment bien de_votre_part à_vous à présent maintenant désormais enfin absolument tellement plus_que
        ma mon mes notre nos femme mari fille fils mère père maman papa parents enfants enfant famille épouse époux patron
        collègue collègues ami amie amis petits-enfants un une le la les problème votre réponse aide explication service
        équipe conseil conseils l'explication être fait font fait_plaisir quel quelle nouvelle bonne il elle ils
        toujours aussi d'une vraie beaucoup grâce_à_vous grâce
    """,
    wished="""
        journée soirée semaine week-end weekend après-midi fêtes noël année fête vacances fin_de_(journée|semaine|matinée|soirée|mois)
        fêtes_de_fin_d'année fin_d'année pâques matinée congés été hiver rentrée continuation courage santé
        aïd ramadan nuit réveillon appétit saison 1er_mai chance réussite
        récolte vendange vendanges route retraite suite reprise
    """,
    good="""
        bonne bon belle bel excellente excellent joyeux joyeuse joyeuses agréable bonnes belles excellentes heureuse heureux
        très_bonne douce doux merveilleuse merveilleux meilleure excellents bons beau paisible sereine
    """,
    wishing="""
        je nous vous souhaite souhaitons souhaitant passez passe une un de d la le les à à_vous à_tous à_toutes à_toi
        aussi également très ainsi_qu'à ainsi qu'à toute votre vos l'équipe équipe famille proches collègues et pour nouvelle fin
        reste en bien ces ce cette que ayez l année avec ma mes meilleurs
        à_toute_l'équipe à_vous_aussi à_vous_tous à_l'équipe
    """,
    common="et je nous vous te très encore aussi également moi à_nouveau de_nouveau vraiment",
    formulas="""
        (cela|ça|voilà_qui)_(me_|nous_|)(rassure|soulage|suffit_amplement|explique_tout) (me|nous|je)_voilà_(rassuré|rassurée|rassurés|soulagé|soulagée) je_suis_(rassuré|rassurée|soulagé|soulagée) c'était_(le_problème|la_cause|ça_le_problème) quelle_(rapidité|réactivité|efficacité|gentillesse) (quel|super|excellent)_(service|accueil) je_(vous_recommanderai|ne_manquerai_pas_de_vous_recommander) (je_sais|je_comprends|nous_savons)_(maintenant|à_présent|mieux) c'est_(vraiment_|très_|bien_|)(aimable|sympa|gentil|adorable)(|_à_vous|_de_votre_part) tout_est_(parfait|clair|bon|réglé|en_ordre) tout_est_bien_arrivé (toutes_mes_|mes_)(félicitations|amitiés) au_plaisir(|_de_vous_revoir|_de_vous_lire) (mes_|mon_)(bonjour|amitiés|salutations)_à_(votre_équipe|toute_l'équipe|tous) belle_continuation bon_courage bonne_route vous_êtes_(un_ange|des_anges|au_top|super|formidable|formidables|adorable|adorables)
        (bon|beau|joyeux|excellent)_(dimanche|vendredi|samedi|lundi|mardi|mercredi|jeudi)
        ok okay d'accord très_bien c'est_(bien_|)(noté|compris|gentil|reçu|parfait) bien_(reçu|noté|compris) noté compris reçu j'ai_(bien_|tout_|)(compris|noté|reçu)(|_votre_réponse|_votre_message)
        à_bientôt à_très_bientôt à_(la_prochaine|plus|plus_tard|tout_à_l'heure|tantôt|vous_aussi|vous_également) de_même vous_aussi vous_de_même pareillement prenez_(bien_|)soin_de_vous portez-vous_bien au_revoir
        (tous_|)(mes_|nos_|)meilleurs_vœux avec_(tous_|)(mes|nos)_meilleurs_vœux meilleurs_voeux (mes|nos)_meilleurs_voeux bonne_continuation
        (je_vous_en_prie|de_rien|il_n'y_a_pas_de_quoi|pas_de_quoi|c'est_moi_qui_vous_remercie|c'est_nous_qui_vous_remercions|tout_le_plaisir_est_pour_moi)
        n'hésitez_pas_à_(me|nous)_(contacter|recontacter|solliciter|écrire|appeler)(|_en_cas_de_besoin|_si_besoin|_si_nécessaire)
        (je_reste|nous_restons)_à_votre_(entière_|)disposition(|_pour_tout_(renseignement|complément|complément_d'information)(_complémentaire|)) bonne_nouvelle (c'est_|)bon_à_savoir félicitations chapeau ouf c'était_(bien_|exactement_|)(ça|cela)
        (désolé|désolée|pardon|excusez-moi)_(du|pour_le)_dérangement c'est_tout
        ah oh aïe hourra youpi ah_bon ah_oui ah_d'accord_je_comprends
        me_voilà_(fixé|fixée|rassuré|rassurée|renseigné|renseignée|éclairé|éclairée) nous_voilà_(fixés|rassurés|renseignés)
        (je_suis|nous_sommes|me_voilà)_(tout_à_fait_|pleinement_|)(rassuré|rassurée|rassurés|soulagé|soulagée|soulagés|éclairé|éclairée)
        (ça_|cela_|)me_(rassure|soulage|convient_de_le_savoir)
        (je_l'ai|nous_l'avons)_(bien_|)(retrouvé|retrouvée|trouvé|trouvée|reçu|reçue)(|_dans_les_spams|_dans_les_indésirables)
        (c'était|elle_était|il_était)_dans_(les|mes)_(spams|indésirables|courriers_indésirables) tout_s'explique
        (inutile|pas_la_peine|nul_besoin)_de_(me_|)répondre
        (je_voulais|nous_voulions)_(juste_|simplement_|)(vous_le_dire|vous_remercier|vous_en_informer)
        vous_êtes_(un_|une_|des_|)(amour|ange|anges|perle|perles|trésor|champion|championne|as|chef|chefs|au_top|super|géniaux|géniale|génial|formidables|formidable|les_meilleurs|la_meilleure|le_meilleur|adorable|adorables)
        (quel|quelle)_(efficacité|rapidité|réactivité|service|soulagement|bonne_nouvelle|gentillesse|plaisir|bonheur)
        (ça_|)fait_(chaud_au_cœur|plaisir|du_bien)
        (c'est_|)(vraiment_|très_|trop_|)(gentil|aimable|sympa|adorable)_(de_votre_part|à_vous)
        (bonjour|mes_amitiés|amitiés|bien_des_choses|mes_hommages|mes_respects)_à_(votre_femme|votre_mari|votre_épouse|toute_l'équipe|l'équipe|tous|madame|votre_maman)
        (saluez|embrassez)_(toute_l'équipe|l'équipe|tout_le_monde)(|_de_ma_part)
        (bon|bel)_(courage|été|dimanche|week-end|weekend|après-midi|vent|rétablissement|anniversaire|repos|voyage|ramadan|appétit|carême|bout_d'an)(|_à_toute_l'équipe|_à_tous|_à_vous|_à_vous_aussi)
        (bonnes|belles|joyeuses)_(fêtes|vacances|pâques)(|_de_fin_d'année|_à_tous|_à_toute_l'équipe|_à_vous)
        que_dieu_vous_(bénisse|garde|le_rende) (le_|)problème_est_(réglé|résolu)
        (tout_est|c'est)_(réglé|résolu|rentré_dans_l'ordre|reparti|parfait|nickel) comme_(neuf|neuve|sur_des_roulettes)
    """,
    greetings="""
        bonjour bonsoir salut coucou madame monsieur mesdames messieurs mesdames_messieurs madame_monsieur mademoiselle
        (bonjour|bonsoir)_(madame|monsieur|à_tous|à_vous|mesdames|messieurs|à_toute_l'équipe|madame_monsieur|à_toutes_et_à_tous|l'équipe)
        ch(er|ère|ers|ères)(|_monsieur|_madame|_tous|_messieurs|_mesdames|_amis|_équipe) rebonjour re_bonjour
    """,
    closings="""
        cordialement sincèrement amicalement respectueusement chaleureusement cdt cdlt salutations amitiés bises bisous
        sentiments considération respects embrasse bien_à_(vous|toi|tous) dévoué dévouée bonne_réception souvenir
        meilleurs_messages salutation
    """,
    closed="""
        bien très à_vous vôtre à_tous avec mes nos mon ma notre votre sincères sincère meilleures meilleure meilleurs meilleur
        cordiales cordiale respectueuses respectueux respectueuse distinguées distingués distinguée dévoués dévouées haute
        parfaite entière amicales amical toute les plus le la l l' de d en je nous vous prie prions d'agréer agréer agréez
        veuillez croire croyez recevoir recevez accepter d'accepter trouver_ici vouloir bien_vouloir l'expression expression l'assurance
        assurance à madame monsieur messieurs mesdames cher chère remerciements gratitude toute_l'équipe l'équipe équipe famille
        de_la_part_de ainsi_que de_tout_cœur qu'à que ces sentiments
    """,
    titles="m mr mme mlle madame monsieur mademoiselle dr docteur maître me professeur pr",
    functions="""
        gérant gérante directeur directrice responsable achats ventes chef service assistante assistant secrétaire comptable
        commercial commerciale chargé chargée avocat avocate architecte ingénieur président présidente propriétaire
        général générale
    """,
    footers="""
        ce_(message|courriel|mail|courrier) cet_e-mail pensez_à_l'environnement pensez_à_la_planète avant_d'imprimer n'imprimez
        les_informations_contenues ce_message_et confidentialité avis_de_confidentialité siret rcs tva envoyé_(de|depuis|avec|à_partir) sans_virus
        merci_de_penser_à_l'environnement préservons_l'environnement n'oubliez_pas_l'environnement afin_de_respecter_l'environnement
        suivez-nous retrouvez-nous horaires nos_horaires télécharger
    """,
)
