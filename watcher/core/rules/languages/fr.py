"""French."""

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
            "absente?s?( du bureau)?( jusqu| du| actuellement| pour)|"
            "suis (actuellement )?(absente?|en (congés?|vacances|déplacement))|en congés?|hors du bureau|"
            "bureaux? (sont|est) fermés?|congé (maternité|parental)|(bureaux?|magasin|atelier|cabinet|agence|"
            "entreprise|secrétariat|société|mairie|service) (sera|est|sont|seront|restera|resteront) fermée?s?|"
            "fermeture (annuelle|estivale|pour congés)|fermés? pour|"
            "en (arrêt maladie|arrêt de travail|formation|vacances)|ne (travaille|fais) plus|"
            "a quitté (la société|l'entreprise|notre)|ai quitté (la société|l'entreprise)|ne fait plus partie|"
            "en retraite|actuellement absente?|(bureau|magasin|atelier|cabinet|boutique) fermé"
        ),
        added=(
            "de retour|à mon retour|dès mon retour|jusqu'au|jusqu’au|en cas d'urgence|en cas d’urgence|"
            "pour toute urgence|contacter|accès limité|répondrai|(mon|notre|son) retour|réouvr|rouvrira|rouvrirons|"
            r"du \d|du (lundi|mardi|mercredi|jeudi|vendredi)|à partir du|adresser (vos|votre)|adressez|sera traité|"
            "seront traités|vous répondr"
        ),
        maybe_away=(
            r"en déplacement|en arrêt|absente?s?(?!\p{L})|absence|malade|deuil|télétravail|à temps partiel|"
            "en formation|au salon|en mission|parti en|ne (fais|fait|travaille|travaillons) plus|hors de|"
            r"pas au bureau|de congé|fermée?s?(?!\p{L})|en (rtt|repos)|joignable uniquement"
        ),
        answers=(
            "prend le relais|me remplace|en mon absence|accès (limité|restreint|à mes)|(mon|notre|son) retour|"
            "(traiter|lire|consulter) (vos|mes) (messages|mails|courriels|e-mails)|"
            r"(lu|traité|transféré)e?s?(?!\p{L})|"
            "merci d(e|')( bien vouloir)? ?(contacter|adresser|vous adresser|écrire à)|(répondrai|répondrons)|inclus|"
            "plus de délai|en cas d'urgence|pour toute urgence|adresser (vos|votre)|"
            r"vous pouvez (joindre|contacter) (m|ma|mon|le|la) ?\p{L}*|uniquement par téléphone"
        ),
        alone=(
            "en (mon|notre|son) absence|(n'ai|avec|ayant) (qu')?un accès (limité|restreint|réduit)|"
            "accès (limité|restreint) à (ma|mes|mon)|"
            "(votre|ce) (message|mail|courriel|e-mail) ne sera (pas|ni) (lu|transmis|traité|transféré)|"
            "(cette|l')( ?adresse| ?boîte).{0,40}n'est plus (relevée|consultée|active|valide|utilisée)|"
            "dès mon retour|à mon retour|d'ici là .{0,20}ne (consulte|lis|lirai|relève|regarde)|"
            "(réponse|répondre|retour).{0,30}(peut|peuvent|pourra) prendre .{0,25}(jours?|heures)|"
            "(cabinet|boutique|magasin|atelier|bureau) (est|sera) en (vacances|congés?)"
        ),
        everyday_away=(
            "congé (de )?(paternité|maternité|parental|maladie)|retraite|poste est repris|grippe|au lit|"
            "sans (réseau|connexion|internet)|souffle|naissance|bébé|j'enseigne|"
            "jours? de (repos|congé|récupération)|quelques jours|jour (férié|chômé)|fait (une )?pause|"
            r"pause (estivale|hivernale|annuelle)|en (stage|séminaire|convalescence|cure|sabbatique)|hospitalisé\p{L}*|à l'hôpital|"
            "opér(é|ée|ation)|voyage de noces|année sabbatique|ne suis plus (chez|à|dans|au|en poste|salarié)|ai quitté|"
            "a quitté|pont (de|du)|grève|quarantaine|congé (paternité|parental|sans solde|sabbatique)|fermeture|mon dernier jour|"
            r"fai(t|sons) le pont|(en plein )?déménag\p{L}+|en travaux|(jambe|bras|cheville|poignet) cassé\p{L}*|plâtre|béquilles|"
            r"alité\p{L}*|cloué\p{L}*|mariage|(peu|pas) de réseau|réseau (faible|capricieux)|salon (de|du|à)|sur (un|le) chantier|"
            "(je )?(ne )?suis pas (là|ici|dispo)|pas là|ne travaill(e|ons) pas|"
            "(le|les) (lundi|mardi|mercredi|jeudi|vendredi)s?,? (je|nous|on) ne|on (souffle|se repose|ferme)|"
            "nous (soufflons|nous reposons|fermons)|ne s'occupe plus|(n'est|ne suis) plus (en charge|responsable)|en cure|"
            "sans réseau|hors (ligne|réseau)|parti(e|s)? (jusqu|pour|en)|sur (les routes|la route|l'eau)|"
            "en (mer|montagne|voyage|randonnée|cure|salon|tournée)|à l'(étranger|hôpital)|au (ski|bord de la mer)|"
            "dans les (vignes|alpes|pyrénées|montagnes)|(devenue?|devenus) (papa|maman|père|mère|parents)|"
            "ne travaille (pas|plus|que)|travaille (uniquement|seulement|à mi-temps)|mi-temps|temps partiel|"
            "(machines|fours?|atelier|boutique|cuisine|équipe) (se |s')?(tai|repos|dor|refroidi|prend|prennent|fait|est en|"
            r"sont en)\p{L}*|(père|mère|mari|femme|frère|sœur) (est|vient de) (décéd|mour|mort)\p{L}*|deuil|obsèques|accident|"
            "arrêt (maladie|de travail)|(à|en|pris ma|prends ma) retraite|peu de (réseau|connexion)|pas de (réseau|connexion|wifi)"
        ),
        everyday_answers=(
            "reprend(s|ra|rai|ons|rons)? (le travail|contact|mon|mes|notre|son)|repren(d|ons|ez)|suit mes dossiers|mes dossiers|"
            "aucun (mail|message|courriel|e-mail) ne|ne (consulte|lis|relève) pas|veuillez écrire|écrire à|voyez avec|le standard|"
            "indisponible jusqu|s'occupe de|gère mes|assure (l'intérim|la permanence|mon)|(demain|lundi|la semaine prochaine)|"
            r"votre interlocut\p{L}+|on se retrouve|nous (nous )?retrouvons|rendez-vous (lundi|mardi|mercredi|jeudi|vendredi)|"
            "difficile(ment)? (à joindre|joignable)|tient la boutique|à (lundi|mardi|mercredi|jeudi|vendredi)|"
            "(boîte|adresse|messagerie) (sera|va être) (fermée|supprimée|désactivée)|prend le relais|me remplace|lui succède|"
            r"(vous )?aide(ra)? en attendant|\p{L}+ (vous aide|s'en occupe|assure|répond)|"
            "(colis|commandes|envois) (repart|partir|reprenn)|"
            "(réponse|lecture|je (lis|réponds|lirai)) .{0,12}(demain|lundi|mardi|mercredi|jeudi|vendredi)|demain matin|"
            r"jusqu'(à|au) (lundi|mardi|mercredi|jeudi|vendredi|\d)|"
            "(prend|gère|suit|assure|reprend|traite) (vos|les|mes|mon|tout|en attendant|le relais)|par ordre d'arrivée|"
            "l'un(e)? après l'autre|dès (la reprise|notre retour|mon retour|que je)|"
            "(n'ouvre|ne regarde|ne lis|ouvre|lis|lirai|lirons|relève) .{0,20}(boîte|messages|mails|courriels|courrier|messagerie)|"
            "pour ce qui (presse|urge|est urgent)|en cas de besoin|au retour|en rentrant|au comptoir|tout passe|passe(nt)? désormais|"
            "à la rentrée|de retour|rouvr|réouvr|réponse .{0,20}(retard|tard|jours)|à l'accueil|au bureau (le|lundi|mardi)"
        ),
        subjects=(
            "fermeture (annuelle|estivale|exceptionnelle|de fin)|congés? (annuels?|d'été|de noël|maternité|parental)|en congés?|"
            "absen(ce|t)|bureaux? fermés?|(horaires|ouverture) de (noël|fin d'année)|(on|nous) (ferme|fermons|fait une pause)|"
            "fermée? (du|jusqu|pour|le)|en déplacement|merci (pour|de) (votre|ton) (message|mail|e-mail|courriel|courrier|demande)|"
            r"(votre|ton) (message|mail|e-mail|courriel)\Z|nous avons (bien )?reçu votre (message|mail|demande)|"
            "(notre |l')?(atelier|boutique|bureau|magasin|équipe) (fait|prend|est en|ferme|fermé)|congés d'été|"
            "(en|pause) (vacances|estivale|pause)|on (ferme|part|prend)|nous (partons|prenons|sommes (en|fermés|absents))|"
            r"je (suis|pars|serai) (absent|en|parti)|(fermé|absent)e?s?\Z|retraite|"
            r"(boutique|atelier|bureau|magasin|cabinet|restaurant|garage|salon|cave|ferme|étude|agence|fournil)( \p{L}+)? (fermée?|"
            "en (congés?|vacances|pause))|fermeture (du|de (la|l'|notre)|pour|temporaire)|nous sommes fermés|"
            "vacances (d'été|de noël|d'hiver|annuelles)|de retour (le|en|au) |réouverture (le|du)"
        ),
        trade=(
            "commandes (passées|du site|en ligne|de la boutique|seront|repart|partir)|"
            "(vos|les|nos) (commandes|devis|factures|livraisons|colis)|livraisons urgentes|"
            "(seront|sont|être) (livré|expédié|envoyé)e?s"
        ),
        arranges=(
            "peu(t|vent) (venir|passer)|bon pour accord|d'accord|nous (acceptons|validons|prenons)|j(e |')(accepte|valide|confirme|"
            "prends)|accepté|validé|ça (marche|nous va|me va)|parfait|(ont?|a|chez) (la|le|les|une?) (clés?|clefs?|gardienne?|"
            "voisine?)|les clés|vous ouvr|(mari|femme|fils|fille|voisin|voisine|gardien|gardienne|concierge) (est (là|à la maison|"
            "chez nous)|vous (ouvr|montr|laiss)|sera (là|à la maison)|a (la|les) cl)|quand vous (voulez|voudrez|pouvez)|après c'est|"
            "acompte|vir(é|ement)"
        ),
        urgent="urgent|urgence|pressé|pressant|ça presse|ça urge",
    ),
    notices=NoticeWords(
        automatic=(
            "message automatique; e-mail automatique; email automatique; courriel automatique; mail automatique; "
            "message est généré; généré automatiquement; générée automatiquement; envoyé automatiquement; "
            "envoyée automatiquement; réponse automatique; ne répondez pas; n'y répondez pas; ne pas y répondre; "
            "ne peut recevoir de réponse; ne sont pas lues; ne sont pas traitées; n'est pas consultée; "
            "boîte * pas consultée; merci de ne pas répondre; ne pas répondre à ce; ne pas répondre directement; "
            "veuillez ne pas répondre; vous prions de ne pas répondre; prière de ne pas répondre"
        ),
        receipt=(
            "pour que votre message soit remis; pour que votre message soit délivré; afin que votre message soit; "
            "merci de vous authentifier; votre message à * est en attente; que vous êtes un humain; "
            "que vous n'êtes pas un robot; "
            "votre incident a été; "
            "a été transmise au service; votre réclamation a été; votre dossier porte le numéro; inutile de nous relancer; "
            "reviendra vers vous sous; nous avons bien reçu votre; nous avons reçu votre; avons bien reçu votre; "
            "votre demande a été; votre demande a bien été; votre message a été; votre message a bien été; "
            "votre message nous est bien; votre demande n°; votre ticket; un ticket a été; numéro de ticket; numéro de dossier; "
            "accusons réception; accusé de réception; a bien été déposé; a bien été enregistré; a été enregistrée sous; "
            "a été enregistré sous; est enregistrée sous; est enregistré sous; sous la référence; votre dossier a; "
            "votre dossier est; votre déclaration a; votre signalement a; votre réclamation est; votre numéro de suivi; "
            "votre numéro de demande; référence à rappeler; merci de rappeler cette référence; conservez ce numéro; "
            "a été transmis au service; nous est bien parvenu; est bien arrivé; prise en compte; pris en compte; sera instruit; "
            "sera traitée dans; sera traité dans; aucune démarche; vous n'avez rien à faire"
        ),
        courtesy=(
            "merci de nous avoir contacté; merci de nous avoir écrit; merci pour votre message; merci pour votre demande; "
            "merci de votre message; merci de votre demande; nous vous remercions de votre demande; "
            "nous vous remercions pour votre message; nous reviendrons vers vous; nous vous répondrons; reviendra vers vous; "
            "un conseiller vous; merci de nous avoir; un technicien reviendra; un technicien vous; un conseiller reviendra; "
            "sous * heures; sous * jours; dans un délai de; reviendrons vers vous; notre équipe vous"
        ),
        trade=(
            "merci pour votre commande; merci de votre commande; merci pour votre achat; merci pour votre paiement; "
            "merci pour votre réservation; confirmation de commande; confirmation de votre commande; confirmation d'expédition; "
            "confirmation de paiement; votre commande * a été; votre commande * est; votre commande est; votre commande a; "
            "votre colis * a; votre colis * est; votre colis est; votre colis a; votre colis sera; votre colis arrive; "
            "suivre votre colis; suivre mon colis; suivez votre; numéro de suivi; votre facture * est; votre facture n°; "
            "votre facture du; votre facture de; vous trouverez * votre facture; ci-joint votre facture; votre paiement * a; "
            "nous avons reçu votre paiement; votre réservation * est confirmée; votre réservation est; votre livraison; "
            "notre facture; ci-joint * facture; en pièce jointe * facture; votre colis; votre livraison est; votre livraison sera; "
            "votre facture * disponible; votre relevé; vos billets; votre billet; votre réservation * confirmée; "
            "votre remboursement; paiement refusé; votre paiement; prêt à être retiré; prête à être retirée; déposé chez un voisin; "
            "remboursement de * a été; sera renouvelé; prélèvement * échoué; mettez à jour votre moyen; bulletin de paie; "
            "votre abonnement * renouvelé; prélèvement * a échoué; prélèvement de * votre compte; se présentera sur votre compte; "
            "votre carte a été; votre carte bancaire; avec votre carte; votre compte a été débité; votre compte a été crédité; "
            "votre compte sera débité; votre solde est; solde de votre compte; débité de votre compte"
        ),
        access=(
            "votre code de; votre code :; votre code est; code à usage unique; voici votre code; utilisez ce code; "
            "saisissez ce code; entrez ce code; ce code expire; ce code est valable; code est valable; "
            "expire dans * minutes; valable * minutes; ne partagez pas ce code; ne communiquez jamais; "
            "réinitialiser votre mot de passe; réinitialisation de votre mot de passe; demande de réinitialisation; "
            "votre mot de passe a été; nouvelle connexion; confirmez votre adresse; vérifiez votre adresse; "
            "activer votre compte; si vous n'êtes pas à l'origine; si vous n'avez pas demandé; "
            "connexion à votre compte"
        ),
        appointment=(
            "rappel de rendez-vous; rappel : votre rendez-vous; rappel de votre rendez-vous; "
            "nous vous rappelons votre; vous rappelons que; vous rappeler votre; votre rendez-vous du; "
            "votre rendez-vous est; votre rendez-vous le; votre rendez-vous avec; votre prochain rendez-vous; "
            "pour annuler ou; annuler ou déplacer; en cas d'empêchement; commence dans * minutes; votre créneau"
        ),
        survey=(
            "votre avis compte; votre avis nous; donnez-nous votre avis; donnez votre avis; donner votre avis; "
            "laissez un avis; êtes-vous satisfait; enquête de satisfaction; questionnaire de satisfaction; "
            "comment s'est passé; évaluez votre; évaluez notre; notez votre; répondre à notre enquête; "
            "répondre à l'enquête; répondre à cette enquête; "
            "courte enquête; recommanderiez-vous; que pensez-vous de votre"
        ),
        held=(
            "en quarantaine; quarantaine de; rapport de quarantaine; rapport de spam; rapport des spams; résumé des spams; "
            "messages bloqués; messages retenus; courriers bloqués"
        ),
        program=(
            "vous a invité; vous êtes invité à rejoindre; accepter l'invitation; "
            "sauvegarde terminée; sauvegarde effectuée; échec de la sauvegarde; vous a mentionné; "
            "a partagé * avec vous; nouvel avis; vous a été attribué; sera renouvelé automatiquement; "
            "renouvellement automatique; expire dans * jours; expire le; expirera le; aucune action n'est; "
            "espace de stockage est presque; résumé hebdomadaire; nouvel appareil; appel manqué; appel en absence; "
            "appels manqués; a accepté l'invitation; a refusé l'invitation; a accepté votre invitation; vous suit; "
            "a commenté votre; a aimé votre; souhaite rejoindre votre réseau; pas cette semaine; votre activité; "
            "espace de stockage; rapport hebdomadaire; nouveaux abonnés; maintenance aura lieu; "
            "service sera indisponible; de votre stockage; vous a été assigné; ticket * clôturé; "
            "sauvegarde * échoué; conditions générales évoluent; mise à jour de nos conditions"
        ),
        sign=(
            "souhaite rappeler le message; voudrait rappeler le message; aimerait rappeler le message; "
            "a réagi à votre message; a réagi à ton message; a réagi via gmail"
        ),
        asks=(
            "des questions ?; pas chez vous ?; absent ?; absent le jour * ?; vous ne serez pas * ?; vous n'êtes pas à l'origine * ?; "
            "vous n'avez rien * ?; besoin d'un autre * ?; une question ?; avez-vous des questions ?; vous avez des questions ?; "
            "vous avez une question ?; besoin d'aide ?; un problème ?; ce n'était pas vous ?; ce n'est pas vous ?; "
            "vous n'avez pas * ?; empêchement ?; êtes-vous satisfait * ?; comment s'est passé votre * ?; recommanderiez-vous * ?; "
            "que pensez-vous * ?; comment évaluez-vous * ?; dans quelle mesure * ?; mot de passe oublié ?; et maintenant ?; "
            "vous reconnaissez * ?; vous ne reconnaissez * ?; ce n'est pas vous * ?"
        ),
        formal=(
            "ma messagerie est protégée; "
            "merci de répondre à l'enquête; merci de répondre à cette enquête; merci de répondre à notre enquête; "
            "merci de répondre au questionnaire; "
            "nous souhaitons vous; nous souhaitons connaître; nous souhaiterions connaître; nous souhaiterions avoir votre; "
            "nous voudrions connaître; nous voudrions vous; suivre mon; suivre ma; voir mon; voir ma; gérer mon; gérer ma; "
            "accéder à mon; dans mon compte; depuis mon espace"
        ),
        first="je; j'ai; j'attends; j'aimerais; m'a; me; moi; mon; ma; mes",
        wants=(
            "voulais savoir; voulais vous demander; voulais demander; aimerais savoir; voudrais savoir; souhaiterais savoir; "
            "souhaite savoir; aurais voulu savoir; me demandais si; me demande si; pouvez-vous me dire; "
            "pourriez-vous me dire; sauriez-vous; "
            "nous voudrions; nous souhaitons; nous souhaiterions; nous avons besoin; il nous faut; nous cherchons; nous n'avons; "
            "nous avons commandé; nous attendons; notre commande; notre compte; merci de nous envoyer; "
            "merci de m'envoyer; veuillez nous envoyer; pouvez-vous; pourriez-vous; envoyez-nous; rappelez-; "
            "annuler ma; jamais reçu; pas reçu; pas arrivé; toujours pas; toujours rien; rien reçu; erreur; abîmé; "
            "cassé; endommagé; manque; ne fonctionne pas; ne marche pas; mais; "
            "nous vous prions de bien vouloir nous; meilleure offre; un devis; souhaite acquérir; appel d'offres; "
            "attendons toujours; attends toujours; attendons encore; dans l'attente de votre réponse; "
            "toujours pas de réponse; merci de répondre; merci de me répondre"
        ),
        echo=(
            "votre message; votre demande; rappel de votre; vous avez écrit; vous nous avez écrit; copie de votre message; "
            "votre texte"
        ),
    ),
    circulars=CircularWords(
        subjects=(
            "(nouveaux?|nouvelles?) (tarifs?|prix|horaires|adresse|coordonnées|numéro)|"
            "(hausse|évolution|révision|changement) (de|des|de nos) (prix|tarifs?)|changement d'(adresse|horaires)|"
            "nous déménageons|(nous )?avons déménagé|meilleurs vœux|bonne année|joyeu(x|ses)|portes ouvertes|"
            "invitation|visite (au|sur notre|de notre|à notre) (salon|stand)"
            "|fermeture (annuelle|exceptionnelle|estivale|hivernale|pour|du|de|le)|(nous serons |magasin |cabinet |"
            "bureau )?fermés? (du|le|pour|les|entre)|congés (annuels|d'été|de fin)|horaires (d'été|d'hiver|de|des|modifi|"
            "pendant|exception)|(nouveaux|changement d[e'’]) ?(horaires|tarifs|adresse|coordonnées|rib|banque)|(évolution|"
            "révision|hausse|augmentation) (de |des |du )?(nos |vos )?(tarifs?|prix)|(nos|nouveaux|nouvelles) (tarifs|"
            "coordonnées|conditions)|(à|a) (tous|toutes) (nos|les)|(avis|information|note) (à|aux|important)|merci (de|"
            "pour) votre visite|ravis? de vous avoir (rencontr|reçu|vu)|(ce fut|quel) (un )?plaisir de vous|"
            "assemblée générale|compte[- ]rendu|portes ouvertes|inventaire|coupure (d['’]|de )|travaux (de|rue|sur)|"
            "programme (de|du|des) |planning (de|des) |nouvelle (collection|carte|saison)|de retour (en stock|en rayon)|"
            "meilleurs v(œ|oe)ux|bonnes fêtes|rappel (de )?produit|conditions générales"
        ),
        readers=(
            "adhérente?s?|membres?|lectrice|lecteur|abonnée?s?|voisine?s?|riverain|parents|familles|clientes?|"
            "clients?|sociétaire|donat|bénévole|sponsor|participant|exposant|habitant|commerçant|entrepreneur|"
            "artisans|locataire|copropriétaire|sympathisant|amis (de|du|des)|anciens|professionnels|usager|"
            "concitoyen|administré|paroissien|licencié|randonneurs|parents d'élèves|élèves|étudiant|stagiaires|"
            "anciens élèves|retraités|aînés|fidèles|paroissiens|locataires|copropriétaires|colocataires|résident|"
            "riverains|voisins|villageois|habitué|convives|spectateurs|auditeurs|passagers|patient|patientèle|"
            "assurés|actionnaires|épargnants|ami(e)?s (lecteurs|randonneurs|jardiniers)|(chers )?clients et amis|"
            "passionné|mélomanes|gourmets|soutiens|mécènes|donateurs"
        ),
        everybody=(
            r"tous|toutes|amis|collègue|confrère|consœur|partenaire|fournisseur|vous tous|vous toutes|gens|ami\(e\)s|"
            "ami·e·s|amateurs|gourmand|curieux|curieuses|tou[ts]e?s et tous|à toutes et|à tous|mesdames et messieurs|"
            "tout le monde|partenaires|tou[·.]te[·.]s|ensemble|la (bande|compagnie|troupe)|toutes et tous|"
            "équipe(?! de| du)"
        ),
        opts_out=(
            "si vous (ne |n'|préférez ).{0,50}(recevoir|contact|nouvelles|messages?|mails?|courriels?|lettre|"
            "intéress)|pour ne plus recevoir|répondez .{0,10}(stop|non)|dites-le.moi|n'en parle plus|"
            "si ce n'est pas pour vous|(vous|tu) ne (souhaite[sz]|veux|voulez|désire[sz]) (plus|"
            "pas) .{0,60}(recevoir|nouvelles|messages?|e?-?mails?|courriels?)|"
            "gérer (mes|vos|tes) (préférences|abonnements)|pour vous (opposer|désinscrire|désabonner)|"
            r"trop d'e?-?mails|(de|retir\p{L}+ de) (notre|cette|la|ma) liste (de diffusion|d'envoi)|"
            "vous recevez ce (mail|message|courriel)|liste de diffusion"
        ),
        tells=(
            "assemblée générale|ordre du jour|(le )?(compte[- ]rendu|procès[- ]verbal) (de|du|est|ci)|"
            "(nouveaux |nos )?horaires (d'ouverture|d'été|d'hiver|des fêtes|de noël|changent|pendant|durant)|(notre|"
            "le|nos) (nouveau|nouvelle|nouveaux|nouvelles) (catalogue|tarif|tarifs|brochure|programme|saison|"
            "collection|carte|site|adresse|locaux|menu|horaires)|"
            "(nos )?(tarifs|prix) (augment|vont|seront|évolu|chang|passent|au 1er)|"
            "(hausse|augmentation|évolution|révision) (de nos|des|du) (prix|tarifs?)|"
            "nous (déménageons|avons déménagé|changeons d'adresse)|(retrouvez|rencontrez|visitez|rejoignez)-nous|"
            r"(notre|nos|au) stand(?!\p{L})|(journée|journées|soirée|week-end|matinée) portes? ouvertes?|"
            "portes ouvertes|(vide-grenier|brocante|kermesse|loto|tombola|fête (de|du|des)|bal (de|du)|repas (de|des|"
            "annuel)|marché (de|du) noël|bourse aux)|(rentrée|reprise) (des|le|de|du|au)|(les )?(cours|ateliers|"
            "stages|répétitions|séances|entraînements) (repren|recommenc|début|commenc|auront|ont lieu)|"
            "(les )?inscriptions? (sont|est|ouvert|avant|jusqu|auprès|par|au plus)|(inscrivez|réservez)-vous|"
            "(il reste|encore|dernières?) .{0,15}places?|places (sont )?limitées|nombre de places|"
            "(la |votre |notre )?cotisations? (annuelle|pour|est|sont|de|2)|"
            "(appel aux|besoin de|recherchons des|cherchons des) (bénévoles|volontaires|bras)|"
            "(coupure|interruption) (d'eau|d'électricité|de courant|du chauffage|de gaz)|l'eau sera coupée|"
            "travaux (de|dans|sur|auront|début)|(faites|faire) (passer|circuler|suivre|tourner)|"
            "(diffusez|partagez|transmettez) .{0,30}(autour|largement|message|information)|"
            "(merci de|n'hésitez pas à) (diffuser|partager|transmettre|faire (suivre|circuler|passer))|"
            "(aucune|pas de) réponse (n'est )?(nécessaire|attendue)|(inutile|pas besoin) de répondre|"
            "(nous )?(espérons|comptons|serons heureux|aurons le plaisir|réjouissons) .{0,30}(voir|retrouver|"
            "accueillir|compter|nombreux)|(venez|vous attendons|vous espérons|soyez) (très |tous )?nombreux|"
            "(à|au) (très )?bientôt (à tous|à toutes|nombreux|dans|en|chez)|"
            "(nous )?(vous )?(informons|rappelons|signalons|annonçons|faisons savoir|prions de noter)|"
            "(avons|ai) le plaisir de vous (annoncer|informer|présenter|inviter|convier|faire part)|"
            "(heureux|heureuse|heureuses|ravis|fiers?) de vous (annoncer|présenter|inviter|accueillir|retrouver)|"
            "pour information à tous|rappel( :| à tous| aux)|dates? à (retenir|noter|réserver)|"
            "(notez|retenez) (la date|bien|dès|dans)|à vos agendas|"
            "(un grand |mille )?mercis? (à (tous|toutes|ceux)|pour votre (fidélité|soutien|confiance|générosité))|"
            "joyeu(x|ses) (noël|fêtes|pâques)|bonne (année|fêtes) à|meilleurs vœux|"
            "(serons|sera|seront|restera) fermée?s? (du|le|les|à|pour|entre)|buvette|restauration sur place|"
            "rendez-vous (devant|à|au|le|place|sur)|participation (libre|aux frais)|comme chaque année|"
            "comme tous les ans|au programme|programme (du|de la|des|pour)|vous trouverez (ci-joint|"
            "en pièce jointe) (le|la|les|notre|nos) (compte|programme|convocation|catalogue|tarif|liste|bulletin|"
            "calendrier)|convocation"
        ),
    ),
    asks_leave=(
        "je vous (fais|envoie|montre|prépare|rappelle|laisse|propose)|avec qui (puis-je|pouvons-nous)|"
        "(curieux|envie) (de|d')|on se (parle|voit|rappelle)|voulez-vous (voir|en savoir|essayer|que)|(puis-je|"
        "pouvons-nous|je peux|on peut|je vous|on vous) .{0,40}(envoy|montr|présent|appel|prépar|transm|rappel)|"
        "(souhaitez|voulez|aimeriez)-vous (que|recevoir|en savoir|voir|tester|une démo)|"
        "seriez-vous (intéress|ouvert|disponible pour)|ça vous (dit|intéresse|tente)|cela vous intéresse|"
        "de combien .{0,40}besoin|on en parle"
    ),
    requests=(
        "au lieu d|depuis (hier|ce matin|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|la semaine)|"
        "il (nous )?manque|comme convenu|trempé|"
        "(nous|je) (pren|reten|pens|accept|repass|pass|souhait|organis|emménag|ouvr|rénov|peux)|nous plaît|"
        "acompte|budget|encore (un|une|deux|trois)|faudr|personne|bloqué|coincé|fui[et]|malade|"
        "ci-joint (les|le|la) (plan|photo|mesure)|passer(ai|ons)|ne (reste|veux|peux)|était fermé|(je|nous|"
        "on) (voud|souhait|aimer|cherch|recherch|désir|command|attend|sollicit|résili|demand|réclam|candidat|"
        "voul|veux|souhaiterais)|(j'|m')(aimer|attend|ai besoin|ai command)|besoin|pouvez|pourri|merci de|"
        "merci d'|svp|s'il vous pla|veuillez (m|nous|trouver ma|procéder|annul|confirm|envoy|prendre)|devis|"
        "tarif|rendez-vous|résili|réclam|plainte|rembours|échange|cassé|abîmé|panne|"
        "ne (marche|fonctionne|ferme|tient|chauffe|démarre)|toujours (pas|rien)|jamais|manque|erreur|urgent|"
        "candidature|mon cv|postul|intéressé|disponib|rappel(ez|er)|envoy(ez|er)|faut|serait-il|est-ce|"
        "dans l'attente|déçu|inadmissible|problème|annul"
    ),
    needs="besoin d|cherche|devis|combien|coût|(prix|tarif) pour|panne|(ma|notre) commande",
    visits=(
        r"\d{1,3} (\p{L}+ )?(personnes?|convives|invités?|adultes|enfants|élèves|participants|couverts|pax)|(nous|"
        r"on) (serons|sommes|serions|sera|est) (environ |une )?\d{1,3}(?! (ans|km|minutes))|chez vous"
    ),
    announces=(
        r"nouve(au|lle) (demande|chantier|projet) ?(:|à|en(?!\p{L})|dans)|nouvelle demande de (travaux|visite|rappel|rendez-vous)|"
        "appel (de|reçu)|message téléphonique|"
        "message (sur|via|par|de) (whatsapp|messenger|instagram|facebook|telegram)|nouve(au|"
        r"lle) (\p{L}+ ){0,2}(message|demande|contact|question|prospect|réponse|réservation) (de|d'|pour|sur|"
        "concernant|via|à propos)(?! votre banque| vous| toi)|"
        r"nouve(au|lle) (\p{L}+ )?(prospect|demande de (devis|contact|réservation|renseignement)|contact|lead)|"
        "(vous|t') ?a (écrit|contacté|(envoyé|laissé|adressé|posé) (un|une) (nouve(au|lle) )?(message|demande|"
        "question))|"
        "vous avez reçu (un|une) (nouve(au|lle) )?(message|demande|question) (de|d'|pour|concernant|sur)|"
        "(message|demande|question) (de|d') (?!votre|vos|notre)|est intéressée? par|"
        "(souhaite|aimerait|voudrait) (un devis|être|vous|obtenir|réserver)|recherche un|"
        "demande (d'information|de devis|de contact|de renseignements?)|a rempli (votre|le) formulaire"
    ),
    voice=VoiceWords(
        common="le la les et vous est pour dans avec une des du sur au nous pas sera par cette votre",
        your="votre vos vôtre ton tes",
    ),
    sender_functions="équipe clients alerte alertes sav portail",
    telephone=r"tel\b|tele?[fp]h?o|gsm",
    letters=LetterWords(
        greetings=r"bonjour|bonsoir|madame|monsieur|mesdames|salut|ch[eè]re?s?\b",
        closings=(
            "(?:bien |tr[èe]s )?cordialement|cdt|cdlt|bien [àa] vous|bonne (?:journ[ée]e|soir[ée]e)|"
            "(?:sinc[èe]res|meilleures) salutations|salutations"
        ),
        titles="monsieur|madame|mme",
        titles_of_many="mesdames|messieurs",
        currencies="euros francs",
        orders="(?:bon de )?commande",
    ),
)
